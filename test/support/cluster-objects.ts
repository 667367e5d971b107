import type { ClusterObjects, Workload } from '../../src/init/objects.js';
import { readWorkload } from '../../src/init/read-objects.js';
import type { Labels } from '../../src/model/resource.js';

/** A cluster in which nothing is found. */
export const NO_OBJECTS: ClusterObjects = {
  workloads: [],
  services: [],
  endpoints: [],
  kafkas: [],
  kafkaConnects: [],
  hasWorkflows: false,
};

/** Objects of Kubernetes as an API server sends them, as small as may be. */

let uid = 0;

function metadata(namespace: string, name: string, labels: Labels = {}): object {
  uid += 1;
  return { uid: `uid-${uid}`, resourceVersion: '1', namespace, name, labels };
}

interface WorkloadOptions {
  readonly labels?: Labels;
  readonly podLabels?: Labels;
  readonly replicas?: number;
  readonly service?: string;
  readonly image?: string;
  readonly ports?: readonly object[];
  readonly start?: number;
}

export function workloadObject(place: string, options: WorkloadOptions = {}): object {
  const [namespace = '', name = ''] = place.split('/');
  const { labels, replicas = 1, service, image = 'example/other:1', ports = [], start } = options;
  const podLabels = { app: name, ...options.podLabels };
  return {
    metadata: metadata(namespace, name, labels),
    spec: {
      replicas,
      serviceName: service,
      ordinals: start === undefined ? undefined : { start },
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: podLabels }, spec: { containers: [{ name: 'main', image, ports }] } },
    },
  };
}

export function workload(kind: Workload['kind'], place: string, options: WorkloadOptions = {}): Workload {
  return readWorkload(kind, workloadObject(place, options));
}

interface ServiceOptions {
  readonly labels?: Labels;
  readonly selector?: Labels;
  readonly ports?: readonly (number | { readonly name: string; readonly port: number })[];
  readonly isHeadless?: boolean;
  readonly externalName?: string;
}

/** Of the pods of the workload of its name, unless told. */
export function serviceObject(place: string, options: ServiceOptions = {}): object {
  const [namespace = '', name = ''] = place.split('/');
  const { labels, selector = { app: name }, ports = [], isHeadless = false, externalName } = options;
  return {
    metadata: metadata(namespace, name, labels),
    spec: {
      ...(externalName === undefined ? { selector } : { type: 'ExternalName', externalName }),
      clusterIP: isHeadless ? 'None' : '10.0.0.1',
      ports: ports.map((port) => (typeof port === 'number' ? { port } : port)),
    },
  };
}

export function sliceObject(place: string, service: string, addresses: readonly string[], port: number): object {
  const [namespace = '', name = ''] = place.split('/');
  return {
    metadata: metadata(namespace, name, { 'kubernetes.io/service-name': service }),
    addressType: 'IPv4',
    endpoints: addresses.map((address) => ({ addresses: [address] })),
    ports: [{ port }],
  };
}

export function customObject(place: string, spec: object): object {
  const [namespace = '', name = ''] = place.split('/');
  return { metadata: metadata(namespace, name), spec };
}
