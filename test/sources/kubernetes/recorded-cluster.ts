import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { objects } from './recorded.js';

type ApiObject = {
  kind: string;
  metadata: { uid: string; resourceVersion: string } & Record<string, unknown>;
} & Record<string, unknown>;

/** Where an API server keeps objects of a kind. */
const KINDS: Readonly<Record<string, string>> = {
  nodes: 'Node',
  namespaces: 'Namespace',
  pods: 'Pod',
  deployments: 'Deployment',
  replicasets: 'ReplicaSet',
  statefulsets: 'StatefulSet',
  daemonsets: 'DaemonSet',
  jobs: 'Job',
  cronjobs: 'CronJob',
  persistentvolumes: 'PersistentVolume',
  persistentvolumeclaims: 'PersistentVolumeClaim',
  storageclasses: 'StorageClass',
  volumeattachments: 'VolumeAttachment',
  events: 'Event',
  configmaps: 'ConfigMap',
};

/** An API server on loopback with the recorded objects: it lists and watches, and can be changed, forbidden or stopped. */
export class RecordedCluster {
  readonly forbidden = new Set<string>();
  /** Milliseconds by which its clock is ahead. */
  clockSkew = 0;
  private readonly objects = Object.values(structuredClone(objects)) as ApiObject[];
  private readonly watches = new Map<string, Set<ServerResponse>>();
  private revision = 1_000_000;
  /** It reaches no etcd: what it has in memory it tells, and watches stay open. */
  isWithoutStore = false;
  /** It does not say which version it is. */
  isNonsense = false;
  private server = this.listen();
  private port = 0;
  private folder = '';

  static async start(): Promise<RecordedCluster> {
    const cluster = new RecordedCluster();
    cluster.folder = await mkdtemp(join(tmpdir(), 'vitals-test-'));
    await cluster.resume();
    return cluster;
  }

  /** Path of a kubeconfig that leads here. */
  async kubeconfig(): Promise<string> {
    const file = join(this.folder, 'kubeconfig');
    const cluster = { server: `http://127.0.0.1:${this.port}`, 'insecure-skip-tls-verify': true };
    const config = {
      clusters: [{ name: 'recorded', cluster }],
      users: [{ name: 'someone', user: {} }],
      contexts: [{ name: 'here', context: { cluster: 'recorded', user: 'someone' } }],
      'current-context': 'here',
    };
    await writeFile(file, JSON.stringify(config));
    return file;
  }

  /** Sends a change of an object to whoever watches its kind. */
  change(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: unknown): void {
    const changed = structuredClone(object) as ApiObject;
    this.revision += 1;
    changed.metadata.resourceVersion = String(this.revision);
    for (const response of this.watches.get(changed.kind) ?? []) line(response, { type, object: changed });
  }

  /** Refuses connections until `resume`. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  async resume(): Promise<void> {
    this.server = this.listen();
    await new Promise<void>((resolve) => {
      this.server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private listen(): http.Server {
    return http.createServer((request, response) => {
      this.answer(request, response);
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('date', new Date(Date.now() + this.clockSkew).toUTCString());
    const url = new URL(request.url ?? '', 'http://recorded');
    if (url.pathname === '/version') {
      response.end(JSON.stringify({ gitVersion: this.isNonsense ? { major: 1 } : 'v1.34.4' }));
      return;
    }
    const collection = url.pathname.split('/').at(-1) ?? '';
    const kind = KINDS[collection];
    if (kind === undefined || this.forbidden.has(collection)) {
      response.writeHead(kind === undefined ? 404 : 403);
      response.end(JSON.stringify({ kind: 'Status', message: `${collection} is forbidden` }));
      return;
    }
    if (url.searchParams.has('watch')) this.watch(kind, url.searchParams, response);
    else this.list(kind, response);
  }

  private list(kind: string, response: ServerResponse): void {
    if (this.isWithoutStore) {
      response.writeHead(500).end(JSON.stringify({ kind: 'Status', message: 'etcdserver: request timed out' }));
      return;
    }
    const items = this.objects.filter((object) => object.kind === kind);
    response.end(JSON.stringify({ items, metadata: { resourceVersion: String(this.revision) } }));
  }

  private watch(kind: string, query: URLSearchParams, response: ServerResponse): void {
    const watches = this.watches.get(kind) ?? new Set();
    this.watches.set(kind, watches.add(response));
    response.once('close', () => watches.delete(response));
    response.flushHeaders();
    if (query.get('sendInitialEvents') !== 'true') return;
    const selector = query.get('fieldSelector');
    const selected = this.objects.filter((object) => object.kind === kind && isSelected(object, selector));
    for (const object of selected) line(response, { type: 'ADDED', object });
    const annotations = { 'k8s.io/initial-events-end': 'true' };
    line(response, { type: 'BOOKMARK', object: { metadata: { resourceVersion: String(this.revision), annotations } } });
  }
}

function isSelected(object: ApiObject, selector: string | null): boolean {
  const [field, value] = selector?.split('=') ?? [];
  return field === undefined || field.startsWith('metadata') || object[field] === value;
}

function line(response: ServerResponse, event: object): void {
  response.write(`${JSON.stringify(event)}\n`);
}
