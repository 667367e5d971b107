import { type DatabaseConnections, DatabaseEngine, type PostgresDatabase } from '../../model/database.js';
import { type Sample, Severity } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import {
  type Judgement,
  type LimitValues,
  type Measurement,
  type Rule,
  type Seen,
  defineRule,
} from '../../model/rule.js';
import type { FindingReason } from '../../model/finding-reason.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { knownIncrease } from '../counters.js';
import { untoldWithout } from '../untold.js';

/** Among all databases, one of this engine. */
export type Database = Omit<Seen<ResourceKind.DATABASE>, 'main'> & { readonly main: PostgresDatabase };

/** The limits of a rule, as numbers. */
type Numbers<L> = { readonly [R in keyof L]: { readonly [P in keyof L[R]]: number } };

type PostgresRule<L> = Omit<Rule<ResourceKind.DATABASE>, 'kind' | 'applies' | 'limits' | 'judge' | 'measure'> & {
  readonly limits: L;
  readonly judge: (database: Database, limits: Numbers<L>, now: Instant) => ReturnType<Rule['judge']>;
  readonly measure?: (database: Database, limits: Numbers<L>, now: Instant) => readonly Measurement[];
};

/** A rule that judges PostgreSQL, and no other database. */
export function definePostgresRule<const L extends { readonly [R in FindingReason]?: LimitValues }>(
  rule: PostgresRule<L>,
): Rule {
  return defineRule({
    ...(rule as unknown as Rule<ResourceKind.DATABASE>),
    kind: ResourceKind.DATABASE,
    applies: ({ main }) => main.engine === DatabaseEngine.POSTGRESQL,
  });
}

/** The worst severity whose limit the value is above; null: none. */
export function above(
  value: number,
  { warnAt, criticalAt }: { readonly warnAt: number; readonly criticalAt?: number },
): Severity | null {
  if (criticalAt !== undefined && value > criticalAt) return Severity.CRITICAL;
  return value > warnAt ? Severity.WARNING : null;
}

/** A reading of a fact; without a value, why it is not there. */
export function reading(
  { main: { unavailable }, observedAt }: Database,
  fact: keyof PostgresDatabase,
  value: number | null,
): Measurement {
  return {
    value,
    unavailable: unavailable[fact] ?? (observedAt === null ? 'probe failed' : 'unsupported'),
    observedAt,
  };
}

/** A reading that needs something from the configuration. */
export function notConfigured({ observedAt }: Database): Measurement {
  return { value: null, unavailable: 'not configured', observedAt };
}

/** Of a rule that judges by these facts alone: what it says where one of them was not told. */
export function untold(
  { main }: Database,
  ...facts: readonly (keyof PostgresDatabase)[]
): Pick<Judgement, 'cannotTell'> {
  return untoldWithout(main.unavailable, ...facts);
}

/** Connections in use, of those that are not reserved. */
export function connectionShare({ used, maximum, reserved }: DatabaseConnections): number {
  return used / (maximum - reserved);
}

/** By how much a counter grew over all that was kept of it. Null: too few samples to say. */
export function keptIncrease(samples: readonly Sample[]): number | null {
  const last = samples.at(-1);
  return last === undefined || samples.length < 2 ? null : knownIncrease(samples, Infinity, last.at);
}

/** The slope of the straight line that fits best, per millisecond; null: too few samples to say. */
function slope(samples: readonly Sample[]): number | null {
  const [first] = samples;
  if (first === undefined || samples.length < 3) return null;
  const meanAt = samples.reduce((sum, { at }) => sum + (at - first.at), 0) / samples.length;
  const mean = samples.reduce((sum, { value }) => sum + value, 0) / samples.length;
  let covariance = 0;
  let variance = 0;
  for (const { at, value } of samples) {
    const x = at - first.at - meanAt;
    covariance += x * (value - mean);
    variance += x * x;
  }
  return variance === 0 ? null : covariance / variance;
}

/**
 * How long until what grows has `left` no more; null when it does not grow, or the past that is known is shorter than a
 * quarter of that time and says nothing about it.
 */
export function timeLeft(samples: readonly Sample[], left: number): Milliseconds | null {
  const rate = slope(samples);
  if (rate === null || rate <= 0) return null;
  const time = Math.max(0, left) / rate;
  const span = (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0);
  return time <= 4 * span ? time : null;
}
