import type { V1ConfigMap, V1Pod } from '@kubernetes/client-node';
import {
  type Collection,
  CollectionWatch,
  type CollectionWatchOptions,
  disappearance,
  observation,
} from '../../clients/kubernetes-collection-watch.js';
import type { KubernetesConnection } from '../../clients/kubernetes-connection.js';
import type { WatchChange } from '../../clients/kubernetes-objects.js';
import type { AutoscalerStatus, ClusterEvent } from '../../model/cluster.js';
import type { MainFacts, SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { type RecordKind, ResourceKind, SupportKind } from '../../model/kinds.js';
import type { Node } from '../../model/node.js';
import type { Pod } from '../../model/pod.js';
import type { Sight } from '../../model/source.js';
import type { Instant } from '../../model/time.js';
import type { Claim, VolumeAttachment } from '../../model/volume.js';
import type { SourceContext } from '../source.js';
import { AttachmentErrors } from './attachment-errors.js';
import { projectAutoscalerStatus } from './autoscaler-status.projection.js';
import type { ClusterInventory } from './cluster-inventory.js';
import { EventBook } from './event-book.js';
import { projectEvent } from './event.projection.js';
import { unaskedUsage } from './kubelet-usage.js';
import { clusterId, zoneId } from './kubernetes.ids.js';
import { mirroredUidOf } from './pod.projection.js';
import type { Place } from '../../clients/kubernetes-projection.js';
import type { Raw } from '../../clients/kubernetes-raw-object.js';
import { projectVolumeAttachment } from './volume-attachment.projection.js';
import {
  ATTACHMENTS,
  AUTOSCALER_STATUS,
  EVENTS,
  RECORD_COLLECTIONS,
  type RecordCollection,
} from './watched-collections.js';

export interface ClusterWatchOptions extends SourceContext {
  readonly place: Place;
  readonly connection: Pick<KubernetesConnection, 'get' | 'stream'>;
  readonly inventory: ClusterInventory;
  readonly eventsKept: number;
  /** Whether kubelets are asked for usage. */
  readonly asksKubelets: boolean;
  /** How well something is seen is different now. */
  readonly onState: () => void;
}

/** Everything of a cluster that is watched. */
export class ClusterWatch {
  private readonly watches: readonly CollectionWatch<never>[];
  private readonly zones = new Set<string>();
  private readonly events: EventBook;
  private readonly errors: AttachmentErrors;

  constructor(private readonly options: ClusterWatchOptions) {
    this.events = new EventBook(options.eventsKept);
    this.errors = new AttachmentErrors(() => options.clock.now());
    const watches = [
      ...RECORD_COLLECTIONS.map((collection) => this.watchRecords(collection)),
      this.watchAttachments(),
      ...EVENTS.map((collection) => this.watchEvents(collection)),
      this.watchAutoscaler(),
    ];
    this.watches = watches as unknown as readonly CollectionWatch<never>[];
  }

  sights(): readonly Sight[] {
    return this.watches.map((watch) => watch.sight());
  }

  start(): void {
    for (const watch of this.watches) watch.start();
  }

  /** The server is there again: what waits to try, tries now. */
  hurry(): void {
    for (const watch of this.watches) watch.hurry();
  }

  async stop(): Promise<void> {
    await Promise.all(this.watches.map((watch) => watch.stop()));
  }

  private watch<T>(
    collection: Collection,
    how: Pick<CollectionWatchOptions<T>, 'project' | 'events'>,
  ): CollectionWatch<T> {
    const { connection, report, onState, clock, log } = this.options;
    return new CollectionWatch({ ...how, collection, connection, report, onState, clock, log });
  }

  private watchRecords({ kind, project, ...collection }: RecordCollection): CollectionWatch<MainFacts> {
    const { place, inventory } = this.options;
    return this.watch<MainFacts>(
      { ...collection, kind },
      {
        project: (raw) => {
          const facts = project(raw, place);
          if (kind === ResourceKind.POD) this.noteMirror(raw, facts.id);
          return facts;
        },
        events: (change, now) => this.recordEvents(kind, inventory, change, now),
      },
    );
  }

  private noteMirror(raw: Raw<V1Pod>, id: ResourceId): void {
    const staticUid = mirroredUidOf(raw?.metadata);
    if (staticUid !== null) this.options.inventory.putMirror(staticUid, id);
  }

  private *recordEvents(
    kind: RecordKind,
    inventory: ClusterInventory,
    change: WatchChange<MainFacts>,
    now: Instant,
  ): Generator<SourceEvent> {
    if (change.type === 'delete') {
      const gone = disappearance(kind, this.options.place.system, change.uid);
      forget(inventory, kind, gone.id);
      yield gone;
      return;
    }
    if (kind === ResourceKind.NODE) yield* this.zoneEvents(change.object as Node, now);
    remember(inventory, kind, change.object);
    yield observation(kind, change.object, now);
    if (kind === ResourceKind.POD && !this.options.asksKubelets) yield unaskedUsage(change.object.id);
  }

  /** A zone is remembered from when a node of it is first seen: an empty one vanishes from the API. */
  private *zoneEvents({ zoneName: name, system }: Node, now: Instant): Generator<SourceEvent> {
    if (name === null || this.zones.has(name)) return;
    this.zones.add(name);
    const id = zoneId(system, name);
    const facts = { id, kind: ResourceKind.ZONE, name, system, namespace: null, labels: {} };
    yield observation(ResourceKind.ZONE, facts, now);
  }

  private watchAttachments(): CollectionWatch<Omit<VolumeAttachment, 'errorSince'>> {
    const kind = SupportKind.VOLUME_ATTACHMENT;
    const { place } = this.options;
    return this.watch<Omit<VolumeAttachment, 'errorSince'>>(ATTACHMENTS, {
      project: (raw) => projectVolumeAttachment(raw, place),
      events: (change, now) => {
        if (change.type === 'upsert') return [observation(kind, this.errors.complete(change.uid, change.object), now)];
        this.errors.forget(change.uid);
        return [disappearance(kind, place.system, change.uid)];
      },
    });
  }

  private watchEvents(collection: Collection): CollectionWatch<ClusterEvent> {
    return this.watch<ClusterEvent>(collection, {
      project: (raw) => projectEvent(raw, this.options.place),
      events: (change, now) =>
        change.type === 'upsert' ? this.events.upsert(change.uid, change.object, now) : this.events.delete(change.uid),
    });
  }

  private watchAutoscaler(): CollectionWatch<AutoscalerStatus> {
    const { place } = this.options;
    const id = clusterId(place.system);
    const kind = ResourceKind.CLUSTER;
    const aspect = 'autoscaler';
    return this.watch<AutoscalerStatus>(AUTOSCALER_STATUS, {
      project: (raw: Raw<V1ConfigMap>) => projectAutoscalerStatus(raw, place),
      events: (change, now) =>
        change.type === 'upsert'
          ? [{ id, kind, aspect, facts: change.object, observedAt: now }]
          : [{ id, kind, goneAspect: aspect }],
    });
  }
}

function remember(inventory: ClusterInventory, kind: RecordKind, facts: MainFacts): void {
  if (kind === ResourceKind.NODE) inventory.putNode(facts as Node);
  if (kind === ResourceKind.POD) inventory.putPod(facts as Pod);
  if (kind === ResourceKind.CLAIM) inventory.putClaim(facts as Claim);
}

function forget(inventory: ClusterInventory, kind: RecordKind, id: ResourceId): void {
  if (kind === ResourceKind.NODE) inventory.dropNode(id);
  if (kind === ResourceKind.POD) inventory.dropPod(id);
  if (kind === ResourceKind.CLAIM) inventory.dropClaim(id);
}
