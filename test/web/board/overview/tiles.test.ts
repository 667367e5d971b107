import type { Gap } from '../../../../src/web/board/live/gap.js';
import { tilesOf } from '../../../../src/web/board/overview/tiles.js';
import type { OverviewQuery } from '../../../../src/web/graphql/graphql.js';

const count = (totalCount: number) => ({ totalCount });
const nothing = { nodes: [] };

/** Three volumes, one of each of three statuses, in one cluster of one zone. */
const overview = {
  platform: {
    systems: [
      { name: 'kubernetes', health: { status: 'HEALTHY', isStale: false, observedAt: null }, counts: [], roots: [] },
    ],
  },
  zones: [{ health: { status: 'HEALTHY' } }],
  zoneFindings: nothing,
  volumes: count(3),
  unhealthyVolumes: count(1),
  unknownVolumes: count(0),
  degradedVolumes: count(0),
  progressingVolumes: count(1),
  volumeFindings: nothing,
  sources: [],
  sourceFindings: nothing,
} as unknown as OverviewQuery;

const gap = (path: string, isConfigured: boolean): Gap => ({ path, isConfigured, message: 'It was never obtained.' });

const titles = (gaps: readonly Gap[], more: Partial<OverviewQuery> = {}) =>
  tilesOf({ ...overview, ...more }, gaps).map(({ title, status }) => `${title} ${status}`);

describe('the tiles of zones and volumes', () => {
  it('count what is there', () => {
    expect(tilesOf(overview, [])).toMatchObject([
      { title: 'Kubernetes' },
      { title: 'Zones', status: 'HEALTHY', counts: [{ status: 'HEALTHY', count: 1 }] },
      {
        title: 'Volumes',
        status: 'UNHEALTHY',
        counts: [
          { status: 'UNHEALTHY', count: 1 },
          { status: 'PROGRESSING', count: 1 },
          { status: 'HEALTHY', count: 1 },
        ],
      },
      { title: 'Sources' },
    ]);
  });

  it('are left out where nothing that is configured has such', () => {
    const gaps = [gap('zones', false), gap('volumes', false), gap('degradedVolumes', false)];
    expect(titles(gaps, { zones: null, volumes: null })).toEqual(['Kubernetes HEALTHY', 'Sources NOT_CONFIGURED']);
  });

  it('say that they are not known where such could not be obtained', () => {
    const gaps = [gap('zones', true), gap('volumes', true)];
    expect(titles(gaps, { zones: null, volumes: null })).toEqual(
      expect.arrayContaining(['Zones UNKNOWN', 'Volumes UNKNOWN']),
    );
  });

  it.each(['volumes', 'unhealthyVolumes', 'unknownVolumes', 'degradedVolumes', 'progressingVolumes'] as const)(
    'do not take for healthy what is left where %s alone is not known',
    (field) => {
      const tiles = tilesOf({ ...overview, [field]: null }, [gap(field, true)]);
      expect(tiles.find(({ title }) => title === 'Volumes')).toMatchObject({ status: 'UNKNOWN', counts: [] });
    },
  );
});
