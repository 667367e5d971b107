import type { Labels } from '../../model/resource.js';
import { type FoundSystem, NO_REPLICAS, type Recogniser, placement } from '../found.js';
import {
  becauseCalled,
  componentOf,
  grouped,
  hostOf,
  membersOf,
  outsideAt,
  placeOf,
  portOf,
  servicesOf,
} from '../matching.js';
import type { ClusterObjects, Workload } from '../objects.js';

const PORT = 5432;
const MOST_SERVERS = 20;
const NAMES = /^postgres(?:ql)?(?:-repmgr)?$|^postgis$|^pgvector$|^timescaledb(?:-ha)?$/;
const PORT_NAMES = ['postgresql', 'postgres', 'tcp-postgresql'];
const STANDBY = /^(?:read|replica|secondary|standby)$/;
const HINTS = ['vcpus and capacity: SQL cannot see the host; with them CPU, IO and disk are judged', 'tls: where it asks for it']; // prettier-ignore

const CRUNCHY = 'postgres-operator.crunchydata.com/';

export const postgres: Recogniser = {
  source: 'postgres',
  what: 'PostgreSQL',
  lookedFor:
    'services and StatefulSets of CloudNativePG (cnpg.io/cluster), Zalando’s operator (application=spilo) and Crunchy’s (postgres-operator.crunchydata.com/cluster); workloads that are labelled, or run an image that is called, postgres, postgresql, postgis, pgvector or timescaledb; services for what is outside, at port 5432',
  reads: ['statefulsets.apps', 'deployments.apps', 'services', 'endpointslices.discovery.k8s.io'],
  note: ["On each: CREATE ROLE vitals LOGIN PASSWORD '…'; GRANT pg_monitor TO vitals;"],
  find: (objects) => [
    ...ofCloudNativePg(objects),
    ...ofOperator(
      objects,
      ({ labels }) => (labels['application'] === 'spilo' ? (labels['cluster-name'] ?? null) : null),
      SPILO,
    ),
    ...ofOperator(objects, ({ labels }) => (labels[`${CRUNCHY}instance`] === undefined ? null : (labels[`${CRUNCHY}cluster`] ?? null)), OF_CRUNCHY), // prettier-ignore
    ...plain(objects),
    ...outside(objects),
  ],
};

interface Server {
  readonly namespace: string;
  readonly name: string;
  readonly host: string;
  readonly port?: number;
  readonly because: string;
  readonly selector: Labels | null;
  readonly isStandby?: boolean;
}

function server({ namespace, name, host, port = PORT, because, selector, isStandby = false }: Server): FoundSystem {
  return {
    source: 'postgres',
    namespace,
    name,
    because,
    hosts: [host],
    entry: (writing) => ({
      host,
      ...(port === PORT ? {} : { port }),
      user: 'vitals',
      password: writing.secret('PASSWORD'),
      ...(isStandby ? { standby: true } : {}),
      ...(selector === null ? {} : { kubernetes: placement(writing, namespace, selector) }),
    }),
    hints: HINTS,
  };
}

/** Its pods are of no workload: the service that leads to the primary says that there is one. */
function ofCloudNativePg({ services }: ClusterObjects): readonly FoundSystem[] {
  return services.flatMap((service) => {
    const { namespace, labels } = service;
    const cluster = labels['cnpg.io/cluster'];
    if (cluster === undefined || service.name !== `${cluster}-rw`) return [];
    const because = `service ${namespace}/${service.name} of CloudNativePG leads to the primary`;
    return [server({ namespace, name: cluster, host: hostOf(service), because, selector: { 'cnpg.io/cluster': cluster } })]; // prettier-ignore
  });
}

interface Operator {
  readonly called: string;
  readonly primaryOf: (cluster: string) => string;
  readonly selectorOf: (cluster: string) => Labels;
}

const SPILO: Operator = {
  called: 'Zalando’s operator',
  primaryOf: (cluster) => cluster,
  selectorOf: (cluster) => ({ application: 'spilo', 'cluster-name': cluster }),
};

const OF_CRUNCHY: Operator = {
  called: 'Crunchy’s operator',
  primaryOf: (cluster) => `${cluster}-primary`,
  selectorOf: (cluster) => ({ [`${CRUNCHY}cluster`]: cluster }),
};

function ofOperator(
  { workloads }: ClusterObjects,
  clusterOf: (workload: Workload) => string | null,
  { called, primaryOf, selectorOf }: Operator,
): readonly FoundSystem[] {
  const known = workloads.flatMap((workload) => {
    const cluster = clusterOf(workload);
    return cluster === null || workload.kind !== 'StatefulSet' ? [] : [{ workload, cluster }];
  });
  return grouped(known, ({ workload, cluster }) => `${workload.namespace}/${cluster}`).map(
    ([{ workload, cluster }]) => {
      const { namespace } = workload;
      const because = `${placeOf(workload)} is of ${called}`;
      const host = hostOf({ namespace, name: primaryOf(cluster) });
      return server({ namespace, name: cluster, host, because, selector: selectorOf(cluster) });
    },
  );
}

function plain(objects: ClusterObjects): readonly FoundSystem[] {
  return objects.workloads.flatMap((workload) => {
    const { kind, namespace, name, labels, selector, replicas } = workload;
    const isManaged = labels['application'] === 'spilo' || labels[`${CRUNCHY}cluster`] !== undefined;
    const because = isManaged || kind === 'DaemonSet' ? null : becauseCalled(workload, NAMES);
    if (because === null) return [];
    const port = portOf(workload, [...PORT_NAMES, PORT], PORT);
    const isStandby = STANDBY.test(componentOf(workload) ?? '');
    const pods = membersOf(workload, MOST_SERVERS);
    if (replicas === 0)
      return [{ source: 'postgres', namespace, name, because, hosts: [], entry: NO_REPLICAS, hints: [] }];
    if (pods.length <= 1 && !isStandby) {
      const way = wayTo(workload, objects, port) ?? (pods[0] === undefined ? null : { host: pods[0], port });
      if (way === null) return [{ source: 'postgres', namespace, name, because, hosts: [], entry: { none: 'no service leads to its port' }, hints: [] }]; // prettier-ignore
      return [server({ namespace, name, ...way, because, selector })];
    }
    // Each of them is a server of its own.
    return pods.map((host) => {
      const [pod = name] = host.split('.');
      const own = { ...selector, 'statefulset.kubernetes.io/pod-name': pod };
      return server({ namespace, name: pod, host, port, because, selector: own, isStandby });
    });
  });
}

/** The service that leads to that port of the pods, and its own port. Others lead to metrics, or to what stands beside. */
function wayTo(
  workload: Workload,
  objects: ClusterObjects,
  port: number,
): { readonly host: string; readonly port: number } | null {
  const wanted: readonly (string | number | null)[] = [port, ...PORT_NAMES];
  const services = servicesOf(workload, objects);
  const service =
    services.find(({ ports }) => ports.some(({ name, number }) => wanted.includes(number) || wanted.includes(name))) ??
    services.find(({ ports }) => ports.length === 0);
  if (service === undefined) return null;
  // Without an address of its own its name is that of the pods, and so is the port.
  return { host: hostOf(service), port: service.isHeadless ? port : portOf(service, [port, ...PORT_NAMES], port) };
}

function outside(objects: ClusterObjects): readonly FoundSystem[] {
  return outsideAt(PORT, objects).map(({ service, because, hosts }) => {
    const { namespace, name, externalName } = service;
    const host = externalName === null ? hostOf(service) : (hosts[0] ?? externalName);
    return server({ namespace, name, host, because, selector: null });
  });
}
