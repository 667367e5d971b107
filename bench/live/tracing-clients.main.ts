/** Clients who read in what they hear when it happened. */
import { obey } from '../orders.js';
import { type Joining, joinAll } from './crowd.js';
import { between, markOf, now, percentile } from './time.js';

const MARK = /"restarts":(\d+)/;

/** What they heard since they began to note it. */
export interface Traced {
  readonly count: number;
  /** Milliseconds from when it happened to when it was heard. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** By client, the marks of all that it heard. */
  readonly marks: readonly (readonly number[])[];
}

let delays: number[] = [];
let marks: number[][] = [];
let isTracing = false;

function hears(member: number, message: Buffer): void {
  if (!isTracing) return;
  const mark = Number(MARK.exec(message.toString('latin1'))?.[1] ?? NaN);
  delays.push(between(mark, markOf(now())));
  marks[member]?.push(mark);
}

obey({
  join: async (joining: Joining) => {
    marks = Array.from({ length: joining.count }, () => []);
    await joinAll(joining, hears);
  },
  trace: () => {
    delays = [];
    marks = marks.map(() => []);
    isTracing = true;
  },
  traced: (): Traced => ({
    count: delays.length,
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    longest: percentile(delays, 1),
    marks,
  }),
});
process.stdout.write('ready\n');
