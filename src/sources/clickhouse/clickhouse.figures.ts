import { type ClickHouseDatabase, TablePresence, type TableParts, type TableReplica } from '../../model/clickhouse.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Severity } from '../../model/health.js';
import type { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Measurement, NUMERIC_CLEAR, type Seen } from '../../model/rule.js';
import type { SightState } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { knownIncrease } from '../counters.js';

/** Among all databases, one of this engine. */
export type Database = Omit<Seen<ResourceKind.DATABASE>, 'main'> & { readonly main: ClickHouseDatabase };
export type Replica = Seen<ResourceKind.DATABASE_REPLICA>;
export type Table = Seen<ResourceKind.REPLICATED_TABLE>;

export function reachOf(replica: Replica): SightState {
  return replica.aspect('reach')?.facts.state ?? 'starting';
}

/** The copies of a table that are there. */
export function copiesOf({ main: { replicas } }: Table): readonly TableReplica[] {
  return replicas.filter(({ presence }) => presence === TablePresence.REPLICATED);
}

/** How many replicas of a table Keeper knows, and how many of them have a session. */
export interface ReplicaCount {
  readonly active: number;
  readonly total: number;
  readonly askedAt: Instant;
  /** Who was told is not seen any more: fewer may be active by now. */
  readonly isOld: boolean;
}

/**
 * Every replica asks the same Keeper: of those that were told, the one that asked last knows best; one without a session was
 * told nothing. What one that is not seen any more said counts only while nobody who is seen knows better: that nobody tells
 * any more what is wrong is no recovery.
 */
export function newestCount(table: Table): ReplicaCount | null {
  const copies = copiesOf(table);
  return newestOf(copies.filter(({ isSeen }) => isSeen)) ?? newestOf(copies);
}

function newestOf(copies: readonly TableReplica[]): ReplicaCount | null {
  const counts = copies.flatMap((copy): readonly ReplicaCount[] => {
    const { activeReplicas: active, totalReplicas: total, activeReplicasAskedAt: askedAt } = copy;
    return active === null || total === null || askedAt === null
      ? []
      : [{ active, total, askedAt, isOld: !copy.isSeen }];
  });
  return counts.reduce<ReplicaCount | null>(
    (best, one) => (best === null || one.askedAt > best.askedAt ? one : best),
    null,
  );
}

/**
 * How much a counter of a replica grew over the window that ends with the last look, as far as it is known; null: one
 * look tells nothing. A replica that is not seen any more keeps what was last said of it; of one that is seen and does not
 * tell its counters, what they said passes as if they stood still.
 */
export function recentIncrease(replica: Replica, counter: string, window: Milliseconds, now: Instant): number | null {
  const samples = replica.samples(counter);
  return samples.length < 2 ? null : knownIncrease(samples, window, lastLook(replica, now));
}

/** When it was last seen, whatever it told. */
export function lastLook({ observedAt }: Replica, now: Instant): Instant {
  return observedAt ?? now;
}

/** A reading of a fact of a replica; without a value, why it is not there. */
export function reading({ main, observedAt }: Replica, fact: string, value: number | null): Measurement {
  return { value, unavailable: main.unavailable[fact] ?? 'probe failed', observedAt };
}

/** A reading of how much a counter grew. */
export function increaseReading(replica: Replica, value: number | null): Measurement {
  if (replica.main.counters === null) return reading(replica, 'counters', null);
  return { value, unavailable: 'warming up', observedAt: replica.observedAt };
}

export interface PartsLimits {
  readonly warnAt: number;
  readonly throwShare: number;
}

/** Nothing is said of parts that are so large on average that their server takes more of them. */
export function partsFinding(subject: string, where: string, full: TableParts, limit: PartsLimits): Candidate | null {
  const { parts, averageBytes, partsToDelay, partsToThrow, largeFromBytes } = full;
  if (largeFromBytes !== null && averageBytes > largeFromBytes) return null;
  const isNearThrow = partsToThrow !== null && parts >= limit.throwShare * partsToThrow;
  const isNearDelay = partsToDelay !== null && parts >= limit.warnAt * partsToDelay;
  if (!isNearThrow && !isNearDelay) return null;
  const next = isNearThrow ? `refused from ${String(partsToThrow)}` : `delayed from ${String(partsToDelay)}`;
  return {
    reason: FindingReason.PARTS_NEAR_LIMIT,
    subject,
    severity: isNearThrow ? Severity.CRITICAL : Severity.WARNING,
    message: `A partition ${where} has ${parts} parts; inserts are ${next} on.`,
    advice: 'Insert fewer and larger blocks, look at whether merges run, and at a partition key that is too fine.',
    clearAfter: NUMERIC_CLEAR,
  };
}

/** Parts as a share of those from which inserts are delayed. */
export function partsShare({ parts, partsToDelay, partsToThrow }: TableParts): number | null {
  const limit = partsToDelay ?? partsToThrow;
  return limit === null ? null : parts / limit;
}
