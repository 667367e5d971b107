import type { Cluster } from '../../../src/model/cluster.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { type RecordKind, ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import type { VolumeAttachment } from '../../../src/model/volume.js';
import { clusterId, zoneId } from '../../../src/sources/kubernetes/kubernetes.ids.js';
import { kubernetesConfigSchema } from '../../../src/sources/kubernetes/kubernetes.config.js';
import { createKubernetesSource } from '../../../src/sources/kubernetes/kubernetes.source.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SYSTEM, objects, recorded } from './recorded.js';
import { RecordedCluster } from './recorded-cluster.js';
import { ManualClock } from '../../support/manual-clock.js';
import { SourceReports } from '../../support/source-reports.js';

let cluster: RecordedCluster;
let reports: SourceReports<ManualClock>;
let source: RunningSource;

beforeEach(async () => {
  cluster = await RecordedCluster.start();
  reports = new SourceReports(new ManualClock());
  source = createKubernetesSource(
    kubernetesConfigSchema.parse({
      name: SYSTEM,
      kubeconfig: await cluster.kubeconfig(),
      kubelets: { enabled: false },
      maximumNodes: 12,
      labels: { team: 'data' },
    }),
    reports.context,
  );
});

afterEach(async () => {
  await source.stop();
  await cluster.close();
});

const idOf = (kind: RecordKind, uid: string): ResourceId => resourceId(kind, SYSTEM, uid);
const uidOf = (name: string): string => (recorded(name) as { metadata: { uid: string } }).metadata.uid;
const isUsage = (event: SourceEvent): boolean => 'aspect' in event && event.aspect === 'usage';
const seen = (kind: RecordKind): readonly SourceEvent[] =>
  reports.events.filter((event) => event.kind === kind && !isUsage(event));
const isSeen = (name: string, kind: RecordKind): boolean => reports.of(idOf(kind, uidOf(name))) !== undefined;

async function startAll(): Promise<void> {
  source.start();
  await reports.until('everything is seen', () =>
    reports.source(source.id).sights.every(({ state }) => state === 'ok'),
  );
}

