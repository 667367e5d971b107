import type { Gauge } from 'prom-client';
import type { Clock } from '../../model/clock.js';
import { HealthStatus, Severity } from '../../model/health.js';
import { platformId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { SightState } from '../../model/source.js';
import { SECOND } from '../../model/time.js';
import type { Entry } from '../../registry/entry.js';
import type { Registry } from '../../registry/registry.js';
import type { Metrics } from './metrics.js';

/** Systems and sources that are told each by itself. More than anybody configures; what is beyond it is counted. */
export const MOST_TOLD = 1_000;

const STATUSES = Object.values(HealthStatus);
const STATES: readonly SightState[] = ['starting', 'ok', 'lost', 'forbidden', 'invalid', 'hindered'];

/** Health as numbers: by system, kind and source, and never by resource, of which there may be any number. */
export function exposeHealth(metrics: Metrics, registry: Registry, clock: Clock): void {
  metrics.gauge('vitals_platform_status', 'The status of everything as one: 1 for what it is.', ['status'], (gauge) => {
    tellStatus(gauge, {}, registry.get(platformId)?.status);
  });
  metrics.gauge('vitals_ready', 'Whether the first picture is complete, or waited for no longer.', [], (gauge) => {
    gauge.set(Number(registry.isStreaming));
  });
  metrics.counter('vitals_changes_total', 'Changes of a verdict.', () => registry.changes.lastSequence);
  exposeSystems(metrics, registry);
  metrics.gauge('vitals_resources', 'Resources by kind and status.', ['kind', 'status'], (gauge) => {
    for (const kind of Object.values(ResourceKind)) {
      const counts = registry.counts(kind);
      if (counts.size === 0) continue;
      for (const status of STATUSES) gauge.set({ kind, status }, counts.get(status) ?? 0);
    }
  });
  metrics.gauge('vitals_findings', 'What is wrong now; ignored findings are left out.', ['severity'], (gauge) => {
    const counts = new Map(Object.values(Severity).map((severity) => [severity, 0]));
    for (const { severity, ignored } of registry.findings())
      if (ignored === null) counts.set(severity, (counts.get(severity) ?? 0) + 1);
    for (const [severity, count] of counts) gauge.set({ severity }, count);
  });
  exposeSources(metrics, registry, clock);
}

function exposeSystems(metrics: Metrics, registry: Registry): void {
  const help = 'The status of each row of the front page (kind SYSTEM) and each configured system: 1 for what it is.';
  metrics.gauge('vitals_system_status', help, ['system', 'kind', 'status'], (gauge) => {
    for (const entry of systemsOf(registry).slice(0, MOST_TOLD)) {
      const system = entry.kind === ResourceKind.SYSTEM ? entry.main.name : entry.main.system;
      tellStatus(gauge, { system, kind: entry.kind }, entry.status);
    }
  });
  const left = 'Systems and sources beyond the first thousand of each, which are not told by themselves.';
  metrics.gauge('vitals_metrics_left_out', left, [], (gauge) => {
    const sources = registry.ranked([ResourceKind.SOURCE]).size;
    gauge.set(Math.max(0, systemsOf(registry).length - MOST_TOLD) + Math.max(0, sources - MOST_TOLD));
  });
}

function exposeSources(metrics: Metrics, registry: Registry, clock: Clock): void {
  const sources = (): Entry<ResourceKind.SOURCE>[] => [...registry.entries(ResourceKind.SOURCE)].slice(0, MOST_TOLD);
  metrics.gauge('vitals_source_state', 'How well each source sees: 1 for what it is.', ['source', 'state'], (gauge) => {
    for (const { main } of sources())
      for (const state of STATES) gauge.set({ source: main.name, state }, Number(main.state === state));
  });
  const age = 'How long ago each source was last told something; none where it never was.';
  metrics.gauge('vitals_source_age_seconds', age, ['source'], (gauge) => {
    for (const { main, observedAt } of sources())
      if (observedAt !== null) gauge.set({ source: main.name }, Math.max(0, clock.now() - observedAt) / SECOND);
  });
}

/** Rows of the front page, and all that these sum up. */
function systemsOf(registry: Registry): readonly Entry[] {
  const rows = [...registry.entries(ResourceKind.SYSTEM)];
  return rows.flatMap((row): Entry[] => [row as Entry, ...registry.entries(row.main.members)] as Entry[]);
}

function tellStatus<L extends string>(
  gauge: Gauge<L | 'status'>,
  labels: Readonly<Partial<Record<L, string>>>,
  now: HealthStatus | undefined,
): void {
  for (const status of STATUSES) gauge.set({ ...labels, status } as never, Number(status === now));
}
