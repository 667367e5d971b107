import { HealthStatus } from '../../src/model/health.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { NO_SETTINGS } from '../../src/registry/limit-book.js';
import { Registry } from '../../src/registry/registry.js';
import { ManualClock } from '../support/manual-clock.js';
import { gone, idOf, node, pod, smallKinds, smallRules } from '../support/small-world.js';

const a = idOf(ResourceKind.POD, 'a');

function painted(): { readonly clock: ManualClock; readonly registry: Registry } {
  const clock = new ManualClock();
  const registry = new Registry({ kinds: smallKinds, rules: smallRules, causes: [], clock, settings: NO_SETTINGS });
  registry.paint();
  return { clock, registry };
}

describe('while a first picture is painted', () => {
  it('each is judged once, when reports pause', () => {
    const { clock, registry } = painted();
    registry.report([pod('a', { warn: 'x' })]);
    clock.advance(99);
    registry.report([node('n1', false)]);
    clock.advance(99);
    expect([registry.judgements, registry.get(a)?.status]).toEqual([0, HealthStatus.UNKNOWN]);
    clock.advance(1);
    expect([registry.judgements, registry.get(a)?.status]).toEqual([2, HealthStatus.DEGRADED]);
  });

  it('none waits for ever for a pause', () => {
    const { clock, registry } = painted();
    for (let turn = 0; turn < 210; turn += 1) {
      registry.report([pod('a', { warn: 'x' }), pod(`p${turn}`)]);
      clock.advance(99);
    }
    expect(registry.get(a)?.status).toBe(HealthStatus.DEGRADED);
  });

  it('all that waits is judged for who cannot wait', () => {
    const { clock, registry } = painted();
    registry.report([pod('a', { warn: 'x' }), node('n1', false)]);
    registry.judgeNow();
    expect([registry.judgements, registry.get(a)?.status]).toEqual([2, HealthStatus.DEGRADED]);
    clock.advance(200);
    expect([registry.judgements, registry.isStreaming]).toEqual([2, false]);
  });

  it('it is open once everything is judged, and not before', async () => {
    const { clock, registry } = painted();
    const pods = Array.from({ length: 1_200 }, (_, index) => pod(`p${index}`, { warn: 'x' }));
    registry.report([...pods, pod('a'), gone(ResourceKind.POD, 'p7')]);
    registry.report([gone(ResourceKind.POD, 'p8')]);
    registry.open();
    expect(registry.isStreaming).toBe(false);
    clock.advance(1);
    await registry.opened;
    expect(registry.judgements).toBe(1_199);
    expect(Object.fromEntries(registry.counts(ResourceKind.POD))).toEqual({ DEGRADED: 1_198, HEALTHY: 1 });
    expect(registry.changes.lastSequence).toBe(0);
    registry.report([pod('a', { critical: 'x' })]);
    expect(registry.changes.lastSequence).toBe(1);
    registry.stop();
  });

  it('it is open at once where nothing waits', () => {
    const { registry } = painted();
    registry.open();
    expect(registry.isStreaming).toBe(true);
  });
});

describe('after settings changed', () => {
  const ignored = {
    ...NO_SETTINGS,
    ignores: [{ reason: null, where: { name: 'p*' }, untilAt: null, because: 'on purpose' }],
  };
  const COUNT = 1_200;

  function opened(): ReturnType<typeof painted> {
    const world = painted();
    world.registry.report(Array.from({ length: COUNT }, (_, index) => pod(`p${index}`, { warn: 'x' })));
    world.registry.open();
    world.clock.advance(1);
    return world;
  }

  it('so many are judged at a stretch, and others have their turn in between', () => {
    const { clock, registry } = opened();
    let done = 0;
    const before = registry.judgements;
    registry.resettle(ignored, () => (done += 1));
    expect([registry.judgements - before, done]).toEqual([500, 0]);
    registry.report([gone(ResourceKind.POD, 'p1000'), pod('a', { critical: 'x' })]);
    expect(registry.get(a)?.status).toBe(HealthStatus.UNHEALTHY);
    clock.advance(1);
    expect([registry.judgements - before, done]).toEqual([COUNT, 1]);
    expect(Object.fromEntries(registry.counts(ResourceKind.POD))).toEqual({ HEALTHY: COUNT - 1, UNHEALTHY: 1 });
    registry.stop();
  });

  it('those that change again meanwhile are in force for all', () => {
    const { clock, registry } = opened();
    const done: string[] = [];
    registry.resettle(ignored, () => done.push('first'));
    registry.resettle(NO_SETTINGS, () => done.push('second'));
    clock.advance(1);
    expect(done).toEqual(['first', 'second']);
    expect(Object.fromEntries(registry.counts(ResourceKind.POD))).toEqual({ DEGRADED: COUNT });
    registry.stop();
  });

  it('who is about to be judged for the first time is judged once, by the new ones', async () => {
    const { clock, registry } = painted();
    registry.report([pod('p1', { warn: 'x' })]);
    let done = 0;
    registry.resettle(ignored, () => (done += 1));
    expect([registry.judgements, done]).toEqual([0, 0]);
    registry.open();
    await registry.opened;
    expect([registry.judgements, done]).toEqual([1, 1]);
    expect(registry.counts(ResourceKind.POD).get(HealthStatus.HEALTHY)).toBe(1);
    clock.advance(1_000);
    registry.stop();
  });
});
