import type { DatabaseHost } from '../../model/host.js';
import { Direction, Evidence, Unit } from '../../model/health.js';
import type { Measurement } from '../../model/rule.js';
import type { Instant } from '../../model/time.js';
import { type Fresh, freshly, isSilentOf } from '../freshness.js';
import { type Database, notConfigured } from './postgres-figures.js';

export type Host = Fresh<DatabaseHost>;

/** The machine under the database as a monitoring system measures it; null where none does, or none does any more. */
export function hostOf(database: Database, now: Instant): Host | null {
  return freshly(database.aspect('host'), now);
}

/**
 * Whether whoever measures the machine tells nothing of one of these facts now: what was found by it is then neither found
 * again nor denied by what SQL tells.
 */
export function isHostSilentOf(database: Database, facts: readonly Fact[], now: Instant): boolean {
  return isSilentOf(database.aspect('host'), facts, now);
}

/** Why there is no number: nobody measures, or whoever did has fallen silent. */
export function unmeasured(database: Database): Measurement {
  const host = database.aspect('host');
  if (host === undefined) return notConfigured(database);
  return { value: null, unavailable: 'probe failed', observedAt: host.observedAt };
}

export type Fact = Exclude<keyof DatabaseHost, 'preset' | 'unavailable' | 'freshFor'>;

/** A reading of the machine, and what it is held against; nothing where its monitoring knows no such thing. */
export function hostReading(
  { facts, observedAt }: Host,
  fact: Fact,
  value: number | null,
  against: NonNullable<Measurement['against']>,
  more: Pick<Measurement, 'subject' | 'unit' | 'series'> = {},
): readonly Measurement[] {
  const unavailable = facts.unavailable[fact] ?? null;
  if (value === null && (unavailable === null || unavailable === 'unsupported')) return [];
  return [{ value, unavailable, observedAt, against, evidence: Evidence.MEASURED, ...more }];
}

/** For what runs out. */
export const LOWER = { worse: Direction.LOWER, holdFor: null } as const;

export const COUNT = { unit: Unit.COUNT } as const;
