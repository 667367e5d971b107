import type { Labels } from '../../model/resource.js';
import { type FoundSystem, NO_REPLICAS, type Recogniser, placement, withoutMembers } from '../found.js';
import {
  addressOf,
  becauseCalled,
  commonSelector,
  grouped,
  hostOf,
  installationOf,
  membersOf,
  outsideAt,
  placeOf,
  portOf,
  servicesOf,
} from '../matching.js';
import type { ClusterObjects, Workload } from '../objects.js';

const PORT = 8123;
const MOST_REPLICAS = 200;
const NAMES = /^clickhouse(?:-server)?$/;
const OPERATOR = 'clickhouse.altinity.com/';
const HINTS = ['zookeeper: name of the ensemble above or below that it coordinates through: its trouble can be a cause', 'tls: where it is asked over HTTPS']; // prettier-ignore

export const clickhouse: Recogniser = {
  source: 'clickhouse',
  what: 'ClickHouse',
  lookedFor:
    'StatefulSets of Altinity’s operator (clickhouse.altinity.com/chi); StatefulSets that are labelled, or run an image that is called, clickhouse or clickhouse-server; services for what is outside, at port 8123',
  reads: ['statefulsets.apps', 'services', 'endpointslices.discovery.k8s.io'],
  note: [
    "On each: CREATE USER vitals IDENTIFIED BY '…' SETTINGS readonly = 1; GRANT SELECT ON system.* TO vitals;",
    'Without this its tables are not judged: GRANT SHOW TABLES, SHOW COLUMNS ON *.* TO vitals;',
  ],
  find: (objects) => [...ofOperator(objects), ...plain(objects), ...outside(objects)],
};

interface Shard {
  readonly name: string;
  readonly replicas: readonly string[];
}

interface Database {
  readonly namespace: string;
  readonly name: string;
  readonly because: string;
  readonly hosts: readonly string[];
  readonly shards: readonly Shard[];
  readonly selector: Labels | null;
  /** Why there can be no entry where no shard has a replica. */
  readonly none?: { readonly none: string };
}

function database({ namespace, name, because, hosts, shards, selector, none = NO_REPLICAS }: Database): FoundSystem {
  const full = shards.filter(({ replicas }) => replicas.length > 0).slice(0, MOST_REPLICAS);
  const [first, ...more] = full.map((shard) => ({ ...shard, replicas: shard.replicas.slice(0, MOST_REPLICAS) }));
  if (first === undefined) return { source: 'clickhouse', namespace, name, because, hosts, entry: none, hints: [] };
  return {
    source: 'clickhouse',
    namespace,
    name,
    because,
    hosts,
    entry: (writing) => ({
      ...(more.length === 0 ? { replicas: first.replicas } : { shards: [first, ...more] }),
      user: 'vitals',
      password: writing.secret('PASSWORD'),
      ...(selector === null ? {} : { kubernetes: placement(writing, namespace, selector) }),
    }),
    hints: HINTS,
  };
}

/** A StatefulSet, and a service of the same name, for each replica. */
function ofOperator({ workloads }: ClusterObjects): readonly FoundSystem[] {
  const replicas = workloads.filter(({ kind, labels }) => kind === 'StatefulSet' && labels[`${OPERATOR}chi`] !== undefined); // prettier-ignore
  const label = ({ labels }: Workload, key: string): string => labels[`${OPERATOR}${key}`] ?? '';
  const ofCluster = grouped(replicas, (one) => [one.namespace, label(one, 'chi'), label(one, 'cluster')].join('/'));
  return ofCluster.map((members) => {
    const [first] = members;
    const { namespace } = first;
    const [chi, cluster] = [label(first, 'chi'), label(first, 'cluster')];
    const isOnly = ofCluster.filter(([one]) => one.namespace === namespace && label(one, 'chi') === chi).length === 1;
    const shards = grouped(members, (one) => label(one, 'shard')).map((shard) => ({
      name: `shard-${label(shard[0], 'shard')}`,
      replicas: shard.filter((one) => one.replicas !== 0).map((one) => hostOf({ namespace, name: one.governingService ?? one.name })), // prettier-ignore
    }));
    return database({
      namespace,
      name: isOnly ? chi : `${chi}-${cluster}`,
      because: `${placeOf(first)} is of ClickHouseInstallation ${chi}`,
      hosts: [hostOf({ namespace, name: `clickhouse-${chi}` })],
      shards,
      selector: { [`${OPERATOR}chi`]: chi, ...(isOnly ? {} : { [`${OPERATOR}cluster`]: cluster }) },
    });
  });
}

/** One StatefulSet for each shard. */
function plain(objects: ClusterObjects): readonly FoundSystem[] {
  const known = objects.workloads.flatMap((workload) => {
    const isOperators = workload.labels[`${OPERATOR}chi`] !== undefined;
    const because = isOperators || workload.kind !== 'StatefulSet' ? null : becauseCalled(workload, NAMES);
    return because === null ? [] : [{ workload, because }];
  });
  return grouped(known, ({ workload }) => installationOf(workload)).map((group) => {
    const [{ workload: first, because }] = group;
    const shards = group.map(({ workload }) => {
      const port = portOf(workload, ['http', PORT], PORT);
      return {
        name: workload.name,
        replicas: membersOf(workload, MOST_REPLICAS).map((host) => addressOf(host, port, PORT)),
      };
    });
    const workloads = group.map(({ workload }) => workload);
    return database({
      namespace: first.namespace,
      name: first.name,
      because,
      hosts: servicesOf(first, objects).map(hostOf),
      shards,
      selector: commonSelector(workloads),
      none: withoutMembers(workloads),
    });
  });
}

function outside(objects: ClusterObjects): readonly FoundSystem[] {
  return outsideAt(PORT, objects).map(({ service: { namespace, name }, because, hosts }) =>
    database({ namespace, name, because, hosts, shards: [{ name, replicas: hosts }], selector: null }),
  );
}
