import type { PostgresDatabase } from '../../src/model/database.js';
import type { SourceEvent } from '../../src/model/facts.js';
import { type ResourceId, resourceId } from '../../src/model/ids.js';
import { ResourceKind } from '../../src/model/kinds.js';
import type { Placement } from '../../src/model/placement.js';
import type { Pod } from '../../src/model/pod.js';
import { MINUTE, SECOND } from '../../src/model/time.js';
import { catalogue } from '../../src/sources/index.js';
import { platformRecords } from '../../src/sources/platform.js';
import { chain } from '../support/chain.js';
import { type World, judgedWorld } from '../support/judged.js';
import { ago, condition, container, ended, node, NOW, pod, seen, waiting } from '../support/kubernetes-facts.js';
import { ManualClock } from '../support/manual-clock.js';
import { claim, claimUsage, volume } from '../support/storage-facts.js';
import { DATABASE, database, source } from './postgres/database-world.js';
import { A, B, ENSEMBLE, FOLLOWER, IDLE, LEADER, LOST, type Different, see } from './zookeeper/ensemble-world.js';

const IN_SHOP: Placement = { cluster: 'prod', namespace: 'shop', selector: null };
const SELECTED: Placement = { ...IN_SHOP, selector: { app: 'web' } };

/** All that Vitals knows, at the tests' present. */
function world(): World {
  const all = judgedWorld({ ...catalogue, clock: new ManualClock(NOW) });
  return all.see(...platformRecords(() => true, NOW));
}

const zk = (name: string, more: Partial<Pod> = {}): Pod => pod({ name, nodeName: 'node-a', ...more });
const at = (host: string, more: Different = {}): Different => ({ host, placement: IN_SHOP, ...more });

describe('a member that does not answer', () => {
  const lost = at('zk-0.zk.shop.svc', LOST);
  const DOWN = 'ZOOKEEPER_MEMBER_DOWN';

  it('follows from its pod, and through it from its node', () => {
    const unready = zk('zk-0', { isReady: false, readySince: ago(2 * MINUTE) });
    const down = node({ isReady: false, conditions: [condition('Ready', 'False', ago(3 * MINUTE))] });
    const all = see(world().see(seen(unready)), { a: lost, b: LEADER, c: FOLLOWER });
    expect(chain(all, A, DOWN)).toBe(`${DOWN} of a:2181 ← POD_NOT_READY of zk-0`);
    all.see(seen(down));
    expect(chain(all, A, DOWN)).toBe(`${DOWN} of a:2181 ← POD_NOT_READY of zk-0 ← NODE_NOT_READY of node-a`);
    const [root] = all.findings(down.id);
    expect(all.registry.consequencesOf(root as never).map(({ reason }) => reason)).toEqual(['POD_NOT_READY']);
  });

  it('follows from its pod that keeps crashing', () => {
    const crashing = zk('zk-0', { isReady: false, containers: [waiting('CrashLoopBackOff', { restarts: 3 })] });
    const all = see(world().see(seen(crashing)), { a: lost, b: LEADER, c: FOLLOWER });
    expect(chain(all, A, DOWN)).toMatch(/^ZOOKEEPER_MEMBER_DOWN of a:2181 ← POD_CRASH_LOOPING of zk-0/);
  });

  it.each<[string, Pod, string]>([
    ['of a pod that is well', zk('zk-0'), ''],
    ['of another pod', zk('zk-1', { isReady: false, readySince: ago(2 * MINUTE) }), ''],
    [
      'of a pod whose container ended before, and runs since',
      zk('zk-0', {
        containers: [
          container({ restarts: 1, runningSince: ago(MINUTE), lastTermination: ended(1, ago(MINUTE + SECOND)) }),
        ],
      }),
      '',
    ],
    [
      'of a pod whose container ended and is not back',
      zk('zk-0', {
        isReady: false,
        readySince: ago(SECOND),
        containers: [container({ isReady: false, restarts: 1, runningSince: NOW, lastTermination: ended(1, NOW) })],
      }),
      ' ← CONTAINER_RESTARTING of zk-0',
    ],
  ])('%s', (_, facts, expected) => {
    const all = see(world().see(seen(facts)), { a: lost, b: LEADER, c: FOLLOWER });
    expect(chain(all, A, DOWN)).toBe(`${DOWN} of a:2181${expected}`);
  });

  it('follows from its node where it is asked at the address of that', () => {
    const down = node({ isReady: false, conditions: [condition('Ready', 'False', ago(3 * MINUTE))] });
    const all = see(world().see(seen(down)), { a: at('10.0.0.1', LOST), b: LEADER, c: FOLLOWER });
    expect(chain(all, A, DOWN)).toBe(`${DOWN} of a:2181 ← NODE_NOT_READY of node-a`);
  });

  it('but answers that it serves nobody has no quorum, whatever its pod says of its probe', () => {
    const unready = ['zk-0', 'zk-1'].map((name) => seen(zk(name, { isReady: false, readySince: ago(2 * MINUTE) })));
    const members = { a: at('zk-0.zk.shop.svc', IDLE), b: at('zk-1.zk.shop.svc', LOST), c: LOST };
    const all = see(see(world().see(...unready), members).advance(2 * SECOND), members);
    expect(chain(all, A, DOWN)).toBe(
      `${DOWN} of a:2181 ← ZOOKEEPER_NO_QUORUM of keepers ← ${DOWN} of b:2181 ← POD_NOT_READY of zk-1`,
    );
    expect(chain(all, B, DOWN)).toBe(`${DOWN} of b:2181 ← POD_NOT_READY of zk-1`);
  });

  it('is linked to the pod that has its name by now', () => {
    const [first, second] = ['uid-1', 'uid-2'].map((uid) =>
      zk('zk-0', { id: resourceId(ResourceKind.POD, 'prod', uid), isReady: false, readySince: ago(2 * MINUTE) }),
    ) as [Pod, Pod];
    const all = see(world().see(seen(first)), { a: lost, b: LEADER, c: FOLLOWER });
    const cause = (): readonly ResourceId[] =>
      all.registry.causesOf(all.findings(A)[0] as never).map(({ resourceId: id }) => id);
    expect(cause()).toEqual([first.id]);
    all.see(seen(second));
    expect(cause()).toEqual([second.id]);
    all.see({ id: second.id, kind: ResourceKind.POD, goneAspect: 'main' });
    expect(cause()).toEqual([]);
  });
});

