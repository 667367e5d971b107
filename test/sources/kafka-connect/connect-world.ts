import { DatabaseEngine, type PostgresDatabase } from '../../../src/model/database.js';
import type { Observation } from '../../../src/model/facts.js';
import { type ResourceId, resourceId, systemId } from '../../../src/model/ids.js';
import {
  type Connector,
  ConnectorState,
  type ConnectorTask,
  ConnectorType,
  type KafkaConnect,
} from '../../../src/model/kafka-connect.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { type Sight, type SightState, type Source, SourceMode } from '../../../src/model/source.js';
import type { Instant } from '../../../src/model/time.js';
import type { LimitSettings } from '../../../src/registry/limit-book.js';
import { kafka } from '../../../src/sources/kafka/definition.js';
import { kafkaConnect } from '../../../src/sources/kafka-connect/definition.js';
import { platformKinds, platformRecords, platformRules } from '../../../src/sources/platform.js';
import { postgres } from '../../../src/sources/postgres/definition.js';
import { reachRules } from '../../../src/sources/postgres/postgres-reach.rules.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { type World, judgedWorld } from '../../support/judged.js';

export const CONNECT = resourceId(ResourceKind.KAFKA_CONNECT, 'pipelines', 'pipelines');
export const SOURCE = resourceId(ResourceKind.SOURCE, 'pipelines', 'kafka-connect/pipelines');
export const EXPORT = resourceId(ResourceKind.CONNECTOR, 'pipelines', 'export');
export const DATABASE = resourceId(ResourceKind.DATABASE, 'metadata', 'metadata');
export const ROW = systemId('kafka-connects');

export function taskId(number: number): ResourceId {
  return resourceId(ResourceKind.CONNECTOR_TASK, 'pipelines', `export/${number}`);
}

export interface Picture {
  /** How the workers are reached, by which all else is seen. */
  readonly reach?: SightState;
  /** The worker that does not answer while another does. */
  readonly lostWorker?: string;
  readonly connector?: Partial<Connector>;
  /** One by one. */
  readonly tasks?: readonly Partial<ConnectorTask>[];
}

/** A registry with the kinds and rules of this source, of Kafka and of databases that may be lost, and the front page. */
export function connectWorld(settings: Partial<LimitSettings> = {}): World {
  const world = judgedWorld({
    kinds: [...platformKinds, ...kafkaConnect.kinds, ...kafka.kinds, ...postgres.kinds],
    rules: [...platformRules, ...sourceRules, ...kafkaConnect.rules, ...kafka.rules, ...reachRules],
    causes: kafkaConnect.causes,
    settings,
  });
  return world.see(...platformRecords(() => true, world.clock.now()));
}

/** Reports one connector that runs with one task, but for what is told to be different, seen now. */
export function see(world: World, { reach = 'ok', lostWorker, connector = {}, tasks = [{}] }: Picture = {}): World {
  const records = [sourceRecord(world, reach, lostWorker), connectRecord(world, reach)];
  if (reach === 'ok') records.push(connectorRecord(world, tasks.length, connector), ...taskRecords(world, tasks));
  return world.see(...records);
}

/** Reports one more connector, or the same again, that reads with the same group. */
export function seeConnector(world: World, name: string, different: Partial<Connector>): World {
  const id = resourceId(ResourceKind.CONNECTOR, 'pipelines', name);
  return world.see(connectorRecord(world, 1, { id, name, ...different }));
}

function common<K extends ResourceKind>(kind: K, id: ResourceId, name: string) {
  return { id, kind, name, system: 'pipelines', namespace: null, labels: {} };
}

