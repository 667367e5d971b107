import type { ClusterEvent } from '../../model/cluster.js';
import type { SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { SupportKind } from '../../model/kinds.js';
import type { Instant } from '../../model/time.js';

/** The newest event of each object and reason, up to a number: a storm of events costs the oldest ones. */
export class EventBook {
  /** In the order in which they were last written. */
  private readonly kept = new Map<ResourceId, { readonly uid: string; readonly lastSeenAt: Instant }>();
  /** By the uid of the API's own object. */
  private readonly byUid = new Map<string, ResourceId>();

  constructor(private readonly capacity: number) {}

  /** A list brings events in no order: an older one changes nothing. */
  *upsert(uid: string, event: ClusterEvent, now: Instant): Generator<SourceEvent> {
    const before = this.kept.get(event.id);
    if (before !== undefined && before.uid !== uid && before.lastSeenAt > event.lastSeenAt) return;
    if (before !== undefined) this.forget(event.id);
    this.kept.set(event.id, { uid, lastSeenAt: event.lastSeenAt });
    this.byUid.set(uid, event.id);
    yield { id: event.id, kind: SupportKind.CLUSTER_EVENT, aspect: 'main', facts: event, observedAt: now };
    if (this.kept.size > this.capacity) yield* this.dropOldest();
  }

  *delete(uid: string): Generator<SourceEvent> {
    const id = this.byUid.get(uid);
    if (id === undefined) return;
    this.forget(id);
    yield gone(id);
  }

  private *dropOldest(): Generator<SourceEvent> {
    const [oldest] = this.kept.keys();
    if (oldest === undefined) return;
    this.forget(oldest);
    yield gone(oldest);
  }

  private forget(id: ResourceId): void {
    const event = this.kept.get(id);
    if (event === undefined) return;
    this.kept.delete(id);
    this.byUid.delete(event.uid);
  }
}

function gone(id: ResourceId): SourceEvent {
  return { id, kind: SupportKind.CLUSTER_EVENT, goneAspect: 'main' };
}
