import { openInTime } from '../src/late-sources.js';
import { MINUTE, SECOND } from '../src/model/time.js';
import { openWhenSynced } from '../src/observing.js';
import { Registry } from '../src/registry/registry.js';
import { ManualClock } from './support/manual-clock.js';
import { node, pod, roots, smallKinds, smallRules, source } from './support/small-world.js';

const OTHER = 'connect/prod';

/** A registry that waits for two sources, of which one was seen and the other is on its way. */
function waiting() {
  const clock = new ManualClock();
  const registry = new Registry({ kinds: smallKinds, rules: smallRules, causes: [], clock });
  const changes: string[] = [];
  registry.changes.subscribe((records) => {
    changes.push(...records.map(({ type, resourceName }) => `${type} ${resourceName}`));
  });
  const late: (readonly string[])[] = [];
  const report = openWhenSynced(registry, registry.report.bind(registry), 2, () => undefined);
  const callOff = openInTime(registry, clock, (names) => late.push(names));
  report([...roots, source([{}]), node('n1')]);
  report([connect('starting')]);
  return { clock, registry, changes, late, report, callOff };
}

function connect(state: string) {
  const one = source([], { name: OTHER, state });
  const facts = { ...one.facts, id: OTHER };
  return { ...one, id: OTHER, facts } as unknown as typeof one;
}

describe('the first picture', () => {
  it('is waited for no longer than 30 s after the last of it; what comes later is added', () => {
    const { clock, registry, changes, late, report } = waiting();
    clock.advance(30 * SECOND);
    expect(registry.isStreaming).toBe(false);
    clock.advance(2 * SECOND);
    expect(registry.isStreaming).toBe(true);
    expect(late).toEqual([[OTHER]]);
    expect(changes).toEqual([]);
    report([connect('ok'), pod('late')]);
    expect(changes).toContain('ADDED late');
    expect(changes).not.toContain('ADDED n1');
    clock.advance(MINUTE);
    expect(late).toHaveLength(1);
  });

  it('is waited for as long as there comes more of it, but for five minutes at most', () => {
    const { clock, registry, report } = waiting();
    for (let looks = 0; looks < 14; looks += 1) {
      clock.advance(20 * SECOND);
      report([pod(`pod-${looks}`)]);
    }
    expect(registry.isStreaming).toBe(false);
    clock.advance(20 * SECOND);
    expect(registry.isStreaming).toBe(true);
  });

  it('is complete at once when the last source has painted it', () => {
    const { clock, registry, late, report } = waiting();
    report([connect('lost')]);
    clock.advance(SECOND);
    expect(registry.isStreaming).toBe(true);
    clock.advance(10 * MINUTE);
    expect(late).toEqual([]);
  });

  it('is waited for no more once that is called off', () => {
    const { clock, registry, callOff } = waiting();
    callOff();
    clock.advance(10 * MINUTE);
    expect(registry.isStreaming).toBe(false);
  });
});
