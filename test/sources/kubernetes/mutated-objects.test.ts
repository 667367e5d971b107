import fc, { type Arbitrary } from 'fast-check';
import { UnreadableObject } from '../../../src/clients/kubernetes-raw-object.js';
import type { MainFacts, SourceEvent } from '../../../src/model/facts.js';
import { type RecordKind, ResourceKind } from '../../../src/model/kinds.js';
import type { Entry } from '../../../src/registry/entry.js';
import { projectEvent } from '../../../src/sources/kubernetes/event.projection.js';
import { RECORD_COLLECTIONS } from '../../../src/sources/kubernetes/watched-collections.js';
import type { World } from '../../support/judged.js';
import { kubernetesWorld } from '../../support/kubernetes-world.js';
import { objects, place } from './recorded.js';

/** How many objects, and which: the same seed makes the same. */
const COUNT = Number(process.env['VITALS_MUTATED_OBJECTS'] ?? 2_000);
const SEED = Number(process.env['VITALS_MUTATED_SEED'] ?? 1);

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

function kindOf(name: string): string {
  return name.split('/')[0] ?? '';
}

const collections = new Map(RECORD_COLLECTIONS.map((collection) => [collection.subject, collection]));
const names = Object.keys(objects).filter((name) => Object.hasOwn(KINDS, kindOf(name)) || kindOf(name) === 'Event');

/** What may stand where something else was promised. */
const STRANGE: readonly Arbitrary<unknown>[] = [
  fc.constantFrom(undefined, null, true, false, 0, -1, 1e308, 2 ** 53, NaN, '', [], {}, [null], [[]], [{}], { 0: {} }),
  fc.constantFrom(
    'constructor',
    '__proto__',
    'toString',
    '9999999999999',
    '-5',
    '1e400',
    '0x10',
    '٣',
    '\u0000',
    '\ud800',
    '💥'.repeat(100),
  ),
  fc.constantFrom(
    '2026-13-45T99:99:99Z',
    '0001-01-01T00:00:00Z',
    '+275761-01-01T00:00:00Z',
    'now',
    '1Gi',
    '1.5e3Ki',
    '100m',
  ),
  fc.nat(100_000).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.jsonValue({ maxDepth: 1 })),
];

const strange = fc.oneof(...STRANGE);

/** By which numbers a way through an object is chosen, and what is put at its end. */
const mutation = fc.record({ way: fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }), value: strange });

const mutated = fc
  .tuple(fc.constantFrom(...names), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([name, mutations]) => {
    const object = structuredClone(objects[name]) as Record<string, unknown>;
    for (const { way, value } of mutations) mutate(object, way, value);
    return { name, object };
  });

function mutate(object: object, [step = 0, ...rest]: readonly number[], value: unknown): void {
  const entries = Object.keys(object);
  const key = entries[step % Math.max(1, entries.length)];
  if (key === undefined) return;
  const holder = object as Record<string, unknown>;
  const inner = holder[key];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) mutate(inner, rest, value);
  else if (value === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = value;
}

/** What becomes of an object in the source; null: it cannot be read, and what was known of it stays. */
function project(name: string, object: unknown): SourceEvent | null {
  const collection = collections.get(KINDS[kindOf(name)] ?? '');
  try {
    if (collection === undefined) {
      projectEvent(object as never, place());
      return null;
    }
    const facts = collection.project(object as never, place());
    return observed(collection.kind, facts);
  } catch (error) {
    if (error instanceof UnreadableObject) return null;
    throw error;
  }
}

function observed(kind: RecordKind, facts: MainFacts): SourceEvent {
  return { id: facts.id, kind, aspect: 'main', facts, observedAt: 1 } as unknown as SourceEvent;
}

/** All that anybody may ask of it: a rule that throws fails the test. */
function askAll(world: World, ids: readonly SourceEvent['id'][]): void {
  for (const id of ids) {
    const entry = world.registry.get(id);
    if (entry === undefined) continue;
    const failed = world.readings(id).filter(({ unavailable }) => unavailable === 'rule failed');
    expect(failed).toEqual([]);
    for (const finding of entry.findings) {
      world.registry.causesOf(finding);
      world.registry.consequencesOf(finding);
      expect(finding.message.length).toBeLessThan(10_000);
    }
    world.registry.neighbours(entry, 'dependsOn');
    world.registry.neighbours(entry, 'dependents');
  }
}

/** As they are: something to have neighbours among. */
function everything(): readonly SourceEvent[] {
  return names.flatMap((name) => project(name, objects[name]) ?? []);
}

it(
  `${COUNT} objects of Kubernetes, mutated at random, go through projection, registry and rules, and nothing throws`,
  () => {
    const world = kubernetesWorld();
    world.see(...everything());
    let read = 0;
    const property = fc.property(fc.array(mutated, { minLength: 1, maxLength: 5 }), (many) => {
      const events = many.flatMap(({ name, object }) => project(name, object) ?? []);
      read += events.length;
      world.see(...events).advance(60_000);
      askAll(world, events.map(({ id }) => id)); // prettier-ignore
    });
    fc.assert(property, { numRuns: Math.ceil(COUNT / 3), seed: SEED, endOnFailure: true });
    // Most can be read all the same.
    expect(read).toBeGreaterThan(COUNT / 2);
  },
  120_000 * Math.max(1, COUNT / 10_000),
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
    const event = project('Pod/', pod);
    if (event === null) throw new Error('It cannot be read.');
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
    const all = ['a', 'b', 'c'].map((uid, index, uids) => {
      const object = named('ReplicaSet/');
      Object.assign(metadataOf(object), { uid, name: uid, ownerReferences: own(uids[(index + 1) % 3] ?? '') });
      return project('ReplicaSet/', object);
    });
    const self = named('Deployment/');
    Object.assign(metadataOf(self), { uid: 'd', name: 'd', ownerReferences: own('d') });
    const pod = named('Pod/');
    Object.assign(metadataOf(pod), { uid: 'p', name: 'p', ownerReferences: own('a') });
    const events = [...all, project('Deployment/', self), project('Pod/', pod)].flatMap((event) => event ?? []);
    expect(events).toHaveLength(5);
    world.see(...events).advance(3_600_000);
    askAll(world, events.map(({ id }) => id)); // prettier-ignore
    expect(world.status(events[0]?.id ?? ('' as never))).toBeDefined();
    expect([...world.registry.entries(ResourceKind.WORKLOAD)]).toHaveLength(4);
  });
});
