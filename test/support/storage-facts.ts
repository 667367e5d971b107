import type { Cluster, Zone } from '../../src/model/cluster.js';
import type { Observation } from '../../src/model/facts.js';
import { resourceId } from '../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../src/model/kinds.js';
import type { Source } from '../../src/model/source.js';
import { SourceMode } from '../../src/model/source.js';
import type { Instant } from '../../src/model/time.js';
import {
  type Claim,
  ClaimPhase,
  type ClaimUsage,
  type StorageClass,
  type Volume,
  type VolumeAttachment,
} from '../../src/model/volume.js';
import { clusterId, zoneId } from '../../src/sources/kubernetes/kubernetes.ids.js';
import { CLUSTER, LONG_AGO, NOW, uid } from './kubernetes-facts.js';

/** Facts of clusters, zones and storage, healthy unless a test says otherwise. */
const common = { system: CLUSTER, namespace: null, labels: {} };

export function cluster(more: Partial<Cluster> = {}): Cluster {
  const facts = { version: '1.34', configuredMaximumNodes: null, nodeGroups: [] };
  return { ...common, id: clusterId(CLUSTER), kind: ResourceKind.CLUSTER, name: CLUSTER, ...facts, ...more };
}

export function zone(name = 'zone-a'): Zone {
  return { ...common, id: zoneId(CLUSTER, name), kind: ResourceKind.ZONE, name };
}

export function source(more: Partial<Source> = {}): Source {
  return {
    ...common,
    id: resourceId(ResourceKind.SOURCE, CLUSTER, `kubernetes/${CLUSTER}`),
    kind: ResourceKind.SOURCE,
    name: `kubernetes/${CLUSTER}`,
    mode: SourceMode.WATCHED,
    interval: null,
    lastDurationMilliseconds: null,
    consecutiveFailures: 0,
    partOf: 'kubernetes',
    endpointId: clusterId(CLUSTER),
    state: 'ok',
    message: null,
    stateSince: LONG_AGO,
    sights: [],
    clockSkew: null,
    ...more,
  };
}

export function claim(more: Partial<Claim> = {}): Claim {
  const name = more.name ?? 'data';
  return {
    ...common,
    id: uid(ResourceKind.CLAIM, name),
    kind: ResourceKind.CLAIM,
    name,
    namespace: 'shop',
    phase: ClaimPhase.BOUND,
    requestedBytes: 100e9,
    storageClass: 'fast',
    volumeName: 'disk-1',
    createdAt: LONG_AGO,
    deletingSince: null,
    finalizers: [],
    ...more,
  };
}

export function claimUsage(more: Partial<ClaimUsage> = {}, observedAt: Instant = NOW): Observation {
  const facts: ClaimUsage = {
    capacityBytes: 1_000,
    usedBytes: 100,
    availableBytes: 900,
    inodes: 1_000,
    inodesFree: 900,
    unavailable: null,
    ...more,
  };
  return { id: claim().id, kind: ResourceKind.CLAIM, aspect: 'usage', facts, observedAt };
}

export function volume(more: Partial<Volume> = {}): Volume {
  const name = more.name ?? 'disk-1';
  return {
    ...common,
    id: uid(ResourceKind.VOLUME, name),
    kind: ResourceKind.VOLUME,
    name,
    storageClass: 'fast',
    driver: 'csi.example.com',
    phase: 'Bound',
    phaseMessage: null,
    handle: 'vol-1',
    declaredBytes: 1_000,
    claimRef: { id: claim().id, namespace: 'shop', name: 'data' },
    accessModes: ['ReadWriteOnce'],
    nodeAlternatives: [],
    zoneNames: [],
    createdAt: LONG_AGO,
    deletingSince: null,
    finalizers: [],
    ...more,
  };
}

/** What binds a volume to one zone. */
export function boundTo(zoneName: string): Pick<Volume, 'nodeAlternatives' | 'zoneNames'> {
  return {
    nodeAlternatives: [[{ key: 'topology.kubernetes.io/zone', operator: 'In', values: [zoneName] }]],
    zoneNames: [zoneName],
  };
}

export function attachment(more: Partial<VolumeAttachment> = {}): VolumeAttachment {
  return {
    id: uid(SupportKind.VOLUME_ATTACHMENT, 'attachment'),
    kind: SupportKind.VOLUME_ATTACHMENT,
    name: 'attachment',
    system: CLUSTER,
    namespace: null,
    nodeName: 'node-a',
    isAttached: true,
    attachError: null,
    detachError: null,
    volumeName: 'disk-1',
    attacher: 'csi.example.com',
    createdAt: LONG_AGO,
    deletingSince: null,
    errorSince: null,
    ...more,
  };
}

export function storageClass(waitsForConsumer: boolean): StorageClass {
  return {
    id: uid(SupportKind.STORAGE_CLASS, 'fast'),
    kind: SupportKind.STORAGE_CLASS,
    name: 'fast',
    system: CLUSTER,
    namespace: null,
    provisioner: 'csi.example.com',
    waitsForConsumer,
    isDefault: true,
  };
}
