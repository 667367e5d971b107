import { type FoundSystem, type Recogniser, placement, withoutMembers } from '../found.js';
import {
  addressOf,
  becauseCalled,
  commonSelector,
  grouped,
  hostOf,
  installationOf,
  membersOf,
  outsideAt,
  portOf,
  servicesOf,
} from '../matching.js';
import type { ClusterObjects, Workload } from '../objects.js';

const PORT = 2181;
const MOST_MEMBERS = 100;
const NAMES = /^(?:cp-)?zookeeper$|^clickhouse-keeper$/;
const KEEPER = 'clickhouse-keeper.altinity.com/chk';

export const zookeeper: Recogniser = {
  source: 'zookeeper',
  what: 'ZooKeeper',
  lookedFor:
    'StatefulSets that are labelled, or run an image that is called, zookeeper, cp-zookeeper or clickhouse-keeper; services for what is outside, at port 2181',
  reads: ['statefulsets.apps', 'services', 'endpointslices.discovery.k8s.io'],
  note: ['Each member must allow two words: 4lw.commands.whitelist=srvr,mntr'],
  find: (objects) => {
    const known = objects.workloads.flatMap((workload) => {
      const isOperators = workload.labels['strimzi.io/cluster'] !== undefined;
      const because = isOperators ? null : becauseCalled(workload, NAMES);
      return because === null || workload.kind !== 'StatefulSet' ? [] : [{ workload, because }];
    });
    const ensembles = grouped(known, ({ workload }) => ensembleOf(workload));
    return [...ensembles.map((members) => ensemble(members, objects)), ...outside(objects)];
  },
};

/** An operator makes a StatefulSet of each member. */
function ensembleOf(workload: Workload): string {
  const keeper = workload.labels[KEEPER];
  return keeper === undefined ? installationOf(workload) : `${workload.namespace}/${keeper} of an operator`;
}

/** A workload that is one, or some, of its members. */
interface Member {
  readonly workload: Workload;
  readonly because: string;
}

function ensemble(members: readonly [Member, ...Member[]], objects: ClusterObjects): FoundSystem {
  const [{ workload: first, because }] = members;
  const keeper = first.labels[KEEPER];
  const hosts = members.flatMap(({ workload }) => {
    const port = portOf(workload, ['client', 'zk-client', PORT, 9181], PORT);
    return membersOf(workload, MOST_MEMBERS).map((host) => addressOf(host, port, PORT));
  });
  const { namespace } = first;
  const workloads = members.map(({ workload }) => workload);
  const selector = keeper === undefined ? commonSelector(workloads) : { [KEEPER]: keeper };
  return {
    source: 'zookeeper',
    namespace,
    name: keeper ?? first.name,
    because,
    hosts: members.flatMap(({ workload }) => servicesOf(workload, objects).map(hostOf)),
    entry: hosts.length === 0 ? withoutMembers(workloads) : (writing) => ({ members: hosts.slice(0, MOST_MEMBERS), kubernetes: placement(writing, namespace, selector) }), // prettier-ignore
    hints: [],
  };
}

function outside(objects: ClusterObjects): readonly FoundSystem[] {
  return outsideAt(PORT, objects).map(({ service: { namespace, name }, because, hosts }) => ({
    source: 'zookeeper',
    namespace,
    name,
    because,
    hosts: [hostOf({ namespace, name })],
    entry: () => ({ members: hosts.slice(0, MOST_MEMBERS) }),
    hints: hosts.length > 1 ? [] : ['members: each of them has to be named; this may be one address for all'],
  }));
}
