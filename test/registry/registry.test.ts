import { HealthChangeType } from '../../src/model/change.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { Evidence, type Finding, HealthStatus, Severity } from '../../src/model/health.js';
import { platformId, systemId } from '../../src/model/ids.js';
import { ResourceKind } from '../../src/model/kinds.js';
import type { Rule } from '../../src/model/rule.js';
import { SignalName } from '../../src/model/signal-name.js';
import { DAY, HOUR, MINUTE } from '../../src/model/time.js';
import { NO_SETTINGS } from '../../src/registry/limit-book.js';
import { Registry } from '../../src/registry/registry.js';
import { hidden } from '../support/hidden.js';
import { World, judgedWorld } from '../support/judged.js';
import { ManualClock } from '../support/manual-clock.js';
import {
  cluster,
  gone,
  idOf,
  namespace,
  node,
  pod,
  roots,
  smallKinds,
  smallRules,
  source,
} from '../support/small-world.js';

const POD = ResourceKind.POD;
const a = idOf(POD, 'a');

function smallWorld(options: Partial<Parameters<typeof judgedWorld>[0]> = {}): World {
  return judgedWorld({
    kinds: smallKinds,
    rules: smallRules,
    causes: [
      {
        effects: [FindingReason.POD_NOT_READY],
        causes: [FindingReason.NODE_NOT_READY],
        path: [{ edge: 'node', direction: 'to', kind: ResourceKind.NODE }],
      },
    ],
    ...options,
  });
}

describe('one changed record', () => {
  it('is judged alone, with those that declared an interest in what changed', () => {
    const world = smallWorld().see(node('n1'), node('n2'), pod('a'), pod('b'), pod('c', {}, { nodeName: 'n2' }));
    const judged = (act: () => unknown): number => {
      const before = world.judgements;
      act();
      return world.judgements - before;
    };
    expect(judged(() => world.see(pod('a', { warn: 'x' })))).toBe(1);
    expect(judged(() => world.see(node('n1')))).toBe(1); // nothing that a pod looks at
    expect(judged(() => world.see(node('n1', false)))).toBe(3); // itself and its two pods
    expect(judged(() => world.see(gone(ResourceKind.NODE, 'n1')))).toBe(2); // its two pods
    expect(judged(() => world.see(pod('a', {}, { cpuRequested: 200, nodeName: 'n2' })))).toBe(2); // itself, and the node that got its request
  });

  it('is judged right whatever comes first', () => {
    const world = smallWorld().see(pod('a')).see(node('n1', false));
    expect(world.summary(a)).toEqual(['POD_NOT_READY WARNING']);
    expect(world.see(node('n1')).summary(a)).toEqual([]);
  });
});

describe('totals', () => {
  it('follow every change exactly, also before the receiver is there', () => {
    const world = smallWorld().see(pod('a'), pod('b'), node('n1'));
    const total = (): number | undefined => world.registry.get(idOf(ResourceKind.NODE, 'n1'))?.total('requested');
    expect(total()).toBe(200);
    world.see(pod('a', {}, { cpuRequested: 50 }));
    expect(total()).toBe(150);
    world.see(gone(POD, 'b'), pod('a', {}, { nodeName: null }));
    expect(total()).toBe(0);
  });

  it.each([5e21, Number.MAX_SAFE_INTEGER, Infinity, NaN])('lose nothing of the small beside %d', (cpuRequested) => {
    const world = smallWorld().see(node('n1'), pod('a'), pod('huge', {}, { cpuRequested }));
    const total = (): number | undefined => world.registry.get(idOf(ResourceKind.NODE, 'n1'))?.total('requested');
    world.see(pod('b'), pod('c'), gone(POD, 'a'));
    expect(total()).toBe(Number.isFinite(cpuRequested) ? cpuRequested + 200 : 200);
    world.see(gone(POD, 'huge'));
    expect(total()).toBe(200);
    world.see(gone(POD, 'b'), gone(POD, 'c'));
    expect(total()).toBe(0);
  });
});

