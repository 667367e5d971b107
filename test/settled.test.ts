import { SECOND } from '../src/model/time.js';
import { untilSettled } from '../src/settled.js';
import type { World } from './support/judged.js';
import { source as clusterSource } from './support/storage-facts.js';
import { seen } from './support/kubernetes-facts.js';
import { FOLLOWER, LEADER, LOST, ensembleWorld, see } from './sources/zookeeper/ensemble-world.js';

/** Seconds until it is settled; null: not within a minute. */
async function settledAfter({ registry, clock }: World): Promise<number | null> {
  const began = clock.now();
  const ends: number[] = [];
  const settled = untilSettled(registry, clock).then(() => {
    ends.push(clock.now());
  });
  for (let step = 0; step < 240; step += 1) {
    // Whoever waits has to have its turn before time goes on.
    await new Promise(setImmediate);
    clock.advance(0.25 * SECOND);
  }
  await Promise.race([settled, new Promise(setImmediate)]);
  return ends[0] === undefined ? null : (ends[0] - began) / SECOND;
}

describe('what is seen once', () => {
  it('is settled at once where nothing is wrong', async () => {
    expect(await settledAfter(see(ensembleWorld(), { a: LEADER, b: FOLLOWER, c: FOLLOWER }))).toBe(0);
  });

  it('is settled when what is wrong has lasted as long as it must', async () => {
    const world = see(ensembleWorld(), { a: LOST, b: LOST, c: LOST });
    expect(world.summary()).not.toContain('ZOOKEEPER_NO_QUORUM CRITICAL');
    expect(await settledAfter(world)).toBe(2);
    expect(world.summary()).toContain('ZOOKEEPER_NO_QUORUM CRITICAL');
  });

  it('does not wait for what must last longer', async () => {
    const values = { for: 60 * SECOND };
    const overrides = [{ reason: 'ZOOKEEPER_NO_QUORUM' as never, where: {}, values, origin: 'limits[0]' }];
    expect(await settledAfter(see(ensembleWorld({ overrides }), { a: LOST, b: LOST, c: LOST }))).toBe(0);
  });

  it('waits for parts that are not decided, and no longer than it may', async () => {
    const world = ensembleWorld().see(seen(clusterSource({ state: 'starting' })));
    expect(await settledAfter(world)).toBe(25);
  });
});
