import { z } from 'zod';
import { type FoundSystem, NO_REPLICAS, type Recogniser, type Writing, placement } from '../found.js';
import { becauseCalled, hostOf, membersOf, portOf, servicesOf } from '../matching.js';
import type { ClusterObjects, CustomObject, Workload } from '../objects.js';

const PORT = 8083;
const MOST_WORKERS = 100;
const NAMES = /^(?:cp-)?kafka-connect(?:-base)?$|^cp-server-connect(?:-base)?$/;
/** Of an image whose last part says too little. */
const PATHS = /(?:^|\/)debezium\/connect(?:-base)?$/;
const HINTS = ['user and password: where its REST interface asks for them'];

export const kafkaConnect: Recogniser = {
  source: 'kafka-connect',
  what: 'Kafka Connect',
  lookedFor:
    'KafkaConnect objects of kafka.strimzi.io; workloads that are labelled, or run an image that is called, kafka-connect, cp-kafka-connect, cp-server-connect or debezium/connect',
  reads: ['kafkaconnects.kafka.strimzi.io', 'statefulsets.apps', 'deployments.apps', 'services'],
  note: [],
  find: (objects, earlier) => [...objects.kafkaConnects.map((one) => ofStrimzi(one, earlier)), ...ofWorkloads(objects)],
};

const connectSchema = z.object({ replicas: z.int().optional(), bootstrapServers: z.string().optional() });

function ofStrimzi({ namespace, name, spec }: CustomObject, earlier: readonly FoundSystem[]): FoundSystem {
  const { replicas = 1, bootstrapServers = '' } = connectSchema.safeParse(spec).data ?? {};
  const [first = ''] = bootstrapServers.split(',').map((address) => address.trim().replace(/:\d+$/, ''));
  const kafka = earlier.find(({ source, hosts, namespace: own }) => source === 'kafka' && hosts.some((host) => isSameHost(first, host, own, namespace))); // prettier-ignore
  const workers = Array.from({ length: Math.min(replicas, MOST_WORKERS) }, (_, index) => `http://${name}-connect-${index}.${hostOf({ namespace, name: `${name}-connect` })}:${PORT}`); // prettier-ignore
  return {
    source: 'kafka-connect',
    namespace,
    name,
    because: `KafkaConnect ${namespace}/${name} of kafka.strimzi.io`,
    hosts: [],
    entry: workers.length === 0 ? NO_REPLICAS : entryOf(workers, kafka, (writing) => placement(writing, namespace, { 'strimzi.io/name': `${name}-connect` })), // prettier-ignore
    hints: HINTS,
  };
}

function entryOf(workers: readonly string[], kafka: FoundSystem | undefined, place: (writing: Writing) => object) {
  return (writing: Writing) => {
    const isNamed = kafka !== undefined && typeof kafka.entry === 'function';
    return { workers, ...(isNamed ? { kafka: writing.nameOf(kafka) } : {}), kubernetes: place(writing) };
  };
}

/** Whether an address as a pod of a namespace writes it ("kafka", "kafka.data", "kafka.data.svc.cluster.local") is that host. */
function isSameHost(written: string, host: string, hostsNamespace: string, namespace: string): boolean {
  if (written === '') return false;
  const [name = ''] = host.split('.');
  const short = written.replace(/\.cluster\.local$/, '');
  return short === host || `${short}.svc` === host || (short === name && hostsNamespace === namespace);
}

function ofWorkloads(objects: ClusterObjects): readonly FoundSystem[] {
  return objects.workloads.flatMap((workload): FoundSystem[] => {
    const { namespace, name, selector, labels } = workload;
    // What stands beside Kafka is called after it, too.
    const because = labels['strimzi.io/cluster'] === undefined ? becauseCalled(withoutComponent(workload), NAMES, PATHS) : null; // prettier-ignore
    if (because === null) return [];
    const workers = workersOf(workload, objects);
    const entry = 'none' in workers ? workers : entryOf(workers, undefined, (writing) => placement(writing, namespace, selector)); // prettier-ignore
    return [{ source: 'kafka-connect', namespace, name, because, hosts: [], entry, hints: HINTS }];
  });
}

function withoutComponent(workload: Workload): Workload {
  return { ...workload, labels: { ...workload.labels, 'app.kubernetes.io/component': '' } };
}

/** Each by itself; or why that cannot be. */
function workersOf(workload: Workload, objects: ClusterObjects): readonly string[] | { readonly none: string } {
  if (workload.replicas === 0) return NO_REPLICAS;
  const port = portOf(workload, ['rest-api', 'rest', 'http', PORT], PORT);
  const members = membersOf(workload, MOST_WORKERS);
  if (members.length > 0) return members.map((host) => `http://${host}:${port}`);
  const [service] = servicesOf(workload, objects);
  if (workload.replicas === 1 && service !== undefined) return [`http://${hostOf(service)}:${portOf(service, [port, 'rest-api', 'rest', 'http'], port)}`]; // prettier-ignore
  return {
    none: 'each worker has to be asked by itself, and its pods have no names: a StatefulSet would give them some',
  };
}
