import type { Logger } from 'pino';
import type { Config, ConfiguredSystem } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import { type CheckReport, Outcome, type SystemReport } from './check-report.js';
import { createRegistry } from './registries.js';
import { systemClock } from './model/clock.js';
import { type Finding, HealthStatus } from './model/health.js';
import { platformId } from './model/ids.js';
import { ResourceKind } from './model/kinds.js';
import type { Rule } from './model/rule.js';
import type { Source } from './model/source.js';
import { type Milliseconds, after } from './model/time.js';
import { compareFindings } from './model/verdict.js';
import { createSources, openWhenSynced, reportPlatform } from './observing.js';
import { coverageOf } from './registry/coverage.js';
import type { Entry } from './registry/entry.js';
import type { Registry } from './registry/registry.js';
import { catalogue, configuredKinds, sources } from './sources/index.js';
import type { RunningSource } from './sources/source.js';
import { untilSettled } from './settled.js';
import { joinedVersions } from './sources/versions.js';

/**
 * Connects to every source and says what it sees, once each has painted its first picture, or could not, no later than
 * `timeout`; and, where that was in time, once what it shows is settled.
 */
export async function check(config: Config, timeout: Milliseconds, log: Logger): Promise<CheckReport> {
  const { systems, limits } = config;
  if (systems.length === 0)
    throw new ConfigurationError('the configuration names no system: there is nothing to check');
  const clock = systemClock;
  const registry = createRegistry(clock, limits, log);
  const report = openWhenSynced(registry, registry.report.bind(registry), systems.length, () => undefined);
  reportPlatform(report, configuredKinds(systems), clock);
  const running = createSources(systems, { report, clock, log });
  let cancel: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => (cancel = clock.at(after(clock.now(), timeout), resolve)));
  for (const source of running) source.start();
  await Promise.race([registry.opened, isOver]);
  cancel();
  if (registry.isStreaming) await untilSettled(registry, clock);
  else registry.judgeNow();
  const made = reportOf(registry, systems, running);
  await Promise.all(running.map((source) => source.stop()));
  registry.stop();
  return made;
}

function reportOf(registry: Registry, systems: Config['systems'], running: readonly RunningSource[]): CheckReport {
  const reports = systems.map((system, index) => systemReport(registry, system, running[index]));
  const status = registry.get(platformId)?.status ?? HealthStatus.UNKNOWN;
  return { status, outcome: outcomeOf(status, reports), systems: reports };
}

/** Not to see a system is worse than that another one is degraded, and nothing is worse than what is known to be down. */
function outcomeOf(status: HealthStatus, reports: readonly SystemReport[]): Outcome {
  if (status === HealthStatus.UNHEALTHY) return Outcome.UNHEALTHY;
  const isUnseen = reports.some(
    (report) => report.status === HealthStatus.UNKNOWN || report.reach.state === 'starting',
  );
  if (isUnseen || status === HealthStatus.UNKNOWN) return Outcome.CANNOT_TELL;
  return status === HealthStatus.DEGRADED ? Outcome.DEGRADED : Outcome.HEALTHY;
}

function systemReport(
  registry: Registry,
  { source, name }: ConfiguredSystem,
  running: RunningSource | undefined,
): SystemReport {
  const own = running === undefined ? undefined : (registry.get(running.id) as Entry<ResourceKind.SOURCE> | undefined);
  const main = own?.main;
  const kind = sources.find((one) => one.name === source)?.endpointKind ?? null;
  const endpoint = endpointOf(registry, name, kind, main);
  // Beside its own source it may have others, such as kubelets.
  const sights = [...registry.entries(ResourceKind.SOURCE, { system: name })].filter(
    (one) => one.main.partOf === main?.partOf,
  );
  const rules = catalogue.rules.filter((rule) => rule.source === source);
  const coverages = rules.map((rule) => ({
    rule,
    coverage: coverageOf(rule, registry, kind === null ? undefined : name),
  }));
  // Nothing of it was seen, for no reason but that it is not over.
  const isNew = main === undefined || (main.state === 'starting' && (endpoint?.observedAt ?? null) === null);
  const isLate = ({ kind: of }: Rule): boolean => registry.sights.of(name, of)?.state === 'starting';
  const unseen = coverages.filter(
    ({ rule, coverage: { covered, reason } }) => isNew || (covered === 0 && (reason !== null || isLate(rule))),
  );
  const kinds = new Set<string>([...rules.map(({ kind }) => kind), ResourceKind.SOURCE]);
  return {
    system: name,
    source,
    status: (endpoint ?? own)?.status ?? HealthStatus.UNKNOWN,
    reach: {
      state: main?.state ?? 'starting',
      message: main?.message ?? null,
      milliseconds: main?.lastDurationMilliseconds ?? null,
    },
    version: versionOf(registry, name, endpoint),
    permissionsMissing: sights.flatMap((one) => missingOf(one.main)),
    signals: {
      covered: rules.length - unseen.length,
      total: rules.length,
      uncovered: unseen.map(({ rule: { signal, kind }, coverage: { reason, howToEnable } }) => {
        return { signal, kind, reason: reason ?? NOT_IN_TIME, howToEnable };
      }),
    },
    findings: findingsOf(registry, name, kinds),
  };
}

const NOT_IN_TIME = 'not seen in time';

/** What the system itself is; undefined where its source only adds to what others see. */
function endpointOf(
  registry: Registry,
  system: string,
  kind: ResourceKind | null,
  main: Source | undefined,
): Entry | undefined {
  if (main?.endpointId != null) return registry.get(main.endpointId);
  const [first] = kind === null ? [] : registry.entries(kind, { system });
  return first;
}

/** Its own, or those of its members. */
function versionOf(registry: Registry, system: string, endpoint: Entry | undefined): string | null {
  const members = Object.values(ResourceKind).flatMap((kind) => [...registry.entries(kind, { system })] as Entry[]);
  const all = [
    ...(endpoint === undefined ? [] : [endpoint]),
    ...members.filter((one) => registry.parentOf(one) === endpoint),
  ];
  return joinedVersions(all.map(({ main }) => ('version' in main ? main.version : null)));
}

function missingOf({ name, state, message, sights }: Source): readonly string[] {
  if (state === 'forbidden') return [message ?? name];
  return sights.filter((sight) => sight.state === 'forbidden').map((sight) => sight.message ?? sight.subject);
}

/** Worst first, ignored ones aside. */
function findingsOf(registry: Registry, system: string, kinds: ReadonlySet<string>): SystemReport['findings'] {
  const found: { readonly finding: Finding; readonly entry: Entry }[] = [];
  for (const finding of registry.findings()) {
    const entry = registry.get(finding.resourceId);
    if (entry === undefined || finding.ignored !== null) continue;
    if (entry.main.system === system && kinds.has(entry.kind)) found.push({ finding, entry });
  }
  return found
    .sort((a, b) => compareFindings(a.finding, b.finding))
    .map(({ finding, entry }) => ({
      severity: finding.severity,
      reason: finding.reason,
      subject: finding.subject,
      kind: entry.kind,
      resource: entry.main.name,
      message: finding.message,
      isRoot: registry.isRoot(finding),
    }));
}
