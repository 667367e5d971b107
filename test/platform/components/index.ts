import { type Component } from '../support/platform.js';
import { workflowController, workflowLife } from './argo.component.js';
import { connectWorkers } from './connect.component.js';
import { connectors } from './connectors.component.js';
import { clickHouseLife, clickHouses, clickHouseTables } from './clickhouse.component.js';
import { containerd } from './containerd.component.js';
import { csiAttacher, csiDriver, csiNodes } from './csi.component.js';
import { ebsExporter, ebsVolume } from './ebs-exporter.component.js';
import { deploymentTools } from './deployment-tools.component.js';
import { etcd } from './etcd.component.js';
import { httpBackend } from './http-backend.component.js';
import { httpProxies } from './http-proxies.component.js';
import { images } from './images.component.js';
import { kafkaAccounts } from './kafka-accounts.component.js';
import { kafkaLife } from './kafka-life.component.js';
import { kafkaBrokers } from './kafka.component.js';
import { kubeApiserver } from './kube-apiserver.component.js';
import { kubeControllerManager } from './kube-controller-manager.component.js';
import { kubeScheduler } from './kube-scheduler.component.js';
import { kubelet } from './kubelet.component.js';
import { fakeNodes, kwok } from './kwok.component.js';
import { life } from './life.component.js';
import { metadataDatabase } from './metadata-database.component.js';
import { namespace } from './namespace.component.js';
import { nodeExporter } from './node-exporter.component.js';
import { operatorDefinitions } from './operator-definitions.component.js';
import { pki } from './pki.component.js';
import { postgresqlStandby } from './postgresql-standby.component.js';
import { postgresql } from './postgresql.component.js';
import { prometheus } from './prometheus.component.js';
import { vitalsAccess } from './vitals-access.component.js';
import { volumes } from './volumes.component.js';
import { zookeepers } from './zookeeper.component.js';

/** All of the platform; one line each. Each comes after what it needs. */
export const components: readonly Component[] = [
  namespace,
  pki,
  etcd,
  kubeApiserver,
  kubeControllerManager,
  kubeScheduler,
  containerd,
  images,
  kubelet,
  postgresql,
  metadataDatabase,
  postgresqlStandby,
  ...zookeepers,
  kafkaAccounts,
  ...kafkaBrokers,
  ...kafkaLife,
  ...connectWorkers,
  connectors,
  ...clickHouses,
  clickHouseTables,
  clickHouseLife,
  httpBackend,
  ...httpProxies,
  prometheus,
  nodeExporter,
  ebsExporter,
  vitalsAccess,
  volumes,
  ebsVolume,
  life,
  workflowController,
  workflowLife,
  kwok,
  fakeNodes,
  csiDriver,
  csiAttacher,
  csiNodes,
  deploymentTools,
  operatorDefinitions,
];
