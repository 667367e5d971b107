/**
 * Measures Vitals beside informers on the cluster that is there: `measure.main.ts <empty | pictures | peers | changes>
 * <informer>`, inside the platform's network namespace. Prints one line of JSON.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlatform } from '../../test/platform/lifecycle.js';
import { ApiClient } from '../../test/platform/support/api-client.js';
import { median } from '../requests.js';
import { Changes } from './changes.js';
import { FIRST_PICTURE, WATCHES, Watcher, startVitals } from './watchers.js';

const ROUNDS = 3;
const CONNECTIONS = 8;
const MEBIBYTE = 1024 ** 2;
/** The largest client survives with less. */
const CLIENT_NODE_HEAP = '--max-old-space-size=4096';

interface Heap {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

interface Delay {
  readonly p99: number;
  readonly most: number;
}

const [verb = '', informer = ''] = process.argv.slice(2);
const platform = openPlatform();
const kubeconfig = platform.adminKubeconfig;
const folder = await mkdtemp(join(tmpdir(), 'vitals-bench-'));

const verbs: Readonly<Record<string, () => Promise<object>>> = { empty, pictures, peers, changes };
try {
  const run = verbs[verb];
  if (run === undefined) throw new Error(`there is nothing to measure called "${verb}"`);
  process.stdout.write(`${JSON.stringify(await run())}\n`);
} finally {
  await rm(folder, { recursive: true });
}

/** Starts a program and ends it when what is to be done with it is done. */
async function during<T>(watcher: Watcher, work: (watcher: Watcher) => Promise<T>): Promise<T> {
  try {
    return await work(watcher);
  } finally {
    await watcher.stop();
  }
}

/** What the program itself takes. */
async function empty(): Promise<object> {
  return during(await startVitals(folder, kubeconfig), async (vitals) => {
    await vitals.line(FIRST_PICTURE);
    return vitals.ask<Heap>('heap');
  });
}

function startInformer(...options: readonly string[]): Watcher {
  return Watcher.start([informer, kubeconfig, ...options]);
}

async function syncedAfter(watcher: Watcher): Promise<number> {
  return during(watcher, async (one) => (await one.line(/^synced /)).took);
}

/** From the start of the program until it has everything, in turn. */
async function pictures(): Promise<object> {
  const [ours, theirs, delays]: [number[], number[], Delay[]] = [[], [], []];
  for (let n = 0; n < ROUNDS; n += 1) {
    theirs.push(await syncedAfter(startInformer()));
    await during(await startVitals(folder, kubeconfig), async (vitals) => {
      const painted = vitals.line(FIRST_PICTURE);
      await vitals.line(WATCHES);
      // What it took to load the program itself.
      await vitals.ask<Delay>('delay');
      ours.push((await painted).took);
      delays.push(await vitals.ask<Delay>('delay'));
    });
  }
  return { ours: median(ours), informer: median(theirs), delay: worstOf(delays), all: { ours, theirs } };
}

/** Others, once each: what cannot do it has no time. */
async function peers(): Promise<object> {
  const json = await syncedAfter(startInformer('json'));
  const program = join(import.meta.dirname, '..', 'peers', 'client-node-informer.mjs');
  const clientNode = await syncedAfter(Watcher.start([process.execPath, CLIENT_NODE_HEAP, program, kubeconfig])).catch(
    (error: unknown) => {
      process.stderr.write(`client-node: ${String(error)}\n`);
      return null;
    },
  );
  return { json, clientNode };
}

/** One pod after the other becomes unready and ready again, seen by Vitals' subscriber, kubectl and the informer. */
async function changes(): Promise<object> {
  const api = new ApiClient(platform, CONNECTIONS);
  try {
    return await during(startInformer(), async (theirs) => {
      await theirs.line(/^synced /);
      return during(await startVitals(folder, kubeconfig), async (vitals) => {
        const painted = vitals.line(FIRST_PICTURE);
        const { match } = await vitals.line(WATCHES);
        await painted;
        const heap = await vitals.ask<Heap>('heap');
        const kubectl = Watcher.start([platform.program('kubectl'), `--kubeconfig=${kubeconfig}`, 'get', 'pods', `--namespace=${Changes.namespace}`, '--watch-only', '--output=name']); // prettier-ignore
        return during(kubectl, async () => {
          const seen = await Changes.watch({ api, url: match[1] ?? '', kubectl, informer: theirs });
          await vitals.ask<Delay>('delay');
          const latency = await seen.latencies();
          const calm = await vitals.ask<Delay>('delay');
          const changed = await seen.many();
          const busy = await vitals.ask<Delay>('delay');
          await seen.end();
          return { heap, latency, delay: worstOf([calm, busy]), changedPerSecond: changed, rss: heap.rss / MEBIBYTE };
        });
      });
    });
  } finally {
    api.close();
  }
}

function worstOf(delays: readonly Delay[]): Delay {
  return { p99: Math.max(...delays.map(({ p99 }) => p99)), most: Math.max(...delays.map(({ most }) => most)) };
}
