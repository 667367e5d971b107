import { measure } from '../words.js';
import { type Fact, lines, measured, rows, text, time, word, yesNo } from './fact.js';
import type { PageResource } from './resource-page.js';

/** The facts of what passes things on: Kafka, Kafka Connect, ZooKeeper, workflows, HTTP. */
export function streamFacts(resource: PageResource): readonly Fact[] {
  switch (resource.__typename) {
    case 'Kafka':
      return [
        ...text('Version', resource.version),
        ...rows('Controller', resource.controller),
        ...rows('Brokers', ...(resource.brokers ?? [])),
        ...text('Partitions', resource.allPartitions),
        ...text('Lacking replicas in sync', resource.underReplicatedPartitions),
        ...text('Without a leader', resource.offlinePartitions),
      ];
    case 'Broker':
      return [
        ...rows('Kafka', resource.kafka),
        ...yesNo('Alive', resource.isAlive),
        ...text('Rack', resource.rack),
        ...text('Leads', resource.leaders),
        ...text('Keeps', resource.partitionReplicas),
      ];
    case 'Topic':
      return [
        ...rows('Kafka', resource.kafka),
        ...text('Partitions', resource.partitionCount),
        ...text('Lacking replicas in sync', resource.underReplicatedPartitions),
        ...text('Replicas a write needs', resource.minInSyncReplicas),
      ];
    case 'ConsumerGroup':
      return [
        ...rows('Kafka', resource.kafka),
        ...word('State', resource.groupState),
        ...text('Members', resource.memberCount),
        ...text('Behind', resource.lagMessages === null ? null : `${measure(resource.lagMessages, 'COUNT')} messages`),
        ...measured('Behind in time', resource.lagSeconds, 'SECONDS'),
      ];
    case 'ZooKeeper':
      return [...rows('Leader', resource.leader), ...rows('Members', ...resource.ensembleMembers)];
    case 'ZooKeeperMember':
      return [
        ...rows('Ensemble', resource.zooKeeper),
        ...word('Role', resource.role),
        ...yesNo('Serves', resource.isServing),
        ...text('Version', resource.version),
        ...text('Connections', resource.openConnections),
        ...text('Requests that wait', resource.outstandingRequests),
      ];
    case 'Ingress':
      return [...text('Proxy', resource.proxy), ...text('Version', resource.version)];
    case 'Route':
      return [
        ...rows('Ingress', resource.ingress),
        ...rows('Workload', resource.workload),
        ...measured('Requests', resource.requestsPerSecond, 'PER_SECOND'),
        ...measured('5xx', resource.ratio5xx, 'RATIO'),
        ...measured('4xx', resource.ratio4xx, 'RATIO'),
        ...measured('95 % within', resource.p95, 'SECONDS'),
      ];
    default:
      return [...connectFacts(resource), ...workflowFacts(resource)];
  }
}

function connectFacts(resource: PageResource): readonly Fact[] {
  switch (resource.__typename) {
    case 'KafkaConnect':
      return [
        ...text('Version', resource.version),
        ...lines(
          'Workers',
          resource.workers.map(({ url, isReached, message }) =>
            isReached === true ? url : `${url}: ${message ?? 'not reached'}`,
          ),
        ),
      ];
    case 'Connector':
      return [
        ...rows('Kafka Connect', resource.kafkaConnect),
        ...word('Type', resource.connectorType),
        ...text('Class', resource.className),
        ...word('State', resource.connectorState),
        ...text('Worker', resource.workerId),
        ...text('Error', resource.error),
        ...text('What is behind it', resource.rootCause),
      ];
    case 'ConnectorTask':
      return [
        ...rows('Connector', resource.connector),
        ...word('State', resource.connectorState),
        ...text('Worker', resource.workerId),
        ...text('Error', resource.error),
        ...text('What is behind it', resource.rootCause),
      ];
    default:
      return [];
  }
}

function workflowFacts(resource: PageResource): readonly Fact[] {
  switch (resource.__typename) {
    case 'WorkflowEngine':
      return [
        ...text('Version', resource.version),
        ...text('Running', resource.running),
        ...text('Queued', resource.queued),
        ...text('At most at once', resource.parallelism),
      ];
    case 'Workflow':
      return [
        ...rows('Engine', resource.workflowEngine),
        ...text('Template', resource.template),
        ...word('Phase', resource.workflowPhase),
        ...text('Waits for', resource.waitingFor),
        ...text('Says', resource.message),
        ...time('Started', resource.startedAt),
        ...time('Finished', resource.finishedAt),
      ];
    case 'WorkflowStep':
      return [
        ...rows('Workflow', resource.workflow),
        ...rows('Pod', resource.pod),
        ...word('Phase', resource.stepPhase),
        ...text('Exit code', resource.exitCode),
        ...text('Says', resource.message),
      ];
    default:
      return [];
  }
}
