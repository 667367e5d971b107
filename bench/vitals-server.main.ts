/**
 * Serves so many pods on loopback, of which so many change each second: `vitals-server.main.ts <pods> <namespaces> <changes>`,
 * with --expose-gc where its heap is asked for.
 */
import { watching } from './event-loop.js';
import { obey } from './orders.js';
import { podFacts } from './pods.js';
import { idOf, servePods } from './serve-pods.js';

const [pods = 0, namespaces = 1, changes = 0] = process.argv.slice(2).map(Number);
const { registry, server } = await servePods(pods, namespaces);

/** In milliseconds: a watch brings each change by itself. */
const STRIDE = 1;
const begun = performance.now();
let changed = 0;
const timer =
  changes === 0
    ? undefined
    : setInterval(() => {
        for (const due = ((performance.now() - begun) * changes) / 1_000; changed < due; changed += 1)
          registry.report([podFacts(idOf, changed % pods, namespaces, Math.ceil((changed + 1) / pods))]);
      }, STRIDE);
obey({
  ...watching(),
  /** Megabytes of what is in use; buffers are beside the heap. */
  heap: () => {
    for (let n = 0; n < 3; n += 1) (globalThis as { gc?: () => void }).gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  },
});
process.stdout.write(`${server.url}/graphql\n`);
process.on('SIGTERM', () => {
  clearInterval(timer);
  void server.stop().then(() => process.exit(0));
});
