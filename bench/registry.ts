import { join } from 'node:path';
import { outputOf } from './processes.js';
import { type Result, round } from './results.js';

const PROGRAM = join(import.meta.dirname, 'registry.main.ts');
const WITHIN = 170_000;
const LARGE = 150_000;

/** What `registry.main.ts` prints. */
interface Measured {
  /** Of one record, with all that is kept of it. */
  readonly heapBytes: number;
  /** Until all are taken and judged. */
  readonly takenMilliseconds: number;
  readonly verdictsPerSecond: number;
}

/** Sorts of records and how many of them, for how it grows. */
const GROWTH: readonly (readonly [sort: string, count: number])[] = [
  ['pods', 1_000],
  ['pods', 10_000],
  ['pods', 100_000],
  ['consumer-groups', 5_000],
  ['replicated-tables', 2_000],
  ['workflows', 20_000],
];

/** The names of what is measured, without what needs 150,000 pods where it has to be quick. */
export function registryMeasures(isQuick: boolean): readonly string[] {
  const growth = GROWTH.filter(([, count]) => !isQuick || count <= 10_000).map(([sort, count]) => nameOf(sort, count));
  return isQuick ? growth : ['judgement', ...growth];
}

/** The registry alone, in a process of its own each time: no server, no source. */
export async function measureRegistry(names: readonly string[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  if (names.includes('judgement')) {
    const { verdictsPerSecond } = await measured('pods', LARGE);
    const goal = 200_000;
    results.push({
      ...row('judgement', 'verdicts a second, of all records of 150,000 pods', verdictsPerSecond),
      goal: `>= ${goal}`,
      holds: verdictsPerSecond >= goal,
    });
  }
  for (const [sort, count] of GROWTH) {
    const name = nameOf(sort, count);
    if (!names.includes(name)) continue;
    const { heapBytes, takenMilliseconds, verdictsPerSecond } = await measured(sort, count);
    results.push(
      row(name, 'bytes of heap for each', heapBytes),
      row(`${name}-taken`, 'ms until all are taken and judged', takenMilliseconds),
      row(`${name}-judged`, 'verdicts a second', verdictsPerSecond),
    );
  }
  return results;
}

/** Told apart from what is asked of as many over HTTP. */
function nameOf(sort: string, count: number): string {
  return `registry-${sort}-${count}`;
}

function row(measure: string, unit: string, ours: number): Result {
  return { measure, unit, ours: round(ours), limit: null, peers: {}, ratio: null, goal: 'how it grows', holds: true };
}

async function measured(sort: string, count: number): Promise<Measured> {
  const command = [process.execPath, '--expose-gc', '--import', 'tsx', PROGRAM, sort, String(count)];
  return JSON.parse(await outputOf(command, { NODE_ENV: 'production' }, WITHIN)) as Measured;
}
