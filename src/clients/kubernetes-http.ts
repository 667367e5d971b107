import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Instant, instant, type Milliseconds, SECOND } from '../model/time.js';
import { errorCode, KubernetesError } from './kubernetes-error.js';

/** A vanished peer shows within seconds: the kernel asks after this silence, then each second, ten times. */
const SOCKET_PROBED_AFTER: Milliseconds = 5 * SECOND;
/** A connection with its TLS: an absent host would otherwise take all the time that an answer may take. */
const CONNECTED_WITHIN: Milliseconds = 5 * SECOND;

/** The headers of the answer to one GET; to one POST where there is a body, which is JSON and may be read twice. */
export async function send(
  url: URL,
  options: https.RequestOptions,
  signal: AbortSignal,
  body: string | null = null,
): Promise<IncomingMessage> {
  const transport = url.protocol === 'http:' ? http : https;
  for (let isRetry = false; ; isRetry = true) {
    const common = { accept: 'application/json, */*;q=0.5', 'user-agent': 'vitals' };
    const ofBody =
      body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const headers = { ...trimmed(options.headers), ...common, ...ofBody };
    const method = body === null ? 'GET' : 'POST';
    const request = transport.request(url, { ...options, method, headers, signal });
    request.on('socket', (socket) => {
      watchOver(socket, request);
    });
    try {
      return await new Promise((resolve, reject) => {
        request
          .on('response', resolve)
          .on('error', reject)
          .end(body ?? undefined);
      });
    } catch (error) {
      // The server closed a kept connection just as it was taken: nothing was processed.
      const wasStale = request.reusedSocket && errorCode(error) === 'ECONNRESET';
      if (isRetry || !wasStale) throw error;
    }
  }
}

function watchOver(socket: Socket, request: ClientRequest): void {
  socket.setKeepAlive(true, SOCKET_PROBED_AFTER);
  if (!socket.connecting) return;
  const late = setTimeout(() => {
    request.destroy(new KubernetesError('timeout', `no connection within ${CONNECTED_WITHIN} ms`));
  }, CONNECTED_WITHIN);
  for (const event of [socket instanceof TLSSocket ? 'secureConnect' : 'connect', 'close'])
    socket.once(event, () => {
      clearTimeout(late);
    });
}

/** Files of tokens often end with a line break, which no header may hold. */
function trimmed(headers: https.RequestOptions['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value).trim()]));
}

export function serverTime(response: IncomingMessage): Instant | null {
  const time = Date.parse(response.headers.date ?? '');
  return Number.isNaN(time) ? null : instant(time);
}

export function retryAfter(response: IncomingMessage): Milliseconds | null {
  const seconds = Number(response.headers['retry-after'] ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND : null;
}
