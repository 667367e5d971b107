import { HealthStatus } from '../../src/model/health.js';
import { resourceId } from '../../src/model/ids.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { severityRank, statusRank } from '../../src/model/verdict.js';
import type { Entry } from '../../src/registry/entry.js';
import type { Places } from '../../src/registry/population.js';
import type { Alike } from '../../src/registry/ranked-records.js';
import { dice } from '../support/dice.js';
import { type World, judgedWorld } from '../support/judged.js';
import {
  cluster,
  idOf,
  namespace,
  node,
  observed,
  pod,
  roots,
  smallKinds,
  smallRules,
  source,
} from '../support/small-world.js';

const { POD } = ResourceKind;
const SYSTEMS = ['prod', 'east'];
const NAMESPACES = ['shop', 'bank', 'post'];

function smallWorld(): World {
  return judgedWorld({ kinds: smallKinds, rules: smallRules }).see(...roots, cluster(), namespace('shop'), node('n1'));
}

/** A pod that shares its name with others elsewhere. */
function podAt(uid: number, labels: Record<string, string>): ReturnType<typeof pod> {
  const system = SYSTEMS[uid % 2] ?? '';
  const id = resourceId(POD, system, String(uid));
  return pod(`web-${uid % 7}`, labels, { id, system, namespace: NAMESPACES[uid % 3] });
}

function goneAt(uid: number): { id: ReturnType<typeof resourceId>; kind: typeof POD; goneAspect: 'main' } {
  return { id: resourceId(POD, SYSTEMS[uid % 2] ?? '', String(uid)), kind: POD, goneAspect: 'main' };
}

function badness({ status, findings: [worst] }: Entry): number {
  return statusRank(status) * 10 + (worst === undefined ? 0 : severityRank(worst.severity) + 1);
}

const byName = (a: Entry, b: Entry): number => (a.main.name === b.main.name ? (a.id < b.id ? -1 : 1) : a.main.name < b.main.name ? -1 : 1); // prettier-ignore

const ids = (entries: Iterable<Entry>): readonly string[] => Array.from(entries, ({ id }) => id);

const inOrder = (alike: Iterable<Alike<ResourceKind>>): readonly Entry[] =>
  [...alike].flatMap(({ entries }) => [...entries]);

/** Compares all that an index says with a plain look at every record. */
function expectAsSorted({ registry }: World, { systems, namespaces }: Places, random: (sides: number) => number): void {
  const all = [...registry.entries<ResourceKind>(POD)].filter(
    ({ main }) => (systems?.includes(main.system) ?? true) && (namespaces?.includes(main.namespace ?? '') ?? true),
  );
  const ranked = registry.ranked([POD], { systems, namespaces });
  const counts: Record<string, number> = {};
  for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
  expect(Object.fromEntries(ranked.counts())).toEqual(counts);
  expect(ranked.size).toBe(all.length);
  expect(ids(ranked).toSorted()).toEqual(ids(all).toSorted());
  const at = all[random(all.length)];
  for (const isDescending of [false, true]) {
    const sign = isDescending ? -1 : 1;
    const worse = all.toSorted((a, b) => sign * (badness(a) - badness(b)) || byName(a, b));
    const named = all.toSorted((a, b) => sign * byName(a, b));
    expect(ids(inOrder(ranked.byBadness(isDescending, null)))).toEqual(ids(worse));
    expect(ids(ranked.byName(isDescending, null))).toEqual(ids(named));
    if (at === undefined) continue;
    const place = { badness: badness(at), id: at.id, main: at.main };
    expect(ids(inOrder(ranked.byBadness(isDescending, place)))).toEqual(ids(worse.slice(worse.indexOf(at) + 1)));
    expect(ids(ranked.byName(isDescending, place))).toEqual(ids(named.slice(named.indexOf(at) + 1)));
  }
  const wanted = [HealthStatus.DEGRADED, HealthStatus.UNKNOWN];
  expect(ids(ranked.ofStatus(wanted)).toSorted()).toEqual(
    ids(all.filter((one) => wanted.includes(one.status))).toSorted(),
  );
}

