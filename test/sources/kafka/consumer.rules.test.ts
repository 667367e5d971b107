import { HealthStatus } from '../../../src/model/health.js';
import type { ConsumerGroup, GroupPartition } from '../../../src/model/kafka.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { type Instant, MINUTE, SECOND, instant } from '../../../src/model/time.js';
import type { World } from '../../support/judged.js';
import { GROUP, cluster, group, kafkaWorld, progress, source } from './kafka-world.js';

type Group = Partial<ConsumerGroup>;
/** Times are said as how long ago. */
type Partition = Omit<Partial<GroupPartition>, `${string}Since`> & {
  readonly committed?: number;
  readonly standing?: number;
  readonly lagging?: number;
  readonly rising?: number;
  readonly behind?: number;
};

const ago = (now: Instant, time: number | undefined): Instant | null =>
  time === undefined ? null : instant(now - time);

/** A hundred looks, and all that lasts has lasted since the first unless told. */
function judged(one: Partition, facts: Group = {}, world = kafkaWorld()): World {
  const now = world.clock.now();
  const { standing = 0, lagging, rising, behind, ...rest } = one;
  const partition = progress(now, {
    committedSince: instant(now - standing),
    laggingSince: ago(now, lagging),
    risingSince: ago(now, rising),
    behindSince: ago(now, behind),
    lag: lagging === undefined ? 0 : 50,
    laggingLook: 1,
    risingLook: 1,
    ...rest,
  });
  return world.see(source(now), cluster(now), group(now, [partition], facts));
}

const STOPPED = ['CONSUMER_STOPPED CRITICAL'];
const SAID = ['CONSUMER_STOPPED INFO'];
const STALLED = ['CONSUMER_STALLED CRITICAL'];
const LAGGING = ['CONSUMER_LAGGING WARNING'];
const W = 5 * MINUTE;
const EMPTY: Group = { memberCount: 0 };
const UNKNOWN_BEFORE: Group = { lastAliveAt: null, isFromBefore: true };

