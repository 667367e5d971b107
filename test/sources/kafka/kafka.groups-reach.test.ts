import type { SightState } from '../../../src/model/source.js';
import type { Instant } from '../../../src/model/time.js';
import { type Reach, isUndecided, startingReach } from '../../../src/sampling/reach.js';
import { groupsReach } from '../../../src/sources/kafka/kafka.groups-reach.js';

type Part = Parameters<typeof groupsReach>[1] extends Iterable<infer P> ? P : never;

const LISTS: Part = { groups: [], groupsLack: null };
const SILENT: Part = { groups: null, groupsLack: 'probe failed' };
const FORBIDS: Part = { groups: null, groupsLack: 'forbidden' };
const OLD: Part = { groups: null, groupsLack: 'unsupported' };

/** After sweeps that began two seconds apart, and told this. */
function after(...sweeps: readonly (readonly Part[])[]): Reach {
  return sweeps.reduce<Reach>(
    (before, parts, index) => groupsReach(before, parts, (index * 2_000) as Instant, (index * 2_000 + 5) as Instant),
    startingReach(0 as Instant),
  );
}

describe('how well consumer groups are listed', () => {
  it.each<[string, readonly (readonly Part[])[], SightState]>([
    ['by all', [[LISTS, LISTS]], 'ok'],
    ['by one of them', [[SILENT, LISTS]], 'ok'],
    ['by nobody, the first time', [[]], 'starting'],
    ['by nobody once', [[LISTS], []], 'ok'],
    ['by nobody twice', [[LISTS], [], []], 'lost'],
    ['by nobody who was asked, once', [[LISTS], [SILENT, SILENT]], 'ok'],
    ['by nobody who was asked, twice', [[LISTS], [SILENT], [SILENT]], 'lost'],
    ['again in between', [[LISTS], [SILENT], [LISTS], [SILENT]], 'ok'],
    ['to others only', [[LISTS], [FORBIDS, FORBIDS]], 'forbidden'],
    ['to others only, as far as anybody answers', [[LISTS], [FORBIDS, SILENT]], 'ok'],
    ['in another way', [[LISTS], [OLD]], 'invalid'],
  ])('%s', (_, sweeps, state) => {
    expect(after(...sweeps).state).toBe(state);
  });

  it('is asked again soon where a hiccup is to be told from a loss', () => {
    expect(isUndecided(after([LISTS], []))).toBe(true);
    expect(isUndecided(after([LISTS], [], []))).toBe(false);
    expect(isUndecided(after([LISTS]))).toBe(false);
  });
});
