import { apiServerFaults } from './api-server.faults.js';
import { attachmentFaults } from './attachments.faults.js';
import { claimFaults } from './claims.faults.js';
import { clickHouseFaults } from './clickhouse.faults.js';
import { connectFaults } from './connect.faults.js';
import { type Fault } from './fault.js';
import { httpFaults } from './http.faults.js';
import { consumerFaults } from './consumers.faults.js';
import { kafkaFaults } from './kafka.faults.js';
import { hostMetricsFaults } from './host-metrics.faults.js';
import { nodeFaults } from './nodes.faults.js';
import { podFaults } from './pods.faults.js';
import { postgresqlAccessFaults } from './postgresql-access.faults.js';
import { postgresqlStorageFaults } from './postgresql-storage.faults.js';
import { postgresqlFaults } from './postgresql.faults.js';
import { volumeFaults } from './volumes.faults.js';
import { workloadFaults } from './workloads.faults.js';
import { argoFaults } from './workflows.faults.js';
import { zookeeperFaults } from './zookeeper.faults.js';

/** Everything that can be done to the platform; one line for each group. */
export const faults: readonly Fault[] = [
  ...podFaults,
  ...workloadFaults,
  ...nodeFaults,
  ...volumeFaults,
  ...attachmentFaults,
  ...claimFaults,
  ...postgresqlFaults,
  ...postgresqlStorageFaults,
  ...postgresqlAccessFaults,
  ...hostMetricsFaults,
  ...zookeeperFaults,
  ...clickHouseFaults,
  ...argoFaults,
  ...httpFaults,
  ...kafkaFaults,
  ...consumerFaults,
  ...connectFaults,
  ...apiServerFaults,
];

export function faultNamed(name: string): Fault {
  const fault = faults.find((candidate) => candidate.name === name);
  if (fault !== undefined) return fault;
  throw new Error(`no fault ${name}; there are ${faults.map((known) => known.name).join(', ')}`);
}
