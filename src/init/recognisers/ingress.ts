import { type FoundSystem, NO_REPLICAS, type Recogniser, placement } from '../found.js';
import { becauseCalled, hostOf, servicesOf } from '../matching.js';
import type { ClusterObjects, Workload } from '../objects.js';

/** One sort of proxy, as it is usually installed. */
interface Proxy {
  /** As the configuration calls it. */
  readonly proxy: string;
  /** Labels, or last parts of images. */
  readonly names: RegExp;
  /** Images whose last part says too little. */
  readonly paths: RegExp | null;
  /** Where its metrics are. */
  readonly ports: readonly (string | number)[];
  readonly path: string;
}

const PROXIES: readonly Proxy[] = [
  { proxy: 'ingress-nginx', names: /^ingress-nginx$/, paths: /(?:^|\/)ingress-nginx\/controller$/, ports: ['metrics', 10254], path: '/metrics' }, // prettier-ignore
  { proxy: 'traefik', names: /^traefik$/, paths: null, ports: ['metrics', 9100], path: '/metrics' },
  { proxy: 'istio', names: /^istio-(?:ingress)?gateway$|^istio-ingress$/, paths: null, ports: ['http-envoy-prom', 15090], path: '/stats/prometheus' }, // prettier-ignore
  { proxy: 'envoy', names: /^envoy$/, paths: null, ports: ['metrics', 19001], path: '/stats/prometheus' },
  { proxy: 'haproxy', names: /^kubernetes-ingress$|^haproxy-ingress$|^haproxy(?:-alpine)?$/, paths: null, ports: ['metrics', 'prometheus', 'stat', 1024], path: '/metrics' }, // prettier-ignore
  { proxy: 'caddy', names: /^caddy(?:-ingress(?:-controller)?)?$/, paths: /(?:^|\/)caddy\/ingress$/, ports: ['metrics', 9765], path: '/metrics' }, // prettier-ignore
];

export const ingress: Recogniser = {
  source: 'http-traffic',
  what: 'ingress',
  lookedFor: 'workloads that are labelled, or run an image that is called, as ingress-nginx, Traefik, Istio’s gateway, Envoy, HAProxy or Caddy are', // prettier-ignore
  reads: ['deployments.apps', 'daemonsets.apps', 'statefulsets.apps', 'services'],
  note: [],
  find: (objects, earlier) => objects.workloads.flatMap((workload) => PROXIES.flatMap((proxy) => ofProxy(workload, proxy, objects, earlier))), // prettier-ignore
};

function ofProxy(
  workload: Workload,
  { proxy, names, paths, ports, path }: Proxy,
  objects: ClusterObjects,
  earlier: readonly FoundSystem[],
): readonly FoundSystem[] {
  const because = becauseCalled(workload, names, paths);
  if (because === null) return [];
  const { namespace, name, selector } = workload;
  const [url] = earlier.filter(({ source }) => source === 'host-metrics').flatMap(({ hosts }) => hosts);
  const metrics = metricsOf(workload, objects, ports, path);
  const way = url === undefined ? metrics : { prometheus: { url } };
  return [{
    source: 'http-traffic',
    namespace,
    name,
    because,
    hosts: [],
    entry: workload.replicas === 0 ? NO_REPLICAS : 'none' in way ? way : (writing) => ({ proxy, ...way, kubernetes: placement(writing, namespace, selector) }), // prettier-ignore
    hints: [
      ...(url === undefined ? [] : ['prometheus: it must read the metrics of these proxies; where: labels of theirs, where it reads those of others, too']), // prettier-ignore
      'workloads: what answers behind routes, such as { route: shop, namespace: shop, name: web }',
    ],
  }]; // prettier-ignore
}

/** A service leads to one proxy at a time: it will do where there is only one. */
function metricsOf(
  workload: Workload,
  objects: ClusterObjects,
  wanted: Proxy['ports'],
  path: string,
): { readonly metrics: readonly string[] } | { readonly none: string } {
  if (workload.replicas !== 1) return { none: 'there may be several proxies, whose pods have no names, and no Prometheus was found that reads all of them' }; // prettier-ignore
  for (const service of servicesOf(workload, objects)) {
    const port = service.ports.find(({ name, number }) => wanted.includes(number) || (name !== null && wanted.includes(name))); // prettier-ignore
    if (port !== undefined) return { metrics: [`http://${hostOf(service)}:${port.number}${path}`] };
  }
  return { none: 'no service leads to its metrics' };
}
