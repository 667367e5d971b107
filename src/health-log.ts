import type { Logger } from 'pino';
import type { HealthChangeRecord } from './model/change.js';
import type { Clock } from './model/clock.js';
import { type Finding, HealthStatus, type Severity } from './model/health.js';
import type { ResourceKind } from './model/kinds.js';
import { SECOND, after } from './model/time.js';
import { severityRank, statusRank } from './model/verdict.js';
import type { Registry } from './registry/registry.js';

/** Findings that one line names of those that came, and of those that went; of more it says how many. */
const MOST_NAMED = 5;

/** Which changes of health are said in the log. */
export interface HealthLogSettings {
  /** Whose every other status is said. */
  readonly kinds: readonly ResourceKind[];
  /** Of any kind, root findings that came or went and are no less. */
  readonly severity: Severity;
  /** Lines a second at the most; what is beyond them is counted. */
  readonly perSecond: number;
}

/**
 * Says changes of health in the log, a line each, and no more in a second than is wanted: then, once that second is over, how
 * many were left out. Returns how to stop.
 */
export function logHealth(
  registry: Pick<Registry, 'changes'>,
  settings: HealthLogSettings,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): () => void {
  let [said, leftOut] = [0, 0];
  let cancel: (() => void) | null = null;
  const endWindow = (): void => {
    cancel = null;
    if (leftOut > 0)
      log.warn({ leftOut }, `${leftOut} changes of health more are not said here (log.health.perSecond)`);
    [said, leftOut] = [0, 0];
  };
  const unsubscribe = registry.changes.subscribe((changes) => {
    for (const change of changes) {
      const line = lineOf(change, settings);
      if (line === null) continue;
      cancel ??= clock.at(after(clock.now(), SECOND), endWindow);
      said += 1;
      if (said > settings.perSecond) leftOut += 1;
      else log[line.isWorse ? 'warn' : 'info'](line.fields, line.message);
    }
  });
  return () => {
    unsubscribe();
    cancel?.();
    if (leftOut > 0) endWindow();
  };
}

interface Line {
  readonly isWorse: boolean;
  readonly fields: object;
  readonly message: string;
}

/** Null: it is not to be said. */
function lineOf(change: HealthChangeRecord, { kinds, severity }: HealthLogSettings): Line | null {
  const { resourceKind: kind, resourceName: resource, system, namespace, previousStatus: from, status: to } = change;
  const roots = new Set(change.rootIds);
  const isSaid = (finding: Finding): boolean =>
    roots.has(finding.id) && finding.ignored === null && severityRank(finding.severity) >= severityRank(severity);
  const raised = [...change.raised, ...change.updated].filter(isSaid);
  const cleared = change.cleared.filter(isSaid);
  const isStatusSaid = from !== to && kinds.includes(kind);
  if (!isStatusSaid && raised.length + cleared.length === 0) return null;
  const where = { kind, resource, system, ...(namespace !== null && { namespace }) };
  const what = { ...named('raised', raised), ...named('cleared', cleared) };
  return {
    isWorse: raised.length > 0 || (cleared.length === 0 && isWorse(from, to)),
    fields: { health: { ...where, from, to, ...what } },
    message: `${kind} ${resource}: ${from === to ? (to ?? 'gone') : `${from ?? 'new'} → ${to ?? 'gone'}`}`,
  };
}

function named(key: string, findings: readonly Finding[]): object {
  if (findings.length === 0) return {};
  const some = findings.slice(0, MOST_NAMED).map(({ reason, severity, subject, message }) => {
    return { reason, severity, ...(subject !== null && { subject }), message };
  });
  return { [key]: some, ...(findings.length > MOST_NAMED && { [`${key}More`]: findings.length - MOST_NAMED }) };
}

function isWorse(from: HealthStatus | null, to: HealthStatus | null): boolean {
  return to !== null && statusRank(to) > statusRank(from ?? HealthStatus.HEALTHY);
}
