import { bounded } from '../../model/bounded.js';
import { type Connector, type ConnectorTask, ConnectorType, type KafkaConnect } from '../../model/kafka-connect.js';
import type { Disappearance, Observation, SourceEvent } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Instant, latest } from '../../model/time.js';
import { joinedVersions } from '../versions.js';
import type { ConnectorAnswer, ConnectorList, TaskAnswer } from './connect-answers.js';
import type { Membership } from './connect-membership.js';
import type { WorkerEye } from './connect-worker.js';
import type { KafkaConnectConfig } from './kafka-connect.config.js';

type Known = ReadonlyMap<string, readonly Observation[]>;

/** Makes records of what the workers say. */
export class ConnectRecords {
  readonly connectId: ResourceId;
  /** By connector: the records that there are of it and its tasks. */
  private known: Known = new Map();

  constructor(
    private readonly config: KafkaConnectConfig,
    private readonly membership: Membership,
  ) {
    this.connectId = resourceId(ResourceKind.KAFKA_CONNECT, config.name, config.name);
  }

  /** Seen when the worker that was seen last was. */
  connect(workers: readonly WorkerEye[]): Observation {
    const times = workers.flatMap(({ observedAt }) => (observedAt === null ? [] : [observedAt]));
    const facts: KafkaConnect = {
      ...this.common(ResourceKind.KAFKA_CONNECT, this.connectId, this.config.name),
      version: joinedVersions(workers.map(({ answer }) => answer?.version ?? null)),
      workers: workers.map(({ record }) => record),
      kafkaClusterId: workers.find(({ answer }) => answer !== null)?.answer?.kafkaClusterId ?? null,
      kafka: this.config.kafka,
      placement: this.config.kubernetes,
    };
    const observedAt = latest(times);
    return { id: this.connectId, kind: ResourceKind.KAFKA_CONNECT, aspect: 'main', facts, observedAt };
  }

  connectorId(name: string): ResourceId {
    return resourceId(ResourceKind.CONNECTOR, this.config.name, name);
  }

  /** All connectors and tasks, and which of those that were are no longer. Of what could not be read, the state is not known. */
  all({ connectors, unread }: ConnectorList, observedAt: Instant): readonly SourceEvent[] {
    const now: Known = new Map<string, readonly Observation[]>([
      ...unread.map((name) => [name, (this.known.get(name) ?? []).map(withoutState)] as const),
      ...connectors.map(
        (one) => [one.name, [this.connector(one, observedAt), ...this.tasks(one, observedAt)]] as const,
      ),
    ]);
    const records = [...now.values()].flat();
    const kept = new Set(records.map(({ id }) => id));
    const gone = [...this.known.values()].flat().filter(({ id }) => !kept.has(id));
    this.known = now;
    return [...records, ...gone.map(disappearanceOf)];
  }

  private connector(answer: ConnectorAnswer, observedAt: Instant): Observation {
    const { type, state, workerId, error, rootCause, maximumTasks, toleratesErrors, groupOverride } = answer;
    const name = bounded(answer.name);
    const id = this.connectorId(name);
    const facts: Connector = {
      ...this.common(ResourceKind.CONNECTOR, id, name),
      type,
      className: bounded(answer.className),
      state,
      workerId,
      error,
      rootCause,
      maximumTasks,
      toleratesErrors,
      deadLetterTopic: bounded(answer.deadLetterTopic),
      // As Kafka calls it, which knows the whole name of the connector.
      consumerGroupName: type === ConnectorType.SINK ? bounded(groupOverride ?? `connect-${answer.name}`) : null,
      taskCount: answer.tasks.length,
      isWorkerGone: this.membership.isGone(workerId),
      kafka: this.config.kafka,
      databases: answer.databases,
    };
    return { id, kind: ResourceKind.CONNECTOR, aspect: 'main', facts, observedAt };
  }

  private tasks({ name: whole, tasks }: ConnectorAnswer, observedAt: Instant): readonly Observation[] {
    const name = bounded(whole);
    return tasks.map(({ taskId, state, workerId, error, rootCause }: TaskAnswer) => {
      const taskName = bounded(`${name}/${taskId}`);
      const id = resourceId(ResourceKind.CONNECTOR_TASK, this.config.name, taskName);
      const facts: ConnectorTask = {
        ...this.common(ResourceKind.CONNECTOR_TASK, id, taskName),
        taskId,
        state,
        workerId,
        error,
        rootCause,
        connectorName: name,
        isWorkerGone: this.membership.isGone(workerId),
      };
      return { id, kind: ResourceKind.CONNECTOR_TASK, aspect: 'main', facts, observedAt };
    });
  }

  private common<K extends ResourceKind>(kind: K, id: ResourceId, name: string) {
    const { name: system, labels } = this.config;
    return { id, kind, name, system, namespace: null, labels };
  }
}

/** As it was when it could be read last, but for what may have changed since. */
function withoutState(record: Observation): Observation {
  return { ...record, facts: { ...record.facts, state: null, error: null, rootCause: null } } as Observation;
}

function disappearanceOf({ id, kind }: Observation): Disappearance {
  return { id, kind, goneAspect: 'main' };
}
