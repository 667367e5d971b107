import { type IsolatedSystem } from '../support/isolated-systems.js';
import { type Tampering } from '../support/tampering-proxy.js';
import { type Telling } from '../support/watched-systems.js';

/** What is done to a system, as its readers meet it. */
export interface Disturbance {
  readonly name: string;
  /** What becomes of answers on their way; null: what is done is done elsewhere. */
  readonly tampering: Tampering | null;
  /** As what its own endpoint may tell it; `null`: it need not be told at all. */
  readonly told: readonly Telling[] | null;
  /** Whether it can be done to a system that speaks so. */
  readonly fits?: (system: IsolatedSystem) => boolean;
}

const isHttp = ({ protocol }: IsolatedSystem): boolean => protocol === 'http' || protocol === 'https';

/** Idle connections of a flood, through the proxy of each endpoint. */
export const FLOOD = 200;

export const DISTURBANCES: readonly Disturbance[] = [
  { name: 'refused', tampering: 'refused', told: ['lost'] },
  { name: 'hanging', tampering: 'silent', told: ['lost'] },
  { name: 'half a reply', tampering: 'half', told: ['lost', 'invalid'] },
  // What of it begins like a long answer is waited for.
  { name: 'garbage', tampering: 'garbage', told: ['invalid', 'lost'] },
  { name: 'wrong types', tampering: 'types', told: ['invalid'], fits: isHttp },
  { name: '100 MB of reply', tampering: 'long', told: ['invalid', 'lost'] },
  { name: 'endless reply', tampering: 'endless', told: ['invalid', 'lost'] },
  { name: 'slow drip', tampering: 'dripping', told: ['lost'] },
  { name: 'TLS error', tampering: 'tls', told: ['invalid', 'lost'] },
  // With a password file of its own that is spoiled; elsewhere somebody says 401. ZooKeeper’s words need no password.
  { name: 'wrong password', tampering: 'denied', told: ['forbidden'], fits: ({ protocol }) => protocol !== 'words' },
  { name: 'connection flood', tampering: null, told: null },
];

/** What fits one; where one does not, the one after it. */
export function fitting(system: IsolatedSystem, index: number): Disturbance {
  for (let turn = 0; turn < DISTURBANCES.length; turn += 1) {
    const found = DISTURBANCES[(index + turn) % DISTURBANCES.length];
    if (found?.fits?.(system) ?? true) return found as Disturbance;
  }
  throw new Error(`nothing can be done to ${system.system}`);
}
