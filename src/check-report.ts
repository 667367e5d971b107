import { type HealthStatus, Severity } from './model/health.js';
import type { SightState } from './model/source.js';
import { PLAIN, type Painter, SEVERITY_STYLE, STATUS_STYLE } from './watch/text.js';

/** What `vitals check` came to, and its exit code. */
export enum Outcome {
  HEALTHY = 0,
  DEGRADED = 1,
  UNHEALTHY = 2,
  CANNOT_TELL = 3,
}

/** One configured system as it was seen once. Plain data, as `--output json` prints it. */
export interface SystemReport {
  readonly system: string;
  /** The list of the configuration it stands in. */
  readonly source: string;
  readonly status: HealthStatus;
  readonly reach: {
    readonly state: SightState;
    readonly message: string | null;
    /** How long it took to look; null where that was not finished. */
    readonly milliseconds: number | null;
  };
  readonly version: string | null;
  /** One sentence each. */
  readonly permissionsMissing: readonly string[];
  readonly signals: {
    readonly covered: number;
    readonly total: number;
    readonly uncovered: readonly {
      readonly signal: string;
      readonly kind: string;
      readonly reason: string | null;
      readonly howToEnable: string | null;
    }[];
  };
  readonly findings: readonly {
    readonly severity: Severity;
    readonly reason: string;
    readonly subject: string | null;
    readonly kind: string;
    readonly resource: string;
    readonly message: string;
    readonly isRoot: boolean;
  }[];
}

export interface CheckReport {
  readonly status: HealthStatus;
  readonly outcome: Outcome;
  readonly systems: readonly SystemReport[];
}

/** A platform in trouble has many: the table names so many of each system. */
const MOST_NAMED = 20;

/** Column of the status. */
const STATUS = 1;

const SAID: Record<SightState, string> = {
  ok: 'reached',
  starting: 'not seen in time',
  lost: 'unreachable',
  forbidden: 'forbidden',
  invalid: 'answers wrongly',
  hindered: 'cannot be asked',
};

/** One table for people, and below it what is wrong. */
export function tableOf({ status, outcome, systems }: CheckReport, paint: Painter = PLAIN): string {
  const head = ['SYSTEM', 'STATUS', 'REACH', 'VERSION', 'PERMISSIONS MISSING', 'SIGNALS', 'FINDINGS'];
  const rows = [head, ...systems.map(rowOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    const of = systems[index - 1]?.status;
    // The last one is not filled up, and no other ends a line.
    const last = cells.length - 1;
    return cells.map((cell, column) => (column === STATUS && of !== undefined ? paint(STATUS_STYLE[of], cell) : column === last ? cell.trimEnd() : cell)).join('  '); // prettier-ignore
  });
  const details = systems.flatMap((system) => detailsOf(system, paint));
  const end = ['', `${paint(STATUS_STYLE[status], Outcome[outcome].replace('_', ' ').toLowerCase())} (exit code ${outcome})`]; // prettier-ignore
  return [...lines, ...(details.length === 0 ? [] : ['', ...details]), ...end].join('\n');
}

function rowOf({
  system,
  source,
  status,
  reach,
  version,
  permissionsMissing,
  signals,
  findings,
}: SystemReport): string[] {
  const { state, milliseconds } = reach;
  const took = state === 'ok' && milliseconds !== null ? ` in ${Math.round(milliseconds)} ms` : '';
  return [
    `${source}/${system}`,
    status,
    `${SAID[state]}${took}`,
    version ?? 'unknown',
    permissionsMissing.length === 0 ? 'none' : String(permissionsMissing.length),
    `${signals.covered} of ${signals.total}`,
    countOf(findings),
  ];
}

function countOf(findings: SystemReport['findings']): string {
  const counts = [Severity.CRITICAL, Severity.WARNING, Severity.INFO].map((severity) => {
    return [severity, findings.filter((finding) => finding.severity === severity).length] as const;
  });
  const some = counts.filter(([, count]) => count > 0);
  return some.length === 0 ? 'none' : some.map(([severity, count]) => `${count} ${severity.toLowerCase()}`).join(', ');
}

function detailsOf(report: SystemReport, paint: Painter): string[] {
  const { system, source, reach, permissionsMissing, signals, findings } = report;
  const lines = permissionsMissing.map((missing) => `permission missing: ${missing}`);
  if (reach.state !== 'ok' && permissionsMissing.length === 0 && reach.message !== null) lines.push(reach.message);
  const named = findings.slice(0, MOST_NAMED).map(({ severity, reason, subject, kind, resource, message }) => {
    return `${paint(SEVERITY_STYLE[severity], severity)} ${reason}${subject === null ? '' : ` (${subject})`} on ${kind} ${resource}: ${message}`;
  });
  lines.push(...named);
  if (findings.length > MOST_NAMED) lines.push(`and ${findings.length - MOST_NAMED} findings more`);
  for (const { signal, kind, reason, howToEnable } of signals.uncovered) {
    lines.push(
      `not seen: ${signal} of ${kind}: ${reason ?? 'unknown'}${howToEnable === null ? '' : `. ${howToEnable}`}`,
    );
  }
  return lines.map((line) => `${source}/${system}  ${line}`);
}
