import { ReplicatedTable } from '../model/clickhouse.js';
import { Namespace } from '../model/cluster.js';
import { Finding } from '../model/health.js';
import { HealthChange } from '../model/health-view.js';
import { ConsumerGroup, GroupPartition, Topic, TopicPartition } from '../model/kafka.js';
import { Connector, ConnectorTask } from '../model/kafka-connect.js';
import { Node } from '../model/node.js';
import { Pod } from '../model/pod.js';
import { Resource } from '../model/resource.js';
import { Claim, Volume } from '../model/volume.js';
import { Route } from '../model/http-traffic.js';
import { Workflow } from '../model/workflow.js';
import { Workload } from '../model/workload.js';
import { connectionType } from './connection.js';
import type { ClassType } from 'type-graphql';

export const PodConnection = connectionType('Pod', () => Pod, 'pods');
export const NodeConnection = connectionType('Node', () => Node, 'nodes');
export const NamespaceConnection = connectionType('Namespace', () => Namespace, 'namespaces');
export const WorkloadConnection = connectionType('Workload', () => Workload, 'workloads');
export const VolumeConnection = connectionType('Volume', () => Volume, 'volumes');
export const ClaimConnection = connectionType('Claim', () => Claim, 'claims');
export const ReplicatedTableConnection = connectionType('ReplicatedTable', () => ReplicatedTable, 'tables');
export const RouteConnection = connectionType('Route', () => Route, 'routes');
export const TopicConnection = connectionType('Topic', () => Topic, 'topics');
export const TopicPartitionConnection = connectionType('TopicPartition', () => TopicPartition, 'partitions');
export const ConsumerGroupConnection = connectionType('ConsumerGroup', () => ConsumerGroup, 'consumer groups');
export const GroupPartitionConnection = connectionType('GroupPartition', () => GroupPartition, 'partitions');
export const ConnectorConnection = connectionType('Connector', () => Connector, 'connectors');
export const ConnectorTaskConnection = connectionType('ConnectorTask', () => ConnectorTask, 'tasks');
export const WorkflowConnection = connectionType('Workflow', () => Workflow, 'workflows');
export const FindingConnection = connectionType('Finding', () => Finding, 'findings');
export const HealthChangeConnection = connectionType('HealthChange', () => HealthChange, 'changes');
export const ResourceConnection = connectionType(
  'Resource',
  () => Resource as unknown as ClassType<Resource>,
  'resources',
);
