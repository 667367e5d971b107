import type { IncomingMessage, ServerResponse } from 'node:http';
import { Registry as Exporter } from 'prom-client';
import { type Milliseconds, SECOND } from '../../model/time.js';
import { JSON_HEADERS } from '../security-headers.js';
import type { Metrics } from './metrics.js';
import { processMetrics } from './process-metrics.js';

/** However many ask, all of it is put together no more often than that. */
const KEPT: Milliseconds = SECOND;

/** Answers a request for the metrics, as text for Prometheus. */
export type MetricsHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Everything that is measured, in one text. */
export function createMetricsHandler(metrics: Metrics): MetricsHandler {
  const ofProcess = processMetrics();
  let made: { readonly at: number; readonly text: Promise<string> } | null = null;
  const text = (): Promise<string> => {
    const at = performance.now();
    if (made === null || at - made.at >= KEPT)
      made = { at, text: Exporter.merge([metrics.exporter, ofProcess]).metrics() };
    return made.text;
  };
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
      return;
    }
    const body = await text();
    response
      .writeHead(200, {
        ...JSON_HEADERS,
        'content-type': metrics.exporter.contentType,
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-store',
      })
      .end(request.method === 'HEAD' ? undefined : body);
  };
}
