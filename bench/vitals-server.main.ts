/**
 * Serves so many pods on loopback, of which so many change each second: `vitals-server.main.ts <pods> <namespaces> <changes>`,
 * with --expose-gc where its heap is asked for.
 */
import { obey } from './orders.js';
import { podFacts } from './pods.js';
import { idOf, servePods } from './serve-pods.js';

const [pods = 0, namespaces = 1, changes = 0] = process.argv.slice(2).map(Number);
const { registry, server } = await servePods(pods, namespaces);

/** A hundred times a second: watches bring several changes at once. */
const BATCHES = 100;
let changed = 0;
const timer =
  changes === 0
    ? undefined
    : setInterval(() => {
        for (let n = 0; n < changes / BATCHES; n += 1) {
          changed += 1;
          registry.report([podFacts(idOf, changed % pods, namespaces, Math.ceil(changed / pods))]);
        }
      }, 1_000 / BATCHES);
obey({
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
