// Loaded into the measured program before it: answers its parent how much of its heap is in use after a collection, and how
// late its event loop was since that was asked the last time.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

const answers = {
  heap() {
    for (let n = 0; n < 3; n += 1) globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heapUsed, external, rss };
  },
  delay() {
    const [p99, most] = [delay.percentile(99) / 1e6, delay.max / 1e6];
    delay.reset();
    return { p99, most };
  },
};

process.on('message', (question) => process.send(answers[question]()));
process.channel?.unref();
