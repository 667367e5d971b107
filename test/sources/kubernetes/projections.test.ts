import { referenceTo, resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { PodPhase } from '../../../src/model/pod.js';
import { ClaimPhase } from '../../../src/model/volume.js';
import { WorkloadType } from '../../../src/model/workload.js';
import { projectClaim } from '../../../src/sources/kubernetes/claim.projection.js';
import { projectEvent } from '../../../src/sources/kubernetes/event.projection.js';
import { projectCronJob, projectJob } from '../../../src/sources/kubernetes/job.projection.js';
import { projectNamespace } from '../../../src/sources/kubernetes/namespace.projection.js';
import { projectNode } from '../../../src/sources/kubernetes/node.projection.js';
import { projectPod } from '../../../src/sources/kubernetes/pod.projection.js';
import type { Place } from '../../../src/clients/kubernetes-projection.js';
import { UnreadableObject } from '../../../src/clients/kubernetes-raw-object.js';
import { projectStorageClass } from '../../../src/sources/kubernetes/storage-class.projection.js';
import { projectVolumeAttachment } from '../../../src/sources/kubernetes/volume-attachment.projection.js';
import { projectVolume } from '../../../src/sources/kubernetes/volume.projection.js';
import {
  projectDaemonSet,
  projectDeployment,
  projectReplicaSet,
  projectStatefulSet,
} from '../../../src/sources/kubernetes/workload.projection.js';
import { SYSTEM, objects, place, recorded } from './recorded.js';

describe('a projected node', () => {
  it('says what it is, has and offers', () => {
    const node = projectNode(recorded('Node/node-a'), place());
    expect(node).toMatchObject({
      name: 'node-a',
      isReady: true,
      isSchedulable: true,
      kubeletVersion: 'v1.34.4',
      zoneName: 'zone-a',
      kubeletHost: '10.99.0.1',
      kubeletPort: 10_250,
      addresses: ['10.99.0.1', 'node-a'],
      taintList: [],
    });
    expect(node.capacity.pods).toBe(110);
    expect(node.allocatable.memoryBytes).toBeLessThan(node.capacity.memoryBytes);
    expect(node.conditions.map(({ type }) => type)).toContain('MemoryPressure');
  });

  it('that is only played has no kubelet, and its taints', () => {
    const node = projectNode(recorded('Node/zone-a-fake-1'), place());
    expect(node.kubeletHost).toBeNull();
    expect(node.taintList).toEqual([{ key: 'platform.test/fake', value: null, effect: 'NoSchedule' }]);
    const annotated = recorded('Node/node-a') as { metadata: { annotations: Record<string, string> } };
    annotated.metadata.annotations['kwok.x-k8s.io/node'] = 'fake';
    expect(projectNode(annotated as never, place())).toMatchObject({ kubeletHost: null, addresses: null });
  });

  it.each([
    ['True', true],
    ['False', false],
    ['Unknown', null],
  ])('whose Ready is %s', (status, isReady) => {
    const node = recorded('Node/node-a') as { status: { conditions: { type: string; status: string }[] } };
    for (const condition of node.status.conditions) if (condition.type === 'Ready') condition.status = status;
    expect(projectNode(node as never, place()).isReady).toBe(isReady);
  });
});

describe('projected workloads', () => {
  it('a Deployment says what it asks of zones and nodes', () => {
    const deployment = projectDeployment(recorded('Deployment/spread'), place());
    expect(deployment).toMatchObject({
      type: WorkloadType.DEPLOYMENT,
      desired: 3,
      ready: 3,
      updated: 3,
      isObserved: true,
    });
    expect(deployment.zonalNeed).toEqual({
      because: 'TOPOLOGY_SPREAD',
      replicas: 3,
      excludesByHost: true,
      nodeAlternatives: [
        [
          { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
          { key: 'platform.test/power', operator: 'In', values: ['on'] },
        ],
      ],
      tolerations: [{ key: 'platform.test/fake', operator: 'Exists', value: null, effect: 'NoSchedule' }],
    });
  });

  it('a ReplicaSet leaves that to its owner', () => {
    const name = Object.keys(objects).find((key) => key.startsWith('ReplicaSet/spread')) ?? '';
    const replicaSet = projectReplicaSet(recorded(name), place());
    expect(replicaSet).toMatchObject({ owner: { kind: 'Deployment', name: 'spread' }, zonalNeed: null, ready: 3 });
  });

  it('a StatefulSet has claims, and keeping away from others is no need of its own', () => {
    const set = projectStatefulSet(recorded('StatefulSet/partitioned'), place());
    expect(set).toMatchObject({ claimTemplates: ['data'], zonalNeed: { because: 'ZONAL_VOLUMES', replicas: 2 } });
  });

  const set = (spec: object, status: object): never => {
    const object = recorded('StatefulSet/ledger') as { spec: object; status: object };
    return { ...object, spec: { ...object.spec, replicas: 3, ...spec }, status } as never;
  };
  const partition = (partition: number) => ({
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } },
  });
  const halfWay = { currentRevision: 'a', updateRevision: 'b', updatedReplicas: 1 };

  it.each([
    ['is rolling out', partition(0), halfWay, 1],
    ['is rolled out', partition(0), { currentRevision: 'b', updateRevision: 'b' }, 3],
    ['is held back by its partition', partition(2), halfWay, null],
    ['is rolling out up to its partition', partition(1), halfWay, 1],
    ['is rolled out by hand', { updateStrategy: { type: 'OnDelete' } }, halfWay, null],
  ])('a StatefulSet that %s', (_, spec, status, updated) => {
    expect(projectStatefulSet(set(spec, status), place()).updated).toBe(updated);
  });

  it('a DaemonSet counts nodes', () => {
    expect(projectDaemonSet(recorded('DaemonSet/collector'), place())).toMatchObject({
      type: WorkloadType.DAEMON_SET,
      desired: 1,
      ready: 1,
      updated: 1,
    });
  });

  it('a Job says how it ended', () => {
    const job = projectJob(recorded('Job/failing'), place()).job;
    expect(job).toMatchObject({ isFinished: true, failureReason: 'BackoffLimitExceeded', activeDeadline: 600_000 });
    expect(job?.failedAt).not.toBeNull();
    expect(projectJob(recorded('Job/migration'), place()).job).toMatchObject({ isFinished: true, failedAt: null });
  });

  it('a CronJob says when it runs', () => {
    const cronJob = projectCronJob(recorded('CronJob/suspended'), place());
    expect(cronJob).toMatchObject({ isPaused: true, job: { schedule: '0 3 * * *', timeZone: 'Europe/Berlin' } });
  });
});

