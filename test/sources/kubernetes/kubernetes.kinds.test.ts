import type { SourceEvent } from '../../../src/model/facts.js';
import { FindingReason } from '../../../src/model/finding-reason.js';
import { Evidence, HealthStatus, Severity, Unit } from '../../../src/model/health.js';
import { platformId, resourceId, systemId } from '../../../src/model/ids.js';
import { type RecordKind, ResourceKind } from '../../../src/model/kinds.js';
import type { Pod } from '../../../src/model/pod.js';
import { defineRule } from '../../../src/model/rule.js';
import { observation } from '../../../src/clients/kubernetes-collection-watch.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { HOUR, type Instant, MINUTE } from '../../../src/model/time.js';
import { type JobFacts, WorkloadType } from '../../../src/model/workload.js';
import { kubernetesKinds } from '../../../src/sources/kubernetes/kubernetes.kinds.js';
import { clusterId, zoneId } from '../../../src/sources/kubernetes/kubernetes.ids.js';
import { RECORD_COLLECTIONS } from '../../../src/sources/kubernetes/watched-collections.js';
import { platformKinds, platformRecords } from '../../../src/sources/platform.js';
import { type World, judgedWorld } from '../../support/judged.js';
import { ago, seen as shown, uid, workload } from '../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../support/kubernetes-world.js';
import { SYSTEM, objects, place, recorded } from './recorded.js';

const now = 1 as Instant;

const ill = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_CRASH_LOOP,
  title: 'Crash loop',
  description: 'As kubectl shows it.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_CRASH_LOOPING: {} },
  judge: ({ main }) => {
    if (!main.displayStatus.includes('CrashLoopBackOff') && main.labels['ill'] === undefined) return null;
    const words = { message: 'It crashes.', advice: 'Look.' };
    return { findings: [{ reason: FindingReason.POD_CRASH_LOOPING, severity: Severity.CRITICAL, ...words }] };
  },
});

const failedJob: JobFacts = {
  startedAt: ago(HOUR),
  completedAt: null,
  failedAt: ago(MINUTE),
  failureReason: 'BackoffLimitExceeded',
  failureMessage: null,
  activeDeadline: null,
  schedule: null,
  timeZone: null,
  lastScheduledAt: null,
  lastSucceededAt: null,
  isFinished: true,
};

const totals = ['runningPods', 'cpuRequestedMillicores', 'memoryRequestedBytes'] as const;
const ofCluster = ['nodes', 'allocatableCpuMillicores', 'allocatableMemoryBytes', 'unschedulablePods'] as const;

function total(kind: ResourceKind.NODE | ResourceKind.CLUSTER, names: readonly string[]) {
  return defineRule({
    kind,
    signal: SignalName.CLUSTER_USE,
    title: 'Totals',
    description: 'What others contribute.',
    unit: Unit.COUNT,
    evidence: Evidence.MEASURED,
    limits: {},
    judge: () => null,
    measure: (subject) => names.map((name) => ({ subject: name, value: subject.total(name), observedAt: now })),
  });
}

const KINDS: Readonly<Record<string, string>> = { storageclasses: 'StorageClass' };

/** Objects of a collection, as observations. */
function seen(
  subject: string,
  change: (raw: { metadata: { labels?: object } }) => void = () => undefined,
): SourceEvent[] {
  const collection = RECORD_COLLECTIONS.find((one) => one.subject === subject);
  if (collection === undefined) throw new Error(`no collection ${subject}`);
  const kind = KINDS[subject] ?? subject.slice(0, -1);
  return Object.keys(objects)
    .filter((name) => name.split('/')[0]?.toLowerCase() === kind.toLowerCase())
    .map((name) => {
      const raw = recorded(name);
      change(raw);
      return observation(collection.kind, collection.project(raw, place()), now);
    });
}

function world(...order: readonly SourceEvent[][]): World {
  const result = judgedWorld({
    kinds: [...platformKinds, ...kubernetesKinds],
    rules: [ill, total(ResourceKind.NODE, totals), total(ResourceKind.CLUSTER, [...totals, ...ofCluster])],
  });
  result.see(...platformRecords(() => true, now));
  const zone = zoneId(SYSTEM, 'zone-a');
  const common = { system: SYSTEM, namespace: null, labels: {} };
  result.see(
    observation(
      ResourceKind.CLUSTER,
      { ...common, id: clusterId(SYSTEM), kind: ResourceKind.CLUSTER, name: SYSTEM } as never,
      now,
    ),
    observation(ResourceKind.ZONE, { ...common, id: zone, kind: ResourceKind.ZONE, name: 'zone-a' }, now),
  );
  for (const batch of order) result.see(...batch);
  return result;
}

function idOf(kind: RecordKind, name: string) {
  return resourceId(kind, SYSTEM, (recorded(name) as { metadata: { uid: string } }).metadata.uid);
}

