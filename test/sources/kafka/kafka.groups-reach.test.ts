import type { SightState } from '../../../src/model/source.js';
import type { Instant } from '../../../src/model/time.js';
import { type Reach, isUndecided, startingReach } from '../../../src/sampling/reach.js';
import { type Listings, groupsReach, topicsReach } from '../../../src/sources/kafka/kafka.groups-reach.js';

type Part = Listings['parts'][number];

const LISTS: Part = { groups: [], groupsLack: null };
const SILENT: Part = { groups: null, groupsLack: 'probe failed' };
const FORBIDS: Part = { groups: null, groupsLack: 'forbidden' };
const OLD: Part = { groups: null, groupsLack: 'unsupported' };

const ONE: Part = { groups: [{ name: 'readers', protocol: 'consumer', state: 'Stable', type: 'classic' }], groupsLack: null }; // prettier-ignore
const OF_ALL = { mayDescribe: true, topics: 1 };

/** After sweeps that began two seconds apart, and told this. */
function after(...sweeps: readonly (readonly Part[])[]): Reach {
  return sweeps.reduce<Reach>(
    (before, parts, index) =>
      groupsReach(before, { parts, ...OF_ALL }, (index * 2_000) as Instant, (index * 2_000 + 5) as Instant),
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

describe('what Kafka leaves out without a word', () => {
  it.each<[string, Listings, SightState, SightState]>([
    ['nothing', { parts: [ONE], mayDescribe: true, topics: 3 }, 'ok', 'ok'],
    ['nothing, as there is nothing', { parts: [LISTS], mayDescribe: true, topics: 0 }, 'ok', 'ok'],
    ['nothing that is known of, by one that does not tell', { parts: [LISTS], mayDescribe: null, topics: 0 }, 'ok', 'ok'], // prettier-ignore
    ['some groups, perhaps', { parts: [ONE, LISTS], mayDescribe: false, topics: 3 }, 'ok', 'ok'],
    ['all groups, perhaps', { parts: [LISTS, LISTS], mayDescribe: false, topics: 3 }, 'forbidden', 'ok'],
    ['all topics', { parts: [ONE], mayDescribe: true, topics: 0 }, 'ok', 'forbidden'],
    ['all of both, perhaps', { parts: [LISTS], mayDescribe: false, topics: 0 }, 'forbidden', 'forbidden'],
    ['and nobody lists groups', { parts: [FORBIDS], mayDescribe: false, topics: 3 }, 'forbidden', 'ok'],
  ])('%s', (_, listings, groups, topics) => {
    const [before, now] = [startingReach(0 as Instant), 5 as Instant];
    expect(groupsReach(before, listings, now, now).state).toBe(groups);
    expect(topicsReach(before, listings, now, now).state).toBe(topics);
  });

  it('is believed of topics that were named before when it is so twice', () => {
    const now = 5 as Instant;
    const none = { parts: [ONE], mayDescribe: true, topics: 0 };
    const looks = [1, 0, 1, 0, 0, 1].map((topics) => ({ ...none, topics }));
    let reach = startingReach(0 as Instant);
    const states = looks.map((look) => (reach = topicsReach(reach, look, now, now)).state);
    expect(states).toEqual(['ok', 'ok', 'ok', 'ok', 'forbidden', 'ok']);
  });
});
