import { HOUR, MINUTE } from '../../../src/model/time.js';
import { ArgoWorld, at, workflowNamed } from './argo-world.js';
import { SUCCEEDED, node } from './argo-objects.js';

describe('workflows that are over', () => {
  const stepsOf = ({ world }: ArgoWorld): number | undefined =>
    world.registry.get(workflowNamed('load'))?.from('workflow', 'WORKFLOW_STEP' as never).length;

  it('are judged when they are seen, and never again', () => {
    const world = new ArgoWorld();
    for (let index = 0; index < 200; index += 1)
      world.see({ name: `w${index}`, metadata: { generateName: 'w-' }, status: SUCCEEDED });
    const { judgements } = world.world;
    for (let index = 0; index < 200; index += 1)
      world.see({ name: `w${index}`, metadata: { labels: { archived: 'yes' } }, status: SUCCEEDED });
    world.see({ name: 'late', status: { phase: 'Pending', startedAt: null } });
    world.until(HOUR).see({ name: 'late', status: { phase: 'Running', startedAt: at(HOUR) } });
    // The late one, twice and by time, and the engine.
    expect(world.world.judgements - judgements).toBeLessThan(20);
    expect(world.world.registry.get(workflowNamed('w0'))).toBeDefined();
  });

  it('lose their steps after a while when they failed', () => {
    const failed = { nodes: [node('load.a', { phase: 'Failed' })], status: { phase: 'Failed', finishedAt: at(0) } };
    const status = { ...failed.status, nodes: { a: failed.nodes[0] } };
    const world = new ArgoWorld().see({ status });
    expect(stepsOf(world)).toBe(1);
    world.until(2 * HOUR).world.see(...world.book.tidy(world.now));
    expect(stepsOf(world)).toBe(1);
    world.until(2 * HOUR + MINUTE).world.see(...world.book.tidy(world.now));
    expect(stepsOf(world)).toBe(0);
  });

  it('have none when they failed long before they were seen', () => {
    const nodes = { a: node('load.a', { phase: 'Failed' }) };
    const world = new ArgoWorld().until(3 * HOUR).see({ status: { phase: 'Failed', finishedAt: at(0), nodes } });
    expect(world.world.summary()).toEqual([]);
    expect(stepsOf(world)).toBe(0);
  });
});

describe('who is next in line', () => {
  const isNext = (world: ArgoWorld, name: string): unknown =>
    (world.world.registry.get(workflowNamed(name))?.main as { isNextInLine?: boolean } | undefined)?.isNextInLine;
  const waits = (name: string, created: number) => ({
    name,
    metadata: { creationTimestamp: at(created) },
    status: { phase: 'Pending', startedAt: null },
  });

  it('is the oldest that waits, whatever comes in which order', () => {
    const world = new ArgoWorld().see(waits('b', 2)).see(waits('c', 3)).see(waits('a', 1));
    expect(['a', 'b', 'c'].map((name) => isNext(world, name))).toEqual([true, false, false]);
    world.gone('a');
    expect(['b', 'c'].map((name) => isNext(world, name))).toEqual([true, false]);
    world.see({ ...waits('b', 2), status: { phase: 'Running' } });
    expect(['b', 'c'].map((name) => isNext(world, name))).toEqual([false, true]);
    world.see({ ...waits('c', 3), status: SUCCEEDED });
    expect(isNext(world, 'c')).toBe(false);
  });
});
