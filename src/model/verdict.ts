import { type Finding, HealthStatus, Severity } from './health.js';

/** What the rules say of one record itself, before its members' states are rolled up. Immutable and shared where calm. */
export interface Verdict {
  readonly status: HealthStatus;
  /** Worst first, ignored ones included. */
  readonly findings: readonly Finding[];
  readonly isStale: boolean;
}

/** From best to worst. NOT_CONFIGURED stands before all: it takes no part. */
const STATUS_RANK: Record<HealthStatus, number> = {
  NOT_CONFIGURED: -1,
  HEALTHY: 0,
  PROGRESSING: 1,
  DEGRADED: 2,
  UNKNOWN: 3,
  UNHEALTHY: 4,
};

const SEVERITY_RANK: Record<Severity, number> = { INFO: 0, WARNING: 1, CRITICAL: 2 };

export function worstStatus(a: HealthStatus, b: HealthStatus): HealthStatus {
  return STATUS_RANK[a] >= STATUS_RANK[b] ? a : b;
}

/** Greater is worse. */
export function statusRank(status: HealthStatus): number {
  return STATUS_RANK[status];
}

/** Greater is worse. */
export function severityRank(severity: Severity): number {
  return SEVERITY_RANK[severity];
}

/** Worst first, then the oldest, then by id, so that the order is total. */
export function compareFindings(a: Finding, b: Finding): number {
  return severityRank(b.severity) - severityRank(a.severity) || a.since - b.since || (a.id < b.id ? -1 : 1);
}

export function statusOfSeverity(severity: Severity): HealthStatus {
  if (severity === Severity.CRITICAL) return HealthStatus.UNHEALTHY;
  return severity === Severity.WARNING ? HealthStatus.DEGRADED : HealthStatus.HEALTHY;
}
