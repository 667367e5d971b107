import { Registry as Exporter, collectDefaultMetrics } from 'prom-client';

let exporter: Exporter | null = null;

/**
 * Of the process as a whole: event loop, heap, garbage collection, CPU, file descriptors. Observed once, however many servers
 * there are in it, and from the first time on that somebody wants to know.
 */
export function processMetrics(): Exporter {
  if (exporter === null) {
    exporter = new Exporter();
    collectDefaultMetrics({ register: exporter });
    // Gauges under names that only counters should have; the same by type stands beside them.
    for (const name of ['handles', 'requests', 'resources']) exporter.removeSingleMetric(`nodejs_active_${name}_total`);
  }
  return exporter;
}
