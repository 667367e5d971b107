import {
  type ApiObject,
  CREATED,
  NAMESPACES,
  PODS_OF_DEPLOYMENT,
  PODS_OF_STATEFUL_SET,
  appLabels,
  appName,
  claimName,
  databaseLabels,
  extentOf,
  hasProxy,
  hashOf,
  metadata,
  namespaceName,
  nodeName,
  ownedBy,
  replicaSetName,
  statefulSetName,
  uidOf,
  zoneOf,
} from './names.js';
import { daemonSetPod, deploymentPod, podSpec, statefulSetPod } from './pods.js';

/** Everything of a cluster, what others need before them, as a list in which they come may not. */
export function* objectsOf(pods: number): Generator<ApiObject> {
  const { nodes, deployments, statefulSets } = extentOf(pods);
  for (let index = 0; index < NAMESPACES; index += 1) yield namespaceObject(index);
  for (let index = 0; index < nodes; index += 1) yield nodeObject(index);
  for (let index = 0; index < deployments; index += 1) yield deploymentObject(index);
  for (let index = 0; index < deployments; index += 1) yield replicaSetObject(index);
  for (let index = 0; index < statefulSets; index += 1) yield statefulSetObject(index);
  yield daemonSetObject(nodes);
  for (let index = 0; index < statefulSets * PODS_OF_STATEFUL_SET; index += 1) {
    yield volumeObject(index);
    yield claimObject(index);
  }
  let index = 0;
  for (let n = 0; n < deployments; n += 1)
    for (let k = 0; k < PODS_OF_DEPLOYMENT; k += 1) yield deploymentPod(n, k, nodeNameOf(index++, nodes));
  for (let n = 0; n < statefulSets * PODS_OF_STATEFUL_SET; n += 1) yield statefulSetPod(n, nodeNameOf(index++, nodes));
  for (let n = 0; n < nodes; n += 1) yield daemonSetPod(n);
}

/** Next to each other in a list are pods of one workload, and they are on different nodes. */
function nodeNameOf(index: number, nodes: number): string {
  return nodeName((index * 31) % nodes);
}

export function namespaceObject(index: number): ApiObject {
  const name = namespaceName(index);
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: metadata('Namespace', name, null, { labels: { 'kubernetes.io/metadata.name': name } }),
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

export function nodeObject(index: number): ApiObject {
  const name = nodeName(index);
  const resources = { cpu: '32', memory: '128Gi', pods: '110', 'ephemeral-storage': '200Gi' };
  const condition = (type: string, status: string, reason: string, message: string): object => ({
    type,
    status,
    reason,
    message,
    lastHeartbeatTime: CREATED,
    lastTransitionTime: CREATED,
  });
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: metadata('Node', name, null, {
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'm6.8xlarge',
        'topology.kubernetes.io/region': 'region-1',
        'topology.kubernetes.io/zone': zoneOf(index),
      },
    }),
    spec: { podCIDR: `10.100.${100 + (index % 100)}.0/24` },
    // Without an address: there is no kubelet to be asked.
    status: {
      capacity: resources,
      allocatable: resources,
      conditions: [
        condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'),
        condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
        condition('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'),
        condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
      ],
      nodeInfo: {
        kubeletVersion: 'v1.34.4',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
        containerRuntimeVersion: 'containerd://1.7.27',
        kernelVersion: '6.1.0-31-amd64',
        operatingSystem: 'linux',
        architecture: 'amd64',
      },
    },
  };
}

