import { z } from 'zod';
import { type FoundSystem, type Recogniser, type Writing, placement, withoutMembers } from '../found.js';
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
import type { ClusterObjects, CustomObject } from '../objects.js';

const PORT = 9092;
const MOST_BROKERS = 100;
const NAMES = /^(?:cp-)?kafka$|^cp-server$|^kafka-native$/;
const LISTENERS_HINT = 'tls and sasl: where its listeners ask for them';

export const kafka: Recogniser = {
  source: 'kafka',
  what: 'Kafka',
  lookedFor:
    'Kafka objects of kafka.strimzi.io; StatefulSets that are labelled, or run an image that is called, kafka, cp-kafka or cp-server; services for what is outside, at port 9092',
  reads: ['kafkas.kafka.strimzi.io', 'statefulsets.apps', 'services', 'endpointslices.discovery.k8s.io'],
  note: ['Its user needs Describe on the cluster, on topics and on groups, and DescribeConfigs on topics.'],
  find: (objects) => [...objects.kafkas.map(ofStrimzi), ...ofStatefulSets(objects), ...outside(objects)],
};

const listenersSchema = z.object({
  kafka: z.object({
    listeners: z.array(
      z.object({
        name: z.string(),
        port: z.int(),
        type: z.string(),
        tls: z.boolean(),
        authentication: z.object({ type: z.string() }).nullish(),
      }),
    ),
  }),
});

/** How a listener lets clients in, from what asks least of them. */
const AUTHENTICATIONS = ['none', 'scram-sha-512', 'tls'] as const;

type Listener = z.output<typeof listenersSchema>['kafka']['listeners'][number];

function authenticationOf({ authentication }: Listener): string {
  return authentication?.type ?? 'none';
}

function effortOf(listener: Listener): number {
  return AUTHENTICATIONS.findIndex((one) => one === authenticationOf(listener)) * 2 + Number(listener.tls);
}

function ofStrimzi({ namespace, name, spec }: CustomObject): FoundSystem {
  const listeners = listenersSchema.safeParse(spec).data?.kafka.listeners ?? [];
  const [best] = listeners
    .filter((listener) => /^(?:internal|cluster-ip)$/.test(listener.type) && effortOf(listener) >= 0)
    .sort((a, b) => effortOf(a) - effortOf(b));
  const bootstrap = hostOf({ namespace, name: `${name}-kafka-bootstrap` });
  return {
    source: 'kafka',
    namespace,
    name,
    because: `Kafka ${namespace}/${name} of kafka.strimzi.io`,
    hosts: [bootstrap],
    entry: best === undefined ? { none: 'no listener inside the cluster lets Vitals in by SCRAM-SHA-512, a certificate or as anybody' } : (writing) => strimziEntry(writing, best, { namespace, name, bootstrap }), // prettier-ignore
    hints:
      best?.tls === true
        ? [`tls: ca.crt of the Secret ${name}-cluster-ca-cert${authenticationOf(best) === 'tls' ? ', user.crt and user.key of that of a KafkaUser' : ''}`] // prettier-ignore
        : [],
  };
}

function strimziEntry(
  writing: Writing,
  listener: Listener,
  { namespace, name, bootstrap }: { readonly namespace: string; readonly name: string; readonly bootstrap: string },
): Readonly<Record<string, unknown>> {
  const folder = `/etc/vitals/${name}`;
  const authentication = authenticationOf(listener);
  const own = authentication === 'tls' ? { certificate: `${folder}/user.crt`, key: `${folder}/user.key` } : {};
  return {
    brokers: [addressOf(bootstrap, listener.port, PORT)],
    ...(listener.tls ? { tls: { ca: `${folder}/ca.crt`, ...own } } : {}),
    // Whatever is asked for here has to be set.
    ...(authentication === 'scram-sha-512' ? { sasl: { mechanism: 'SCRAM-SHA-512', user: 'vitals', password: writing.secret('PASSWORD') } } : {}), // prettier-ignore
    kubernetes: placement(writing, namespace, { 'strimzi.io/name': `${name}-kafka` }),
  };
}

function ofStatefulSets(objects: ClusterObjects): readonly FoundSystem[] {
  const known = objects.workloads.flatMap((workload) => {
    const because = workload.labels['strimzi.io/cluster'] === undefined ? becauseCalled(workload, NAMES) : null;
    return because === null || workload.kind !== 'StatefulSet' ? [] : [{ workload, because }];
  });
  return grouped(known, ({ workload }) => installationOf(workload)).map((group): FoundSystem => {
    const [{ workload: first, because }] = group;
    const { namespace, name } = first;
    const brokers = group.flatMap(({ workload }) => {
      const port = portOf(workload, ['client', 'kafka', 'plaintext', PORT], PORT);
      return membersOf(workload, MOST_BROKERS).map((host) => addressOf(host, port, PORT));
    });
    const workloads = group.map(({ workload }) => workload);
    return {
      source: 'kafka',
      namespace,
      name,
      because,
      hosts: group.flatMap(({ workload }) => servicesOf(workload, objects).map(hostOf)),
      entry: brokers.length === 0 ? withoutMembers(workloads) : (writing) => ({ brokers: brokers.slice(0, MOST_BROKERS), kubernetes: placement(writing, namespace, commonSelector(workloads)) }), // prettier-ignore
      hints: [LISTENERS_HINT],
    };
  });
}

function outside(objects: ClusterObjects): readonly FoundSystem[] {
  return outsideAt(PORT, objects).map(({ service: { namespace, name }, because, hosts }) => ({
    source: 'kafka',
    namespace,
    name,
    because,
    hosts: [hostOf({ namespace, name })],
    entry: () => ({ brokers: hosts.slice(0, MOST_BROKERS) }),
    hints: [LISTENERS_HINT],
  }));
}