describe('the lag of a consumer group', () => {
  it.each<[string, Partition, Group, readonly string[]]>([
    ['read to the end', {}, {}, []],
    ['stands still with members', { standing: W, lagging: W }, {}, STALLED],
    ['stands still, with members that nobody counts', { standing: W, lagging: W }, { memberCount: null }, STALLED],
    ['stands still, and nobody tells whether it has members', { standing: W, lagging: W }, { memberCount: null, state: null }, ['CONSUMER_STALLED WARNING']], // prettier-ignore
    ['… and was never seen alive', { standing: W, lagging: W }, { memberCount: null, state: null, lastAliveAt: null }, ['CONSUMER_STALLED INFO']], // prettier-ignore
    ['a little less than the window', { standing: W - 1, lagging: W }, {}, []],
    ['without lag a moment too recently', { standing: W, lagging: W - 1 }, {}, []],
    ['stands still without members', { standing: W, lagging: W }, EMPTY, STOPPED],
    ['without members, and it moves', { standing: 0, lagging: W, rising: 0 }, EMPTY, []],
    ['never seen alive', { standing: W, lagging: W }, { ...EMPTY, lastAliveAt: null }, SAID],
    ['never seen alive, and there from the first look on', { standing: W, lagging: W }, { ...EMPTY, ...UNKNOWN_BEFORE }, ['CONSUMER_STOPPED WARNING']], // prettier-ignore
    ['… of a topic that it was not subscribed to', { standing: W, lagging: W }, { ...EMPTY, ...UNKNOWN_BEFORE, subscribed: [] }, SAID], // prettier-ignore
    ['… and read to the end', {}, { ...EMPTY, ...UNKNOWN_BEFORE }, []],
    ['… and nobody tells whether it has members', { standing: W, lagging: W }, { memberCount: null, state: null, ...UNKNOWN_BEFORE }, ['CONSUMER_STALLED WARNING']], // prettier-ignore
    ['there from the first look on, and alive since', { standing: W, lagging: W }, { ...EMPTY, isFromBefore: true }, STOPPED], // prettier-ignore
    [
      'of a topic no longer subscribed to, empty',
      { standing: W, lagging: W },
      { ...EMPTY, subscribed: ['other'] },
      SAID,
    ],
    ['of a topic no longer subscribed to, with members', { standing: W, lagging: W }, { subscribed: ['other'] }, SAID],
    ['nobody says what it subscribes to', { standing: W, lagging: W }, { ...EMPTY, subscribed: null }, STOPPED],
    ['moves, and the lag never falls', { standing: MINUTE, lagging: W, rising: W }, {}, LAGGING],
    ['moves, and the lag fell in the window', { standing: MINUTE, lagging: W, rising: W - 1 }, {}, []],
    [
      'its leader has not been seen for long',
      { standing: W, lagging: W, unseenSince: instant(1) } as Partition,
      {},
      [],
    ],
  ])('%s', (_, one, facts, findings) => {
    expect(judged(one, facts).summary(GROUP)).toEqual(findings);
  });

  it.each<[string, number, readonly string[]]>([
    ['is what it was', MINUTE, STALLED],
    ['is nothing that is known after a minute', MINUTE + 1, []],
  ])('of a partition whose leader does not answer %s', (_, gap, findings) => {
    const world = kafkaWorld();
    const unseenSince = instant(world.clock.now() - gap);
    const one = { standing: W + gap, lagging: W + gap, unseenSince } as Partition;
    expect(judged(one, {}, world).summary(GROUP)).toEqual(findings);
  });

  it.each<[string, Group, Partition, readonly string[]]>([
    ['ten looks', { looks: 10 }, {}, STALLED],
    ['nine looks are too few, however far apart', { looks: 9 }, {}, []],
    ['ten looks at rest take longer than five minutes', { restingInterval: MINUTE }, {}, []],
    ['and that long', { restingInterval: MINUTE }, { standing: 10 * MINUTE, lagging: 10 * MINUTE }, STALLED],
    ['it commits every two minutes', { commitInterval: 2 * MINUTE }, { standing: 10 * MINUTE - 1, lagging: 10 * MINUTE - 1 }, []], // prettier-ignore
    ['five of these', { commitInterval: 2 * MINUTE }, { standing: 10 * MINUTE, lagging: 10 * MINUTE }, STALLED],
  ])('over a window: %s', (_, facts, one, findings) => {
    const partition = { standing: W, lagging: W, committedLook: 1, ...one };
    expect(judged(partition, facts).summary(GROUP)).toEqual(findings);
  });

  it.each<[string, Partition]>([
    ['stands still', { standing: W - 4 * SECOND, lagging: W - 4 * SECOND }],
    ['has lag since then', { standing: W, lagging: W - 4 * SECOND }],
    ['lags more and more', { standing: 0, lagging: W, rising: W - 4 * SECOND }],
  ])('wants one more look when a window ends between two: %s', (_, one) => {
    const world = judged(one);
    const wanted: string[] = [];
    world.registry.whenSampleWanted((entries) => wanted.push(...entries.map(({ id }) => id)));
    expect(world.advance(4 * SECOND - 1).summary(GROUP)).toEqual([]);
    expect(wanted).toEqual([]);
    // Nobody knows what it did since it was looked at.
    expect(world.advance(1).summary(GROUP)).toEqual([]);
    expect(wanted).toEqual([GROUP]);
  });

  it('wants none where the next look at rest comes first', () => {
    const world = judged({ standing: W - 10 * SECOND, lagging: W - 10 * SECOND });
    const wanted: unknown[] = [];
    world.registry.whenSampleWanted((entries) => wanted.push(...entries));
    expect(world.advance(MINUTE).summary(GROUP)).toEqual([]);
    expect(wanted).toEqual([]);
  });

  it('is as bad as its worst partition, and says which that is', () => {
    const world = kafkaWorld();
    const now = world.clock.now();
    const since = instant(now - W);
    const stuck = { committedSince: since, laggingSince: since, laggingLook: 1 };
    const partitions = [progress(now), progress(now, { ...stuck, partition: 1, lag: 7 }), progress(now, { ...stuck, partition: 2, lag: 90 })]; // prettier-ignore
    world.see(group(now, partitions));
    expect(world.summary(GROUP)).toEqual(STALLED);
    expect(world.findings(GROUP)[0]?.message).toBe(
      'It has 1 member, and for 5m nothing was read of 97 messages in 2 partitions, most of it in orders/2.',
    );
  });
});

