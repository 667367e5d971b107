import { HealthStatus, Severity } from '../model/health.js';
import { severityRank, statusRank } from '../model/verdict.js';

/** How bad a record is: its status, then its worst finding. There is one object of each. */
export interface Rank {
  readonly status: HealthStatus;
  /** Of its worst finding; null: it has none. */
  readonly worst: Severity | null;
  /** Greater is worse. */
  readonly badness: number;
}

const SEVERITIES: readonly (Severity | null)[] = [null, ...Object.values(Severity)];

const RANKS = Object.fromEntries(
  Object.values(HealthStatus).map((status) => [status, Object.fromEntries(SEVERITIES.map((worst) => [worst, ranked(status, worst)]))]),
) as Readonly<Record<HealthStatus, Readonly<Record<Severity | 'null', Rank>>>>; // prettier-ignore

export function rankOf(status: HealthStatus, worst: Severity | null): Rank {
  return RANKS[status][worst ?? 'null'];
}

function ranked(status: HealthStatus, worst: Severity | null): Rank {
  const badness = statusRank(status) * 10 + (worst === null ? 0 : severityRank(worst) + 1);
  return Object.freeze({ status, worst, badness });
}