export function deploymentObject(index: number): ApiObject {
  const replicas = PODS_OF_DEPLOYMENT;
  const progressing = { reason: 'NewReplicaSetAvailable', message: 'ReplicaSet has successfully progressed.' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('Deployment', appName(index), namespaceName(index), {
      generation: 1,
      labels: appLabels(index),
      annotations: { 'deployment.kubernetes.io/revision': '1' },
    }),
    spec: {
      replicas,
      selector: { matchLabels: { app: appName(index) } },
      template: { metadata: { labels: appLabels(index) }, spec: podSpec(hasProxy(index)) },
    },
    status: {
      observedGeneration: 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      conditions: [
        { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable', message: 'Deployment has minimum availability.', lastTransitionTime: CREATED, lastUpdateTime: CREATED }, // prettier-ignore
        { type: 'Progressing', status: 'True', ...progressing, lastTransitionTime: CREATED, lastUpdateTime: CREATED },
      ],
    },
  };
}

export function replicaSetObject(index: number): ApiObject {
  const replicas = PODS_OF_DEPLOYMENT;
  const labels = { ...appLabels(index), 'pod-template-hash': hashOf(index) };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: metadata('ReplicaSet', replicaSetName(index), namespaceName(index), {
      generation: 1,
      labels,
      ...ownedBy('apps/v1', 'Deployment', appName(index), namespaceName(index)),
    }),
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec(hasProxy(index)) } }, // prettier-ignore
    status: { observedGeneration: 1, replicas, readyReplicas: replicas, availableReplicas: replicas, fullyLabeledReplicas: replicas }, // prettier-ignore
  };
}

export function statefulSetObject(index: number): ApiObject {
  const replicas = PODS_OF_STATEFUL_SET;
  const name = statefulSetName(index);
  const labels = databaseLabels(index);
  const revision = `${name}-${hashOf(index)}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadata('StatefulSet', name, namespaceName(index), { generation: 1, labels }),
    spec: {
      replicas,
      serviceName: name,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels }, spec: podSpec(false) },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claimSpec(null) }],
    },
    status: {
      observedGeneration: 1,
      replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      currentReplicas: replicas,
      updatedReplicas: replicas,
      currentRevision: revision,
      updateRevision: revision,
    },
  };
}

export function daemonSetObject(nodes: number): ApiObject {
  const labels = { app: 'agent' };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadata('DaemonSet', 'agent', namespaceName(0), { generation: 1, labels }),
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec(false) } },
    status: {
      observedGeneration: 1,
      desiredNumberScheduled: nodes,
      currentNumberScheduled: nodes,
      updatedNumberScheduled: nodes,
      numberReady: nodes,
      numberAvailable: nodes,
      numberMisscheduled: 0,
    },
  };
}

function volumeName(index: number): string {
  return `pvc-${uidOf(`volume/${index}`)}`;
}

function claimSpec(volume: string | null): object {
  const resources = { requests: { storage: '10Gi' } };
  return { accessModes: ['ReadWriteOnce'], resources, volumeMode: 'Filesystem', storageClassName: 'fast', ...(volume === null ? {} : { volumeName: volume }) }; // prettier-ignore
}

export function claimObject(index: number): ApiObject {
  const set = Math.floor(index / PODS_OF_STATEFUL_SET);
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadata('PersistentVolumeClaim', claimName(index), namespaceName(set), {
      labels: { app: statefulSetName(set) },
      finalizers: ['kubernetes.io/pvc-protection'],
    }),
    spec: claimSpec(volumeName(index)),
    status: { phase: 'Bound', accessModes: ['ReadWriteOnce'], capacity: { storage: '10Gi' } },
  };
}

export function volumeObject(index: number): ApiObject {
  const namespace = namespaceName(Math.floor(index / PODS_OF_STATEFUL_SET));
  const name = claimName(index);
  const uid = uidOf(`PersistentVolumeClaim/${namespace}/${name}`);
  const expression = { key: 'topology.kubernetes.io/zone', operator: 'In', values: [zoneOf(index)] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: metadata('PersistentVolume', volumeName(index), null, { finalizers: ['kubernetes.io/pv-protection'] }),
    spec: {
      capacity: { storage: '10Gi' },
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'fast',
      persistentVolumeReclaimPolicy: 'Delete',
      volumeMode: 'Filesystem',
      csi: { driver: 'ebs.csi.aws.com', volumeHandle: `vol-${uidOf(`handle/${index}`)}`, fsType: 'ext4' },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name, uid },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [expression] }] } },
    },
    status: { phase: 'Bound' },
  };
}