describe('holding', () => {
  const high = (value: number): ReturnType<typeof pod> => pod('a', {}, { restarts: value });

  it.each([
    ['just before its time', 29_999, []],
    ['at its time', 30_000, ['CPU_NEAR_LIMIT WARNING']],
  ])('raises %s', (_, wait, expected) => {
    expect(smallWorld().see(high(10)).advance(wait).summary(a)).toEqual(expected);
  });

  it('begins anew after a break', () => {
    const world = smallWorld().see(high(10)).advance(20_000).see(high(9)).see(high(10)).advance(29_999);
    expect(world.summary(a)).toEqual([]);
    expect(world.advance(1).summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
  });

  it('keeps a numeric finding for 60 s on the good side, and its severity too', () => {
    const world = smallWorld().see(high(20)).advance(30_000);
    expect(world.summary(a)).toEqual(['CPU_NEAR_LIMIT CRITICAL']);
    world.see(high(12)).advance(59_999);
    expect(world.summary(a)).toEqual(['CPU_NEAR_LIMIT CRITICAL']);
    expect(world.advance(1).summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
    world.see(high(1)).advance(59_999);
    expect(world.summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
    expect(world.advance(1).summary(a)).toEqual([]);
    expect(world.clock.nextAt).toBeNull();
  });

  it('starts the 60 s again when it is bad in between', () => {
    const world = smallWorld().see(high(10)).advance(30_000).see(high(1)).advance(50_000).see(high(10)).advance(30_000);
    expect(world.see(high(1)).advance(59_999).summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
  });

  it.each([
    ['for a moment', 10, 9, 10],
    ['for almost 60 s', 10, 9, 59_999],
    ['to a lesser degree', 20, 12, 30_000],
  ])('goes on as if nothing were when it is well again %s', (_, bad, better, wait) => {
    const world = smallWorld().see(high(bad)).advance(30_000);
    const [raised] = world.findings(a);
    const changes = world.changes.length;
    world.see(high(better)).advance(wait).see(high(bad)).advance(600_000);
    expect(world.findings(a)).toEqual([raised]);
    expect(world.changes).toHaveLength(changes);
    expect(world.see(high(1)).advance(59_999).findings(a)).toHaveLength(1);
    expect(world.advance(1).findings(a)).toEqual([]);
  });

  it('waits again for what is worse than what was raised', () => {
    const world = smallWorld().see(high(10)).advance(30_000).see(high(20)).advance(29_999);
    expect(world.summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
    expect(world.advance(1).summary(a)).toEqual(['CPU_NEAR_LIMIT CRITICAL']);
    expect(world.see(high(1)).advance(1_000).see(high(12)).advance(60_000).summary(a)).toEqual([
      'CPU_NEAR_LIMIT WARNING',
    ]);
  });

  it('knows since when the condition holds', () => {
    const world = smallWorld();
    const start = world.clock.now();
    world.see(high(10)).advance(31_000).see(high(11));
    expect(world.findings(a)[0]).toMatchObject({ since: start, message: 'It is 11.' });
  });
});

describe('a finding of which nothing can be told', () => {
  const isStale = (world: World): boolean | undefined => world.registry.get(a)?.isStale;
  const high = (value: number, labels = {}): ReturnType<typeof pod> => pod('a', labels, { restarts: value });
  const untold = { untold: 'value' };

  it('stands on, as stale, and says since when', () => {
    const world = smallWorld().see(pod('a', { critical: 'x' }));
    const [found] = world.findings(a);
    world.see(pod('a', { untold: 'x' }));
    const said = `x is bad. Since ${new Date(world.clock.now()).toISOString().slice(0, 19).replace('T', ' ')} UTC it could not be looked at again.`; // prettier-ignore
    expect(world.findings(a)).toEqual([{ ...found, message: said }]);
    expect([world.status(a), isStale(world)]).toEqual([HealthStatus.UNHEALTHY, true]);
    const changes = world.changes.length;
    world.advance(HOUR).see(pod('a', { untold: 'x' }));
    expect(world.findings(a)[0]?.message).toBe(said);
    expect(world.changes).toHaveLength(changes);
    world.see(pod('a', { critical: 'x' }));
    expect(world.findings(a)).toEqual([found]);
    expect(isStale(world)).toBe(false);
    expect(world.changes.flatMap(({ cleared }) => cleared)).toEqual([]);
  });

  it('ends as soon as it can be denied', () => {
    const world = smallWorld()
      .see(pod('a', { critical: 'x' }))
      .see(pod('a', { untold: 'x' }))
      .see(pod('a'));
    expect([world.findings(a), world.status(a), isStale(world)]).toEqual([[], HealthStatus.HEALTHY, false]);
    expect(world.advance(MINUTE).clock.nextAt).toBeNull();
  });

  it('is that finding alone, of that part alone, and none that did not stand', () => {
    const world = smallWorld().see(pod('a', { warn: 'x,y' }));
    expect(world.see(pod('a', { untold: 'y' })).summary(a)).toEqual(['CONTAINER_RESTARTING(y) WARNING']);
    expect(
      world
        .see(pod('a'))
        .see(pod('a', { untold: 'y' }))
        .summary(a),
    ).toEqual([]);
    expect([world.status(a), isStale(world)]).toEqual([HealthStatus.HEALTHY, false]);
  });

  it('is less than what is found of it, and more than what is less', () => {
    const world = smallWorld().see(pod('a', { warn: 'x' }));
    expect(world.see(pod('a', { critical: 'x', untold: 'x' })).summary(a)).toEqual([
      'CONTAINER_RESTARTING(x) CRITICAL',
    ]);
    expect(isStale(world)).toBe(false);
    expect(world.see(pod('a', { warn: 'x', untold: 'x' })).summary(a)).toEqual(['CONTAINER_RESTARTING(x) CRITICAL']);
    expect(isStale(world)).toBe(true);
  });

  it('is not looked at again by looking at something else', () => {
    const world = smallWorld().see(pod('a', { warn: 'x' }));
    const [found] = world.findings(a);
    world.see(pod('a', { inferred: 'x', untold: 'x' }));
    expect(world.findings(a)).toMatchObject([{ id: found?.id, evidence: Evidence.MEASURED }]);
    expect(isStale(world)).toBe(true);
    expect(world.see(pod('a', { inferred: 'x' })).findings(a)).toMatchObject([{ evidence: Evidence.INFERRED }]);
    expect(isStale(world)).toBe(false);
  });

  it.each([
    ['that had to last, too', high(20), high(0, untold), 30_000],
    ['that is raised at once', pod('a', { critical: 'x' }), pod('a', { untold: 'x' }), 0],
  ])('ends after a day, and is not found again by that: one %s', (_, bad, blind, wait) => {
    const world = smallWorld().see(bad).advance(wait).see(blind);
    expect(world.advance(DAY - 1).findings(a)).toHaveLength(1);
    expect(world.advance(1).findings(a)).toEqual([]);
    expect(isStale(world)).toBe(false);
    expect(world.see(blind).findings(a)).toEqual([]);
    expect(world.clock.nextAt).toBeNull();
  });

  it('keeps its severity, its start and what it lasts once it is over', () => {
    const world = smallWorld().see(high(20)).advance(30_000);
    const [found] = world.findings(a);
    world.see(high(0, untold)).advance(10 * MINUTE);
    expect(world.findings(a)).toMatchObject([{ severity: Severity.CRITICAL, since: found?.since }]);
    expect(world.see(high(20)).findings(a)).toEqual([found]);
    world
      .see(high(0, untold))
      .advance(10 * MINUTE)
      .see(high(0))
      .advance(59_999);
    expect(world.findings(a)).toEqual([found]);
    expect(isStale(world)).toBe(false);
    expect(world.advance(1).findings(a)).toEqual([]);
    expect(world.clock.nextAt).toBeNull();
  });

  it('lets what only outlives its condition go in its time, and what is less stand', () => {
    const world = smallWorld().see(high(20)).advance(30_000).see(high(0)).advance(30_000).see(high(0, untold));
    expect(world.advance(29_999).summary(a)).toEqual(['CPU_NEAR_LIMIT CRITICAL']);
    expect(world.advance(1).summary(a)).toEqual([]);
    world.see(high(20)).advance(30_000).see(high(12)).advance(30_000).see(high(0, untold)).advance(30_000);
    expect(world.summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
    expect(isStale(world)).toBe(true);
  });

  it('holds nothing that has not lasted yet', () => {
    const world = smallWorld().see(high(10)).advance(29_999).see(high(0, untold)).advance(HOUR);
    expect(world.findings(a)).toEqual([]);
    expect(world.see(high(10)).advance(29_999).findings(a)).toEqual([]);
  });
});

describe('a change', () => {
  it('is another status or set of findings, never another message', () => {
    const world = smallWorld().see(pod('a'));
    world
      .see(pod('a', { warn: 'x' }))
      .see(pod('a', { warn: 'x', other: 'y' }))
      .see(pod('a', { critical: 'x' }))
      .see(pod('a'));
    const said = world.changes.map(({ type, previousStatus, status, raised, updated, cleared }) => [
      type,
      previousStatus,
      status,
      raised.length,
      updated.length,
      cleared.length,
    ]);
    expect(said).toEqual([
      [HealthChangeType.ADDED, null, HealthStatus.HEALTHY, 0, 0, 0],
      [HealthChangeType.CHANGED, HealthStatus.HEALTHY, HealthStatus.DEGRADED, 1, 0, 0],
      [HealthChangeType.CHANGED, HealthStatus.DEGRADED, HealthStatus.UNHEALTHY, 0, 1, 0],
      [HealthChangeType.CHANGED, HealthStatus.UNHEALTHY, HealthStatus.HEALTHY, 0, 0, 1],
    ]);
    expect(world.changes.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  it('is one per batch, and none for what came and went within it', () => {
    const world = smallWorld().see(pod('a'), pod('a', { warn: 'x' }), pod('b'), gone(POD, 'b'));
    expect(world.changes.map(({ resourceName, type }) => [resourceName, type])).toEqual([
      ['a', HealthChangeType.ADDED],
    ]);
  });

  it('says what is gone, with the findings that went with it', () => {
    const world = smallWorld()
      .see(pod('a', { warn: 'x' }))
      .see(gone(POD, 'a'));
    expect(world.changes.at(-1)).toMatchObject({
      type: HealthChangeType.REMOVED,
      status: null,
      previousStatus: HealthStatus.DEGRADED,
    });
    expect(world.changes.at(-1)?.cleared.map(({ subject }) => subject)).toEqual(['x']);
    expect(world.findings()).toEqual([]);
  });

  it('is not said while the first picture is painted', () => {
    const registry = new Registry({ kinds: smallKinds, rules: smallRules, causes: [], clock: new ManualClock() });
    registry.report([pod('a', { warn: 'x' })]);
    expect(registry.changes.lastSequence).toBe(0);
    registry.open();
    registry.report([pod('a')]);
    expect(registry.changes.lastSequence).toBe(1);
  });

  it('is kept in a bounded log that can be read from any kept position', () => {
    const registry = new Registry({
      kinds: smallKinds,
      rules: smallRules,
      causes: [],
      clock: new ManualClock(),
      changesKept: 8,
    });
    registry.open();
    for (let turn = 0; turn < 20; turn += 1) registry.report([pod('a', turn % 2 === 0 ? {} : { warn: 'x' })]);
    const { changes } = registry;
    const sequences = (range: Parameters<typeof changes.range>[0]): number[] =>
      changes.range(range).map(({ sequence }) => sequence);
    expect(changes.lastSequence).toBe(20);
    expect(changes.lastSequence - changes.oldestSequence + 1).toBeGreaterThanOrEqual(8);
    expect(changes.lastSequence - changes.oldestSequence + 1).toBeLessThanOrEqual(10);
    expect(sequences({ afterSequence: 17 })).toEqual([18, 19, 20]);
    expect(sequences({ afterSequence: 14, first: 2 })).toEqual([15, 16]);
    expect(sequences({ last: 2 })).toEqual([19, 20]);
    expect(sequences({ last: 2, beforeSequence: 19 })).toEqual([17, 18]);
    expect(sequences({ last: 2, filter: ({ status }) => status === HealthStatus.HEALTHY })).toEqual([17, 19]);
  });
});

describe('roll-up', () => {
  const n1 = idOf(ResourceKind.NODE, 'n1');
  const shop = idOf(ResourceKind.NAMESPACE, 'shop');
  const prod = idOf(ResourceKind.CLUSTER, 'prod');

  function statuses(world: World): (HealthStatus | undefined)[] {
    return [shop, prod, systemId('kubernetes'), platformId].map((id) => world.status(id));
  }
  const { HEALTHY, DEGRADED, UNHEALTHY } = HealthStatus;

  it.each(['first', 'last'])('counts every one of very many that come at once, also when the %s is ill', (which) => {
    const names = Array.from({ length: 100 }, (_, index) => `p${index}`);
    const ill = which === 'first' ? names[0] : names.at(-1);
    const world = smallWorld().see(namespace('shop'), cluster(), ...roots);
    world.see(...names.map((name) => pod(name, name === ill ? { warn: 'x' } : {})));
    expect(statuses(world)).toEqual([DEGRADED, DEGRADED, DEGRADED, DEGRADED]);
    world.see(...names.map((name) => pod(name)));
    expect(statuses(world)).toEqual([HEALTHY, HEALTHY, HEALTHY, HEALTHY]);
  });

  it.each([
    ['all well', { a: {}, b: {} }, [HEALTHY, HEALTHY, HEALTHY, HEALTHY]],
    ['one degraded', { a: { warn: 'x' }, b: {} }, [DEGRADED, DEGRADED, DEGRADED, DEGRADED]],
    [
      'one of two unhealthy counts as degraded',
      { a: { critical: 'x' }, b: {} },
      [DEGRADED, DEGRADED, DEGRADED, DEGRADED],
    ],
    [
      'nothing works there any more',
      { a: { critical: 'x' }, b: { critical: 'x' } },
      [UNHEALTHY, DEGRADED, DEGRADED, DEGRADED],
    ],
    ['progress is nobody else’s', { a: { starting: 'x' }, b: {} }, [HEALTHY, HEALTHY, HEALTHY, HEALTHY]],
  ])('%s', (_, pods, expected) => {
    const world = smallWorld().see(pod('a', pods.a), pod('b', pods.b)); // members before their parents
    world.see(...roots, cluster(), namespace('shop'), node('n1'));
    expect(statuses(world)).toEqual(expected);
  });

  it('reaches the top where nothing vital is left, and comes back', () => {
    const world = smallWorld().see(...roots, cluster(), node('n1', false));
    expect(statuses(world).slice(1)).toEqual([UNHEALTHY, UNHEALTHY, UNHEALTHY]);
    expect(statuses(world.see(node('n2'))).slice(1)).toEqual([DEGRADED, DEGRADED, DEGRADED]);
    expect(statuses(world.see(gone(ResourceKind.NODE, 'n1'))).slice(1)).toEqual([HEALTHY, HEALTHY, HEALTHY]);
  });

  it('counts members by status without recounting', () => {
    const world = smallWorld()
      .see(pod('a'), pod('b', { warn: 'x' }), pod('c', { warn: 'x' }))
      .see(pod('c'), gone(POD, 'a'));
    expect(Object.fromEntries(world.registry.counts(POD))).toEqual({ HEALTHY: 1, DEGRADED: 1 });
    expect(Object.fromEntries(world.registry.counts(POD, { namespaces: ['else'] }))).toEqual({});
  });

  it('passes on the trouble of a member that configuration calls critical', () => {
    const world = judgedWorld({ kinds: smallKinds, rules: smallRules, settings: { critical: [{ name: 'a' }] } });
    world.see(...roots, cluster(), namespace('shop'), node('n1'), pod('a', { critical: 'x' }), pod('b'));
    expect(world.status(shop)).toBe(UNHEALTHY);
    expect(world.see(pod('a')).status(shop)).toBe(HEALTHY);
    expect(world.status(n1)).toBe(HEALTHY);
  });

  it('a parent that is as ill as before is so since it was, whichever of its members makes it so', () => {
    const clusterId = idOf(ResourceKind.CLUSTER, 'prod');
    const world = smallWorld().see(...roots, cluster(), namespace('shop'), node('n1', false), node('n2'));
    const since = world.registry.get(clusterId)?.since;
    world.advance(1_000).see(node('n1'), pod('a', { warn: 'x' }));
    expect([world.status(clusterId), world.registry.get(clusterId)?.since]).toEqual([DEGRADED, since]);
    world.advance(1_000).see(pod('a'));
    expect(world.registry.get(clusterId)).toMatchObject({ status: HEALTHY, since: world.clock.now() });
  });

  const criticalA = { critical: [{ name: 'a', labels: { tier: '1' } }] };

  it.each<[string, (world: World) => unknown]>([
    [
      'configuration calls it critical no more',
      ({ registry }) => {
        registry.resettle(NO_SETTINGS);
      },
    ],
    ['its label is taken away', (world) => world.see(pod('a', { critical: 'x' }))],
  ])('a member counts as others do once %s', (_, change) => {
    const world = judgedWorld({ kinds: smallKinds, rules: smallRules, settings: criticalA });
    world.see(...roots, cluster(), namespace('shop'), pod('a', { critical: 'x', tier: '1' }), pod('b'));
    expect(world.status(shop)).toBe(UNHEALTHY);
    change(world);
    expect(world.status(shop)).toBe(DEGRADED);
    expect(world.see(pod('a')).status(shop)).toBe(HEALTHY);
  });

  it('a member is critical as soon as configuration says so, and leaves nothing behind when it goes', () => {
    const world = smallWorld().see(...roots, cluster(), namespace('shop'));
    world.see(pod('a', { critical: 'x', tier: '1' }), pod('b'));
    world.registry.resettle({ ...NO_SETTINGS, ...criticalA });
    expect(world.status(shop)).toBe(UNHEALTHY);
    expect(world.see(gone(POD, 'a')).status(shop)).toBe(HEALTHY);
  });
});

describe('settings that change', () => {
  const setting = { reason: null, where: { name: 'a' }, untilAt: null, because: 'on purpose' };

  it('judge what is there anew, and enter the stream', () => {
    const world = smallWorld().see(...roots, cluster(), pod('a', { warn: 'x' }), pod('b', { warn: 'x' }));
    const before = world.changes.length;
    world.registry.resettle({ ...NO_SETTINGS, ignores: [setting] });
    expect([world.status(a), world.findings(a)[0]?.ignored?.reason]).toEqual([HealthStatus.HEALTHY, 'on purpose']);
    const [change] = world.changes.slice(before).filter(({ resourceKind }) => resourceKind === POD);
    expect(change).toMatchObject({ resourceId: a, updated: [{ reason: 'CONTAINER_RESTARTING' }] });
    world.registry.resettle({ ...NO_SETTINGS, ignores: [] });
    expect(world.status(a)).toBe(HealthStatus.DEGRADED);
    expect(world.changes.slice(before).filter(({ resourceKind }) => resourceKind === POD)).toHaveLength(2);
  });
});

describe('a lost source', () => {
  it('makes what only it sees UNKNOWN by reference, in one change on it and the rows above, and gives it back', () => {
    const world = smallWorld().see(...roots, cluster(), source([{}]), pod('a', { warn: 'x' }), pod('b'));
    const before = world.changes.length;
    world.see(source([{ state: 'forbidden', message: 'cannot watch pods' }]));
    expect(world.status(a)).toBe(HealthStatus.UNKNOWN);
    expect(world.registry.get(a)?.isStale).toBe(true);
    expect(world.summary(a)).toEqual(['CONTAINER_RESTARTING(x) WARNING']);
    expect(Object.fromEntries(world.registry.counts(POD))).toEqual({ UNKNOWN: 2 });
    // Said once it lasts: see the rule.
    world.advance(10_000);
    expect(world.changes.slice(before).map(({ resourceKind }) => resourceKind)).toEqual([
      ResourceKind.SOURCE,
      ResourceKind.SYSTEM,
      ResourceKind.PLATFORM,
    ]);
    expect(world.summary(idOf(ResourceKind.SOURCE, 'kubernetes/prod'))).toEqual(['SOURCE_FORBIDDEN(pods) WARNING']);
    world.see(source([{}]));
    expect(world.status(a)).toBe(HealthStatus.DEGRADED);
    expect(world.changes.slice(before)).toHaveLength(6);
  });

  it('lets no timer judge facts that are out of sight, and judges them when they are back', () => {
    const world = smallWorld()
      .see(source([{}]), pod('a', {}, { restarts: 10 }))
      .see(source([{ state: 'lost' }]));
    expect(world.advance(60_000).summary(a)).toEqual([]);
    expect(world.see(source([{}])).summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
  });

  it.each<[string, (world: World) => unknown]>([
    ['another side of it', (world) => world.see({ ...pod('a'), aspect: 'usage' } as never)],
    ['a neighbour', (world) => world.see(node('n1'))],
    [
      'settings',
      ({ registry }) => {
        registry.resettle(NO_SETTINGS);
      },
    ],
  ])('lets %s make nobody judge facts that are out of sight, and judges them when they are back', (_, act) => {
    const world = smallWorld()
      .see(source([{}]), node('n1', false), pod('a', {}, { restarts: 10 }), pod('b'))
      .see(source([{ state: 'lost' }]));
    expect(world.summary(a)).toEqual(['POD_NOT_READY WARNING']);
    const [before, changes] = [world.judgements, world.changes.length];
    world.advance(60_000);
    act(world);
    world.advance(60_000);
    expect(world.summary(a)).toEqual(['POD_NOT_READY WARNING']);
    expect(world.changes.slice(changes).filter(({ resourceKind }) => resourceKind === POD)).toEqual([]);
    expect(world.judgements - before).toBeLessThan(10);
    expect(world.see(source([{}])).summary(a)).toContain('CPU_NEAR_LIMIT WARNING');
  });

  it('judges what is reported all the same, also what was never there before', () => {
    const world = smallWorld()
      .see(source([{}]), pod('a'))
      .see(source([{ state: 'lost' }]));
    world.see(pod('a', { warn: 'x' }), pod('b', { warn: 'y' }));
    expect(world.summary()).toEqual(['CONTAINER_RESTARTING(x) WARNING', 'CONTAINER_RESTARTING(y) WARNING']);
    world.see(pod('b')).see({ ...pod('a'), aspect: 'usage' } as never);
    expect(world.summary()).toEqual(['CONTAINER_RESTARTING(x) WARNING']);
  });

  it('judges what waited once the source itself is gone', () => {
    const world = smallWorld()
      .see(source([{}]), pod('a', {}, { restarts: 10 }))
      .see(source([{ state: 'lost' }]));
    expect(world.advance(60_000).summary(a)).toEqual([]);
    world.see(gone(ResourceKind.SOURCE, 'kubernetes/prod'));
    expect(world.summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
  });

  it.each([
    ['as its last contact where it is watched', { mode: 'WATCHED', interval: null }, true],
    ['as it was seen itself where it is asked for', { mode: 'PROBED', interval: 10_000 }, false],
    ['the same in a replay of a watch', { mode: 'REPLAYED', interval: null }, true],
    ['and in one of a probe', { mode: 'REPLAYED', interval: 10_000 }, false],
  ])('is as fresh %s', (_, how, isByContact) => {
    const contactAt = 5e12;
    const world = smallWorld().see(source([{ contactAt: contactAt as never }], how), pod('a'));
    const entry = world.registry.get(a);
    expect(entry?.observedAt).toBe(isByContact ? contactAt : entry?.mainSeenAt);
  });
});

describe('causes', () => {
  it('are found from both ends, and only where both ends say so', () => {
    const world = smallWorld().see(node('n1', false), node('n2'), pod('a'), pod('b'), pod('c', {}, { nodeName: 'n2' }));
    const [podFinding] = world.findings(a);
    const [nodeFinding] = world.findings(idOf(ResourceKind.NODE, 'n1'));
    if (podFinding === undefined || nodeFinding === undefined) throw new Error('both must be raised');
    expect(world.registry.causesOf(podFinding)).toEqual([nodeFinding]);
    expect(world.registry.isRoot(podFinding)).toBe(false);
    expect(world.registry.isRoot(nodeFinding)).toBe(true);
    expect(world.registry.consequencesOf(nodeFinding).map(({ resourceId }) => resourceId)).toEqual([a, idOf(POD, 'b')]);
  });

  it.each([
    ['is more severe', Severity.CRITICAL, [], false],
    ['is as severe', Severity.WARNING, [], false],
    ['is a note', Severity.INFO, [], true],
    ['is ignored', Severity.CRITICAL, ['n1'], true],
    ['is ignored as it is itself', Severity.CRITICAL, ['n1', 'a'], false],
    ['is not ignored as it is itself', Severity.CRITICAL, ['a'], false],
  ])('a warning whose cause %s', (_, severity, ignored, isRoot) => {
    const rules = smallRules.map((rule): Rule => {
      if (rule.signal !== SignalName.NODE_CONDITIONS) return rule;
      const judge: Rule['judge'] = (...seen) => {
        const judged = rule.judge(...seen);
        return judged && { ...judged, findings: judged.findings?.map((finding) => ({ ...finding, severity })) ?? [] };
      };
      return { ...rule, judge };
    });
    const ignores = ignored.map((name) => ({ reason: null, where: { name }, untilAt: null, because: 'on purpose' }));
    const world = smallWorld({ rules, settings: { ignores } }).see(node('n1', false), pod('a'));
    const [finding] = world.findings(a);
    expect(finding).toMatchObject({ reason: FindingReason.POD_NOT_READY, severity: Severity.WARNING });
    expect(world.registry.causesOf(finding as Finding)).toMatchObject([{ severity }]);
    expect(world.registry.isRoot(finding as Finding)).toBe(isRoot);
  });
});

describe('a definition of causes that throws', () => {
  it('links nothing, so that both ends are told, is said once, and the others go on', () => {
    const defects: string[] = [];
    const clock = new ManualClock();
    const path = [{ edge: 'node', direction: 'to', kind: ResourceKind.NODE }] as const;
    const effects = [FindingReason.POD_NOT_READY];
    const [broken, well] = [[FindingReason.NODE_NOT_READY], [FindingReason.CONTAINER_RESTARTING]];
    const holds = (): never => {
      throw new Error('broken');
    };
    const registry = new Registry({
      kinds: smallKinds,
      rules: smallRules,
      causes: [
        { effects, causes: broken, path, holds },
        { effects, causes: well, path: [] },
      ],
      clock,
      onDefect: (where) => defects.push(where),
    });
    registry.open();
    const world = new World(registry, clock, [], []);
    world.see(...roots, node('n1', false), pod('a'), pod('b', { warn: 'x' }));
    const told = (name: string): readonly string[] =>
      world
        .findings(idOf(POD, name))
        .filter((finding) => registry.isRoot(finding))
        .map(({ reason }) => reason);
    expect(told('a')).toEqual([FindingReason.POD_NOT_READY]);
    expect(told('b')).toEqual([FindingReason.CONTAINER_RESTARTING]);
    const [down] = world.findings(idOf(ResourceKind.NODE, 'n1'));
    if (down === undefined) throw new Error('it must be raised');
    expect(registry.isRoot(down)).toBe(true);
    expect(registry.consequencesOf(down)).toEqual([]);
    expect(defects).toEqual(['what causes POD_NOT_READY']);
  });
});

describe('a cause that nobody sees any more', () => {
  const n1 = idOf(ResourceKind.NODE, 'n1');
  const causes = [
    {
      effects: [FindingReason.CONTAINER_RESTARTING],
      causes: [FindingReason.NODE_NOT_READY],
      path: [{ edge: 'node', direction: 'to', kind: ResourceKind.NODE }],
    },
  ] as const;
  const seeing = (state: 'ok' | 'lost') => source([{}, { subject: 'nodes', kind: ResourceKind.NODE, state }]);
  const isRoot = ({ registry }: World): readonly (readonly [string, boolean])[] =>
    [...registry.findings()]
      .filter(({ resourceId }) => resourceId === n1 || resourceId === a)
      .map((finding) => [finding.reason, registry.isRoot(finding)]);

  it('stands, and is told as stale, until it is known to be over', () => {
    const world = smallWorld({ causes }).see(seeing('ok'), node('n1', false), pod('a', { warn: 'x' }));
    world.see(seeing('lost'));
    expect(world.registry.get(n1)?.isStale).toBe(true);
    const told = isRoot(world);
    expect(told).toContainEqual([FindingReason.NODE_NOT_READY, true]);
    expect(told).toContainEqual([FindingReason.CONTAINER_RESTARTING, false]);
    expect(hidden(world.registry)).toEqual([]);
    world.see(seeing('ok'), node('n1'));
    expect(isRoot(world)).toEqual([[FindingReason.CONTAINER_RESTARTING, true]]);
  });

  it('is none once it is gone', () => {
    const world = smallWorld({ causes }).see(node('n1', false), pod('a', { warn: 'x' }));
    world.see(seeing('lost')).see(gone(ResourceKind.NODE, 'n1'));
    expect(isRoot(world)).toEqual([[FindingReason.CONTAINER_RESTARTING, true]]);
  });
});

describe('limits', () => {
  it('follow configuration by selector, the last one winning, and say where they come from', () => {
    const override = (warnAt: number, where: object, origin: string): object => ({
      reason: FindingReason.CPU_NEAR_LIMIT,
      where,
      values: { warnAt, for: 0 },
      origin,
    });
    const world = judgedWorld({
      kinds: smallKinds,
      rules: smallRules,
      settings: {
        overrides: [override(5, { namespace: 'sh*' }, 'limits[0]'), override(7, { name: 'b' }, 'limits[1]')] as never,
      },
    });
    world.see(pod('a', {}, { restarts: 6 }), pod('b', {}, { restarts: 6 }));
    expect(world.summary(a)).toEqual(['CPU_NEAR_LIMIT WARNING']);
    expect(world.summary(idOf(POD, 'b'))).toEqual([]);
    const reading = world.readings(a).find(({ signal }) => signal === SignalName.POD_CPU_UTILISATION);
    expect(reading).toMatchObject({ value: 6, limit: { warnAt: 5, criticalAt: 20, holdFor: 0, origin: 'limits[0]' } });
  });

  it('leave an ignored finding visible, out of the status, until its end', () => {
    const clock = new ManualClock();
    const untilAt = (clock.now() + 60_000) as never;
    const ignores = [{ reason: FindingReason.CONTAINER_RESTARTING, where: {}, untilAt, because: 'known' }];
    const world = judgedWorld({ kinds: smallKinds, rules: smallRules, settings: { ignores }, clock }).see(
      pod('a', { critical: 'x' }),
    );
    expect(world.status(a)).toBe(HealthStatus.HEALTHY);
    expect(world.findings(a)[0]).toMatchObject({ severity: Severity.CRITICAL, ignored: { reason: 'known' } });
    expect(world.advance(60_000).status(a)).toBe(HealthStatus.UNHEALTHY);
    expect(world.changes.at(-1)?.updated).toHaveLength(1);
  });
});

describe('a rule that throws', () => {
  const failed = ({ registry }: World): readonly Finding[] =>
    (registry.get(platformId)?.findings ?? []).filter(({ reason }) => reason === FindingReason.RULE_FAILED);

  function world(): { readonly world: World; readonly defects: readonly string[] } {
    const defects: string[] = [];
    const clock = new ManualClock();
    const onDefect = (where: string): unknown => defects.push(where);
    const registry = new Registry({ kinds: smallKinds, rules: smallRules, causes: [], clock, onDefect });
    registry.open();
    return { world: new World(registry, clock, [], []), defects };
  }

  it('is one finding of the platform without the details, and the other rules go on', () => {
    const { world: broken, defects } = world();
    broken.see(...roots, node('n1', false), pod('a', { throw: 'x' }), pod('b', { throw: 'x' }), pod('c'));
    expect(broken.summary(a)).toEqual(['POD_NOT_READY WARNING']);
    expect(broken.status(a)).toBe(HealthStatus.UNKNOWN);
    expect(failed(broken)).toMatchObject([
      { subject: 'POD_RESTARTS', message: expect.stringContaining('broke on 2 resources') as string },
    ]);
    expect(JSON.stringify(failed(broken))).not.toContain('secret detail');
    // Said once, however many resources it breaks on.
    expect(defects).toEqual(['the rule for POD_RESTARTS']);
  });

  it('is over once it judges all of them well again, or they are gone', () => {
    const { world: broken } = world();
    broken.see(...roots, pod('a', { throw: 'x' }), pod('b', { throw: 'x' }));
    broken.see(pod('a'));
    expect(failed(broken)).toMatchObject([{ message: expect.stringContaining('broke on one resource') as string }]);
    expect(broken.status(a)).toBe(HealthStatus.HEALTHY);
    broken.see(gone(ResourceKind.POD, 'b'));
    expect(failed(broken)).toEqual([]);
  });

  it('takes nothing back of what it found before', () => {
    const { world: broken } = world();
    broken.see(...roots, pod('a', { critical: 'y' }));
    broken.see(pod('a', { throw: 'x' }));
    expect(broken.summary(a)).toEqual(['CONTAINER_RESTARTING(y) CRITICAL']);
    broken.see(pod('a'));
    expect(broken.summary(a)).toEqual([]);
  });

  it('when it is asked what it cannot tell, breaks as little', () => {
    const { world: broken, defects } = world();
    broken.see(...roots, pod('a', { critical: 'y' }), pod('b'));
    broken.see(pod('a', { untold: 'throw' }), pod('b', { warn: 'z' }));
    expect(broken.summary(a)).toEqual(['CONTAINER_RESTARTING(y) CRITICAL']);
    expect(broken.summary(idOf(ResourceKind.POD, 'b'))).toEqual(['CONTAINER_RESTARTING(z) WARNING']);
    expect(failed(broken)).toMatchObject([{ subject: 'POD_RESTARTS' }]);
    expect(defects).toEqual(['the rule for POD_RESTARTS']);
  });
});

describe('history', () => {
  it('keeps one sample a step, as far back as the window', () => {
    const world = smallWorld();
    for (let turn = 0; turn < 30; turn += 1) world.see(pod('a', {}, { restarts: turn })).advance(5_000);
    const samples = world.registry.samples(a, 'restarts', null);
    expect(samples.map(({ value }) => value)).toEqual([15, 17, 19, 21, 23, 25, 27, 29]);
  });
});
