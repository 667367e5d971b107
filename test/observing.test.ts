import type { ResourceId } from '../src/model/ids.js';
import { alertOnChanges, alertWhereSampleWanted, createLookersOf } from '../src/observing.js';
import type { RunningSource } from '../src/sources/source.js';
import { judgedWorld } from './support/judged.js';
import { gone, idOf, node, observed, pod, roots, smallKinds, smallRules } from './support/small-world.js';
import { FindingReason } from '../src/model/finding-reason.js';
import { Evidence, Severity } from '../src/model/health.js';
import { ResourceKind } from '../src/model/kinds.js';
import { defineRule } from '../src/model/rule.js';
import { SignalName } from '../src/model/signal-name.js';

/** What the last of the sources looks at beside its own. */
const MEASURED = [
  { kind: ResourceKind.NODE, system: 'meta' },
  { kind: ResourceKind.NODE, system: 'prod' },
];

/** Full for twenty seconds, in two samples, the last of them at the end. */
const sampled = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_MEMORY_UTILISATION,
  title: 'Sampled',
  description: 'What is sampled is full for a while.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { MEMORY_NEAR_LIMIT: {} },
  judge: ({ main: { labels }, observedAt }) => {
    if (labels['memory'] !== 'full') return null;
    const held = { holdFor: 20_000, samples: 2, observedAt };
    const said = { reason: FindingReason.MEMORY_NEAR_LIMIT, severity: Severity.WARNING };
    return { findings: [{ ...said, ...held, message: 'It is full.', advice: 'Look.' }] };
  },
});

interface Watched {
  readonly world: ReturnType<typeof judgedWorld>;
  readonly alerted: string[];
}

/** A world with a cluster `prod`, a database of the same name, and another; who was alerted so far. */
function watched(): Watched {
  const world = judgedWorld({ kinds: smallKinds, rules: [...smallRules, sampled] });
  const alerted: string[] = [];
  const systems = [
    'kubernetes/prod',
    'postgres/prod',
    'postgres/meta',
    'zookeeper/platform',
    'host-metrics/monitoring',
  ].map((key) => {
    const [source = '', name = ''] = key.split('/');
    return { source, name, configuration: {} };
  });
  const running = systems.map(({ source, name }): RunningSource => {
    const alert = (): void => {
      alerted.push(`${source}/${name}`);
    };
    const silent = { id: name as ResourceId, floor: 1_000, start: () => undefined, stop: () => Promise.resolve() };
    // What is watched is as fresh as its stream: nobody alerts it.
    if (source === 'kubernetes') return silent;
    return source === 'host-metrics' ? { ...silent, alert, alsoMeasures: MEASURED } : { ...silent, alert };
  });
  const lookersOf = createLookersOf(systems, running);
  alertOnChanges(world.registry, lookersOf);
  alertWhereSampleWanted(world.registry, lookersOf);
  return { world, alerted };
}

describe('a change', () => {
  it('alerts whoever looks at its system, whatever shares the name, and nobody else', () => {
    const { world, alerted } = watched();
    world.see(...roots, pod('a'));
    expect(alerted.splice(0)).toEqual(['postgres/prod']);
    world.see(pod('a', { warn: 'x' }), pod('b', { warn: 'x' }));
    expect(alerted.splice(0)).toEqual(['postgres/prod']);
    world.see(observed(ResourceKind.NODE, 'meta-node', { system: 'meta', isReady: true }));
    expect(alerted.splice(0).sort()).toEqual(['host-metrics/monitoring', 'postgres/meta']);
  });

  it('alerts whoever measures that sort of resource of another system: once, and of no other sort', () => {
    const { world, alerted } = watched();
    world.see(...roots, pod('a'));
    expect(alerted.splice(0)).not.toContain('host-metrics/monitoring');
    world.see(node('n1'), node('n2'), observed(ResourceKind.NODE, 'n3', { system: 'meta', isReady: true }));
    expect(alerted.filter((one) => one === 'host-metrics/monitoring')).toHaveLength(1);
    alerted.splice(0);
    world.see(node('n1', false));
    expect(alerted.splice(0)).toContain('host-metrics/monitoring');
    world.see(pod('a', { warn: 'x' }));
    expect(alerted).toEqual(['postgres/prod']);
  });

  it('of a message or number alone alerts nobody', () => {
    const { world, alerted } = watched();
    world.see(...roots, node('n1'), pod('a', { warn: 'x' }));
    alerted.splice(0);
    world.see(pod('a', { warn: 'x' }, { restarts: 1 }), node('n1'));
    expect(alerted).toEqual([]);
    world.see(gone(ResourceKind.POD, 'a'));
    expect(alerted).toEqual(['postgres/prod']);
  });

  it('of what only sums up others alerts nobody, were it called as the platform is', () => {
    const { world, alerted } = watched();
    world.see(...roots, node('n1', false));
    expect(world.changes.some(({ system }) => system === 'platform')).toBe(true);
    expect(alerted).not.toContain('zookeeper/platform');
    expect(world.status(idOf(ResourceKind.NODE, 'n1'))).toBe('UNHEALTHY');
  });
});

describe('a hold that is over', () => {
  const FULL = { namespace: 'shop', labels: { memory: 'full' }, nodeName: 'n1', restarts: 0, cpuRequested: 100 };
  const seeFull = ({ world }: Watched): void => {
    world.see(observed(ResourceKind.POD, 'a', FULL, world.clock.now()));
  };

  it('alerts whoever looks at its system where the sample that proves it is lacking, once', () => {
    const seen = watched();
    const { world, alerted } = seen;
    seeFull(seen);
    alerted.splice(0);
    world.advance(10_000);
    seeFull(seen);
    world.advance(9_999);
    expect(alerted).toEqual([]);
    world.advance(1);
    expect(alerted).toEqual(['postgres/prod']);
    expect(world.summary(idOf(ResourceKind.POD, 'a'))).toEqual([]);
    world.advance(60_000);
    expect(alerted).toEqual(['postgres/prod']);
    seeFull(seen);
    expect(world.summary(idOf(ResourceKind.POD, 'a'))).toEqual(['MEMORY_NEAR_LIMIT WARNING']);
  });

  it('alerts nobody where it is proven, but of the change that comes of it', () => {
    const seen = watched();
    const { world, alerted } = seen;
    seeFull(seen);
    world.advance(19_000);
    seeFull(seen);
    alerted.splice(0);
    world.advance(1_000);
    expect(world.summary(idOf(ResourceKind.POD, 'a'))).toEqual(['MEMORY_NEAR_LIMIT WARNING']);
    expect(alerted).toEqual(['postgres/prod']);
  });
});
