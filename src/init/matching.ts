import type { Labels } from '../model/resource.js';
import type { ClusterObjects, Service, Workload } from './objects.js';

/** What stands beside a system and carries its name. */
const BESIDE = /metric|exporter|backup|provision|cruise|operator|pgpool|pooler|connect|mirror|^ui$/;

const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';
const INSTANCE = 'app.kubernetes.io/instance';

/** "zookeeper" of "registry.example.com:5000/library/zookeeper:3.9@sha256:…". */
function repositoryOf(image: string): string {
  return image
    .replace(/@.*$/, '')
    .replace(/:[^:/]*$/, '')
    .replace(/[^\w./:-]/g, '');
}

/**
 * Why a workload is taken for what has such names: by its label, or by an image. Null: it is not.
 * @param paths of images whose last part alone would say too little
 */
export function becauseCalled(workload: Workload, names: RegExp, paths: RegExp | null = null): string | null {
  if (BESIDE.test(workload.labels[COMPONENT] ?? '')) return null;
  for (const key of [NAME, 'app']) {
    const value = workload.labels[key];
    if (value !== undefined && names.test(value)) return `${placeOf(workload)} has the label ${key}=${value}`;
  }
  const repository = workload.images.map(repositoryOf).find((one) => names.test(one.split('/').at(-1) ?? '') || paths?.test(one) === true); // prettier-ignore
  return repository === undefined ? null : `${placeOf(workload)} runs the image ${repository}`;
}

/** "StatefulSet data/zk" */
export function placeOf({ kind, namespace, name }: Workload): string {
  return `${kind} ${namespace}/${name}`;
}

export function componentOf({ labels }: Workload): string | null {
  return labels[COMPONENT] ?? null;
}

/** Workloads that are one system together: of one installation in one namespace. Else each is one. */
export function installationOf({ namespace, name, labels }: Workload): string {
  return `${namespace}/${labels[INSTANCE] ?? `${name} alone`}`;
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** By which all pods of several workloads are known: what their selectors have in common. */
export function commonSelector([first, ...others]: readonly Workload[]): Labels {
  const isCommon = ([key, value]: readonly [string, string]): boolean =>
    others.every(({ selector }) => selector[key] === value);
  return Object.fromEntries(Object.entries(first?.selector ?? {}).filter(isCommon));
}

/** Services that lead to a workload's pods, those with an address of their own first. */
export function servicesOf(workload: Workload, { services }: ClusterObjects): readonly Service[] {
  return services
    .filter(({ namespace, selector }) => namespace === workload.namespace && isWithin(selector, workload.podLabels))
    .sort((a, b) => Number(a.isHeadless) - Number(b.isHeadless));
}

function isWithin(selector: Labels, labels: Labels): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

/** The name by which a service is known in its cluster. */
export function hostOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${name}.${namespace}.svc`;
}

/** Names of the pods of a StatefulSet, each by itself; empty where it has no service that gives them. */
export function membersOf(
  { kind, namespace, name, governingService, replicas, firstOrdinal }: Workload,
  most: number,
): readonly string[] {
  if (kind !== 'StatefulSet' || governingService === null) return [];
  const count = Math.min(replicas ?? 0, most);
  return Array.from(
    { length: count },
    (_, index) => `${name}-${firstOrdinal + index}.${hostOf({ namespace, name: governingService })}`,
  );
}

/** The port by one of these names, or numbers; else what is usual. */
export function portOf({ ports }: Workload | Service, wanted: readonly (string | number)[], usual: number): number {
  for (const one of wanted) {
    const port = ports.find(({ name, number }) => (typeof one === 'number' ? number === one : name === one));
    if (port !== undefined) return port.number;
  }
  return usual;
}

/** With its port, unless that is understood. */
export function addressOf(host: string, port: number, usual: number): string {
  return port === usual ? host : `${host}:${port}`;
}

/** Something outside the cluster that has a name in it. */
export interface Outside {
  readonly service: Service;
  readonly because: string;
  /** Where it is: its name, or its addresses. */
  readonly hosts: readonly string[];
}

/** Services that lead to no pods, at such a port: whoever made them wanted a name for what is outside. */
export function outsideAt(port: number, { services, endpoints }: ClusterObjects): readonly Outside[] {
  return services.flatMap((service): Outside[] => {
    const { namespace, name, externalName, selector, ports, labels } = service;
    if (Object.keys(selector).length > 0 || !ports.some(({ number }) => number === port) || isManaged(labels))
      return [];
    if (externalName !== null) {
      return [{ service, because: `service ${namespace}/${name} is a name for ${externalName} at port ${port}`, hosts: [externalName] }]; // prettier-ignore
    }
    const own = endpoints.filter((one) => one.namespace === namespace && one.service === name);
    const hosts = [...new Set(own.flatMap(({ addresses }) => addresses))];
    if (hosts.length === 0) return [];
    return [{ service, because: `service ${namespace}/${name} leads to ${hosts.length} address${hosts.length === 1 ? '' : 'es'} at port ${port}, and selects no pods`, hosts }]; // prettier-ignore
  });
}

/** By an operator, which knows the pods itself. */
function isManaged(labels: Labels): boolean {
  return Object.keys(labels).some((key) => /^(application|cluster-name)$|crunchydata\.com\/|cnpg\.io\//.test(key));
}
