import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Platform } from '../support/platform.js';
import { type Launch } from '../support/vitals-process.js';
import { waitUntilNothingMissing } from '../support/wait.js';

const REPORTS_WITHIN = 20_000;

/** What Vitals holds after a collection; bytes, and how many of which sort its event loop waits for. */
export interface SelfReport {
  readonly at: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
  readonly resources: Readonly<Record<string, number>>;
}

/** How Vitals is started so that it can be asked what it holds. */
export function reportingTo(file: string): Launch {
  const options = `--expose-gc --import=file://${join(import.meta.dirname, 'self-report.mjs')}`;
  return { environment: { NODE_OPTIONS: options, VITALS_SELF_REPORT: file } };
}

function all(file: string): readonly SelfReport[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as SelfReport);
}

export async function reportOf(platform: Platform, name: string, file: string): Promise<SelfReport> {
  const before = all(file).length;
  platform.signal(name, 'SIGUSR2');
  const look = (): string | undefined => (all(file).length > before ? undefined : 'it says nothing');
  await waitUntilNothingMissing(`what ${name} holds`, look, { within: REPORTS_WITHIN, every: 50 });
  return all(file).at(-1) as SelfReport;
}

/** The straight line that is nearest to these points: how much it rises in each unit of `x`. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([one]) => one)), mean(points.map(([, other]) => other))];
  const above = points.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0);
  return above / points.reduce((sum, [one]) => sum + (one - x) ** 2, 0);
}
