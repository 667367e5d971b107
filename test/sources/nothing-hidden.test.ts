import fc from 'fast-check';
import { ResourceKind } from '../../src/model/kinds.js';
import type { Sight, SightState } from '../../src/model/source.js';
import { MINUTE, SECOND } from '../../src/model/time.js';
import { ClaimPhase } from '../../src/model/volume.js';
import { circlesAmong } from '../../src/registry/circles.js';
import { catalogue } from '../../src/sources/index.js';
import { recorded } from '../registry/scope/two-worlds.js';
import { hidden, inCircles } from '../support/hidden.js';
import { type World, judgedWorld } from '../support/judged.js';
import { LONG_AGO, NOW, UNPLACED, ago, pod, seen } from '../support/kubernetes-facts.js';
import { kubernetesWorld } from '../support/kubernetes-world.js';
import { claim, source, storageClass } from '../support/storage-facts.js';
import { trials } from '../support/trials.js';
import * as olap from './clickhouse/olap-world.js';
import { host } from './host-metrics/host-facts.js';
import { database, databaseWorld } from './postgres/database-world.js';
import * as ensemble from './zookeeper/ensemble-world.js';

const { count, seed: SEED } = trials('VITALS_CAUSES', 500);
/** Facts of a whole source take longer than the smallest there can be. */
const WORLDS = Math.ceil(count / 4);

const LOST_SIGHT = { resourceId: null, state: 'lost', message: 'It is lost.', since: NOW, contactAt: NOW } as const;

/** Whatever is wrong is told, or something that it follows from; and nothing follows from itself. */
function expectAllTold({ registry }: World): void {
  expect(hidden(registry)).toEqual([]);
  expect(inCircles(registry)).toEqual([]);
}

/** `EFFECT ← CAUSE` of all that is wrong. */
function linksIn({ registry }: World): readonly string[] {
  return [...registry.findings()].flatMap((effect) =>
    registry.causesOf(effect).map((cause) => `${effect.reason} ← ${cause.reason}`),
  );
}

/** Looks at worlds of what is thrown. That these `links` were among them shows that it could have gone wrong. */
function assertAllTold<T>(
  thrown: fc.Arbitrary<T>,
  links: readonly string[],
  make: (facts: T, look: (world: World) => void) => void,
): void {
  const met = new Set<string>();
  const property = fc.property(thrown, (facts) => {
    make(facts, (world) => {
      expectAllTold(world);
      for (const link of linksIn(world)) met.add(link);
    });
  });
  fc.assert(property, { numRuns: WORLDS, seed: SEED });
  for (const link of links) expect([...met]).toContain(link);
}

describe('the causes of the catalogue', () => {
  // Where there is another one, the facts must say that both cannot be so at a time: see below.
  it('go round in circles, as far as reasons go, here only', () => {
    const circles = [...circlesAmong(catalogue.causes).values()].map((circle) => [...circle].sort().join(' ↔ '));
    expect([...new Set(circles)].sort()).toEqual([
      'CLAIM_PENDING ↔ POD_UNSCHEDULABLE',
      'DATABASE_IO_SATURATED',
      'DATABASE_UNREACHABLE',
      'ZOOKEEPER_MEMBER_DOWN ↔ ZOOKEEPER_NO_QUORUM',
    ]);
  });

  it('hide nothing at any time of the built-in recording', async () => {
    const { first, later } = await recorded();
    const world = judgedWorld(catalogue).see(...first);
    const start = world.clock.now();
    let consequences = 0;
    for (const { offset, events } of later) {
      world.advance(Math.max(0, start + offset - world.clock.now())).see(...events);
      expectAllTold(world);
      consequences += world.findings().filter((finding) => !world.registry.isRoot(finding)).length;
    }
    expect(consequences).toBeGreaterThan(0);
  }, 60_000);
});

