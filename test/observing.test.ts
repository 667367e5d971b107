import type { ResourceId } from '../src/model/ids.js';
import { alertOnChanges } from '../src/observing.js';
import type { RunningSource } from '../src/sources/source.js';
import { judgedWorld } from './support/judged.js';
import { gone, idOf, node, observed, pod, roots, smallKinds, smallRules } from './support/small-world.js';
import { ResourceKind } from '../src/model/kinds.js';

/** A world with a cluster `prod`, a database of the same name, and another; who was alerted so far. */
function watched(): { readonly world: ReturnType<typeof judgedWorld>; readonly alerted: string[] } {
  const world = judgedWorld({ kinds: smallKinds, rules: smallRules });
  const alerted: string[] = [];
  const systems = ['kubernetes/prod', 'postgres/prod', 'postgres/meta', 'zookeeper/platform'].map((key) => {
    const [source = '', name = ''] = key.split('/');
    return { source, name, configuration: {} };
  });
  const running = systems.map(({ source, name }): RunningSource => {
    const alert = (): void => {
      alerted.push(`${source}/${name}`);
    };
    const silent = { id: name as ResourceId, floor: 1_000, start: () => undefined, stop: () => Promise.resolve() };
    // What is watched is as fresh as its stream: nobody alerts it.
    return source === 'kubernetes' ? silent : { ...silent, alert };
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
    expect(alerted.splice(0)).toEqual(['postgres/meta']);
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
