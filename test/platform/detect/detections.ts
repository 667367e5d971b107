import { clickHouseDetections } from './clickhouse.detections.js';
import { connectDetections } from './connect.detections.js';
import { type Detection } from './detection.js';
import { httpDetections } from './http.detections.js';
import { kafkaDetections } from './kafka.detections.js';
import { hostMetricsDetections } from './host-metrics.detections.js';
import { kubernetesDetections } from './kubernetes.detections.js';
import { workflowDetections } from './workflow.detections.js';
import { postgresDetections } from './postgres.detections.js';
import { zookeeperDetections } from './zookeeper.detections.js';

/** All that is proven, in the order of the catalogue. */
export const detections: readonly Detection[] = [
  ...kubernetesDetections,
  ...postgresDetections,
  ...hostMetricsDetections,
  ...zookeeperDetections,
  ...clickHouseDetections,
  ...workflowDetections,
  ...httpDetections,
  ...kafkaDetections,
  ...connectDetections,
];