describe('an ensemble without a quorum', () => {
  const ensemble = (all: World): World =>
    all.see(seen({ ...(all.registry.get(ENSEMBLE)?.main as never as object), placement: SELECTED } as never));

  it.each<[string, readonly (boolean | null)[], string]>([
    ['most of them are not ready', [false, false, true], ' ← POD_NOT_READY of zk-0'],
    ['most of them are ready', [false, true, true], ''],
  ])('follows from the pods that its selector names where %s', (_, ready, expected) => {
    const pods = ready.map((isReady, index) => zk(`zk-${index}`, { isReady, readySince: ago(2 * MINUTE) }));
    const members = { a: IDLE, b: IDLE, c: IDLE };
    const all = see(world().see(...pods.map((one) => seen(one))), members).advance(MINUTE);
    ensemble(see(all, members));
    expect(chain(all, ENSEMBLE, 'ZOOKEEPER_NO_QUORUM')).toBe(`ZOOKEEPER_NO_QUORUM of keepers${expected}`);
  });
});

describe('a database', () => {
  const placed = (more: Partial<PostgresDatabase>): readonly SourceEvent[] => [
    database({ host: 'pg-0.pg.shop.svc', placement: IN_SHOP, ...more }, NOW),
  ];
  const unready: Partial<Pod> = { isReady: false, readySince: ago(2 * MINUTE) };

  it.each<[string, Partial<PostgresDatabase>, readonly Pod[], string]>([
    ['its pod', {}, [pod({ name: 'pg-0', ...unready })], ' ← POD_NOT_READY of pg-0'],
    [
      'its pod, by address',
      { host: '10.1.0.7' },
      [pod({ name: 'x', addresses: '10.1.0.7', ...unready })],
      ' ← POD_NOT_READY of x',
    ],
    ['no other', { host: '10.1.0.7' }, [pod({ name: 'x', addresses: '10.1.0.8', ...unready })], ''],
    [
      'all of the pods that its selector names',
      { host: 'pg.shop.svc', placement: SELECTED },
      [pod({ name: 'p', ...unready }), pod({ name: 'q', ...unready })],
      ' ← POD_NOT_READY of p',
    ],
    [
      'none of them while another might answer',
      { host: 'pg.shop.svc', placement: SELECTED },
      [pod({ name: 'p', ...unready }), pod({ name: 'q' })],
      '',
    ],
  ])('that does not answer follows from %s', (_, facts, pods, expected) => {
    const all = world().see(...pods.map((one) => seen(one)), ...placed(facts), source('lost', 'It refuses.', NOW));
    expect(chain(all, DATABASE, 'DATABASE_UNREACHABLE')).toBe(`DATABASE_UNREACHABLE of meta${expected}`);
  });

  it.each<[string, readonly string[], string]>([
    ['its volume', ['data'], ' ← VOLUME_SPACE_LOW of disk-1'],
    ['no volume where it has several', ['data', 'logs'], ''],
  ])('whose disk is full follows from %s', (_, claimNames, expected) => {
    const full = claimUsage({ usedBytes: 980, availableBytes: 20 });
    const records = [seen(pod({ name: 'pg-0', claimNames })), seen(claim()), seen(volume()), full];
    const all = world().see(...records, ...placed({ sizeBytes: 99e9, capacityBytes: 100e9 }));
    expect(chain(all, DATABASE, 'DATABASE_DISK_LOW')).toBe(`DATABASE_DISK_LOW of meta${expected}`);
  });
});
