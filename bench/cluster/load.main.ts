/**
 * Fills a cluster: `load.main.ts <pods>`, inside the platform's network namespace. One object of each shape is made and given
 * its status through the API server; all others are written to etcd as it has stored that one, under their own names.
 */
import { openPlatform } from '../../test/platform/lifecycle.js';
import { ETCD_URL } from '../../test/platform/components/etcd.component.js';
import { ApiClient } from '../../test/platform/support/api-client.js';
import { waitUntilNothingMissing } from '../../test/platform/support/wait.js';
import { Etcd } from './etcd.js';
import { type ApiObject, NAMESPACES, extentOf } from './names.js';
import { daemonSetObject, namespaceObject, objectsOf } from './objects.js';
import { collectionPath, shapeOf, shapes, storageKey } from './shapes.js';
import { Stamp } from './stamp.js';

const CONNECTIONS = 20;
/** Etcd takes 128. */
const BATCH = 100;
const CONFLICT = 409;
/** How many may be under way. */
const MOST_WAITING = 4;

const pods = Number(process.argv[2]);
const api = new ApiClient(openPlatform(), CONNECTIONS);
const etcd = new Etcd(ETCD_URL);
const begin = Date.now();
try {
  await makeByApi();
  const stamps = new Map<string, Stamp>();
  for (const { template, others } of shapes()) {
    const key = storageKey(template);
    await etcd.delete(key);
    const made = await create(template);
    stamps.set(shapeOf(template), new Stamp(await etcd.get(key), made, others));
    await etcd.delete(key);
  }
  await writeAll(stamps);
  await countAll();
} finally {
  api.close();
  etcd.close();
}
process.stdout.write(`${JSON.stringify({ pods, seconds: (Date.now() - begin) / 1_000 })}\n`);

/** What is not there by the thousand. */
async function makeByApi(): Promise<void> {
  await Promise.all(Array.from({ length: NAMESPACES }, (_, index) => create(namespaceObject(index))));
  for (let index = 0; index < NAMESPACES; index += 1) {
    const { name: namespace } = namespaceObject(index).metadata;
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } };
    await api.call('POST', `/api/v1/namespaces/${namespace}/serviceaccounts`, account, CONFLICT);
  }
  const storageClass = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'ebs.csi.aws.com', volumeBindingMode: 'WaitForFirstConsumer' }; // prettier-ignore
  await api.call('POST', '/apis/storage.k8s.io/v1/storageclasses', storageClass, CONFLICT);
  await create(daemonSetObject(extentOf(pods).nodes));
}

async function create(object: ApiObject): Promise<ApiObject> {
  const path = collectionPath(object);
  const made = await api.call<ApiObject>('POST', path, object, CONFLICT);
  if (object.kind === 'Namespace') return made;
  return api.call('PATCH', `${path}/${object.metadata.name}/status`, { status: object['status'] });
}

async function writeAll(stamps: ReadonlyMap<string, Stamp>): Promise<void> {
  const waiting = new Set<Promise<void>>();
  let batch: { key: string; value: Buffer }[] = [];
  const flush = async (): Promise<void> => {
    const written = etcd.put(batch).finally(() => waiting.delete(written));
    waiting.add(written);
    batch = [];
    if (waiting.size >= MOST_WAITING) await Promise.race(waiting);
  };
  for (const object of objectsOf(pods)) {
    if (object.kind === 'Namespace' || object.kind === 'DaemonSet') continue;
    const stamp = stamps.get(shapeOf(object));
    if (stamp === undefined) throw new Error(`nothing is of the shape of ${object.metadata.name}`);
    if (batch.push({ key: storageKey(object), value: stamp.of(object) }) === BATCH) await flush();
  }
  await flush();
  await Promise.all(waiting);
}

/** The API server has to know them all: what it watches reaches it a little later. */
async function countAll(): Promise<void> {
  interface Page {
    readonly items: readonly unknown[] | null;
    readonly metadata: { readonly remainingItemCount?: number };
  }
  const missing = async (): Promise<string | undefined> => {
    const { items, metadata } = await api.call<Page>('GET', '/api/v1/pods?limit=1');
    const found = (items?.length ?? 0) + (metadata.remainingItemCount ?? 0);
    return found === pods ? undefined : `it knows ${found}`;
  };
  await waitUntilNothingMissing(`the API server knows ${pods} pods`, missing, { within: 60_000, every: 500 });
}
