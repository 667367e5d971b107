/** Microseconds by the machine's clock that only goes forward: the same for all processes. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e6 + nanoseconds / 1e3;
}

/** Fits into GraphQL's Int, and is told apart within some hours. */
const MARKS = 2 ** 31;
const PER_MARK = 10;

/** A moment as a number that a pod can carry: its restarts. */
export function markOf(time: number): number {
  return Math.floor(time / PER_MARK) % MARKS;
}

/** Milliseconds between two marks. */
export function between(earlier: number, later: number): number {
  return (((later - earlier + MARKS) % MARKS) * PER_MARK) / 1_000;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