/** Lets time pass in small steps, with room for the network between them, until something holds. */
async function pass(what: string, holds: () => boolean): Promise<void> {
  for (let step = 0; !holds(); step += 1) {
    if (step > 1_000) throw new Error(`it never comes to pass: ${what}`);
    reports.clock.advance(50);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

describe('the source of a cluster', () => {
  it('begins with itself and what configuration alone tells', () => {
    source.start();
    const [batch] = reports.batches;
    expect(batch?.map(({ id, kind }) => ({ id, kind }))).toEqual([
      { id: source.id, kind: ResourceKind.SOURCE },
      { id: clusterId(SYSTEM), kind: ResourceKind.CLUSTER },
    ]);
    expect(batch?.[1]).toMatchObject({ observedAt: null, facts: { version: null, configuredMaximumNodes: 12 } });
    const self = reports.source(source.id);
    expect(self).toMatchObject({ name: 'kubernetes/prod', state: 'starting', endpointId: clusterId(SYSTEM) });
    expect(new Set(self.sights.map(({ state }) => state))).toEqual(new Set(['starting']));
  });

  it('takes the times of a cluster whose clock is ten minutes ahead for what they are', async () => {
    cluster.clockSkew = 600_000;
    await startAll();
    const name = Object.keys(objects).find((key) => key.startsWith('Pod/')) ?? '';
    const { metadata } = recorded(name) as { metadata: { uid: string; creationTimestamp: string } };
    const seenAt = (reports.of(idOf(ResourceKind.POD, metadata.uid)) as { createdAt: number }).createdAt;
    // The Date header tells whole seconds.
    expect(Math.abs(seenAt + 600_000 - Date.parse(metadata.creationTimestamp))).toBeLessThan(2_000);
  });

  it('reports everything there is, and its version', async () => {
    await startAll();
    await reports.until('the version', () => (reports.of(clusterId(SYSTEM)) as Cluster).version === 'v1.34.4');
    const count = (prefix: string): number => Object.keys(objects).filter((key) => key.startsWith(prefix)).length;
    expect(seen(ResourceKind.POD)).toHaveLength(count('Pod/'));
    // Nobody asks the kubelets here.
    const usages = reports.events.filter(isUsage);
    expect(usages).toHaveLength(count('Pod/'));
    expect(usages[0]).toMatchObject({ observedAt: null, facts: { containers: [], unavailable: 'not configured' } });
    expect(seen(ResourceKind.CLAIM)).toHaveLength(count('PersistentVolumeClaim/'));
    expect(seen(SupportKind.CLUSTER_EVENT)).toHaveLength(count('Event/'));
    expect(seen(ResourceKind.NAMESPACE)).toHaveLength(count('Namespace/'));
    expect(reports.source(source.id)).toMatchObject({ state: 'ok', message: null, consecutiveFailures: 0 });
  });

  it('has one sight for each path, and each kind it watches has one', async () => {
    await startAll();
    const { sights } = reports.source(source.id);
    expect(sights.filter(({ kind }) => kind === ResourceKind.WORKLOAD)).toHaveLength(6);
    expect(new Set(sights.map(({ subject }) => subject)).size).toBe(sights.length);
    // Nothing becomes unknown without the report of an autoscaler.
    expect(sights.find(({ subject }) => subject.startsWith('configmap'))?.kind).toBeNull();
  });

  it('names a zone before its first node, once, and remembers it', async () => {
    await startAll();
    const zone = zoneId(SYSTEM, 'zone-a');
    const batch = reports.batches.find((events) => events.some(({ id }) => id === zone)) ?? [];
    expect(batch.findIndex(({ id }) => id === zone)).toBeLessThan(
      batch.findIndex(({ kind }) => kind === ResourceKind.NODE),
    );
    cluster.change('DELETED', recorded('Node/node-a'));
    cluster.change('DELETED', recorded('Node/zone-a-fake-1'));
    await reports.until(
      'both are gone',
      () => !isSeen('Node/node-a', ResourceKind.NODE) && !isSeen('Node/zone-a-fake-1', ResourceKind.NODE),
    );
    expect(reports.of(zone)).toBeDefined();
    expect(seen(ResourceKind.ZONE)).toHaveLength(1);
  });

  it('a pod made anew under its old name is another', async () => {
    await startAll();
    const pod = recorded('Pod/ledger-0') as { metadata: { uid: string } };
    cluster.change('DELETED', pod);
    cluster.change('ADDED', { ...pod, metadata: { ...pod.metadata, uid: 'another' } });
    await reports.until('the new one', () => reports.of(idOf(ResourceKind.POD, 'another')) !== undefined);
    expect(isSeen('Pod/ledger-0', ResourceKind.POD)).toBe(false);
  });

  it('remembers since when an attachment fails, though the attacher rewrites the time', async () => {
    await startAll();
    const name = 'VolumeAttachment/recorded-attachment';
    const attachment = (): VolumeAttachment =>
      reports.of(idOf(SupportKind.VOLUME_ATTACHMENT, uidOf(name))) as VolumeAttachment;
    const since = attachment().errorSince;
    expect(since).not.toBeNull();
    reports.clock.advance(1_000);
    const rewritten = recorded(name) as { status: { attachError: { time: string } } };
    rewritten.status.attachError.time = '2026-06-01T00:00:00Z';
    cluster.change('MODIFIED', rewritten);
    await reports.until('the new time', () => attachment().attachError?.at === Date.parse('2026-06-01T00:00:00Z'));
    expect(attachment().errorSince).toBe(since);
  });

  it('forgets an event when the API does', async () => {
    await startAll();
    const isThere = (): boolean => reports.one(SupportKind.CLUSTER_EVENT, 'POD/crashing/BackOff') !== undefined;
    expect(isThere()).toBe(true);
    cluster.change('DELETED', recorded('Event/crashing.BackOff'));
    await reports.until('it is gone', () => !isThere());
  });

  it('passes over an object that cannot be read', async () => {
    await startAll();
    const pod = recorded('Pod/ledger-0') as { metadata: object };
    const { length } = seen(ResourceKind.POD);
    cluster.change('ADDED', { ...pod, metadata: { uid: 'nameless' } });
    cluster.change('ADDED', { ...pod, metadata: { ...pod.metadata, uid: 'next' } });
    await reports.until('the next one', () => reports.of(idOf(ResourceKind.POD, 'next')) !== undefined);
    expect(seen(ResourceKind.POD)).toHaveLength(length + 1);
  });

  it('says how fresh its watches are, every five seconds at most', async () => {
    await startAll();
    const before = reports.batches.length;
    reports.clock.advance(4_000);
    cluster.change('MODIFIED', recorded('Pod/ledger-0'));
    await reports.until('the change', () => reports.batches.length > before);
    const contact = (): unknown => reports.sight(source.id, 'pods')?.contactAt;
    const old = contact();
    reports.clock.advance(1_001);
    expect(contact()).toBeGreaterThan(Number(old));
  });

  it('a permission that is missing hides one kind, and is named', async () => {
    cluster.forbidden.add('persistentvolumes');
    source.start();
    await reports.until(
      'all but one',
      () => reports.source(source.id).sights.filter(({ state }) => state === 'ok').length === 15,
    );
    expect(reports.sight(source.id, 'persistentvolumes')?.state).toBe('starting');
    await pass('it is said', () => reports.sight(source.id, 'persistentvolumes')?.state !== 'starting');
    const sight = reports.sight(source.id, 'persistentvolumes');
    expect(sight).toMatchObject({ state: 'forbidden', kind: ResourceKind.VOLUME });
    expect(sight?.message).toMatch(/(list|watch) persistentvolumes/);
    expect(reports.source(source.id).state).toBe('ok');
  });

  it('is lost when two looks two seconds apart failed, with all it sees, and comes back', async () => {
    await startAll();
    const self = () => reports.source(source.id);
    await cluster.stop();
    const stoppedAt = reports.clock.now();
    await pass('a first look fails', () => self().consecutiveFailures === 1);
    // It did not wait for its interval: the watches ended.
    expect(reports.clock.now() - stoppedAt).toBeLessThanOrEqual(1_500);
    expect(self()).toMatchObject({ state: 'ok', message: null });
    await pass('it is lost', () => self().state === 'lost');
    expect(reports.clock.now() - stoppedAt).toBeLessThanOrEqual(4_500);
    expect(self().message).toContain('ECONNREFUSED');
    expect(self().sights.map(({ state }) => state)).toEqual(self().sights.map(() => 'lost'));
    const lostAt = reports.clock.now();
    await pass('it stays away', () => reports.clock.now() - lostAt >= 30_000);
    await cluster.resume();
    await pass('it is back', () => self().state === 'ok');
    const backAt = reports.clock.now();
    await pass('all is seen again', () => self().sights.every(({ state }) => state === 'ok'));
    // No watch waited for its own turn.
    expect(reports.clock.now() - backAt).toBeLessThanOrEqual(2_000);
  });

  it.each([
    ['that has lost its etcd, though watches are open and it says its version', 'isWithoutStore', 'lost', '500'],
    ['that does not say which version it is', 'isNonsense', 'invalid', 'does not say which version it is'],
  ] as const)('what one sees %s is not believed, until it is over', async (_, trouble, state, message) => {
    await startAll();
    await pass('all is seen', () => reports.source(source.id).sights.every((sight) => sight.state === 'ok'));
    cluster[trouble] = true;
    await pass('it is said', () => reports.source(source.id).state === state);
    expect(reports.source(source.id).message).toContain(message);
    expect(new Set(reports.source(source.id).sights.map((sight) => sight.state))).toEqual(new Set([state]));
    cluster[trouble] = false;
    await pass('it is over', () => reports.source(source.id).state === 'ok');
    expect(reports.source(source.id).sights.every((sight) => sight.state === 'ok')).toBe(true);
  });

  it('stops for good', async () => {
    await startAll();
    await source.stop();
    const { length } = reports.batches;
    cluster.change('MODIFIED', recorded('Pod/ledger-0'));
    reports.clock.advance(60_000);
    expect(reports.batches).toHaveLength(length);
    expect(reports.clock.nextAt).toBeNull();
  });
});

describe('a kubeconfig that cannot be read', () => {
  it('is said at once', () => {
    const config = kubernetesConfigSchema.parse({ name: SYSTEM, kubeconfig: '/nowhere' });
    expect(() => createKubernetesSource(config, reports.context)).toThrow('cannot read kubeconfig /nowhere');
  });
});
