import { ResourceKind } from '../../model/kinds.js';
import type { Sight, SightState } from '../../model/source.js';
import type { Instant } from '../../model/time.js';
import { seenByAny } from '../source-record.js';
import type { ReplicaEye } from './clickhouse.replica.js';

/** The tables of all shards: seen as long as one replica lists them. */
export function tablesSight(replicas: readonly ReplicaEye[], before: Sight | null, now: Instant): Sight {
  const { state, message } = tablesState(replicas);
  return {
    subject: 'replicated tables',
    kind: ResourceKind.REPLICATED_TABLE,
    resourceId: null,
    state,
    message,
    since: before?.state === state ? before.since : now,
    contactAt: state === 'ok' ? now : (before?.contactAt ?? null),
  };
}

function tablesState(replicas: readonly ReplicaEye[]): { readonly state: SightState; readonly message: string | null } {
  if (replicas.some(({ isListed }) => isListed)) return { state: 'ok', message: null };
  const seen = replicas.filter(({ reach }) => reach.state === 'ok');
  if (seen.length === 0) return seenByAny(replicas);
  const listings = IN_ORDER.flatMap((state) => seen.find(({ listing }) => listing.state === state)?.listing ?? []);
  const [{ state, message } = NOT_YET] = listings;
  return { state, message: state === 'starting' ? null : message };
}

/** Which of several reasons is told: whoever has not said anything may yet tell. */
const IN_ORDER: readonly SightState[] = ['starting', 'forbidden', 'lost', 'invalid'];
const NOT_YET = { state: 'starting', message: null } as const;

/**
 * A replica that is lost says so itself, as a resource: said here too, it would be told twice. What one that answers may
 * not tell is told here, once for all of it.
 */
export function replicaSight({ id, address, reach, forbidden }: ReplicaEye, user: string): readonly Sight[] {
  const { state, message, since, contactAt } = reach;
  if (state === 'lost') return [];
  const isLimited = state === 'ok' && forbidden.length > 0;
  const sight = { subject: address.name, kind: null, resourceId: id, since, contactAt };
  if (!isLimited) return [{ ...sight, state, message }];
  const what = `User "${user}" may not read all of the system tables of ${address.name}: ${forbidden.join(', ')}.`;
  return [{ ...sight, state: 'forbidden', message: what }];
}
