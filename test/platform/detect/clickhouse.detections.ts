import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
/** Of counters, in this run. */
const windowSeconds = 30;
/** Nothing can be inserted while ZooKeeper is broken: neither can wait while the other is at it. */
const olap = { lane: 'zookeeper', seen: 'probed', isRequired: true } as const;
const beyond = { ...olap, isRequired: false } as const;
const table = 'REPLICATED_TABLE shop.*';
const replica = 'DATABASE_REPLICA 127.0.2.*';
const lagging = { finding: 'REPLICATION_LAGGING', resource: table };
const missing = { finding: 'REPLICA_MISSING', resource: table };
const partsNearLimit = { finding: 'PARTS_NEAR_LIMIT', resource: 'REPLICATED_TABLE shop.narrow' };

/** The OLAP database: three replicas that coordinate through ZooKeeper. */
export const clickHouseDetections: readonly Detection[] = [
  {
    ...olap,
    fault: 'clickhouse-lag',
    finding: 'REPLICATION_LAGGING',
    severity: 'WARNING',
    resource: table,
    // It shows itself when the limit is reached.
    holdSeconds: 0,
    clearHoldSeconds,
  },
  // What it could not fetch meanwhile it has still to fetch when it is back.
  {
    ...olap,
    fault: 'clickhouse-keeper-cut',
    finding: 'REPLICA_READ_ONLY',
    severity: 'WARNING',
    resource: table,
    besides: [lagging],
  },
  {
    ...olap,
    fault: 'clickhouse-keeper-cut',
    finding: 'KEEPER_EXCEPTIONS',
    severity: 'WARNING',
    resource: replica,
    clearHoldSeconds: windowSeconds,
    isChosen: true,
  },
  { ...olap, fault: 'clickhouse-stopped', finding: 'REPLICA_MISSING', severity: 'WARNING', resource: table },
  {
    ...olap,
    fault: 'clickhouse-table-missing',
    finding: 'REPLICA_TABLE_MISSING',
    severity: 'WARNING',
    resource: 'REPLICATED_TABLE shop.visits',
    besides: [missing],
  },
  {
    ...olap,
    fault: 'clickhouse-inserts-delayed',
    finding: 'INSERTS_DELAYED',
    severity: 'WARNING',
    resource: replica,
    clearHoldSeconds: windowSeconds,
    besides: [partsNearLimit],
  },
  {
    ...olap,
    fault: 'clickhouse-inserts-rejected',
    finding: 'INSERTS_REJECTED',
    severity: 'CRITICAL',
    resource: replica,
    clearHoldSeconds: windowSeconds,
    besides: [partsNearLimit, { finding: 'INSERTS_DELAYED', resource: replica }],
  },
  {
    ...beyond,
    fault: 'clickhouse-inserts-delayed',
    ...partsNearLimit,
    severity: 'WARNING',
    clearHoldSeconds,
    besides: [{ finding: 'INSERTS_DELAYED', resource: replica }],
  },
  {
    ...beyond,
    fault: 'clickhouse-plain-parts',
    finding: 'PARTS_NEAR_LIMIT',
    signal: 'DATABASE_PARTS',
    severity: 'WARNING',
    resource: 'DATABASE_REPLICA 127.0.2.1:8123',
    // Which tables there are is asked by the first look after a minute, and at rest looks are ten seconds apart.
    floorSeconds: 70,
    clearHoldSeconds,
  },
  {
    ...beyond,
    fault: 'clickhouse-mutation-stuck',
    finding: 'MUTATION_STUCK',
    severity: 'WARNING',
    resource: replica,
    holdSeconds: 5,
    besides: [lagging],
  },
  {
    ...beyond,
    fault: 'clickhouse-data-lost',
    finding: 'REPLICATED_DATA_LOSS',
    severity: 'CRITICAL',
    resource: replica,
    clearHoldSeconds: windowSeconds,
    // It is down for a moment.
    besides: [{ finding: 'DATABASE_UNREACHABLE', resource: replica }, missing, lagging],
  },
  // Two looks must hang, for two seconds each, one after the other.
  {
    ...beyond,
    fault: 'clickhouse-hangs',
    finding: 'DATABASE_UNREACHABLE',
    severity: 'CRITICAL',
    resource: replica,
    holdSeconds: 4,
    // Its session may be over when it goes on.
    besides: [missing, lagging, { finding: 'KEEPER_EXCEPTIONS', resource: replica }],
  },
  {
    ...beyond,
    fault: 'clickhouse-all-stopped',
    finding: 'DATABASE_UNREACHABLE',
    severity: 'CRITICAL',
    signal: 'DATABASE_REPLICAS',
    resource: 'DATABASE analytics',
    holdSeconds: 2,
    besides: [missing],
  },
];
