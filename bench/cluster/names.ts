import { createHash } from 'node:crypto';

/** An object as the API server gives it. Names, addresses and uids of one sort have one length, whoever bears them. */
export interface ApiObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** How many there are of each in a cluster of so many pods: thirty pods on a node, nine in ten of Deployments. */
export interface Extent {
  readonly nodes: number;
  readonly deployments: number;
  readonly statefulSets: number;
}

export const NAMESPACES = 100;
export const ZONES = ['zone-a', 'zone-b', 'zone-c'];
export const PODS_ON_NODE = 30;
export const PODS_OF_DEPLOYMENT = 18;
export const PODS_OF_STATEFUL_SET = 10;
export const CREATED = '2026-01-01T00:00:00Z';

export function extentOf(pods: number): Extent {
  return {
    nodes: Math.ceil(pods / PODS_ON_NODE),
    deployments: Math.ceil((pods * 0.9) / PODS_OF_DEPLOYMENT),
    statefulSets: Math.ceil(pods / 15 / PODS_OF_STATEFUL_SET),
  };
}

export function digits(index: number, length: number): string {
  return String(index).padStart(length, '0');
}

export function uidOf(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function metadata(
  kind: string,
  name: string,
  namespace: string | null,
  more: object = {},
): ApiObject['metadata'] {
  const place = namespace === null ? {} : { namespace };
  return { name, ...place, uid: uidOf(`${kind}/${namespace ?? ''}/${name}`), creationTimestamp: CREATED, ...more };
}

export function ownedBy(apiVersion: string, kind: string, name: string, namespace: string): object {
  const uid = uidOf(`${kind}/${namespace}/${name}`);
  return { ownerReferences: [{ apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true }] };
}

export function namespaceName(index: number): string {
  return `team-${digits(index % NAMESPACES, 2)}`;
}

export function nodeName(index: number): string {
  return `node-${digits(index, 4)}`;
}

export function zoneOf(index: number): string {
  return ZONES[index % ZONES.length] ?? '';
}

export function appName(index: number): string {
  return `svc-${digits(index, 4)}`;
}

/** Ten letters and digits, as a ReplicaSet's hash. */
export function hashOf(index: number): string {
  return uidOf(`hash/${index}`).replaceAll('-', '').slice(0, 10);
}

export function appLabels(index: number): Record<string, string> {
  const name = appName(index);
  return { app: name, 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop', team: namespaceName(index) };
}

/** One in three has a second container beside it. */
export function hasProxy(index: number): boolean {
  return index % 3 === 0;
}

export function replicaSetName(index: number): string {
  return `${appName(index)}-${hashOf(index)}`;
}

export function statefulSetName(index: number): string {
  return `db-${digits(index, 4)}`;
}

export function databaseLabels(index: number): Record<string, string> {
  const name = statefulSetName(index);
  return { app: name, 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop', team: namespaceName(index) };
}

/** The n-th pod of all StatefulSets. */
export function statefulSetPodName(index: number): string {
  return `${statefulSetName(Math.floor(index / PODS_OF_STATEFUL_SET))}-${index % PODS_OF_STATEFUL_SET}`;
}

/** Ten claims a StatefulSet: the n-th of all claims belongs to the n-th pod of all StatefulSets. */
export function claimName(index: number): string {
  return `data-${statefulSetPodName(index)}`;
}