const PLACES: readonly Places[] = [
  {},
  { systems: ['prod'] },
  { namespaces: ['bank'] },
  { systems: ['east', 'prod', 'east'], namespaces: ['shop', 'none', 'post'] },
  { systems: [] },
];

describe('the index of records', () => {
  it('is what sorting all of them would be, after thousands of changes of all sorts', () => {
    const world = smallWorld();
    const random = dice(1);
    const upTo = (sides: number): number => Math.floor(random() * sides);
    const LABELS = [{}, {}, { warn: 'x' }, { critical: 'x' }, { warn: 'x', critical: 'y' }, { starting: 'x' }, { critical: 'x', starting: 'y' }]; // prettier-ignore
    const states = ['lost', 'ok'] as const;
    let turns = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const uid = upTo(60);
      if (upTo(4) === 0) world.see(goneAt(uid));
      else world.see(podAt(uid, LABELS[upTo(LABELS.length)] ?? {}));
      // What is lost comes back, and with it what was judged meanwhile.
      if (upTo(50) === 0) world.see(source([{ state: states[turns++ % 2] ?? 'ok' }]));
      if (round % 50 === 0) for (const places of PLACES) expectAsSorted(world, places, upTo);
    }
    expect(world.registry.ranked([POD]).size).toBeGreaterThan(20);
  });

  it('follows a record that is called otherwise from now on', () => {
    const world = smallWorld().see(podAt(1, {}), podAt(3, {}));
    const { registry } = world;
    const before = podAt(1, {});
    world.see({ ...before, facts: { ...before.facts, name: 'other', namespace: 'elsewhere' } } as typeof before);
    expect(Array.from(registry.ranked([POD]).byName(false, null), ({ main }) => main.name)).toEqual(['other', 'web-3']);
    expect(registry.ranked([POD], { namespaces: ['bank'] }).size).toBe(0);
    expect(registry.lookup(POD, 'other', 'east', 'elsewhere')).toHaveLength(1);
    expect(registry.lookup(POD, 'web-1')).toEqual([]);
  });

  it('is left as it was in a snapshot, whatever comes and goes, and follows it', () => {
    const world = smallWorld().see(...Array.from({ length: 200 }, (_, uid) => podAt(uid, {})));
    const { registry } = world;
    const taken = registry.ranked([POD]).snapshot();
    const before = ids(taken.byName(false, null));
    const found: string[] = [];
    for (const entry of taken.byName(false, null)) {
      const uid = found.push(entry.id) - 1;
      world.see(uid % 2 === 0 ? goneAt(uid) : podAt(uid, { critical: 'x' }), podAt(1_000 + uid, { warn: 'x' }));
    }
    expect(found).toEqual(before);
    expect(ids(taken.byName(true, null))).toEqual(before.toReversed());
    expect(Object.fromEntries(taken.counts())).toEqual({ HEALTHY: 200 });
    expect(Object.fromEntries(registry.counts(POD))).toEqual({ UNHEALTHY: 100, DEGRADED: 200 });
    expectAsSorted(world, {}, () => 0);
  });

  it('holds records of several kinds together', () => {
    const world = smallWorld().see(pod('a'), pod('z', { critical: 'x' }));
    const found = world.registry.ranked<ResourceKind>([ResourceKind.NODE, POD]).byBadness(true, null);
    expect(inOrder(found).map(({ main }) => main.name)).toEqual(['z', 'a', 'n1']);
  });

  it('lets go of what went before its source came back', () => {
    const world = smallWorld().see(source([{}]), pod('a', {}, { restarts: 12 }));
    world.see(source([{ state: 'lost' }])).advance(40_000);
    world.see(observed(POD, 'b', { namespace: 'shop', nodeName: null, restarts: 0, cpuRequested: 1 }));
    world.see({ id: pod('a').id, kind: POD, goneAspect: 'main' }, source([{}]));
    expect(Array.from(world.registry.ranked([POD]), ({ main }) => main.name)).toEqual(['b']);
    expect(world.status(idOf(ResourceKind.NAMESPACE, 'shop'))).toBe(HealthStatus.HEALTHY);
    expect(world.changes.filter(({ resourceName }) => resourceName === 'a').at(-1)?.type).toBe('REMOVED');
  });
});
