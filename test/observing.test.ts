import type { ResourceId } from '../src/model/ids.js';
import { alertOnChanges } from '../src/observing.js';
import type { RunningSource } from '../src/sources/source.js';
import { judgedWorld } from './support/judged.js';
import { gone, idOf, node, observed, pod, roots, smallKinds, smallRules } from './support/small-world.js';
import { ResourceKind } from '../src/model/kinds.js';

/** What the last of the sources looks at beside its own. */
const MEASURED = [
  { kind: ResourceKind.NODE, system: 'meta' },
  { kind: ResourceKind.NODE, system: 'prod' },
];

/** A world with a cluster `prod`, a database of the same name, and another; who was alerted so far. */
function watched(): { readonly world: ReturnType<typeof judgedWorld>; readonly alerted: string[] } {
  const world = judgedWorld({ kinds: smallKinds, rules: smallRules });
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
  alertOnChanges(world.registry, systems, running);
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
