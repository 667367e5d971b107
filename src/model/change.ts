import { registerEnumType } from 'type-graphql';
import type { Finding, HealthStatus } from './health.js';
import type { ResourceId } from './ids.js';
import type { ResourceKind } from './kinds.js';
import type { Instant } from './time.js';

export enum HealthChangeType {
  INITIAL = 'INITIAL',
  SYNCED = 'SYNCED',
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  REMOVED = 'REMOVED',
  BOOKMARK = 'BOOKMARK',
}

registerEnumType(HealthChangeType, {
  name: 'HealthChangeType',
  description: 'What an event in the stream of changes says.',
  valuesConfig: {
    INITIAL: { description: 'Current state, sent first when `initial` is true.' },
    SYNCED: { description: 'The initial state is complete; from here on, changes.' },
    ADDED: { description: 'A resource is new.' },
    CHANGED: { description: 'Its status, staleness or findings are different.' },
    REMOVED: { description: 'It is no longer there.' },
    BOOKMARK: { description: 'Nothing happened; the cursor moved.' },
  },
});

/**
 * One difference in one resource's verdict: another status, staleness or set of findings (by id, severity, ignored).
 * Never another message or number. Immutable.
 */
export interface HealthChangeRecord {
  /** Position in the stream; grows by one. */
  readonly sequence: number;
  readonly at: Instant;
  readonly type: HealthChangeType.ADDED | HealthChangeType.CHANGED | HealthChangeType.REMOVED;
  readonly resourceId: ResourceId;
  readonly resourceKind: ResourceKind;
  readonly resourceName: string;
  readonly system: string;
  readonly namespace: string | null;
  /** Null when the resource is new. */
  readonly previousStatus: HealthStatus | null;
  /** Null when the resource is gone. */
  readonly status: HealthStatus | null;
  readonly isStale: boolean;
  readonly raised: readonly Finding[];
  /** Same finding, other severity or ignored. */
  readonly updated: readonly Finding[];
  readonly cleared: readonly Finding[];
  readonly findingsBefore: readonly Finding[];
  readonly findingsAfter: readonly Finding[];
  /** Ids of those findings, before and after, that were roots when it happened. */
  readonly rootIds: readonly string[];
}
