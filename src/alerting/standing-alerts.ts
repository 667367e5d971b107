import { setImmediate as othersTurn } from 'node:timers/promises';
import { getOrMake } from '../model/get-or-make.js';
import type { Finding, Severity } from '../model/health.js';
import { compareFindings, severityRank } from '../model/verdict.js';
import type { Registry } from '../registry/registry.js';
import { type AlertSettings, type Standing, keyOf, labelsOf, standingOf } from './alert.js';

/** Findings that are looked at in one go; then others have their turn. */
const AT_ONCE = 200;

export interface StandingOptions extends AlertSettings {
  /** Root findings that are no less. */
  readonly severity: Severity;
  /** Alerts at the most: the worst. */
  readonly most: number;
}

/** All that is to be said now, by key. */
export interface AllStanding {
  readonly alerts: ReadonlyMap<string, Standing>;
  /** Keys of those that stand, too, and are not said. */
  readonly leftOut: ReadonlySet<string>;
}

/** What is wrong now and told by itself, as alerts. */
export async function standingAlerts(registry: Registry, options: StandingOptions): Promise<AllStanding> {
  const least = severityRank(options.severity);
  const found = [...registry.findings()].filter(
    ({ ignored, severity }) => ignored === null && severityRank(severity) >= least,
  );
  const groups = new Map<string, { readonly labels: Standing['labels']; readonly findings: [Finding, ...Finding[]] }>();
  const leftOut = new Set<string>();
  for (const [index, finding] of found.sort(compareFindings).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await othersTurn();
    const entry = registry.get(finding.resourceId);
    if (entry === undefined || !registry.isRoot(finding)) continue;
    const labels = labelsOf(finding, entry, registry.duties.teamOf(entry), options);
    const key = keyOf(labels);
    if (groups.size >= options.most && !groups.has(key)) {
      leftOut.add(key);
      continue;
    }
    const group = getOrMake(groups, key, () => ({ labels, findings: [finding] as [Finding, ...Finding[]] }));
    if (group.findings[0] !== finding) group.findings.push(finding);
  }
  const alerts = new Map<string, Standing>();
  for (const [key, { findings, labels }] of groups) alerts.set(key, standingOf(findings, labels, registry, options));
  return { alerts, leftOut };
}
