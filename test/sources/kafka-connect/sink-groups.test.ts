import type { ConsumerGroup } from '../../../src/model/kafka.js';
import { ConnectorState } from '../../../src/model/kafka-connect.js';
import { type Instant, MINUTE, SECOND, instant } from '../../../src/model/time.js';
import { cluster, group, groupId, progress, source } from '../kafka/kafka-world.js';
import { SOURCE, type Picture, connectWorld, see, seeConnector } from './connect-world.js';
import type { World } from '../../support/judged.js';

const SINK_GROUP = groupId('connect-export');

/** The group that the connector reads with has stood still for five minutes, although messages wait. */
function seeStalledGroup(world: World, facts: Partial<ConsumerGroup> = {}): World {
  const now: Instant = world.clock.now();
  const since = instant(now - 5 * MINUTE);
  const stuck = progress(now, { lag: 9, end: 109, committedSince: since, laggingSince: since, laggingLook: 1 });
  return world.see(cluster(now), source(now), group(now, [stuck], { name: 'connect-export', ...facts }));
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

const { PAUSED, STOPPED, RUNNING, FAILED } = ConnectorState;

it.each<[string, readonly (ConnectorState | null)[], Partial<ConsumerGroup>, string]>([
  ['is paused, with its members', [PAUSED], {}, 'CONSUMER_STALLED INFO'],
  ['is stopped, and left no members', [STOPPED], { memberCount: 0 }, 'CONSUMER_STOPPED INFO'],
  ['is one of two, and both are paused', [PAUSED, STOPPED], {}, 'CONSUMER_STALLED INFO'],
  ['is one of two, and the other runs', [PAUSED, RUNNING], {}, 'CONSUMER_STALLED CRITICAL'],
  ['is one of two, and the other is gone without members', [PAUSED, RUNNING], { memberCount: 0 }, 'CONSUMER_STOPPED CRITICAL'], // prettier-ignore
  ['is one of two, and the other has failed', [PAUSED, FAILED], {}, 'CONSUMER_STALLED CRITICAL'],
  ['is one of two, and of the other nobody knows', [PAUSED, null], {}, 'CONSUMER_STALLED CRITICAL'],
])('the group of a sink stands still whose connector %s', (_, states, facts, expected) => {
  const world = see(connectWorld(), {});
  for (const [index, state] of states.entries()) seeConnector(world, index === 0 ? 'export' : 'second', { state });
  seeStalledGroup(world, facts);
  expect(world.summary(SINK_GROUP)).toEqual([expected]);
  const [finding] = world.findings(SINK_GROUP);
  const isSaid = expected.endsWith('INFO');
  expect(finding?.message.startsWith('Its connector is paused, and')).toBe(isSaid);
  expect(finding?.advice.startsWith('Resume its connector')).toBe(isSaid);
});

it('a sink that is paused is no reason to page for what lagged before', () => {
  const world = see(connectWorld(), { connector: { state: PAUSED } });
  const now = world.clock.now();
  const since = instant(now - 5 * MINUTE);
  const behind = progress(now, { lag: 9, end: 109, laggingSince: since, laggingLook: 1, risingSince: since, risingLook: 1 }); // prettier-ignore
  world.see(cluster(now), source(now), group(now, [behind], { name: 'connect-export' }));
  expect(world.summary(SINK_GROUP)).toEqual([]);
});
