import { createServer } from 'node:http';
import { LoopbackServers } from './loopback-servers.js';

/** What an API server on loopback holds. */
export interface Holdings {
  /** Objects by the path of their list, such as `/api/v1/services`. */
  readonly lists?: Readonly<Record<string, readonly object[]>>;
  /** Groups of the API by name, and the version that is preferred; resources of a version by its path. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly resources?: Readonly<Record<string, readonly string[]>>;
  /** Paths that may not be asked for. */
  readonly forbidden?: readonly string[];
  /** Paths that are never answered. */
  readonly silent?: readonly string[];
  /** Objects of a page at the most, whatever is asked for. */
  readonly page?: number;
}

/** Answers GET as an API server does: discovery, and lists in pages. It forgets nobody: `asked` has all paths. */
export class LoopbackApiServer {
  readonly asked: string[] = [];
  private readonly servers = new LoopbackServers();

  constructor(private readonly holdings: Holdings) {}

  /** Resolves with a kubeconfig for it. */
  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      this.asked.push(pathname);
      if (this.holdings.silent?.includes(pathname) === true) return;
      const { status, body } = this.answer(pathname, searchParams);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    const port = await this.servers.listen(server);
    return kubeconfigFor(port);
  }

  stop(): Promise<void> {
    return this.servers.close();
  }

  private answer(path: string, query: URLSearchParams): { readonly status: number; readonly body: object } {
    const { lists = {}, groups = {}, resources = {}, forbidden = [], page = 1_000 } = this.holdings;
    if (forbidden.includes(path)) return { status: 403, body: { kind: 'Status', code: 403, message: `${path} is forbidden: User "someone" cannot list it` } }; // prettier-ignore
    if (path === '/apis') return { status: 200, body: { groups: Object.entries(groups).map(([name, version]) => ({ name, preferredVersion: { groupVersion: `${name}/${version}` } })) } }; // prettier-ignore
    const names = resources[path];
    if (names !== undefined) return { status: 200, body: { resources: names.map((name) => ({ name })) } };
    const all = lists[path] ?? [];
    const from = Number(query.get('continue') ?? 0);
    const to = from + Math.min(page, Number(query.get('limit')));
    const next = to < all.length ? { continue: String(to) } : {};
    return { status: 200, body: { metadata: { resourceVersion: '1', ...next }, items: all.slice(from, to) } };
  }
}

/** A kubeconfig, as text, for what listens at a port of loopback. */
export function kubeconfigFor(port: number): string {
  return JSON.stringify({
    clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'u', user: { token: 'Canary-token-7fk2' } }],
    contexts: [
      { name: 'admin@prod', context: { cluster: 'c', user: 'u' } },
      { name: 'admin@staging', context: { cluster: 'c', user: 'u' } },
    ],
    'current-context': 'admin@prod',
  });
}
