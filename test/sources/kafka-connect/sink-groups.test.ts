import { type Instant, MINUTE, SECOND, instant } from '../../../src/model/time.js';
import { cluster, group, groupId, progress, source } from '../kafka/kafka-world.js';
import { SOURCE, type Picture, connectWorld, see } from './connect-world.js';
import type { World } from '../../support/judged.js';

const SINK_GROUP = groupId('connect-export');

/** The group that the connector reads with has stood still for five minutes, although messages wait. */
function seeStalledGroup(world: World): World {
  const now: Instant = world.clock.now();
  const since = instant(now - 5 * MINUTE);
  const stuck = progress(now, { lag: 9, end: 109, committedSince: since, laggingSince: since, laggingLook: 1 });
  return world.see(cluster(now), source(now), group(now, [stuck], { name: 'connect-export' }));
}

it.each<[string, Picture, readonly string[]]>([
  ['a connector that runs explains nothing', {}, []],
  ['nobody answers for Kafka Connect', { reach: 'lost' }, ['CONNECT_UNREACHABLE']],
])('the group of a sink stands still: %s', (_, picture, causes) => {
  const world = seeStalledGroup(see(connectWorld(), {}).advance(SECOND));
  see(world, picture);
  const [finding] = world.findings(SINK_GROUP);
  expect(finding?.reason).toBe('CONSUMER_STALLED');
  expect(finding && world.registry.causesOf(finding).map(({ reason }) => reason)).toEqual(causes);
});

it.each<[string, Picture, readonly string[]]>([
  ['its task was on the worker that is lost', { tasks: [{ isWorkerGone: true }] }, ['SOURCE_UNREACHABLE']],
  ['its task is on another worker', { tasks: [{ isWorkerGone: false }] }, []],
])('the group of a sink stands still while a worker is lost: %s', (_, picture, causes) => {
  const world = seeStalledGroup(see(connectWorld(), {}).advance(SECOND));
  see(world, { ...picture, lostWorker: 'b:8083' });
  expect(world.summary(SOURCE)).toEqual(['SOURCE_UNREACHABLE(b:8083) WARNING']);
  const [finding] = world.findings(SINK_GROUP);
  expect(finding?.reason).toBe('CONSUMER_STALLED');
  expect(finding && world.registry.causesOf(finding).map(({ reason }) => reason)).toEqual(causes);
});
