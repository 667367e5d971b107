/**
 * What records cost in the registry, without any server: `registry.main.ts <sort> <count>`, with --expose-gc. Prints one
 * line of JSON: heap for each record, time until all are taken and judged, verdicts a second when all are judged again.
 */
import 'reflect-metadata';
import { pino } from 'pino';
import type { SourceEvent } from '../src/model/facts.js';
import type * as ModelClock from '../src/model/clock.js';
import type * as Registries from '../src/registries.js';
import type * as LimitBook from '../src/registry/limit-book.js';
import { built } from './built.js';
import { populationNamed } from './populations.js';

const { systemClock: clock } = await built<typeof ModelClock>('model/clock.js');
const { createRegistry } = await built<typeof Registries>('registries.js');
const { NO_SETTINGS } = await built<typeof LimitBook>('registry/limit-book.js');

/** As many as a list brings at once. */
const BATCH = 500;
const ROUNDS = 5;

const [sort = '', count = '0'] = process.argv.slice(2);
const population = await populationNamed(sort);

function heap(): number {
  for (let n = 0; n < 3; n += 1) (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** Milliseconds of processors, whatever else these do meanwhile; what helps to collect garbage is counted, too. */
async function spent(work: () => void | Promise<void>): Promise<number> {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
}

const registry = createRegistry(clock, NO_SETTINGS, pino({ level: 'error' }));
registry.report(population.begin(clock.now()));
const before = heap();
let took = 0;
let batch: SourceEvent[] = [];
async function flush(): Promise<void> {
  const events = batch;
  batch = [];
  took += await spent(() => {
    registry.report(events);
  });
}
for (const event of population.events(Number(count), clock)) {
  if (batch.push(event) === BATCH) await flush();
}
await flush();
registry.open();
const after = heap();
const judged: number[] = [];
for (let n = 0; n < ROUNDS; n += 1) {
  const begun = registry.judgements;
  const duration = await spent(
    () =>
      new Promise<void>((resolve) => {
        registry.resettle(NO_SETTINGS, resolve);
      }),
  );
  judged.push((registry.judgements - begun) / (duration / 1_000));
}
const result = {
  sort,
  count: Number(count),
  heapBytes: Math.round((after - before) / Number(count)),
  takenMilliseconds: Math.round(took),
  verdictsPerSecond: Math.round(judged.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0),
  findings: [...registry.findings()].length,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
registry.stop();