describe('projected storage', () => {
  it('a volume of a zone', () => {
    const volume = projectVolume(recorded('PersistentVolume/recorded-zonal'), place());
    expect(volume).toMatchObject({
      driver: 'ebs.csi.aws.com',
      handle: 'vol-0123',
      declaredBytes: 10 * 2 ** 30,
      zoneNames: ['zone-a'],
      claimRef: { namespace: 'recorded', name: 'data-partitioned-0' },
      phase: 'Bound',
    });
    expect(volume.claimRef?.id).toBe(projectClaim(recorded('PersistentVolumeClaim/data-partitioned-0'), place()).id);
  });

  it('a volume of a host', () => {
    expect(projectVolume(recorded('PersistentVolume/disk-1'), place())).toMatchObject({
      driver: 'local',
      zoneNames: [],
      nodeAlternatives: [[{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-a'] }]],
    });
  });

  it('claims', () => {
    expect(projectClaim(recorded('PersistentVolumeClaim/pending'), place())).toMatchObject({
      phase: ClaimPhase.PENDING,
      requestedBytes: 1.5 * 2 ** 30,
      storageClass: 'platform-local',
      volumeName: null,
    });
    expect(projectClaim(recorded('PersistentVolumeClaim/data-ledger-0'), place()).volumeName).toBe('disk-1');
  });

  it('an attachment in error', () => {
    expect(projectVolumeAttachment(recorded('VolumeAttachment/recorded-attachment'), place())).toMatchObject({
      nodeName: 'zone-a-fake-1',
      volumeName: 'recorded-zonal',
      isAttached: false,
      attachError: { message: 'rpc error: code = Internal desc = could not attach volume' },
      detachError: null,
    });
  });

  it('a storage class', () => {
    expect(projectStorageClass(recorded('StorageClass/platform-local'), place())).toMatchObject({
      provisioner: 'kubernetes.io/no-provisioner',
      waitsForConsumer: true,
      isDefault: false,
    });
  });
});

describe('projected events', () => {
  it('lead to what they are about', () => {
    const event = projectEvent(recorded('Event/crashing.BackOff'), place());
    const uid = (recorded('Pod/crashing') as { metadata: { uid: string } }).metadata.uid;
    expect(event).toMatchObject({
      reason: 'BackOff',
      isWarning: true,
      regarding: resourceId(ResourceKind.POD, SYSTEM, uid),
    });
  });

  it('of the new API have times too', () => {
    expect(projectEvent(recorded('Event/too-large.FailedScheduling'), place())?.lastSeenAt).toBeGreaterThan(0);
  });

  it('of nodes lead there by name: kubelets give no uid', () => {
    const event = projectEvent(
      {
        reason: 'Rebooted',
        type: 'Warning',
        lastTimestamp: '2026-01-01T00:00:00Z',
        involvedObject: { kind: 'Node', name: 'node-a', uid: 'node-a' },
      },
      place(),
    );
    expect(event?.regarding).toBe(referenceTo(ResourceKind.NODE, SYSTEM, null, 'node-a'));
  });

  it('about what is not known here are passed over', () => {
    expect(projectEvent({ reason: 'x', involvedObject: { kind: 'Workflow', name: 'w' } }, place())).toBeNull();
    const job = { apiVersion: 'batch.volcano.sh/v1alpha1', kind: 'Job', name: 'w' };
    expect(projectEvent({ reason: 'x', involvedObject: job }, place())).toBeNull();
  });
});

describe('a word that only JavaScript knows', () => {
  it.each(['constructor', '__proto__', 'toString'])('is no phase, and nothing that events are about: %s', (word) => {
    const withPhase = (name: string): never => ({ ...(recorded(name) as object), status: { phase: word } }) as never;
    expect(projectPod(withPhase('Pod/crashing'), place()).phase).toBe(PodPhase.UNKNOWN);
    expect(projectClaim(withPhase('PersistentVolumeClaim/pending'), place()).phase).toBe(ClaimPhase.PENDING);
    expect(projectEvent({ reason: 'x', involvedObject: { kind: word, name: 'w' } }, place())).toBeNull();
  });
});

type Project = (raw: never, place: Place) => unknown;

const PROJECTIONS: Readonly<Record<string, Project>> = {
  Pod: projectPod,
  Node: projectNode,
  Namespace: projectNamespace,
  Deployment: projectDeployment,
  ReplicaSet: projectReplicaSet,
  StatefulSet: projectStatefulSet,
  DaemonSet: projectDaemonSet,
  Job: projectJob,
  CronJob: projectCronJob,
  PersistentVolume: projectVolume,
  PersistentVolumeClaim: projectClaim,
  StorageClass: projectStorageClass,
  VolumeAttachment: projectVolumeAttachment,
  Event: projectEvent,
};

/** Every object with each of its fields, however deep, missing or of another type. */
function* mutations(object: unknown): Generator {
  for (const path of paths(object)) {
    for (const value of [undefined, null, 42, 'text', [], {}, [null, 'a']]) {
      const copy = structuredClone(object) as Record<string, unknown>;
      let target: Record<string, unknown> = copy;
      for (const key of path.slice(0, -1)) target = target[key] as Record<string, unknown>;
      target[path.at(-1) ?? ''] = value;
      yield copy;
    }
  }
}

function* paths(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield [...path, key];
    yield* paths(child, [...path, key]);
  }
}

/** What a value is, as far as its readers rely on it; null is a value they expect. */
function sortOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function expectSameShape(facts: object, original: object): void {
  expect(Object.keys(facts)).toEqual(Object.keys(original));
  for (const [key, value] of Object.entries(facts)) {
    const expected: unknown = original[key as keyof typeof original];
    if (value === null || expected === null) continue;
    if (sortOf(value) !== sortOf(expected)) throw new Error(`${key} is ${sortOf(value)}, not ${sortOf(expected)}`);
  }
}

describe('whatever an object looks like', () => {
  it.each(Object.keys(objects))('%s is read, or refused for what it lacks', (name) => {
    const project = PROJECTIONS[name.split('/')[0] ?? ''];
    if (project === undefined) throw new Error(`no projection of ${name}`);
    const original = project(recorded(name), place()) as object;
    const shared = place();
    let refused = 0;
    for (const mutated of mutations(objects[name])) {
      try {
        const facts = project(mutated as never, shared) as object | null;
        if (facts !== null) expectSameShape(facts, original);
      } catch (error) {
        if (!(error instanceof UnreadableObject)) throw error;
        refused += 1;
      }
    }
    // What has no uid, name or time of creation is nobody.
    expect(refused).toBeGreaterThan(0);
  });
});

/** Every time among facts, by where it stands: milliseconds of this century and nothing else is as large. */
function timesIn(facts: unknown): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const path of paths(facts)) {
    const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], facts);
    if (typeof value === 'number' && value > 1.5e12) found.set(path.join('.'), value);
  }
  return found;
}

