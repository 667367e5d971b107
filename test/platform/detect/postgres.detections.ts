import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
const postgres = { lane: 'postgres', seen: 'probed', resource: 'DATABASE metadata', isRequired: false } as const;

/** The meta database. */
export const postgresDetections: readonly Detection[] = [
  {
    ...postgres,
    fault: 'postgres-connections',
    finding: 'DATABASE_CONNECTIONS_HIGH',
    clearHoldSeconds,
    isChosen: true,
  },
  {
    ...postgres,
    fault: 'postgres-idle-in-transaction',
    finding: 'DATABASE_IDLE_IN_TRANSACTION',
    holdSeconds: 15,
    clearHoldSeconds,
  },
  { ...postgres, fault: 'postgres-locks', finding: 'DATABASE_LOCKS_BLOCKING', holdSeconds: 10, clearHoldSeconds },
  { ...postgres, fault: 'postgres-stopped', finding: 'DATABASE_UNREACHABLE', isChosen: true },
  // Two looks must hang, for two seconds each, one after the other.
  { ...postgres, fault: 'postgres-down', finding: 'DATABASE_UNREACHABLE', holdSeconds: 4 },
];