describe('what a cluster is made of', () => {
  const isOfSpread = ({ metadata: { labels } }: { metadata: { labels?: { app?: string } } }): boolean =>
    labels?.app === 'spread';
  const spreadIsIll = () =>
    seen('pods', (raw) => {
      if (isOfSpread(raw)) raw.metadata.labels = { ...raw.metadata.labels, ill: 'yes' };
    });
  const workloads = () => [...seen('deployments'), ...seen('replicasets'), ...seen('statefulsets')];

  it.each([
    ['after', () => [workloads(), seen('namespaces'), spreadIsIll()]],
    ['before', () => [spreadIsIll(), seen('namespaces'), workloads()]],
  ])('a pod seen %s its owners counts for its Deployment, not for the ReplicaSet between', (_, order) => {
    const { registry } = world(...order());
    const status = (kind: ResourceKind, name: string) => registry.get(idOf(kind, name))?.status;
    expect(status(ResourceKind.WORKLOAD, 'Deployment/spread')).toBe(HealthStatus.DEGRADED);
    const replicaSet = Object.keys(objects).find((name) => name.startsWith('ReplicaSet/spread')) ?? '';
    expect(status(ResourceKind.WORKLOAD, replicaSet)).toBe(HealthStatus.HEALTHY);
    expect(status(ResourceKind.NAMESPACE, 'Namespace/recorded')).toBe(HealthStatus.DEGRADED);
  });

  it('a pod of nobody counts for its namespace, and all of it up to the platform', () => {
    const { registry } = world(seen('namespaces'), seen('pods'));
    expect(registry.get(idOf(ResourceKind.POD, 'Pod/oom'))?.status).toBe(HealthStatus.UNHEALTHY);
    const above = [
      idOf(ResourceKind.NAMESPACE, 'Namespace/recorded'),
      clusterId(SYSTEM),
      systemId('kubernetes'),
      platformId,
    ];
    expect(above.map((id) => registry.get(id)?.status)).toEqual(above.map(() => HealthStatus.DEGRADED));
  });

  it('a pod counts for its namespace as long as its owner is not there, and for its owner then', () => {
    const ofSpread = spreadIsIll().filter((event) => 'aspect' in event && isOfSpread({ metadata: event.facts as Pod }));
    const result = world(seen('namespaces'), ofSpread);
    const status = (kind: ResourceKind, name: string) => result.registry.get(idOf(kind, name))?.status;
    // None of its pods works.
    expect(status(ResourceKind.NAMESPACE, 'Namespace/recorded')).toBe(HealthStatus.UNHEALTHY);
    result.see(...workloads());
    expect(status(ResourceKind.NAMESPACE, 'Namespace/recorded')).toBe(HealthStatus.DEGRADED);
    expect(status(ResourceKind.WORKLOAD, 'Deployment/spread')).toBe(HealthStatus.DEGRADED);
  });

  it.each(['CronJob', 'Job.batch.volcano.sh'])('a job counts for its namespace where its %s is not there', (kind) => {
    const identity = { id: uid(ResourceKind.NAMESPACE, 'shop'), kind: ResourceKind.NAMESPACE, name: 'shop' };
    const namespace = { ...workload(), ...identity, namespace: null };
    const failed = workload({
      type: WorkloadType.JOB,
      desired: null,
      owner: { id: uid(ResourceKind.WORKLOAD, 'nightly'), kind, name: 'nightly' },
      job: failedJob,
    });
    const result = kubernetesWorld().see(shown(namespace), shown(failed));
    expect(result.status(namespace.id)).toBe(HealthStatus.DEGRADED);
  });

  it('pods, claims, volumes, nodes and zones lead to each other', () => {
    const all = ['nodes', 'statefulsets', 'pods', 'persistentvolumeclaims', 'persistentvolumes', 'storageclasses'];
    const { registry } = world(...all.map((subject) => seen(subject)));
    const pod = registry.get(idOf(ResourceKind.POD, 'Pod/ledger-0'));
    const claim = pod?.one('claim', ResourceKind.CLAIM);
    const volume = claim?.one('volume', ResourceKind.VOLUME);
    expect(pod?.one('owner', ResourceKind.WORKLOAD)?.main.name).toBe('ledger');
    expect(pod?.one('node', ResourceKind.NODE)?.one('zone', ResourceKind.ZONE)?.main.name).toBe('zone-a');
    expect(volume?.main.name).toBe('disk-1');
    expect(volume?.from('volume', ResourceKind.CLAIM).map(({ id }) => id)).toEqual([claim?.id]);
    const zonal = registry.get(idOf(ResourceKind.VOLUME, 'PersistentVolume/recorded-zonal'));
    expect(zonal?.one('volumeZone', ResourceKind.ZONE)?.main.name).toBe('zone-a');
  });

  it('requests are counted where they are held, as kubectl counts them', () => {
    const result = world(seen('nodes'), seen('pods'));
    const values = (id: ReturnType<typeof idOf>): Record<string, number | null> =>
      Object.fromEntries(result.readings(id).map(({ subject, value }) => [subject ?? '', value] as const));
    const MEBI = 2 ** 20;
    // crashing, oom, pod-level and ledger-0; all others ask for nothing.
    expect(values(idOf(ResourceKind.NODE, 'Node/node-a'))).toMatchObject({
      cpuRequestedMillicores: 100 + 10 + 300 + 10,
      memoryRequestedBytes: (96 + 16 + 100 + 16) * MEBI,
    });
    const cluster = values(clusterId(SYSTEM));
    // And what waits for room: 64 cores and a tebibyte.
    expect(cluster['cpuRequestedMillicores']).toBe(420 + 64_000);
    expect(cluster['nodes']).toBe(2);
    expect(cluster['allocatableCpuMillicores']).toBe(2_000 + 16_000);
    expect(cluster['unschedulablePods']).toBe(3);
  });
});
