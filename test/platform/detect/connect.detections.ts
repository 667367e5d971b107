import { type Detection } from './detection.js';

const connect = { lane: 'connect', seen: 'probed', isRequired: true } as const;
const cluster = 'KAFKA_CONNECT connectors';
/** Work that was handed from one worker to another on the way. */
const meanwhile = [
  { finding: 'SOURCE_UNREACHABLE', resource: 'SOURCE kafka-connect/connectors' },
  { finding: 'CONNECTOR_UNASSIGNED', resource: 'CONNECTOR*' },
];

/** The pipelines that move records into Kafka and out of it. */
export const connectDetections: readonly Detection[] = [
  {
    ...connect,
    fault: 'connector-bad-record',
    finding: 'CONNECTOR_TASK_FAILED',
    severity: 'CRITICAL',
    resource: 'CONNECTOR_TASK journal-export/*',
  },
  {
    ...connect,
    fault: 'connector-fails',
    whenAlert: true,
    finding: 'CONNECTOR_FAILED',
    severity: 'CRITICAL',
    resource: 'CONNECTOR journal-import',
    // Its task reads the same file.
    besides: [...meanwhile, { finding: 'CONNECTOR_TASK_FAILED', resource: 'CONNECTOR_TASK journal-import/0' }],
  },
  {
    ...connect,
    fault: 'connector-without-tasks',
    finding: 'CONNECTOR_WITHOUT_TASKS',
    severity: 'WARNING',
    resource: 'CONNECTOR fault-mirror',
    endsByRemoval: true,
  },
  {
    ...connect,
    fault: 'connector-skips-records',
    finding: 'CONNECTOR_RECORDS_SKIPPED',
    severity: 'WARNING',
    resource: 'CONNECTOR events-export',
    seenThrough: 'events',
    holdSeconds: 0,
    // The window over which they are counted, in this run.
    clearHoldSeconds: 30,
  },
  // Not right after its worker was restarted: for how long it waited then, would count.
  {
    ...connect,
    fault: 'connector-unassigned',
    finding: 'CONNECTOR_UNASSIGNED',
    severity: 'WARNING',
    resource: 'CONNECTOR journal-import',
  },
  {
    ...connect,
    fault: 'connector-paused',
    finding: 'CONNECTOR_PAUSED',
    severity: 'INFO',
    resource: 'CONNECTOR journal-import',
    isRequired: false,
  },
  {
    ...connect,
    fault: 'connect-worker-killed',
    finding: 'SOURCE_UNREACHABLE',
    severity: 'WARNING',
    resource: 'SOURCE kafka-connect/connectors',
    isRequired: false,
    // Two looks must fail, two seconds apart.
    holdSeconds: 2,
    besides: meanwhile,
  },
  // Two looks must hang, for two seconds each, one after the other.
  {
    ...connect,
    fault: 'connect-hangs',
    finding: 'CONNECT_UNREACHABLE',
    severity: 'CRITICAL',
    resource: cluster,
    isRequired: false,
    holdSeconds: 4,
    besides: meanwhile,
  },
];
