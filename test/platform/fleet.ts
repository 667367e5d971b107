import { BUSYBOX_IMAGE } from './components/images.component.js';
import { type FakeNode, fakeNodeObject, ZONES } from './components/kwok.component.js';
import { ApiClient } from './support/api-client.js';
import { type Platform } from './support/platform.js';
import { waitUntilNothingMissing } from './support/wait.js';

/** The namespace of pods that are there for their number. */
export const FLEET = 'fleet';
/** Below the 110 that a node can hold, so that the fleet is large and well. */
const PODS_PER_NODE = 100;
const CONNECTIONS = 40;
const FLEET_LABEL = 'platform.test/fleet';
/** Answers of the API that mean that there is nothing to do. */
const CONFLICT = 409;
const NOT_FOUND = 404;
const PODS_PATH = `/api/v1/namespaces/${FLEET}/pods`;

function fleetNode(index: number): FakeNode {
  return { name: `fleet-${String(index).padStart(4, '0')}`, zone: ZONES[index % ZONES.length] ?? ZONES[0] };
}

/** The name of one of its pods. */
export function unitName(index: number): string {
  return `unit-${String(index).padStart(6, '0')}`;
}

function fleetPod(index: number): object {
  const resources = { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '100m', memory: '128Mi' } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: unitName(index), namespace: FLEET, labels: { app: `group-${index % 50}` } },
    spec: {
      // Bound already: the scheduler has nothing to do with it.
      nodeName: fleetNode(Math.floor(index / PODS_PER_NODE)).name,
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      containers: [{ name: 'unit', image: BUSYBOX_IMAGE, resources }],
    },
  };
}

/** Calls `work` for 0 … count − 1, as many at once as there are connections. */
async function forEachIndex(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
}

interface PodPage {
  /** Null and not empty when there is none. */
  readonly items: readonly { readonly metadata: { readonly name: string } }[] | null;
  readonly metadata: { readonly remainingItemCount?: number };
}

/** How many there are, without reading them all. */
async function countPods(client: ApiClient): Promise<number> {
  const page = await client.call<PodPage>('GET', `${PODS_PATH}?limit=1`);
  return (page.items?.length ?? 0) + (page.metadata.remainingItemCount ?? 0);
}

/** One pod that does not run yet. */
async function findIdlePod(client: ApiClient): Promise<string | undefined> {
  const page = await client.call<PodPage>('GET', `${PODS_PATH}?limit=1&fieldSelector=status.phase!=Running`);
  return page.items?.[0]?.metadata.name;
}

async function createNodes(client: ApiClient, pods: number): Promise<void> {
  await forEachIndex(Math.ceil(pods / PODS_PER_NODE), (index) =>
    client.call('POST', '/api/v1/nodes', fakeNodeObject(fleetNode(index), { [FLEET_LABEL]: 'true' }), CONFLICT),
  );
}

async function fill(platform: Platform, client: ApiClient, pods: number): Promise<void> {
  await platform.applyObjects([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: FLEET } }]);
  await platform.kubectl(['wait', `--namespace=${FLEET}`, '--for=create', '--timeout=30s', 'serviceaccount/default']);
  await createNodes(client, pods);
  await forEachIndex(pods, (index) => client.call('POST', PODS_PATH, fleetPod(index), CONFLICT));
  const look = async (): Promise<string | undefined> => {
    const idle = await findIdlePod(client);
    return idle === undefined ? undefined : `${idle} does not run`;
  };
  await waitUntilNothingMissing(`${pods} pods running`, look, { within: 60_000 + pods * 10, every: 1_000 });
}

/** By the names that are there: an earlier run may have been stopped half-way. */
async function empty(platform: Platform, client: ApiClient): Promise<void> {
  let names: string[];
  do {
    const page = await client.call<PodPage>('GET', `${PODS_PATH}?limit=1000`);
    names = page.items?.map((pod) => pod.metadata.name) ?? [];
    await forEachIndex(names.length, (index) =>
      client.call('DELETE', `${PODS_PATH}/${names[index] ?? ''}?gracePeriodSeconds=0`, undefined, NOT_FOUND),
    );
  } while (names.length > 0);
  await platform.kubectl(['delete', 'nodes', `--selector=${FLEET_LABEL}`]);
}

/** Makes the fleet this large: pods on fake nodes of their own, kept running by kwok. 0 removes it. */
export async function scaleFleet(platform: Platform, pods: number): Promise<void> {
  const client = new ApiClient(platform, CONNECTIONS);
  try {
    const present = await countPods(client);
    if (pods < present) await empty(platform, client);
    if (pods > 0) await fill(platform, client, pods);
  } finally {
    client.close();
  }
}