describe(`nothing is hidden and nothing follows from itself, whatever is seen (${WORLDS}, seed ${SEED})`, () => {
  it('of pods that wait for claims that wait for pods, also while they are out of sight', () => {
    const links = ['CLAIM_PENDING ← POD_UNSCHEDULABLE', 'POD_UNSCHEDULABLE ← CLAIM_PENDING'];
    const obstacle = fc.constantFrom(
      'pod has unbound immediate PersistentVolumeClaims',
      '1 Insufficient cpu',
      "1 Insufficient cpu, 1 node(s) didn't find available persistent volumes to bind",
      '1 node(s) had volume node affinity conflict',
    );
    const createdAt = fc.constantFrom(ago(5 * MINUTE), LONG_AGO);
    const consumer = fc.record({
      claimNames: fc.subarray(['claim-0', 'claim-1', 'claim-2']),
      schedulingMessage: fc.option(obstacle.map((one) => `0/2 nodes are available: ${one}.`)),
      createdAt,
    });
    const phase = fc.constantFrom(ClaimPhase.PENDING, ClaimPhase.PENDING, ClaimPhase.LOST);
    const thrown = fc.record({
      pods: fc.array(consumer, { minLength: 1, maxLength: 4 }),
      claims: fc.array(fc.record({ phase, createdAt }), { minLength: 3, maxLength: 3 }),
      waits: fc.boolean(),
      lost: fc.subarray<ResourceKind>([ResourceKind.POD, ResourceKind.CLAIM]),
    });
    assertAllTold(thrown, links, ({ pods, claims, waits, lost }, look) => {
      const owing = claims.map((more, index) => claim({ ...more, name: `claim-${index}`, volumeName: null }));
      const consumers = pods.map((more, index) => pod({ ...UNPLACED, ...more, name: `pod-${index}` }));
      const world = kubernetesWorld().see(seen(storageClass(waits)));
      look(world.see(...[...owing, ...consumers].map((facts) => seen(facts))));
      const sights = lost.map((kind): Sight => ({ ...LOST_SIGHT, subject: kind, kind }));
      look(world.see(seen(source({ sights }))).advance(MINUTE));
    });
  });

  it('of members of an ensemble, and their quorum', () => {
    const links = [
      'ZOOKEEPER_MEMBER_DOWN ← ZOOKEEPER_MEMBER_DOWN',
      'ZOOKEEPER_MEMBER_DOWN ← ZOOKEEPER_NO_QUORUM',
      'ZOOKEEPER_NO_QUORUM ← ZOOKEEPER_MEMBER_DOWN',
    ];
    const { LEADER, FOLLOWER, OBSERVER, IDLE, LOST } = ensemble;
    const member = fc.constantFrom<ensemble.Different>(
      LEADER,
      { ...LEADER, syncedFollowers: 1 },
      FOLLOWER,
      OBSERVER,
      IDLE,
      LOST,
      { ...OBSERVER, ...LOST },
      { reach: 'forbidden' },
    );
    const thrown = fc.array(fc.record({ a: member, b: member, c: member }), { minLength: 1, maxLength: 3 });
    assertAllTold(thrown, links, (looks, look) => {
      const world = ensemble.ensembleWorld();
      for (const members of looks) {
        look(ensemble.see(world, members));
        look(ensemble.see(world.advance(2 * SECOND), members));
      }
    });
  });

  it('of a database and its replicas', () => {
    const links = ['DATABASE_UNREACHABLE ← DATABASE_UNREACHABLE'];
    const reach = fc.constantFrom<SightState>('ok', 'lost', 'lost', 'forbidden');
    const replica = fc.record({ reach, shard: fc.constantFrom('one', 'two') });
    const thrown = fc.record({ a: replica, b: replica, c: replica });
    assertAllTold(thrown, links, (replicas, look) => {
      look(olap.see(olap.olapWorld(), replicas, { shardNames: ['one', 'two'] }));
    });
  });

  it('of a disk that is busy, and what it may do', () => {
    const links = ['DATABASE_IO_SATURATED ← DATABASE_IO_SATURATED'];
    const thrown = fc.record({
      deviceBusy: fc.constantFrom(0.1, 0.99),
      queueDepth: fc.constantFrom(0, 99),
      iops: fc.constantFrom(10, 990),
      provisionedIops: fc.constant(1_000),
      burstBalance: fc.constantFrom(0.5, 0.01),
      ioBalance: fc.constantFrom(0.5, 0.01),
    });
    assertAllTold(thrown, links, (facts, look) => {
      const world = databaseWorld();
      for (let left = 5 * MINUTE; left >= 0; left -= 10 * SECOND) {
        const now = world.advance(10 * SECOND).clock.now();
        world.see(database({}, now), host(facts, now));
      }
      look(world);
    });
  });
});
