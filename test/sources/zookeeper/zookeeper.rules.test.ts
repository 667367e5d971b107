import { HealthStatus } from '../../../src/model/health.js';
import { systemId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { HOUR, MINUTE, SECOND } from '../../../src/model/time.js';
import { ZooKeeperRole } from '../../../src/model/zookeeper.js';
import type { World } from '../../support/judged.js';
import { A, ALONE, B, C, type Different, ENSEMBLE, FOLLOWER, IDLE, LEADER, LOST, OBSERVER, ensembleWorld, see } from './ensemble-world.js'; // prettier-ignore

type Members = Readonly<Record<string, Different>>;

/** Sees the same twice, two seconds apart. */
function seenTwice(members: Members): World {
  const world = see(ensembleWorld(), members);
  return see(world.advance(2 * SECOND), members);
}

const leading = (different: Different): Members => ({ a: { ...LEADER, ...different }, b: FOLLOWER, c: FOLLOWER });
const UNASKED: Different = { reach: 'hindered' };
const NO_QUORUM = ['ZOOKEEPER_NO_QUORUM CRITICAL'];
const DOWN = ['ZOOKEEPER_MEMBER_DOWN WARNING'];

describe('an ensemble', () => {
  it.each<[string, Members, HealthStatus, readonly string[]]>([
    ['calm', leading({}), HealthStatus.HEALTHY, []],
    ['a server that is alone', { a: ALONE }, HealthStatus.HEALTHY, []],
    ['no leader, all serve', { a: FOLLOWER, b: FOLLOWER, c: FOLLOWER }, HealthStatus.UNHEALTHY, NO_QUORUM],
    ['two of three, and the third leads', { a: FOLLOWER, b: FOLLOWER }, HealthStatus.HEALTHY, []],
    ['followers of which nobody says how many there are', { a: { quorumSize: null }, b: { quorumSize: null } }, HealthStatus.HEALTHY, []], // prettier-ignore
    ['an observer of three that are not named', { a: OBSERVER }, HealthStatus.HEALTHY, []],
    ['two of three, and none serves', { a: IDLE, b: IDLE }, HealthStatus.UNHEALTHY, NO_QUORUM],
    ['no leader, none serves', { a: IDLE, b: IDLE, c: IDLE }, HealthStatus.UNHEALTHY, NO_QUORUM],
    ['one left, which serves nobody', { a: IDLE, b: LOST, c: LOST }, HealthStatus.UNHEALTHY, NO_QUORUM],
    ['one left, which reads only', { a: { role: ZooKeeperRole.READ_ONLY, isServing: false }, b: LOST, c: LOST }, HealthStatus.UNHEALTHY, NO_QUORUM], // prettier-ignore
    ['none answers', { a: LOST, b: LOST, c: LOST }, HealthStatus.UNHEALTHY, NO_QUORUM],
    ['followers of one that is not seen', { a: LOST, b: FOLLOWER, c: FOLLOWER }, HealthStatus.DEGRADED, []],
    ['a leader that is not seen any more', { a: { ...LEADER, ...LOST }, b: IDLE, c: IDLE }, HealthStatus.UNHEALTHY, NO_QUORUM], // prettier-ignore
    ['one that serves nobody beside a leader', { a: LEADER, b: IDLE, c: FOLLOWER }, HealthStatus.DEGRADED, []],
    ['none may tell', { a: { reach: 'forbidden' }, b: { reach: 'invalid' }, c: LOST }, HealthStatus.UNKNOWN, []],
    ['none was asked, for want of our own', { a: UNASKED, b: UNASKED, c: UNASKED }, HealthStatus.UNKNOWN, []],
    ['only one that is silent was asked', { a: LOST, b: UNASKED, c: UNASKED }, HealthStatus.UNKNOWN, []],
    ['one is idle, the others may not tell', { a: IDLE, b: { reach: 'forbidden' }, c: { reach: 'forbidden' } }, HealthStatus.UNKNOWN, []], // prettier-ignore
    ['one that may not tell beside a leader', { a: LEADER, b: { reach: 'forbidden' }, c: FOLLOWER }, HealthStatus.HEALTHY, []], // prettier-ignore
    ['1 of 2 followers in step', leading({ syncedFollowers: 1 }), HealthStatus.DEGRADED, DOWN],
    ['2 of 2', leading({ syncedFollowers: 2 }), HealthStatus.HEALTHY, []],
    ['nobody tells how many', leading({ syncedFollowers: null }), HealthStatus.HEALTHY, []],
    ['of 5 voters, as the leader counts, 3 in step', leading({ syncedFollowers: 3, quorumSize: 5 }), HealthStatus.DEGRADED, DOWN], // prettier-ignore
    ['of 5 voters 4', leading({ syncedFollowers: 4, quorumSize: 5 }), HealthStatus.HEALTHY, []],
    ['an observer takes no part', { a: { ...LEADER, syncedFollowers: 1, quorumSize: null }, b: { quorumSize: null }, c: { ...OBSERVER, quorumSize: null } }, HealthStatus.HEALTHY, []], // prettier-ignore
    ['three that nobody counted, 1 in step', { a: { ...LEADER, syncedFollowers: 1, quorumSize: null }, b: { quorumSize: null }, c: { quorumSize: null } }, HealthStatus.DEGRADED, DOWN], // prettier-ignore
  ])('%s', (_, members, status, findings) => {
    const world = seenTwice(members);
    expect(world.summary(ENSEMBLE)).toEqual(findings);
    expect(world.status(ENSEMBLE)).toBe(status);
    expect(world.status(systemId('zookeepers'))).toBe(status);
  });

  it.each<[string, Members, string]>([
    ['none of three', { a: LOST, b: LOST, c: LOST }, 'None of its 3 members answers.'],
    ['not even its only one', { a: LOST }, 'Its only member does not answer.'],
    ['one of three', { a: IDLE, b: LOST, c: LOST }, 'It has no leader: of its 3 members 1 answers, and 0 serve requests.'], // prettier-ignore
    ['all of three', { a: IDLE, b: IDLE, c: IDLE }, 'It has no leader: of its 3 members 3 answer, and 0 serve requests.'], // prettier-ignore
  ])('without a quorum says how many of its members answer: %s', (_, members, message) => {
    expect(seenTwice(members).findings(ENSEMBLE)).toMatchObject([{ message }]);
  });

  it.each<[string, Members, readonly string[]]>([
    ['no leader', { a: IDLE, b: IDLE, c: IDLE }, NO_QUORUM],
    ['a follower too few', leading({ syncedFollowers: 1 }), DOWN],
  ])('is given two seconds: %s', (_, members, findings) => {
    const world = see(ensembleWorld(), members);
    see(world.advance(1_999), members);
    expect(world.summary(ENSEMBLE)).toEqual([]);
    see(world.advance(1), members);
    expect(world.summary(ENSEMBLE)).toEqual(findings);
    expect(see(world, leading({})).summary()).toEqual([]);
  });

  describe('without a leader', () => {
    const idle: Members = { a: IDLE, b: IDLE, c: IDLE };
    type Look = readonly [second: number, members: Members];

    /** Sees these members, each at its second, and lets half a second more pass. */
    function looks(...all: readonly Look[]): World {
      const world = ensembleWorld();
      const start = world.clock.now();
      for (const [second, members] of all) {
        see(world.advance(start + Math.round(second * SECOND) - world.clock.now()), members);
      }
      return world.advance(SECOND / 2);
    }

    it.each<[string, World, readonly string[]]>([
      ['one look, and time', looks([0, idle]).advance(2 * SECOND), []],
      ['one look, and an hour', looks([0, idle]).advance(HOUR), []],
      ['two looks at each', looks([0, idle], [2, idle]), NO_QUORUM],
      ['two looks too close to each other', looks([0, idle], [1, idle]).advance(HOUR), []],
      ['further looks at one of them', looks([0, idle], [2, { a: IDLE }], [4, { a: IDLE }]).advance(HOUR), []],
      ['second looks at all but one', looks([0, idle], [2, { a: IDLE, b: IDLE }]), []],
      ['second looks one after the other', looks([0, idle], [2, { a: IDLE }], [2.1, { b: IDLE }], [3.9, { c: IDLE }]), NO_QUORUM], // prettier-ignore
      ['two looks at one that was idle before', looks([0, leading({})], [1, { c: IDLE }], [2.9, { a: IDLE }], [2.95, { b: IDLE }], [3.1, { c: IDLE }]).advance(HOUR), []], // prettier-ignore
      ['two looks at each since the last was idle', looks([0, leading({})], [1, { c: IDLE }], [2.9, { a: IDLE, b: IDLE }], [4.9, idle]), NO_QUORUM], // prettier-ignore
      ['one is lost meanwhile', looks([0, idle], [2, { a: IDLE, b: IDLE, c: LOST }]), NO_QUORUM],
      ['all are lost meanwhile', looks([0, idle], [2, { a: LOST, b: LOST, c: LOST }]), NO_QUORUM],
      ['a leader between', looks([0, idle], [1, leading({})], [2, idle]), []],
    ])('%s', (_, world, findings) => {
      expect(world.summary(ENSEMBLE)).toEqual(findings);
    });
  });

  it('is not judged as long as a member was not asked to the end', () => {
    expect(seenTwice({ a: FOLLOWER, b: FOLLOWER, c: { reach: 'starting' } }).summary(ENSEMBLE)).toEqual([]);
  });

  it('says how many serve of those needed, and how many are in step of those that should', () => {
    const world = seenTwice({ a: { ...LEADER, syncedFollowers: 1 }, b: FOLLOWER, c: LOST });
    expect(world.readings(ENSEMBLE)).toMatchObject([
      { signal: SignalName.ZOOKEEPER_QUORUM, value: 2, required: 2 },
      { signal: SignalName.ZOOKEEPER_FOLLOWERS, value: 1, required: 2 },
    ]);
    const elsewhere = seenTwice({ a: FOLLOWER, b: FOLLOWER }).readings(ENSEMBLE);
    expect(elsewhere).toMatchObject([
      { value: 2, required: 2 },
      { value: null, unavailable: 'not configured' },
    ]);
    const silent = seenTwice({ a: LOST, b: LOST, c: LOST });
    expect(silent.readings(ENSEMBLE).map(({ unavailable }) => unavailable)).toEqual(['probe failed', 'probe failed']);
    const quiet = seenTwice(leading({ syncedFollowers: null, unavailable: { syncedFollowers: 'forbidden' } }));
    expect(quiet.readings(ENSEMBLE)[1]).toMatchObject({ value: null, unavailable: 'forbidden' });
    expect(seenTwice({ a: ALONE }).readings(ENSEMBLE)).toHaveLength(1);
  });
});

describe('a member', () => {
  it.each<[string, Different, HealthStatus, readonly string[]]>([
    ['reached', FOLLOWER, HealthStatus.HEALTHY, []],
    ['lost', LOST, HealthStatus.DEGRADED, DOWN],
    ['idle', IDLE, HealthStatus.DEGRADED, DOWN],
    ['that may not tell', { reach: 'forbidden' }, HealthStatus.UNKNOWN, []],
    ['that tells rubbish', { reach: 'invalid' }, HealthStatus.UNKNOWN, []],
  ])('%s', (_, member, status, findings) => {
    const world = seenTwice({ a: LEADER, b: member, c: FOLLOWER });
    expect(world.summary(B)).toEqual(findings);
    expect(world.status(B)).toBe(status);
    expect(world.registry.get(B)?.isStale).toBe((member.reach ?? 'ok') !== 'ok');
  });

  it('keeps its last findings while it is lost', () => {
    const world = see(ensembleWorld(), leading({ outstandingRequests: 300 }));
    see(world.advance(2 * MINUTE), leading({ outstandingRequests: 300, ...LOST }));
    expect(world.summary(A)).toEqual(['OUTSTANDING_REQUESTS_HIGH CRITICAL', ...DOWN].sort());
  });
});

describe('a question without an answer', () => {
  it.each<[string, Different, Different, (typeof ENSEMBLE)[]]>([
    ['how many requests wait', { outstandingRequests: 300 }, { outstandingRequests: null, unavailable: { outstandingRequests: 'probe failed' } }, [A]], // prettier-ignore
    ['how many followers are in step', { syncedFollowers: 1 }, { syncedFollowers: null, unavailable: { syncedFollowers: 'forbidden' } }, [ENSEMBLE]], // prettier-ignore
  ])('neither ends nor raises anything: %s', (_, bad, blind, [id]) => {
    if (id === undefined) throw new Error('it is of somebody');
    const world = see(ensembleWorld(), leading(bad));
    see(world.advance(2 * SECOND), leading(bad));
    const findings = world.summary(id);
    expect(findings).toHaveLength(1);
    see(world.advance(2 * SECOND), leading(blind)).advance(2 * MINUTE);
    expect([world.summary(id), world.registry.get(id)?.isStale]).toEqual([findings, true]);
    see(world, leading({})).advance(MINUTE);
    expect([world.summary(id), world.registry.get(id)?.isStale]).toEqual([[], false]);
  });

  it('and one that serves nobody lets nobody wait', () => {
    const world = see(ensembleWorld(), leading({ outstandingRequests: 300 }));
    see(world, leading({ outstandingRequests: null, isServing: false, unavailable: { outstandingRequests: 'probe failed' } })); // prettier-ignore
    expect(world.advance(2 * MINUTE).summary(A)).not.toContain('OUTSTANDING_REQUESTS_HIGH CRITICAL');
  });
});

describe('outstanding requests', () => {
  const waiting = (outstandingRequests: number | null, more: Different = {}): Members =>
    leading({ outstandingRequests, ...more });
  const CRITICAL = ['OUTSTANDING_REQUESTS_HIGH CRITICAL'];
  const WARNING = ['OUTSTANDING_REQUESTS_HIGH WARNING'];

  /** So many looks, so far apart. */
  function over(times: number, apart: number, ...members: readonly Members[]): World {
    const world = ensembleWorld();
    for (let time = 0; time < times; time += 1) {
      if (time > 0) world.advance(apart);
      see(world, members[time % members.length] ?? {});
    }
    return world;
  }

  it.each<[string, Members, readonly string[]]>([
    ['249 of 500', waiting(249), []],
    ['250 of 500', waiting(250), CRITICAL],
    ['of 200 of a limit of 400, 99', waiting(99, { globalOutstandingLimit: 400 }), []],
    ['100', waiting(100, { globalOutstandingLimit: 400 }), CRITICAL],
    ['124 of 250 of five voters', waiting(124, { quorumSize: 5 }), []],
    ['125', waiting(125, { quorumSize: 5 }), CRITICAL],
    ['499 of 1000 of one that is alone', { a: { ...ALONE, outstandingRequests: 499 } }, []],
    ['500', { a: { ...ALONE, outstandingRequests: 500 } }, CRITICAL],
    ['250 of one that counts no voters', waiting(250, { quorumSize: null }), CRITICAL],
    ['unknown', waiting(null), []],
  ])('once: %s', (_, members, findings) => {
    expect(see(ensembleWorld(), members).summary(A)).toEqual(findings);
  });

  it.each<[string, World, readonly string[]]>([
    ['101 in 4 looks of 30 s', over(4, 10 * SECOND, waiting(101)), WARNING],
    ['100', over(4, 10 * SECOND, waiting(100)), []],
    ['101 in 3 looks of 20 s', over(3, 10 * SECOND, waiting(101)), []],
    ['101 in 30 looks of 29 s', over(30, SECOND, waiting(101)), []],
    ['101 in 2 looks of 40 s', over(2, 40 * SECOND, waiting(101)), []],
    ['101 and 100 by turns', over(8, 10 * SECOND, waiting(101), waiting(100)), []],
    ['11 for 10 m', over(61, 10 * SECOND, waiting(11)), WARNING],
    ['11 for 9 m 50 s', over(60, 10 * SECOND, waiting(11)), []],
    ['10 for an hour', over(361, 10 * SECOND, waiting(10)), []],
    ['11 and 10 by turns', over(361, 10 * SECOND, waiting(11), waiting(10)), []],
    ['11 once, and silence for an hour', over(1, 0, waiting(11)).advance(HOUR), []],
    ['11 for 8 m, and silence for an hour', over(49, 10 * SECOND, waiting(11)).advance(HOUR), []],
    ['11 at the beginning and at the end of 10 m', over(2, 10 * MINUTE, waiting(11)), WARNING],
  ])('over time: %s', (_, world, findings) => {
    expect(world.summary(A)).toEqual(findings);
  });

  it('clear after a minute on the good side', () => {
    const world = see(see(ensembleWorld(), waiting(400)).advance(SECOND), waiting(0));
    expect(world.advance(59 * SECOND).summary(A)).toEqual(CRITICAL);
    expect(world.advance(SECOND).summary(A)).toEqual([]);
  });

  it('come of voters that are lost where the others are too few, and of nothing otherwise', () => {
    const short = see(ensembleWorld(), { a: { ...LEADER, outstandingRequests: 400 }, b: LOST, c: LOST });
    const [waitingLong] = short.findings(A);
    expect(waitingLong && short.registry.causesOf(waitingLong)).toEqual([...short.findings(B), ...short.findings(C)]);
    const enough = see(ensembleWorld(), { a: { ...LEADER, outstandingRequests: 400 }, b: LOST, c: FOLLOWER });
    expect(new Set(enough.findings(A).map((finding) => enough.registry.isRoot(finding)))).toEqual(new Set([true]));
  });
});

describe('causes', () => {
  it('lead from a quorum that is gone to those that are lost, and from those left to it', () => {
    const world = seenTwice({ a: IDLE, b: LOST, c: LOST });
    const [noQuorum] = world.findings(ENSEMBLE);
    const [idle] = world.findings(A);
    expect(noQuorum && world.registry.causesOf(noQuorum)).toEqual([...world.findings(B), ...world.findings(C)]);
    expect(idle && world.registry.causesOf(idle)).toEqual([noQuorum]);
    const lost = [...world.findings(B), ...world.findings(C)];
    expect(new Set(lost.map((finding) => world.registry.isRoot(finding)))).toEqual(new Set([true]));
  });

  it('lead from a leader short of followers to the one that is lost', () => {
    const world = seenTwice({ a: { ...LEADER, syncedFollowers: 1 }, b: LOST, c: FOLLOWER });
    const [short] = world.findings(ENSEMBLE);
    expect(short && world.registry.causesOf(short)).toEqual(world.findings(B));
  });

  it('do not lead to an observer, which nobody waits for', () => {
    const lost = { ...OBSERVER, ...LOST };
    const world = seenTwice({ a: { ...LEADER, syncedFollowers: 1 }, b: lost, c: FOLLOWER });
    const [short] = world.findings(ENSEMBLE);
    expect(short && world.registry.causesOf(short)).toEqual([]);
    const waiting = see(ensembleWorld(), { a: { ...LEADER, outstandingRequests: 400 }, b: LOST, c: lost });
    expect(new Set(waiting.findings(A).map((finding) => waiting.registry.isRoot(finding)))).toEqual(new Set([true]));
  });
});

describe('latency', () => {
  /** Two looks a minute apart, between which so many requests took so many milliseconds together. */
  function answered(count: number, sum: number): World {
    const world = see(ensembleWorld(), leading({ latencyCount: 1_000, latencySum: 1e6 }));
    return see(world.advance(MINUTE), leading({ latencyCount: 1_000 + count, latencySum: 1e6 + sum }));
  }
  const reading = (world: World) =>
    world.readings(A).find(({ signal }) => signal === SignalName.ZOOKEEPER_LATENCY) ?? null;

  it.each<[string, World, number | null, readonly string[]]>([
    ['100 ms', answered(100, 10_000), 100, []],
    ['101 ms', answered(100, 10_100), 101, ['ZOOKEEPER_SLOW WARNING']],
    ['101 ms of 20', answered(20, 2_020), 101, ['ZOOKEEPER_SLOW WARNING']],
    ['of too few', answered(19, 19_000), 1_000, []],
    ['of none', answered(0, 0), 0, []],
    ['after a restart', answered(-900, -1e6 + 20_000), 200, ['ZOOKEEPER_SLOW WARNING']],
    ['slow since ever, quick of late', answered(1_000, 5_000), 5, []],
  ])('%s', (_, world, value, findings) => {
    expect(reading(world)?.value).toBe(value);
    expect(world.summary(A)).toEqual(findings);
  });

  it('is not known from one look, nor where the server does not tell', () => {
    const once = see(ensembleWorld(), leading({ latencyCount: 1_000, latencySum: 1e6 }));
    expect(reading(once)).toMatchObject({ value: null, unavailable: 'warming up' });
    const old = leading({ latencyCount: null, latencySum: null, unavailable: { latencySum: 'unsupported' } });
    expect(reading(seenTwice(old))).toMatchObject({ value: null, unavailable: 'unsupported' });
  });

  it('forgets what is older than five minutes, and clears a minute later', () => {
    const world = answered(100, 50_000);
    for (let minute = 1; minute <= 6; minute += 1) {
      see(world.advance(MINUTE), leading({ latencyCount: 1_100 + 10 * minute, latencySum: 1_050_000 + 10 * minute }));
      expect(world.summary(A)).toEqual(minute < 6 ? ['ZOOKEEPER_SLOW WARNING'] : []);
    }
  });

  it('stays what it was while its member is lost', () => {
    const world = answered(100, 50_000).advance(10 * MINUTE);
    const now = world.clock.now();
    const facts = { state: 'lost' as const, message: 'a:2181 is lost.', stateSince: now };
    world.see({ id: A, kind: ResourceKind.ZOOKEEPER_MEMBER, aspect: 'reach', facts, observedAt: now });
    expect(world.summary(A)).toContain('ZOOKEEPER_SLOW WARNING');
    expect(reading(world)?.value).toBe(500);
  });

  it('stays what it was while it is not told any more', () => {
    const untold = { latencyCount: null, latencySum: null, unavailable: { latencySum: 'forbidden' } };
    const world = see(answered(100, 50_000).advance(10 * MINUTE), leading(untold));
    expect(world.summary(A)).toEqual(['ZOOKEEPER_SLOW WARNING']);
    expect(world.registry.get(A)?.isStale).toBe(true);
  });
});
