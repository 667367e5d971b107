import type { SourceEvent } from '../../src/model/facts.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { type Coverage, CoverageState } from '../../src/model/signal.js';
import { SignalName } from '../../src/model/signal-name.js';
import type { Source } from '../../src/model/source.js';
import { coverageOf } from '../../src/registry/coverage.js';
import { catalogue } from '../../src/sources/index.js';
import { platformRecords } from '../../src/sources/platform.js';
import { type World, judgedWorld } from '../support/judged.js';
import { NOW, pod, seen, usage } from '../support/kubernetes-facts.js';
import { ManualClock } from '../support/manual-clock.js';
import { source as clusterSource } from '../support/storage-facts.js';
import { database, source } from '../sources/postgres/database-world.js';
import { FOLLOWER, LEADER, LOST, see } from '../sources/zookeeper/ensemble-world.js';

const { POD, DATABASE, ZOOKEEPER_MEMBER } = ResourceKind;

function world(): World {
  const all = judgedWorld({ ...catalogue, clock: new ManualClock(NOW) });
  return all.see(...platformRecords(() => true, NOW));
}

function coverage({ registry }: World, signal: SignalName, kind: ResourceKind, system?: string): Coverage {
  const rule = catalogue.rules.find((one) => one.signal === signal && one.kind === kind);
  if (rule === undefined) throw new Error(`There is no rule for ${signal}.`);
  return coverageOf(rule, registry, system);
}

const pods = (...sights: Source['sights']) => seen(clusterSource({ sights }));

describe('coverage', () => {
  it('of what nothing is configured for says so, and what to configure', () => {
    expect(coverage(world(), SignalName.DATABASE_CPU, DATABASE)).toMatchObject({
      state: CoverageState.NOT_CONFIGURED,
      covered: 0,
      reason: 'not configured',
      howToEnable: 'Name what is to be watched under "postgres" in the configuration.',
    });
  });

  it('of what is configured and not there is no blind spot', () => {
    const all = world().see(pods());
    expect(coverage(all, SignalName.POD_RESTARTS, POD)).toMatchObject({
      state: CoverageState.MEASURED,
      reason: null,
      gaps: [],
      howToEnable: null,
    });
  });

  it.each<[Source['state'], CoverageState, string | null]>([
    ['lost', CoverageState.UNREACHABLE, 'probe failed'],
    ['forbidden', CoverageState.FORBIDDEN, 'forbidden'],
    ['invalid', CoverageState.UNSUPPORTED, 'unsupported'],
    ['starting', CoverageState.MEASURED, null],
  ])('of what nobody can see whether it is there is a blind spot: %s', (state, expected, reason) => {
    const lists = { subject: 'pods', kind: POD, resourceId: null, message: null, since: NOW, contactAt: null };
    for (const source of [clusterSource({ state }), clusterSource({ sights: [{ ...lists, state }] })]) {
      const all = world().see(seen(source));
      expect(coverage(all, SignalName.POD_RESTARTS, POD, 'prod')).toMatchObject({
        state: expected,
        covered: 0,
        reason,
      });
      // Another cluster has no such source.
      expect(coverage(all, SignalName.POD_RESTARTS, POD, 'test')).toMatchObject({ reason: null });
    }
  });

  it('of what some source sees is no blind spot, whatever others do not', () => {
    const other = clusterSource({ id: 'test' as never, name: 'kubernetes/test', system: 'test', state: 'lost' });
    const all = world().see(seen(clusterSource()), seen(other));
    expect(coverage(all, SignalName.POD_RESTARTS, POD)).toMatchObject({ reason: null });
    expect(coverage(all, SignalName.POD_RESTARTS, POD, 'test')).toMatchObject({ reason: 'probe failed' });
  });

  it.each<[Source['state'], CoverageState, string]>([
    ['lost', CoverageState.UNREACHABLE, 'probe failed'],
    ['forbidden', CoverageState.FORBIDDEN, 'forbidden'],
    ['invalid', CoverageState.UNSUPPORTED, 'unsupported'],
  ])('of a database that is %s is %s, for what it last said is no measurement', (state, expected, reason) => {
    const all = world().see(source('ok', null, NOW), database({}, NOW));
    expect(coverage(all, SignalName.DATABASE_CONNECTIONS, DATABASE)).toMatchObject({ state: 'MEASURED', covered: 1 });
    all.see(source(state, 'It does not.', NOW));
    expect(coverage(all, SignalName.DATABASE_CONNECTIONS, DATABASE)).toMatchObject({
      state: expected,
      covered: 0,
      reason,
    });
    // Whether it is reached, that is seen.
    expect(coverage(all, SignalName.DATABASE_REACH, DATABASE)).toMatchObject({ covered: 1, reason: null });
  });

  it('says how a signal is known: concluded, where nothing measures it', () => {
    const all = world().see(source('ok', null, NOW), database({}, NOW));
    expect(coverage(all, SignalName.DATABASE_CPU, DATABASE).state).toBe(CoverageState.INFERRED);
    all.see(database({ vcpus: null }, NOW));
    expect(coverage(all, SignalName.DATABASE_CPU, DATABASE)).toMatchObject({
      state: CoverageState.NOT_CONFIGURED,
      reason: 'not configured',
      howToEnable: expect.stringMatching(/vcpus/) as unknown,
    });
  });

  it.each(['warming up', 'no requests', 'idle'])(
    'of what has no number at present is no blind spot: %s',
    (unavailable) => {
      const { registry } = world().see(source('ok', null, NOW), database({}, NOW));
      const measure = () => [{ value: null, unavailable, observedAt: NOW }];
      const rules = catalogue.rules.filter(
        ({ signal, kind }) => signal === SignalName.DATABASE_CPU && kind === DATABASE,
      );
      const coverages = rules.map((rule) => coverageOf({ ...rule, measure }, registry));
      expect(coverages).toMatchObject([{ covered: 1, gaps: [] }]);
    },
  );

  it('counts members that are not reached, and names all reasons, the most frequent first', () => {
    const all = see(world(), {
      a: LEADER,
      b: LOST,
      c: { ...FOLLOWER, outstandingRequests: null, unavailable: { outstandingRequests: 'forbidden' } },
    });
    expect(coverage(all, SignalName.ZOOKEEPER_OUTSTANDING_REQUESTS, ZOOKEEPER_MEMBER)).toMatchObject({
      state: CoverageState.MEASURED,
      covered: 1,
      gaps: [
        { reason: 'probe failed', state: CoverageState.UNREACHABLE, count: 1 },
        { reason: 'forbidden', state: CoverageState.FORBIDDEN, count: 1 },
      ],
    });
  });

  it('can be that of one cluster', () => {
    const used = pod({ name: 'a' });
    const other = pod({ name: 'b', id: 'other' as never, system: 'test' });
    const unknown = { ...usage(other, []), facts: { containers: [], unavailable: 'forbidden' } } as SourceEvent;
    const all = world().see(pods(), seen(used), usage(used, [{ cpuCores: 0.1 }]), seen(other), unknown);
    const of = (system?: string): unknown => {
      const { covered, gaps } = coverage(all, SignalName.POD_CPU_UTILISATION, POD, system);
      return [covered, gaps.map(({ count }) => count)];
    };
    expect([of('prod'), of('test'), of()]).toEqual([
      [1, []],
      [0, [1]],
      [1, [1]],
    ]);
  });
});
