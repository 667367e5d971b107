import type { HealthStatus, OverviewQuery, WorstFragment } from '../../graphql/graphql.js';
import type { Gap } from '../live/gap.js';
import { listUrl } from '../route.js';
import { STATUSES, worstOf } from '../words.js';

/** A system, or a part of one that people look for, in the first row of what they look at. */
export interface Tile {
  readonly title: string;
  readonly status: HealthStatus;
  readonly health: { readonly isStale: boolean; readonly observedAt: string | null };
  readonly counts: readonly Count[];
  readonly worst: WorstFragment | undefined;
  /** The list of what it sums up. */
  readonly url: string;
}

export interface Count {
  readonly status: HealthStatus;
  readonly count: number;
}

/** Where a system's members are listed, and what people call it. In the order in which people look. */
const SYSTEMS: readonly { readonly name: string; readonly title: string; readonly list: string }[] = [
  { name: 'kubernetes', title: 'Kubernetes', list: 'clusters' },
  { name: 'databases', title: 'Databases', list: 'databases' },
  { name: 'kafka', title: 'Kafka', list: 'kafka' },
  { name: 'kafka-connects', title: 'Kafka Connect', list: 'kafka-connect' },
  { name: 'zookeepers', title: 'ZooKeeper', list: 'zookeepers' },
  { name: 'workflows', title: 'Workflows', list: 'workflow-engines' },
  { name: 'ingresses', title: 'HTTP', list: 'ingresses' },
];

/** @param gaps what of the overview could not be had */
export function tilesOf(overview: OverviewQuery, gaps: readonly Gap[]): readonly Tile[] {
  const { systems } = overview.platform;
  const [kubernetes, ...others] = SYSTEMS.flatMap(({ name, title, list }): readonly Tile[] => {
    const system = systems.find((each) => each.name === name);
    if (system === undefined) return [];
    const { health, counts, roots } = system;
    return [{ title, status: health.status, health, counts, worst: roots[0], url: listUrl(list) }];
  });
  if (kubernetes === undefined) return others;
  return [kubernetes, ...placesOf(overview, gaps), ...others, sourcesOf(overview)];
}

/** Zones and volumes are parts of a cluster that people ask for by themselves, where there are any: of these the worst is shown. */
function placesOf(overview: OverviewQuery, gaps: readonly Gap[]): readonly Tile[] {
  const { zones, zoneFindings, volumeFindings } = overview;
  const zoneCounts = zones == null ? null : countsOf(zones);
  const has = (field: string): boolean => !gaps.some(({ path, isConfigured }) => path === field && !isConfigured);
  return [
    ...(has('zones') ? [placeTile('Zones', zoneCounts, zoneFindings.nodes[0], listUrl('zones'))] : []),
    ...(has('volumes') ? [placeTile('Volumes', volumesOf(overview), volumeFindings.nodes[0], listUrl('volumes'))] : []),
  ];
}

/** Null unless all of it is known: what is left of a part would be taken for healthy. */
function volumesOf(overview: OverviewQuery): readonly Count[] | null {
  const { volumes, unhealthyVolumes, unknownVolumes, degradedVolumes, progressingVolumes } = overview;
  if (volumes == null || unhealthyVolumes == null || unknownVolumes == null) return null;
  if (degradedVolumes == null || progressingVolumes == null) return null;
  const others: readonly Count[] = [
    { status: 'UNHEALTHY', count: unhealthyVolumes.totalCount },
    { status: 'UNKNOWN', count: unknownVolumes.totalCount },
    { status: 'DEGRADED', count: degradedVolumes.totalCount },
    { status: 'PROGRESSING', count: progressingVolumes.totalCount },
  ];
  const rest = volumes.totalCount - others.reduce((sum, { count }) => sum + count, 0);
  return [...others, { status: 'HEALTHY', count: rest } as const].filter(({ count }) => count > 0);
}

/** How Vitals itself sees: what a source does not tell is not known. */
function sourcesOf({ sources, sourceFindings }: OverviewQuery): Tile {
  return placeTile('Sources', countsOf(sources), sourceFindings.nodes[0], listUrl('sources'));
}

/** What is counted says of itself whether it is seen. */
const SEEN = { isStale: false, observedAt: null };

/** @param counts null where they were never listed */
function placeTile(
  title: string,
  counts: readonly Count[] | null,
  worst: WorstFragment | undefined,
  url: string,
): Tile {
  const status = counts === null ? 'UNKNOWN' : worstOf(counts.map((each) => each.status));
  return { title, status, health: SEEN, counts: counts ?? [], worst, url };
}

function countsOf(resources: readonly { readonly health: { readonly status: HealthStatus } }[]): readonly Count[] {
  return STATUSES.map((status) => ({
    status,
    count: resources.filter(({ health }) => health.status === status).length,
  })).filter(({ count }) => count > 0);
}
