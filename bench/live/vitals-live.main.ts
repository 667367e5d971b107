/** Serves so many pods, and changes their verdicts when told to: `vitals-live.main.ts <pods> <namespaces>`. */
import type { SourceEvent } from '../../src/model/facts.js';
import type { LimitOverride } from '../../src/registry/limit-book.js';
import { watching } from '../event-loop.js';
import { obey } from '../orders.js';
import { podFacts } from '../pods.js';
import { idOf, servePods } from '../serve-pods.js';
import { markOf, now } from './time.js';

/** Changes as fast as so many a second, of pods of one namespace, by lot. */
export interface Storm {
  readonly namespace: number;
  readonly rate: number;
  readonly seconds: number;
  /** Characters that each pod carries as a label, so that messages become long. */
  readonly size: number;
}

/** What happened: by pod, the marks it had one after the other. */
export type Happened = readonly { readonly id: string; readonly marks: readonly number[] }[];

const [pods = 0, namespaces = 1] = process.argv.slice(2).map(Number);
/** Usually it is waited for a while, whether it stays like that. */
const atOnce = {
  reason: 'IMAGE_PULL_FAILED',
  where: {},
  values: { for: 0 },
  origin: 'bench',
} as unknown as LimitOverride;
const { registry, server } = await servePods(pods, namespaces, { overrides: [atOnce] });

const turns = new Uint32Array(pods);

/** Another verdict of a pod; its restarts say when. Returns its mark. */
function change(index: number, size: number): number {
  const turn = (turns[index] = (turns[index] ?? 0) + 1);
  const event = podFacts(idOf, index, namespaces) as { readonly facts: Pod };
  const [container] = event.facts.containers;
  const failing = { state: 'WAITING', waitingReason: 'ImagePullBackOff', waitingMessage: 'Back-off pulling image', runningSince: null }; // prettier-ignore
  const containers = turn % 2 === 1 ? [{ ...container, ...failing }] : [container];
  const labels = size === 0 ? event.facts.labels : { ...event.facts.labels, text: 'x'.repeat(size) };
  const mark = markOf(now());
  registry.report([
    { ...event, facts: { ...event.facts, containers, labels, restarts: mark } } as unknown as SourceEvent,
  ]);
  return mark;
}

interface Pod {
  readonly id: string;
  readonly labels: object;
  readonly containers: readonly object[];
}

/** In milliseconds: a watch brings each change by itself. */
const STRIDE = 1;

async function storm({ namespace, rate, seconds, size }: Storm): Promise<Happened> {
  const indexes = Array.from({ length: pods }, (_, index) => index).filter((index) => index % namespaces === namespace);
  const marks = indexes.map((): number[] => []);
  const random = lots();
  const begin = now();
  let changed = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const passed = Math.min((now() - begin) / 1e6, seconds);
      for (; changed < passed * rate; changed += 1) {
        const which = random() % indexes.length;
        marks[which]?.push(change(indexes[which] ?? 0, size));
      }
      if (passed < seconds) return;
      clearInterval(timer);
      resolve();
    }, STRIDE);
  });
  const id = (index: number): string => (podFacts(idOf, index, namespaces) as { readonly facts: Pod }).facts.id;
  return indexes.map((index, which) => ({ id: id(index), marks: marks[which] ?? [] }));
}

/** The same each time. */
function lots(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647);
}

obey({
  /** Returns when. */
  change: () => {
    const at = now();
    change(0, 0);
    return at;
  },
  storm,
  ids: () =>
    Array.from({ length: pods }, (_, index) => (podFacts(idOf, index, namespaces) as { readonly facts: Pod }).facts.id),
  subscribers: () => server.subscribers(),
  /** Cursors of all changes of a namespace so far, in order. */
  cursors: (namespace: string) =>
    registry.changes
      .range({ filter: (one) => one.namespace === namespace })
      .map(({ sequence }) => Buffer.from(`${registry.changes.epoch}:${sequence}`).toString('base64url')),
  ...watching(),
});
process.stdout.write(`${server.url}/graphql\n`);
process.on('SIGTERM', () => {
  void server.stop().then(() => process.exit(0));
});
