/** Clients who all ask for the same, and count what they hear. */
import { obey } from '../orders.js';
import { type Joining, joinAll, withoutId } from './crowd.js';
import { now } from './time.js';

/** What a round came to. */
export interface Round {
  /** When the last of them heard. */
  readonly last: number;
  /** The message that all of them heard, but for their ids; null where they did not hear the same. */
  readonly payload: string | null;
  readonly isOnceEach: boolean;
}

let counts = new Uint32Array(0);
let total = 0;
let first: Buffer | null = null;
let isSame = true;
let isChecked = false;
let onAll: (round: Round) => void = () => undefined;
let latest = 0;

/** Milliseconds without a message after which none is under way. */
const QUIET = 1_000;

function hears(member: number, message: Buffer): void {
  counts[member] = (counts[member] ?? 0) + 1;
  total += 1;
  latest = performance.now();
  if (isChecked) {
    first ??= Buffer.from(withoutId(message));
    isSame &&= first.equals(withoutId(message));
  }
  if (total !== counts.length) return;
  const last = now();
  const isOnceEach = counts.every((count) => count === 1);
  onAll({ last, isOnceEach, payload: isSame && first !== null ? `{${first.toString()}` : null });
}

let round: Promise<Round>;
function arm(check: boolean): void {
  counts.fill(0);
  [total, first, isSame, isChecked] = [0, null, true, check];
  round = new Promise((resolve) => {
    onAll = resolve;
  });
}

obey({
  join: async (joining: Joining) => {
    counts = new Uint32Array(joining.count);
    await joinAll(joining, hears);
  },
  /** Resolves when nothing comes any more. */
  quiet: async () => {
    for (let left = 0; (left = latest + QUIET - performance.now()) > 0;)
      await new Promise((resolve) => setTimeout(resolve, left));
  },
  /** From here on it counts. */
  arm,
  /** Waits until all have heard; null where they do not within so many milliseconds. */
  heard: async (within: number) => {
    let late: NodeJS.Timeout | undefined;
    const never = new Promise<null>((resolve) => {
      late = setTimeout(resolve, within, null);
    });
    const result = await Promise.race([round, never]);
    clearTimeout(late);
    return result;
  },
});
process.stdout.write('ready\n');