describe('the delay of a consumer group', () => {
  it.each<[string, number, Group, readonly string[]]>([
    ['300 s', 300, {}, []],
    ['301 s', 301, {}, LAGGING],
    ['900 s', 900, {}, LAGGING],
    ['901 s', 901, {}, ['CONSUMER_LAGGING CRITICAL']],
    ['901 s, never seen alive', 901, { lastAliveAt: null }, []],
    ['901 s in a topic no longer subscribed to', 901, { subscribed: [] }, []],
  ])('%s, whatever the trend', (_, seconds, facts, findings) => {
    const one = { lagging: MINUTE, rising: 0, behind: seconds * SECOND };
    expect(judged(one, facts).summary(GROUP)).toEqual(findings);
  });

  it('is not told again of what stands still', () => {
    const one = { standing: W, lagging: W, behind: 901 * SECOND };
    expect(judged(one).summary(GROUP)).toEqual(STALLED);
    expect(judged(one, EMPTY).summary(GROUP)).toEqual(STOPPED);
  });

  it('names the partition that is furthest behind', () => {
    const world = kafkaWorld();
    const now = world.clock.now();
    const laggingSince = instant(now - MINUTE);
    const late = (partition: number, seconds: number): GroupPartition =>
      progress(now, { partition, lag: 50, laggingSince, behindSince: instant(now - seconds * SECOND) });
    world.see(source(now), cluster(now), group(now, [late(0, 301), late(1, 600), late(2, 400)]));
    expect(world.findings(GROUP)[0]?.message).toBe('It is 10m behind in 3 partitions, most of it in orders/1.');
  });

  it('clears after a minute on the good side', () => {
    const world = judged({ lagging: MINUTE, behind: 301 * SECOND });
    judged({}, {}, world);
    expect(world.advance(60 * SECOND - 1).summary(GROUP)).toEqual(LAGGING);
    expect(world.advance(1).summary(GROUP)).toEqual([]);
  });
});

describe('committed offsets', () => {
  it.each<[string, Partition, Group, readonly string[]]>([
    ['from before the log', { committed: 5, start: 6 }, {}, ['CONSUMER_DATA_LOST CRITICAL']],
    ['at its beginning', { committed: 6, start: 6 }, {}, []],
    ['from before the log of a topic no longer subscribed to', { committed: 5, start: 6 }, { subscribed: [] }, ['CONSUMER_DATA_LOST INFO']], // prettier-ignore
    ['from before the log of a group never seen alive', { committed: 5, start: 6 }, { ...EMPTY, lastAliveAt: null }, ['CONSUMER_DATA_LOST INFO']], // prettier-ignore
    ['… that was there from the first look on', { committed: 5, start: 6 }, { ...EMPTY, ...UNKNOWN_BEFORE }, ['CONSUMER_DATA_LOST INFO']], // prettier-ignore
    ['set back', { committed: 5, rewoundFrom: 9 }, {}, ['CONSUMER_REWOUND WARNING']],
  ])('%s', (_, one, facts, findings) => {
    expect(judged(one, facts).summary(GROUP)).toEqual(findings);
  });
});

describe('rebalancing', () => {
  it.each<[number, readonly string[]]>([
    [5 * MINUTE - 1, []],
    [5 * MINUTE, ['CONSUMER_REBALANCING WARNING']],
  ])('for %d ms', (time, findings) => {
    const world = kafkaWorld();
    const rebalancingSince = instant(world.clock.now() - time);
    expect(judged({}, { rebalancingSince }, world).summary(GROUP)).toEqual(findings);
  });
});

describe('what cannot be seen of a group', () => {
  it('is UNKNOWN, with its last findings, while its coordinator is lost', () => {
    const world = judged({ standing: W, lagging: W });
    const now = world.clock.now();
    world.see({ id: GROUP, kind: 'CONSUMER_GROUP', aspect: 'reach', facts: { state: 'lost', message: 'Gone.', stateSince: now }, observedAt: now } as never); // prettier-ignore
    expect(world.summary(GROUP)).toEqual(STALLED);
    expect(world.registry.get(GROUP)?.isStale).toBe(true);
    expect(world.readings(GROUP).find(({ signal }) => signal === SignalName.CONSUMER_LAG)?.value).toBeNull();
  });

  it('is UNKNOWN where it was well', () => {
    const world = judged({});
    const now = world.clock.now();
    world.see({ id: GROUP, kind: 'CONSUMER_GROUP', aspect: 'reach', facts: { state: 'lost', message: 'Gone.', stateSince: now }, observedAt: now } as never); // prettier-ignore
    expect(world.status(GROUP)).toBe(HealthStatus.UNKNOWN);
  });

  it('says why its offsets are not known, and of one that committed nothing that there is no lag', () => {
    const lagOf = (world: World): readonly unknown[] =>
      world.readings(GROUP).filter(({ signal }) => signal === SignalName.CONSUMER_LAG);
    expect(lagOf(judged({}, { unavailable: 'forbidden' }))).toMatchObject([{ value: null, unavailable: 'forbidden' }]);
    expect(lagOf(judged({}, { partitions: [] }))).toEqual([]);
    expect(lagOf(judged({ lagging: MINUTE }))).toMatchObject([{ value: 50 }]);
  });
});