it.each(Object.keys(objects))('all times of %s are by our clock, whatever its own says', (name) => {
  const project = PROJECTIONS[name.split('/')[0] ?? ''];
  const times = timesIn(project?.(recorded(name), place()));
  const shifted = timesIn(project?.(recorded(name), { ...place(), clockSkew: () => 600_000 }));
  expect(shifted).toEqual(new Map([...times].map(([path, at]) => [path, at - 600_000])));
});

/** The same object, with all that it says to people said anew. */
function saying(object: unknown, message: string): unknown {
  return JSON.parse(JSON.stringify(object), (key, value: unknown) =>
    key === 'message' && typeof value === 'string' ? message : value,
  ) as unknown;
}

const TALKERS = Object.keys(objects).filter((name) => JSON.stringify(recorded(name)).includes('"message":"'));

it.each(TALKERS)('what %s says is told without secrets', (name) => {
  const project = PROJECTIONS[name.split('/')[0] ?? ''];
  const facts = JSON.stringify(project?.(saying(recorded(name), 'password=Hunter2 was said') as never, place()));
  expect(facts).not.toContain('Hunter2');
});

it('what an event and a failed attachment say is told', () => {
  const event = objectOf('Event');
  expect(projectEvent(saying(event, 'password=Hunter2 failed') as never, place())?.message).toBe('password=*** failed');
  const attachment = {
    ...(objectOf('VolumeAttachment') as object),
    status: { attached: false, attachError: { message: 'token=Hunter2 failed', time: '2026-01-01T00:00:00Z' } },
  };
  expect(projectVolumeAttachment(attachment as never, place()).attachError?.message).toBe('token=*** failed');
});

/** Some object of that kind. */
function objectOf(kind: string): unknown {
  return recorded(Object.keys(objects).find((name) => name.startsWith(`${kind}/`)) ?? kind);
}
