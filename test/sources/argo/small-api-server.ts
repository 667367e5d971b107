import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface ApiObject {
  readonly metadata: { readonly uid: string };
}

/** What the Argo server beside it answers. */
type Answer = (
  path: string,
  headers: IncomingMessage['headers'],
) => { readonly status: number; readonly body: unknown };

/** An API server on loopback that streams lists and watches of a few collections, and an Argo server beside it. */
export class SmallApiServer {
  /** Resources that are not there, or may not be seen: name → status. */
  readonly refused = new Map<string, number>();
  readonly asked: string[] = [];
  argoServer: Answer = () => ({ status: 404, body: {} });
  private readonly objects = new Map<string, Map<string, ApiObject>>();
  private readonly watches = new Map<string, Set<ServerResponse>>();
  private revision = 1_000;
  private folder = '';
  private readonly server = http.createServer((request, response) => {
    this.answer(request, response);
  });

  static async start(): Promise<SmallApiServer> {
    const server = new SmallApiServer();
    await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));
    server.folder = await mkdtemp(join(tmpdir(), 'vitals-test-'));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async kubeconfig(): Promise<string> {
    const file = join(this.folder, 'kubeconfig');
    const config = {
      clusters: [{ name: 'small', cluster: { server: this.url, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'someone', user: {} }],
      contexts: [{ name: 'here', context: { cluster: 'small', user: 'someone' } }],
      'current-context': 'here',
    };
    await writeFile(file, JSON.stringify(config));
    return file;
  }

  /** Adds an object of a resource, such as `workflows`, or changes it. */
  put(resource: string, object: object): void {
    const { metadata } = object as ApiObject;
    this.revision += 1;
    const known = this.objects.get(resource) ?? new Map<string, ApiObject>();
    this.objects.set(resource, known);
    const type = known.has(metadata.uid) ? 'MODIFIED' : 'ADDED';
    const changed = { ...object, metadata: { ...metadata, resourceVersion: String(this.revision) } };
    known.set(metadata.uid, changed);
    this.send(resource, { type, object: changed });
  }

  remove(resource: string, uid: string): void {
    const object = this.objects.get(resource)?.get(uid);
    this.objects.get(resource)?.delete(uid);
    this.revision += 1;
    const metadata = { ...object?.metadata, resourceVersion: String(this.revision) };
    this.send(resource, { type: 'DELETED', object: { ...object, metadata } });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
    await rm(this.folder, { recursive: true, force: true });
  }

  private send(resource: string, event: object): void {
    for (const watch of this.watches.get(resource) ?? []) watch.write(`${JSON.stringify(event)}\n`);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', this.url);
    this.asked.push(`${url.pathname}${url.search}`);
    if (url.pathname === '/version') {
      json(response, 200, { gitVersion: 'v1.34.4' });
      return;
    }
    if (url.pathname.startsWith('/api/v1/workflows/')) {
      const { status, body } = this.argoServer(url.pathname, request.headers);
      json(response, status, body);
      return;
    }
    const resource = url.pathname.split('/').at(-1) ?? '';
    const refused = this.refused.get(resource);
    if (refused === undefined && url.searchParams.has('watch')) this.stream(resource, response);
    else if (refused === undefined) json(response, 200, { items: [...(this.objects.get(resource)?.values() ?? [])] });
    else json(response, refused, { kind: 'Status', code: refused, message: 'no' });
  }

  private stream(resource: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json', date: new Date().toUTCString() });
    const all = [...(this.objects.get(resource)?.values() ?? [])].map((object) => ({ type: 'ADDED', object }));
    const annotations = { 'k8s.io/initial-events-end': 'true' };
    const end = { type: 'BOOKMARK', object: { metadata: { resourceVersion: String(this.revision), annotations } } };
    response.write([...all, end].map((event) => `${JSON.stringify(event)}\n`).join(''));
    const watches = this.watches.get(resource) ?? new Set();
    this.watches.set(resource, watches.add(response));
    response.once('close', () => watches.delete(response));
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
