import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
/** Three samples of its sessions, in this run. */
const sessionsSeconds = 20;
const postgres = { lane: 'postgres', seen: 'probed', resource: 'DATABASE metadata', isRequired: false } as const;

/** The meta database. */
export const postgresDetections: readonly Detection[] = [
  {
    ...postgres,
    fault: 'postgres-connections',
    finding: 'DATABASE_CONNECTIONS_HIGH',
    severity: 'WARNING',
    clearHoldSeconds,
    isChosen: true,
  },
  {
    ...postgres,
    fault: 'postgres-idle-in-transaction',
    finding: 'DATABASE_IDLE_IN_TRANSACTION',
    severity: 'WARNING',
    holdSeconds: 15,
    clearHoldSeconds,
  },
  {
    ...postgres,
    fault: 'postgres-locks',
    finding: 'DATABASE_LOCKS_BLOCKING',
    severity: 'WARNING',
    holdSeconds: 10,
    clearHoldSeconds,
  },
  { ...postgres, fault: 'postgres-stopped', finding: 'DATABASE_UNREACHABLE', severity: 'CRITICAL', isChosen: true },
  // Two looks must hang, for two seconds each, one after the other.
  { ...postgres, fault: 'postgres-down', finding: 'DATABASE_UNREACHABLE', severity: 'CRITICAL', holdSeconds: 4 },
  { ...postgres, fault: 'postgres-read-only', finding: 'DATABASE_READ_ONLY', severity: 'WARNING', whenAlert: true },
  {
    ...postgres,
    lane: 'unmeasured',
    fault: 'postgres-busy',
    finding: 'DATABASE_CPU_SATURATED',
    severity: 'WARNING',
    // Inferred of its sessions, not measured for as long as its limit `for`.
    holdSeconds: sessionsSeconds,
    isRequired: true,
    clearHoldSeconds,
  },
  {
    ...postgres,
    lane: 'unmeasured',
    fault: 'postgres-disk-hangs',
    finding: 'DATABASE_IO_SATURATED',
    severity: 'WARNING',
    holdSeconds: sessionsSeconds,
    // A log that cannot be written to its end is not sent either.
    besides: [{ finding: 'DATABASE_REPLICATION_LAG', resource: 'DATABASE metadata' }],
    isRequired: true,
    clearHoldSeconds,
  },
  {
    ...postgres,
    lane: 'unmeasured',
    fault: 'postgres-data-grows',
    finding: 'DATABASE_DISK_LOW',
    severity: 'WARNING',
    isRequired: true,
    floorSeconds: 60,
    clearHoldSeconds,
  },
  {
    ...postgres,
    fault: 'postgres-slot-abandoned',
    finding: 'REPLICATION_SLOT_RETAINING_WAL',
    severity: 'WARNING',
    clearHoldSeconds,
  },
  {
    ...postgres,
    fault: 'postgres-ids-used',
    finding: 'DATABASE_WRAPAROUND_RISK',
    severity: 'WARNING',
    clearHoldSeconds,
  },
  // It shows in the server's own view when it is as far behind as the limit.
  {
    ...postgres,
    fault: 'postgres-standby-behind',
    finding: 'DATABASE_REPLICATION_LAG',
    severity: 'WARNING',
    clearHoldSeconds,
  },
  {
    ...postgres,
    fault: 'postgres-access-denied',
    finding: 'SOURCE_FORBIDDEN',
    severity: 'WARNING',
    resource: 'SOURCE postgres/metadata',
  },
  {
    ...postgres,
    fault: 'postgres-imposter',
    finding: 'SOURCE_ANSWER_INVALID',
    severity: 'WARNING',
    resource: 'SOURCE postgres/metadata',
    // Between the two nobody listens.
    besides: [{ finding: 'DATABASE_UNREACHABLE', resource: 'DATABASE metadata' }],
  },
  {
    ...postgres,
    fault: 'postgres-clock-ahead',
    finding: 'CLOCK_SKEWED',
    severity: 'INFO',
    resource: 'SOURCE postgres/metadata',
    clearHoldSeconds,
  },
];
