import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './graphql-handler.js';

/** Whether Vitals itself can answer yet, and how far its first picture is. */
export interface Readiness {
  readonly isReady: boolean;
  /** Per source: `starting`, `ok`, `lost`, … */
  readonly sources: Readonly<Record<string, string>>;
}

/** `/health/live`: the process turns; `/health/ready`: the first picture is complete. For Kubernetes' own probes. */
export function answerHealth(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  readiness: () => Readiness,
): boolean {
  if (path !== '/health/live' && path !== '/health/ready') return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
    return true;
  }
  if (path === '/health/live') {
    sendJson(response, 200, { status: 'live' });
    return true;
  }
  const { isReady, sources } = readiness();
  sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'starting', sources });
  return true;
}
