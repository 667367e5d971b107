import type { Result } from '../results.js';
import type { Setting } from '../setting.js';
import { fanOut } from './fan-out.js';
import { ownPods } from './own-pods.js';
import { slowClients } from './slow-clients.js';

interface LiveMeasure {
  readonly name: string;
  /** Left out where it has to be quick. */
  readonly isLong?: true;
  readonly measure: (setting: Setting) => Promise<readonly Result[]>;
}

export const LIVE_MEASURES: readonly LiveMeasure[] = [
  { name: 'fan-out-5000', measure: (setting) => fanOut(setting, 5_000, true) },
  ...[1, 100, 10_000].map((subscribers) => ({
    name: `fan-out-${subscribers}`,
    isLong: true as const,
    measure: (setting: Setting) => fanOut(setting, subscribers, false),
  })),
  { name: 'fan-out-own-pods', measure: ownPods },
  { name: 'slow-clients', measure: slowClients },
];
