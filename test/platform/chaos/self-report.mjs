// Loaded into Vitals before it: at SIGUSR2 it adds a line to a file, with what it holds after a collection.
import { appendFileSync } from 'node:fs';
import process from 'node:process';

process.on('SIGUSR2', () => {
  for (let n = 0; n < 2; n += 1) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  const resources = {};
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
  appendFileSync(
    process.env.VITALS_SELF_REPORT,
    `${JSON.stringify({ at: Date.now(), heapUsed, external, rss, resources })}\n`,
  );
});
