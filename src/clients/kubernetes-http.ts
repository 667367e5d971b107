import type { ClientRequest, IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Instant, instant, type Milliseconds, SECOND } from '../model/time.js';
import type { KeptConnections } from './kept-connections.js';
import { KubernetesError } from './kubernetes-error.js';

/** A vanished peer shows within seconds: the kernel asks after this silence, then each second, ten times. */
const SOCKET_PROBED_AFTER: Milliseconds = 5 * SECOND;
/** A connection with its TLS: an absent host would otherwise take all the time that an answer may take. */
const CONNECTED_WITHIN: Milliseconds = 5 * SECOND;

/** The headers of the answer to one GET; to one POST where there is a body, which is JSON and may be read twice. */
export function send(
  connections: KeptConnections,
  { url, options }: { readonly url: URL; readonly options: RequestOptions },
  signal: AbortSignal,
  body: string | null = null,
): Promise<IncomingMessage> {
  const ofBody = body === null ? {} : { 'content-type': 'application/json' };
  const headers = { ...trimmed(options.headers), accept: 'application/json, */*;q=0.5', ...ofBody };
  return connections.send({ url, headers, body, options: { ...options, signal }, onSocket: watchOver });
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
function trimmed(headers: RequestOptions['headers']): Record<string, string> {
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
