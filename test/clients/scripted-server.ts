import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One request that the script answers. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  readonly response: ServerResponse;
  /** Sends events of a watch, each on its line, in one piece. */
  readonly send: (...events: readonly object[]) => void;
  /** Resets the connection. */
  readonly cut: () => void;
  readonly answer: (status: number, body: unknown, headers?: Readonly<Record<string, string>>) => void;
}

export type Turn = (exchange: Exchange) => void;

/** A server on loopback that answers the first request by the first turn of its script, and so on; then it stays silent. */
export class ScriptedServer {
  readonly requests: Exchange[] = [];
  private readonly server = http.createServer((request, response) => {
    const exchange = exchangeOf(request, response);
    this.requests.push(exchange);
    this.asked.emit('asked');
    this.script[this.requests.length - 1]?.(exchange);
  });
  private readonly asked = new EventEmitter();
  private folder = '';

  private constructor(private readonly script: readonly Turn[]) {}

  static async start(...script: readonly Turn[]): Promise<ScriptedServer> {
    const server = new ScriptedServer(script);
    await server.listen(0);
    server.folder = await mkdtemp(join(tmpdir(), 'vitals-test-'));
    return server;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve) => {
      this.server.listen(port, '127.0.0.1', resolve);
    });
  }

  /** Refuses connections from here on. */
  refuse(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  /** Waits for the request of this index. */
  async request(index: number): Promise<Exchange> {
    const signal = AbortSignal.timeout(5_000);
    for (;;) {
      const exchange = this.requests[index];
      if (exchange !== undefined) return exchange;
      await once(this.asked, 'asked', { signal });
    }
  }

  /** A file beside the kubeconfig. */
  file(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a kubeconfig whose user is as given. */
  async kubeconfig(user: object = {}, port = this.port): Promise<string> {
    const cluster = { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
    const config = {
      clusters: [{ name: 'scripted', cluster }],
      users: [{ name: 'someone', user }],
      contexts: [{ name: 'here', context: { cluster: 'scripted', user: 'someone' } }],
      'current-context': 'here',
    };
    await writeFile(this.file('kubeconfig'), JSON.stringify(config));
    return this.file('kubeconfig');
  }

  async close(): Promise<void> {
    await this.refuse();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  return {
    request,
    response,
    query: new URL(request.url ?? '', 'http://scripted').searchParams,
    send(...events) {
      response.write(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    },
    cut() {
      response.socket?.resetAndDestroy();
    },
    answer(status, body, headers = {}) {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    },
  };
}

/** What the objects of these tests look like. */
export interface Thing {
  readonly metadata: { readonly uid: string; readonly name: string; readonly resourceVersion: string };
  readonly size: number;
}

export function thing(uid: string, resourceVersion: number, size = 0, name = uid): Thing {
  return { metadata: { uid, name, resourceVersion: String(resourceVersion) }, size };
}

export const event = {
  added: (object: Thing) => ({ type: 'ADDED', object }),
  modified: (object: Thing) => ({ type: 'MODIFIED', object }),
  deleted: (object: Thing) => ({ type: 'DELETED', object }),
  bookmark: (resourceVersion: number) => ({
    type: 'BOOKMARK',
    object: { metadata: { resourceVersion: String(resourceVersion) } },
  }),
  listed: (resourceVersion: number) => ({
    type: 'BOOKMARK',
    object: {
      metadata: {
        resourceVersion: String(resourceVersion),
        annotations: { 'k8s.io/initial-events-end': 'true' },
      },
    },
  }),
  error: (code: number, reason: string, details?: object) => ({ type: 'ERROR', object: status(code, reason, details) }),
};

export function status(code: number, message: string, details?: object): object {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message, details };
}

export function page(resourceVersion: number, things: readonly Thing[], next?: string): object {
  return { kind: 'List', metadata: { resourceVersion: String(resourceVersion), continue: next }, items: things };
}
