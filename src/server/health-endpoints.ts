import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './json-answer.js';

/** Whether Vitals itself can answer yet, and how far its first picture is. */
export interface Readiness {
  readonly isReady: boolean;
  /** It is about to end: nobody new should be sent here. */
  readonly isStopping?: boolean;
  /** How many resources are there so far. Left out where that is not for everybody. */
  readonly resources?: number;
  /** Per source: `starting`, `ok`, `lost`, … Left out likewise. */
  readonly sources?: Readonly<Record<string, string>>;
}

/**
 * `/health/live`: the process turns; `/health/ready`: the first picture is complete, or waited for no longer. For Kubernetes' own
 * probes.
 */
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
  const { isReady, isStopping = false, resources, sources } = readiness();
  const status = isStopping ? 'stopping' : isReady ? 'ready' : 'starting';
  sendJson(response, status === 'ready' ? 200 : 503, { status, resources, sources });
  return true;
}
