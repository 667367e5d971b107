import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { codeOf } from './error-code.js';

/** One request, as it is sent. */
export interface KeptRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Sent with POST; without one it is a GET. Either may arrive twice, so that it has to be something that does no more the second time: a
   * question, or how things stand.
   */
  readonly body: string | null;
  /** What else Node is told: whom to trust, and what ends it. An agent among it goes before the kept connections. */
  readonly options: Omit<https.RequestOptions, 'headers' | 'method'>;
  /** Told of the connection that it goes over, and of the second where there is one. */
  readonly onSocket?: (socket: Socket, request: ClientRequest) => void;
}

/** Connections over HTTP that are kept from one request to the next. */
export class KeptConnections {
  // Pools by address and TLS options, so that a rotated certificate gets connections of its own.
  private readonly agents: Readonly<Record<'http:' | 'https:', http.Agent>>;

  /** @param maxSockets connections to one place at once; who asks more at once than these answer waits for one */
  constructor(maxSockets = Infinity) {
    const settings = { keepAlive: true, maxSockets };
    this.agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };
  }

  /** The headers of what answers. Where a kept connection was just closed it is sent once more, over another. */
  async send({ url, headers, body, options, onSocket }: KeptRequest): Promise<IncomingMessage> {
    const isSecure = url.protocol === 'https:';
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
    const all = {
      ...options,
      agent: options.agent ?? this.agents[isSecure ? 'https:' : 'http:'],
      method: body === null ? 'GET' : 'POST',
      headers: { ...headers, ...length, 'user-agent': 'vitals' },
    };
    for (let isRetry = false; ; isRetry = true) {
      const request = (isSecure ? https : http).request(url, all);
      request.on('socket', (socket) => {
        onSocket?.(socket, request);
      });
      try {
        return await headersOf(request, body);
      } catch (error) {
        if (isRetry || options.signal?.aborted === true || !wasJustClosed(request, error)) throw error;
      }
    }
  }

  /** Ends every connection. */
  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }
}

function headersOf(request: ClientRequest, body: string | null): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request
      .on('response', resolve)
      .on('error', reject)
      .end(body ?? undefined);
  });
}

/**
 * Whether the server closed a kept connection just as it was taken, so that the request may be tried again. As a rule nothing of it was
 * processed; a server that broke while it was at it looks the same from here.
 */
function wasJustClosed(request: ClientRequest, error: unknown): boolean {
  return request.reusedSocket && codeOf(error) === 'ECONNRESET';
}
