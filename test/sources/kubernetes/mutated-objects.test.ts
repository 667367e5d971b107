import fc from 'fast-check';
import { UnreadableObject } from '../../../src/clients/kubernetes-raw-object.js';
import type { MainFacts, SourceEvent } from '../../../src/model/facts.js';
import type { ResourceId } from '../../../src/model/ids.js';
import { type RecordKind, ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import type { Instant } from '../../../src/model/time.js';
import type { Entry } from '../../../src/registry/entry.js';
import { AttachmentErrors } from '../../../src/sources/kubernetes/attachment-errors.js';
import { projectAutoscalerStatus } from '../../../src/sources/kubernetes/autoscaler-status.projection.js';
import { EventBook } from '../../../src/sources/kubernetes/event-book.js';
import { projectEvent } from '../../../src/sources/kubernetes/event.projection.js';
import { clusterId } from '../../../src/sources/kubernetes/kubernetes.ids.js';
import { projectVolumeAttachment } from '../../../src/sources/kubernetes/volume-attachment.projection.js';
import { RECORD_COLLECTIONS } from '../../../src/sources/kubernetes/watched-collections.js';
import { askAll } from '../../support/asked-all.js';
import { NOW, seen } from '../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../support/kubernetes-world.js';
import { mutated, mutation } from '../../support/mutations.js';
import { cluster } from '../../support/storage-facts.js';
import { trials } from '../../support/trials.js';
import { SYSTEM, objects, place } from './recorded.js';

const { count: COUNT, seed: SEED } = trials('VITALS_MUTATED_OBJECTS', 2_000);

const KINDS: Readonly<Record<string, string>> = {
  Node: 'nodes',
  Namespace: 'namespaces',
  Pod: 'pods',
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  Job: 'jobs',
  CronJob: 'cronjobs',
  PersistentVolume: 'persistentvolumes',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  StorageClass: 'storageclasses',
};

/** What the cluster autoscaler writes; nothing of it was recorded. */
const AUTOSCALER = {
  metadata: { annotations: { 'cluster-autoscaler.kubernetes.io/last-updated': '2025-12-31 23:59:00.1 +0000 UTC' } },
  data: {
    status:
      'time: 2025-12-31 23:59:00.1 +0000 UTC\nautoscalerStatus: Running\nnodeGroups:\n' +
      '  - name: group-a\n    health: { nodeCounts: { registered: { total: 3, ready: 2 } }, minSize: 1, maxSize: 3 }\n',
  },
};

const all: Readonly<Record<string, object>> = {
  ...(objects as Record<string, object>),
  'ConfigMap/status': AUTOSCALER,
};
const names = Object.keys(all);
const collections = new Map(RECORD_COLLECTIONS.map((collection) => [collection.subject, collection]));

function kindOf(name: string): string {
  return name.split('/')[0] ?? '';
}

/** From an object to what the registry is told of it: as the source does, which remembers of some what was before. */
class Projections {
  private readonly events = new EventBook(500);
  private readonly errors = new AttachmentErrors(() => NOW);

  /** Nothing where it cannot be read: what was known of it stays. */
  of(name: string, object: object): readonly SourceEvent[] {
    try {
      return this.read(name, object as never);
    } catch (error) {
      if (error instanceof UnreadableObject) return [];
      throw error;
    }
  }

  private read(name: string, object: never): readonly SourceEvent[] {
    const kind = kindOf(name);
    if (kind === 'Event') {
      const facts = projectEvent(object, place());
      return facts === null ? [] : [...this.events.upsert(name, facts, NOW)];
    }
    if (kind === 'VolumeAttachment') {
      const facts = this.errors.complete(name, projectVolumeAttachment(object, place()));
      return [observed(SupportKind.VOLUME_ATTACHMENT, facts)];
    }
    if (kind === 'ConfigMap')
      return [{ id: clusterId(SYSTEM), kind: ResourceKind.CLUSTER, aspect: 'autoscaler', facts: projectAutoscalerStatus(object, place()), observedAt: NOW }]; // prettier-ignore
    const collection = collections.get(KINDS[kind] ?? '');
    if (collection === undefined) throw new Error(`Nobody reads ${name}.`);
    return [observed(collection.kind, collection.project(object, place()))];
  }

  /** All of them as they are: something to have neighbours among. */
  everything(): readonly SourceEvent[] {
    return names.flatMap((name) => this.of(name, all[name] ?? {}));
  }
}

function observed(kind: RecordKind, facts: MainFacts): SourceEvent {
  return { id: facts.id, kind, aspect: 'main', facts, observedAt: 1 as Instant } as unknown as SourceEvent;
}

/** Whom it changes: itself, or what it is about. */
function concerned(event: SourceEvent): readonly ResourceId[] {
  if (event.kind !== SupportKind.CLUSTER_EVENT || 'goneAspect' in event) return [event.id];
  return [event.facts.regarding as ResourceId];
}

const thrown = fc.record({
  name: fc.constantFrom(...names),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
  /** Owned by that one of the same batch, which may be itself: owners are a circle as often as not. */
  owner: fc.option(fc.nat(4)),
});

interface Named {
  readonly name: string;
  readonly object: { metadata?: unknown };
}

/** Says in an object that another of the batch is its owner. */
function own({ object }: Named, owner: Named): void {
  const of = (one: Named): Record<string, unknown> | null => {
    const { metadata } = one.object;
    return typeof metadata === 'object' && metadata !== null ? (metadata as Record<string, unknown>) : null;
  };
  const [mine, its] = [of({ name: '', object }), of(owner)];
  if (mine === null || its === null || !Object.isExtensible(mine)) return;
  mine['ownerReferences'] = [{ apiVersion: 'apps/v1', kind: kindOf(owner.name), name: its['name'], uid: its['uid'], controller: true }]; // prettier-ignore
}

it(
  `${COUNT} objects of Kubernetes, mutated at random (seed ${SEED}), go through projection, registry and rules, and nothing throws`,
  () => {
    const world = kubernetesWorld();
    const projections = new Projections();
    world.see(seen(cluster()), ...projections.everything());
    const read = new Map<string, number>();
    const property = fc.property(fc.array(thrown, { minLength: 1, maxLength: 5 }), (many) => {
      const batch = many.map(({ name, mutations }): Named => ({ name, object: mutated(all[name] ?? {}, mutations) }));
      for (const [index, { owner }] of many.entries()) {
        const [mine, its] = [batch[index], batch[(owner ?? 0) % batch.length]];
        if (owner !== null && mine !== undefined && its !== undefined) own(mine, its);
      }
      const events = batch.flatMap(({ name, object }) => projections.of(name, object));
      for (const { kind } of events) read.set(kind, (read.get(kind) ?? 0) + 1);
      world.see(...events).advance(60_000);
      askAll(world, new Set(events.flatMap(concerned)));
    });
    fc.assert(property, { numRuns: Math.ceil(COUNT / 3), seed: SEED, endOnFailure: true });
    // Most can be read all the same, some of each sort.
    expect([...read.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(COUNT / 2);
    const kinds = [...RECORD_COLLECTIONS.map(({ kind }) => kind), SupportKind.CLUSTER_EVENT, SupportKind.VOLUME_ATTACHMENT, ResourceKind.CLUSTER]; // prettier-ignore
    for (const kind of kinds) expect({ kind, read: read.get(kind) ?? 0 }).not.toEqual({ kind, read: 0 });
  },
  120_000 * Math.max(1, COUNT / 5_000),
);

describe('an object that is', () => {
  const named = (prefix: string): Record<string, unknown> => {
    const name = names.find((one) => one.startsWith(prefix));
    if (name === undefined) throw new Error(`nothing was recorded of ${prefix}`);
    return structuredClone(objects[name]) as Record<string, unknown>;
  };
  const metadataOf = (object: Record<string, unknown>): Record<string, unknown> => object['metadata'] as Record<string, unknown>; // prettier-ignore

  it('a pod of 10,000 containers is judged in time, and says no more than can be read', () => {
    const pod = named('Pod/');
    const { spec, status } = pod as { spec: { containers: object[] }; status: { containerStatuses: object[] } };
    const waiting = { waiting: { reason: 'ImagePullBackOff', message: 'x'.repeat(1_000) } };
    spec.containers = Array.from({ length: 10_000 }, (_, n) => ({ ...spec.containers[0], name: `c${n}` }));
    status.containerStatuses = Array.from({ length: 10_000 }, (_, n) => ({ ...status.containerStatuses[0], name: `c${n}`, ready: false, state: waiting })); // prettier-ignore
    const world = kubernetesWorld();
    const started = performance.now();
    const [event] = new Projections().of('Pod/', pod);
    if (event === undefined) throw new Error('It cannot be read.');
    world.see(event).advance(3_600_000);
    const { main } = world.registry.get(event.id) as Entry<ResourceKind.POD>;
    expect(main.containers.filter(({ isInit }) => !isInit)).toHaveLength(1_000);
    world.readings(event.id);
    // With all ten thousand it took many seconds, in which nothing else was judged.
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('its own owner, or owned in a circle, is judged as any other', () => {
    const world = kubernetesWorld();
    const own = (uid: string): object[] => [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'x', uid, controller: true }]; // prettier-ignore
    const ring = ['a', 'b', 'c'].map((uid, index, uids) => {
      const object = named('ReplicaSet/');
      Object.assign(metadataOf(object), { uid, name: uid, ownerReferences: own(uids[(index + 1) % 3] ?? '') });
      return object;
    });
    const self = named('Deployment/');
    Object.assign(metadataOf(self), { uid: 'd', name: 'd', ownerReferences: own('d') });
    const pod = named('Pod/');
    Object.assign(metadataOf(pod), { uid: 'p', name: 'p', ownerReferences: own('a') });
    const projections = new Projections();
    const events = [
      ...ring.flatMap((object) => projections.of('ReplicaSet/', object)),
      ...projections.of('Deployment/', self),
      ...projections.of('Pod/', pod),
    ];
    expect(events).toHaveLength(5);
    world.see(...events).advance(3_600_000);
    askAll(world, new Set(events.map(({ id }) => id)));
    expect(world.status(events[0]?.id ?? ('' as never))).toBeDefined();
    expect([...world.registry.entries(ResourceKind.WORKLOAD)]).toHaveLength(4);
  });
});
