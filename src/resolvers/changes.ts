import { GraphQLError } from 'graphql';
import { type HealthChangeRecord, HealthChangeType } from '../model/change.js';
import type { Finding, HealthStatus } from '../model/health.js';
import type { HealthChange } from '../model/health-view.js';
import type { ResourceId } from '../model/ids.js';
import type { Instant } from '../model/time.js';
import { severityRank } from '../model/verdict.js';
import type { ChangeLog } from '../registry/change-log.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { type ChangeFilter, isIn, refuseUnknown, setOf } from './filters.js';

/** A position in the stream, and the life of the server it belongs to. */
export function writeCursor({ epoch }: ChangeLog, sequence: number): string {
  return Buffer.from(`${epoch}:${sequence}`).toString('base64url');
}

/** Reads a position. Throws CURSOR_EXPIRED when it is of another life or older than what is kept. */
export function readCursor(changes: ChangeLog, cursor: string, argument: string): number {
  const [epoch, number] = Buffer.from(cursor, 'base64url').toString().split(':');
  const sequence = Number(number);
  const isOurs = epoch === changes.epoch && Number.isInteger(sequence) && sequence <= changes.lastSequence;
  if (isOurs && sequence >= changes.oldestSequence - 1) return sequence;
  throw new GraphQLError(
    `${argument}: the cursor is too old, or of another server life or list: query the current state and begin anew.`,
    { extensions: { code: 'CURSOR_EXPIRED' } },
  );
}

const NONE: readonly Finding[] = [];

const NOTHING = { previousStatus: null, status: null, isStale: null, raised: NONE, updated: NONE, cleared: NONE };
const NOBODY = { resourceId: null, resourceKind: null, resourceName: null, cluster: null, namespace: null };

export function changeEvent(changes: ChangeLog, record: HealthChangeRecord): HealthChange {
  const { sequence, system, at, type, previousStatus, status, isStale, raised, updated, cleared } = record;
  const { resourceId, resourceKind, resourceName, namespace } = record;
  const what = { at, type, previousStatus, status, isStale, raised, updated, cleared };
  const whose = { resourceId, resourceKind, resourceName, cluster: system, namespace };
  return { cursor: writeCursor(changes, sequence), ...what, ...whose };
}

/** The current state of one resource, for those who begin. */
export function initialEvent(entry: Entry, at: Instant): HealthChange {
  const { id, kind, main, status, isStale, findings } = entry;
  return {
    ...NOTHING,
    cursor: null,
    at,
    type: HealthChangeType.INITIAL,
    status,
    isStale,
    raised: findings,
    resourceId: id,
    resourceKind: kind as never,
    resourceName: main.name,
    cluster: main.system,
    namespace: main.namespace,
  };
}

/** SYNCED or BOOKMARK: where the stream stands, about no resource. */
export function positionEvent(
  changes: ChangeLog,
  type: HealthChangeType.SYNCED | HealthChangeType.BOOKMARK,
  sequence: number,
  at: Instant,
): HealthChange {
  return { ...NOTHING, ...NOBODY, cursor: writeCursor(changes, sequence), at, type };
}

/** The lists of a filter: each change is held against them. */
function wantedBy({ kinds, clusters, namespaces, resourceIds, status, reasons }: ChangeFilter) {
  return {
    kinds: setOf(kinds),
    clusters: setOf(clusters),
    namespaces: setOf(namespaces),
    resourceIds: setOf(resourceIds),
    statuses: setOf(status),
    reasons: setOf(reasons),
  };
}

type Wanted = ReturnType<typeof wantedBy>;

/** Whose resources and which states a filter is about; both sides of a change are tried. Refuses clusters that there are not. */
export class ChangeMatcher {
  private readonly wanted: Wanted;
  /** Who has no finding does not match. */
  readonly isAboutFindings: boolean;

  constructor(
    private readonly filter: ChangeFilter,
    private readonly registry: Registry,
  ) {
    refuseUnknown(filter.clusters, registry);
    this.wanted = wantedBy(filter);
    this.isAboutFindings = this.wanted.reasons !== null || filter.minSeverity != null || filter.rootsOnly === true;
  }

  matches(change: HealthChangeRecord): boolean {
    const { resourceId, resourceKind, system, namespace } = change;
    if (!this.isAbout(resourceId, resourceKind, system, namespace)) return false;
    const { previousStatus, findingsBefore, status, findingsAfter, rootIds } = change;
    const wasRoot = ({ id }: Finding): boolean => rootIds.includes(id);
    return this.holds(previousStatus, findingsBefore, wasRoot) || this.holds(status, findingsAfter, wasRoot);
  }

  matchesNow({ id, kind, main, status, findings }: Entry): boolean {
    if (!this.isAbout(id, kind as never, main.system, main.namespace)) return false;
    return this.holds(status, findings, (finding) => this.registry.isRoot(finding));
  }

  private isAbout(
    id: ResourceId,
    kind: HealthChangeRecord['resourceKind'],
    system: string,
    namespace: string | null,
  ): boolean {
    const { kinds, clusters, namespaces, resourceIds } = this.wanted;
    return isIn(kinds, kind) && isIn(clusters, system) && isIn<string>(resourceIds, id) && isIn(namespaces, namespace);
  }

  private holds(
    status: HealthStatus | null,
    findings: readonly Finding[],
    isRoot: (finding: Finding) => boolean,
  ): boolean {
    const { minSeverity, rootsOnly } = this.filter;
    const { statuses, reasons } = this.wanted;
    if (!isIn(statuses, status)) return false;
    if (!this.isAboutFindings) return true;
    return findings.some(
      (finding) =>
        finding.ignored === null &&
        isIn(reasons, finding.reason) &&
        (minSeverity == null || severityRank(finding.severity) >= severityRank(minSeverity)) &&
        (rootsOnly !== true || isRoot(finding)),
    );
  }
}