function sourceRecord(world: World, state: SightState, lostWorker?: string): Observation {
  const now = world.clock.now();
  const message = state === 'ok' ? null : `The workers are ${state}.`;
  const whole = { state, message, since: now, contactAt: now };
  const facts: Source = {
    ...common(ResourceKind.SOURCE, SOURCE, 'kafka-connect/pipelines'),
    mode: SourceMode.PROBED,
    interval: 10_000,
    lastDurationMilliseconds: 1,
    consecutiveFailures: 0,
    partOf: 'kafka-connects',
    endpointId: CONNECT,
    state,
    message,
    stateSince: now,
    sights: [
      { ...whole, subject: 'connectors', kind: ResourceKind.CONNECTOR, resourceId: null },
      { ...whole, subject: 'tasks', kind: ResourceKind.CONNECTOR_TASK, resourceId: null },
      ...(lostWorker === undefined ? [] : [lostSight(lostWorker, now)]),
    ],
    clockSkew: null,
  };
  return { id: SOURCE, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt: now };
}

function lostSight(worker: string, now: Instant): Sight {
  const message = `${worker} is lost.`;
  return {
    subject: worker,
    kind: null,
    resourceId: null,
    state: 'lost',
    message,
    since: now,
    contactAt: null,
  };
}

function connectRecord(world: World, state: SightState): Observation {
  const facts: KafkaConnect = {
    ...common(ResourceKind.KAFKA_CONNECT, CONNECT, 'pipelines'),
    version: '4.1.2',
    workers: [
      { url: 'http://a:8083/', host: 'a', isReached: state === 'ok', version: '4.1.2', message: null, state },
      { url: 'http://b:8083/', host: 'b', isReached: false, version: null, message: 'b is lost.', state: 'lost' },
    ],
    kafkaClusterId: 'x',
    kafka: 'events',
    placement: null,
  };
  return { id: CONNECT, kind: ResourceKind.KAFKA_CONNECT, aspect: 'main', facts, observedAt: world.clock.now() };
}

function connectorRecord(world: World, taskCount: number, different: Partial<Connector>): Observation {
  const facts: Connector = {
    ...common(ResourceKind.CONNECTOR, EXPORT, 'export'),
    type: ConnectorType.SINK,
    className: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
    state: ConnectorState.RUNNING,
    workerId: 'a:8083',
    error: null,
    rootCause: null,
    maximumTasks: 2,
    toleratesErrors: false,
    deadLetterTopic: null,
    consumerGroupName: 'connect-export',
    taskCount,
    isWorkerGone: false,
    kafka: 'events',
    databases: ['metadata'],
    ...different,
  };
  return { id: facts.id, kind: ResourceKind.CONNECTOR, aspect: 'main', facts, observedAt: world.clock.now() };
}

function taskRecords(world: World, tasks: readonly Partial<ConnectorTask>[]): readonly Observation[] {
  return tasks.map((different, number) => {
    const id = taskId(number);
    const facts: ConnectorTask = {
      ...common(ResourceKind.CONNECTOR_TASK, id, `export/${number}`),
      taskId: number,
      state: ConnectorState.RUNNING,
      workerId: 'a:8083',
      error: null,
      rootCause: null,
      connectorName: 'export',
      isWorkerGone: false,
      ...different,
    };
    return { id, kind: ResourceKind.CONNECTOR_TASK, aspect: 'main', facts, observedAt: world.clock.now() };
  });
}

/** The database that the connector writes to, and how it is reached. */
export function seeDatabase(world: World, state: SightState): World {
  const now = world.clock.now();
  const source = resourceId(ResourceKind.SOURCE, 'metadata', 'postgres/metadata');
  const facts = {
    ...common(ResourceKind.DATABASE, DATABASE, 'metadata'),
    system: 'metadata',
    engine: DatabaseEngine.POSTGRESQL,
    host: 'db.example.com',
    port: 5432,
    unavailable: {},
  } as unknown as PostgresDatabase;
  const reach = {
    ...common(ResourceKind.SOURCE, source, 'postgres/metadata'),
    system: 'metadata',
    partOf: 'databases',
    endpointId: DATABASE,
    state,
    message: null,
    stateSince: now,
    sights: [],
    clockSkew: null,
  } as unknown as Source;
  return world.see(
    { id: DATABASE, kind: ResourceKind.DATABASE, aspect: 'main', facts, observedAt: now },
    { id: source, kind: ResourceKind.SOURCE, aspect: 'main', facts: reach, observedAt: now },
  );
}
