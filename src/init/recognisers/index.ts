import type { Recogniser } from '../found.js';
import { argo } from './argo.js';
import { clickhouse } from './clickhouse.js';
import { ingress } from './ingress.js';
import { kafka } from './kafka.js';
import { kafkaConnect } from './kafka-connect.js';
import { postgres } from './postgres.js';
import { prometheus } from './prometheus.js';
import { zookeeper } from './zookeeper.js';

/** Every sort of system that is looked for, in the order of the file; what others refer to comes first. */
export const recognisers: readonly Recogniser[] = [
  postgres,
  clickhouse,
  zookeeper,
  kafka,
  kafkaConnect,
  prometheus,
  ingress,
  argo,
];
