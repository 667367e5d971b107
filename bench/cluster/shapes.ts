import * as objects from './objects.js';
import * as pods from './pods.js';
import type { ApiObject } from './names.js';

/** Objects that differ in names only: one is made by the API server, the others like it. */
export interface Shape {
  readonly template: ApiObject;
  readonly others: readonly ApiObject[];
}

/** Nobody else has these numbers, and there are enough others to show all that differs between two. */
const UNUSED = [9_999, 9_998];
const OTHERS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const nodeOf = (index: number): string => objects.nodeObject(index).metadata.name;

const MAKERS: readonly ((index: number) => ApiObject)[] = [
  objects.nodeObject,
  objects.deploymentObject,
  objects.replicaSetObject,
  objects.statefulSetObject,
  (index) => objects.volumeObject(index * 10 + 9),
  (index) => objects.claimObject(index * 10 + 9),
  (index) => pods.deploymentPod(index, index % 10, nodeOf(index)),
  (index) => pods.statefulSetPod(index * 10 + 9, nodeOf(index)),
  pods.daemonSetPod,
];

export function shapes(): readonly Shape[] {
  return MAKERS.flatMap((make) => {
    const byShape = new Map(UNUSED.map((index) => [shapeOf(make(index)), make(index)]));
    return Array.from(byShape, ([shape, template]) => ({
      template,
      others: OTHERS.map(make).filter((one) => shapeOf(one) === shape),
    }));
  });
}

/** By what there is more of in some than in others. */
export function shapeOf(object: ApiObject): string {
  const owners = object.metadata['ownerReferences'] as readonly { readonly kind: string }[] | undefined;
  const containers = JSON.stringify(object).split('"livenessProbe"').length - 1;
  return `${object.kind}/${owners?.[0]?.kind ?? ''}/${containers}`;
}

const PLURALS: Readonly<Record<string, string>> = {
  Namespace: 'namespaces',
  Node: 'nodes',
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  PersistentVolume: 'persistentvolumes',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  Pod: 'pods',
};

function pluralOf({ kind }: ApiObject): string {
  const plural = PLURALS[kind];
  if (plural === undefined) throw new Error(`there is no collection of ${kind}`);
  return plural;
}

/** Where the API has objects of its kind. */
export function collectionPath(object: ApiObject): string {
  const { namespace } = object.metadata;
  const group = object.apiVersion === 'v1' ? '/api/v1' : `/apis/${object.apiVersion}`;
  return `${group}${namespace === undefined ? '' : `/namespaces/${namespace}`}/${pluralOf(object)}`;
}

/** Where etcd has it. */
export function storageKey(object: ApiObject): string {
  const { namespace, name } = object.metadata;
  const plural = object.kind === 'Node' ? 'minions' : pluralOf(object);
  return ['/registry', plural, ...(namespace === undefined ? [] : [namespace]), name].join('/');
}
