import type { FindingLineFragment, HealthStatus, OverviewQuery } from '../../graphql/graphql.js';
import { Status } from '../parts/shape.js';
import { listUrl } from '../route.js';
import { STATUSES, STATUS_WORDS, worstOf } from '../words.js';

/** A system, or a part of one that people look for, in the first row of what they look at. */
interface Tile {
  readonly title: string;
  readonly status: HealthStatus;
  readonly isStale: boolean;
  readonly counts: readonly Count[];
  readonly worst: FindingLineFragment | undefined;
  /** The list of what it sums up. */
  readonly url: string;
}

interface Count {
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

export function Systems({ overview }: { readonly overview: OverviewQuery }) {
  return (
    <section aria-labelledby="systems">
      <h2 id="systems">Systems</h2>
      <ul className="tiles">
        {tilesOf(overview).map((tile) => (
          <li key={tile.title} className={`tile is-${tile.status}`}>
            <a href={tile.url}>
              <span className="title">{tile.title}</span>
              <Status of={tile.status} isStale={tile.isStale} />
              <span className="counts">{countsText(tile.counts)}</span>
              {tile.worst !== undefined && (
                <span className="worst" title={tile.worst.message}>
                  {worstText(tile.worst)}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function tilesOf(overview: OverviewQuery): readonly Tile[] {
  const { systems } = overview.platform;
  const [kubernetes, ...others] = SYSTEMS.flatMap(({ name, title, list }): readonly Tile[] => {
    const system = systems.find((each) => each.name === name);
    if (system === undefined) return [];
    const { health, counts, roots } = system;
    return [{ title, status: health.status, isStale: health.isStale, counts, worst: roots[0], url: listUrl(list) }];
  });
  if (kubernetes === undefined) return others;
  return [
    kubernetes,
    ...(kubernetes.status === 'NOT_CONFIGURED' ? [] : placesOf(overview)),
    ...others,
    sourcesOf(overview),
  ];
}

/** Zones and volumes are parts of a cluster that people ask for by themselves: of these the worst is shown. */
function placesOf(overview: OverviewQuery): readonly Tile[] {
  const { zones, volumes, zoneFindings, volumeFindings } = overview;
  const { unhealthyVolumes, unknownVolumes, degradedVolumes, progressingVolumes } = overview;
  const others: readonly Count[] = [
    { status: 'UNHEALTHY', count: unhealthyVolumes?.totalCount ?? 0 },
    { status: 'UNKNOWN', count: unknownVolumes?.totalCount ?? 0 },
    { status: 'DEGRADED', count: degradedVolumes?.totalCount ?? 0 },
    { status: 'PROGRESSING', count: progressingVolumes?.totalCount ?? 0 },
  ];
  const rest = (volumes?.totalCount ?? 0) - others.reduce((sum, { count }) => sum + count, 0);
  const volumeCounts = [...others, { status: 'HEALTHY', count: rest } as const].filter(({ count }) => count > 0);
  return [
    placeTile('Zones', zones == null ? null : countsOf(zones), zoneFindings.nodes[0], listUrl('zones')),
    placeTile('Volumes', volumes == null ? null : volumeCounts, volumeFindings.nodes[0], listUrl('volumes')),
  ];
}

/** How Vitals itself sees: what a source does not tell is not known. */
function sourcesOf({ sources, sourceFindings }: OverviewQuery): Tile {
  return placeTile('Sources', countsOf(sources), sourceFindings.nodes[0], listUrl('sources'));
}

/** @param counts null where they were never listed */
function placeTile(
  title: string,
  counts: readonly Count[] | null,
  worst: FindingLineFragment | undefined,
  url: string,
): Tile {
  const status = counts === null ? 'UNKNOWN' : worstOf(counts.map((each) => each.status));
  return { title, status, isStale: false, counts: counts ?? [], worst, url };
}

function countsOf(resources: readonly { readonly health: { readonly status: HealthStatus } }[]): readonly Count[] {
  return STATUSES.map((status) => ({
    status,
    count: resources.filter(({ health }) => health.status === status).length,
  })).filter(({ count }) => count > 0);
}

/** `3 healthy`, or `1 unhealthy, 2 healthy`: the worst first. */
function countsText(counts: readonly Count[]): string {
  return [...counts]
    .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status))
    .map(({ status, count }) => `${count.toLocaleString('en')} ${STATUS_WORDS[status].toLowerCase()}`)
    .join(', ');
}

function worstText({ resource, message }: FindingLineFragment): string {
  return resource === null ? message : `${resource.name}: ${message}`;
}
