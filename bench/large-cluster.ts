import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { down, openPlatform, up } from '../test/platform/lifecycle.js';
import { type GoModule, buildGoModule, isBuilt, programPath } from '../test/platform/support/go-programs.js';
import { outputOf } from './processes.js';
import { type Result, round } from './results.js';

const BENCH = import.meta.dirname;
const PODS = 150_000;
/** Loading takes a minute; what is measured afterwards, two or three. */
const WITHIN = 15 * 60_000;
/** Apart from the platform of the tests, which may be up meanwhile. */
const ENVIRONMENT = { VITALS_PLATFORM_STATE: '/var/lib/vitals-bench', VITALS_PLATFORM_ONLY: 'kube-apiserver' };
const INFORMER: GoModule = { name: 'informer', programs: { informer: '.' }, linkerFlags: '' };

const ROWS = ['heap-per-pod-150000', 'first-picture-150000', 'latency-150000', 'event-loop-loading-150000', 'event-loop-150000'] as const; // prettier-ignore

interface Pictures {
  readonly ours: number;
  readonly informer: number;
  readonly delay: { readonly p99: number };
}

interface Changed {
  readonly heap: { readonly heapUsed: number };
  readonly latency: { readonly vitals: number; readonly kubectl: number; readonly informer: number };
  readonly delay: { readonly p99: number };
}

/** All of it needs 150,000 pods. */
export function clusterMeasures(isQuick: boolean): readonly string[] {
  return isQuick ? [] : ROWS;
}

/**
 * A real API server and etcd, in a network namespace of their own, with 150,000 pods on 5,000 nodes. Needs what the platform
 * of the tests needs: Debian, root, Go.
 */
export async function measureCluster(names: readonly string[]): Promise<readonly Result[]> {
  if (names.length === 0) return [];
  const platform = openPlatform({ ...process.env, ...ENVIRONMENT });
  const settings = { ...platform.settings, sourceFolder: BENCH };
  await mkdir(settings.cacheFolder, { recursive: true });
  if (!isBuilt(settings, INFORMER)) await buildGoModule(settings, INFORMER);
  const informer = programPath(settings, INFORMER, 'informer');
  const run = async <T>(program: string, ...args: readonly string[]): Promise<T> => {
    const command = [process.execPath, '--import', 'tsx', join(BENCH, 'cluster', program), ...args];
    return JSON.parse(await outputOf(platform.inNamespace(command), ENVIRONMENT, WITHIN)) as T;
  };
  // Its heap grows with whatever is asked of it: the machine is to hold what is measured beside it.
  process.env['GOMEMLIMIT'] ??= '6GiB';
  const isOurs = await up(platform, console.log);
  try {
    const isPicture = names.some((name) => name === 'first-picture-150000' || name === 'event-loop-loading-150000');
    const isChanging = names.some((name) => name !== 'first-picture-150000' && name !== 'event-loop-loading-150000');
    const empty = await run<{ readonly heapUsed: number }>('measure.main.ts', 'empty', informer);
    console.log(await run('load.main.ts', String(PODS)));
    const results: Result[] = [];
    if (isPicture) {
      const pictures = await run<Pictures>('measure.main.ts', 'pictures', informer);
      const peers = await run<Record<'json' | 'clientNode', number | null>>('measure.main.ts', 'peers', informer);
      results.push(...pictureRows(pictures, peers));
    }
    if (isChanging) {
      const changed = await run<Changed>('measure.main.ts', 'changes', informer);
      results.push(...changeRows(changed, empty.heapUsed));
    }
    return results.filter(({ measure }) => names.includes(measure));
  } finally {
    if (isOurs) await down(platform, console.log);
  }
}

function pictureRows(
  { ours, informer, delay }: Pictures,
  { json, clientNode }: Readonly<Record<'json' | 'clientNode', number | null>>,
): readonly Result[] {
  const peers = { 'client-go': informer, 'client-go-json': json, 'client-node': clientNode };
  return [
    besides('first-picture-150000', 'ms from the start of the program', ours, peers),
    within('event-loop-loading-150000', 'ms late, p99, while the first picture is painted', delay.p99, 200),
  ];
}

function changeRows({ heap, latency, delay }: Changed, emptyHeap: number): readonly Result[] {
  const { vitals, kubectl, informer } = latency;
  return [
    within('heap-per-pod-150000', 'bytes, nodes, workloads and volumes included', (heap.heapUsed - emptyHeap) / PODS, 2_500), // prettier-ignore
    besides('latency-150000', 'ms from sending a change until it is seen', vitals, { kubectl, 'client-go': informer }),
    within('event-loop-150000', 'ms late, p99, while up to 100 pods change each second', delay.p99, 50),
  ];
}

/** At most half as much again as the first of them. */
function besides(measure: string, unit: string, ours: number, peers: Readonly<Record<string, number | null>>): Result {
  const [[first, theirs] = ['', null]] = Object.entries(peers);
  const ratio = ours / (theirs ?? NaN);
  const rounded = Object.fromEntries(Object.entries(peers).map(([name, value]) => [name, value === null ? null : round(value)])); // prettier-ignore
  return { measure, unit, ours: round(ours), limit: null, peers: rounded, ratio: round(ratio), goal: `<= 1.5 x ${first}`, holds: ratio <= 1.5 }; // prettier-ignore
}

function within(measure: string, unit: string, ours: number, goal: number): Result {
  return { measure, unit, ours: round(ours), limit: null, peers: {}, ratio: null, goal: `<= ${goal}`, holds: ours <= goal }; // prettier-ignore
}
