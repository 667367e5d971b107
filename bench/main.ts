/** Measures Vitals beside what others use for the same: `npm run bench [-- --quick] [-- --only <measure>]`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BOARD_MEASURES, measureBoard } from './board.js';
import { clusterMeasures, measureCluster } from './large-cluster.js';
import { LIVE_MEASURES } from './live/measures.js';
import { measurePages, pageMeasures } from './pages.js';
import { QUERY_MEASURES, measureQueries } from './queries.js';
import { registryMeasures, measureRegistry } from './registry.js';
import { type Result, keepResults, replaceResults } from './results.js';
import type { Setting } from './setting.js';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const { quick: isQuick, only } = values;

/** What is measured together, in this order. */
const CHAPTERS: readonly ((setting: Setting) => Promise<readonly Result[]>)[] = [
  (setting) => measureQueries(QUERY_MEASURES.filter(isWanted), setting),
  (setting) => measurePages(pageMeasures(isQuick).filter(isWanted), setting),
  ...LIVE_MEASURES.filter(({ name, isLong }) => isWanted(name) && !(isQuick && isLong === true)).map(
    ({ measure }) => measure,
  ),
  (setting) => measureBoard(BOARD_MEASURES.filter(isWanted), setting),
  () => measureRegistry(registryMeasures(isQuick).filter(isWanted)),
  () => measureCluster(clusterMeasures(isQuick).filter(isWanted)),
];

const folder = await mkdtemp(join(tmpdir(), 'vitals-bench-'));
const results: Result[] = [];
try {
  for (const measured of CHAPTERS) {
    const rows = await measured({ folder, root: join(import.meta.dirname, '..'), isQuick });
    results.push(...rows);
    // Figures of short rounds are to look at, not to keep.
    if (!isQuick) await keepResults(rows);
  }
  if (!isQuick && only === undefined) await replaceResults(results);
} finally {
  await rm(folder, { recursive: true });
  console.table(results.map(({ peers, ...rest }) => ({ ...rest, ...peers })));
}
if (results.length === 0) throw new Error(`nothing is measured that is called ${(only ?? []).join(' or ')}`);

function isWanted(name: string): boolean {
  return only === undefined || only.includes(name);
}
