import type { Collection } from '../../clients/kubernetes-collection-watch.js';
import type { MainFacts } from '../../model/facts.js';
import { type RecordKind, ResourceKind, SupportKind } from '../../model/kinds.js';
import { projectClaim } from './claim.projection.js';
import { projectCronJob, projectJob } from './job.projection.js';
import { projectNamespace } from './namespace.projection.js';
import { projectNode } from './node.projection.js';
import { projectPod } from './pod.projection.js';
import type { Place } from '../../clients/kubernetes-projection.js';
import { projectStorageClass } from './storage-class.projection.js';
import { projectVolume } from './volume.projection.js';
import { projectDaemonSet, projectDeployment, projectReplicaSet, projectStatefulSet } from './workload.projection.js';

/** One whose objects are records, one to one. */
export interface RecordCollection<K extends RecordKind = RecordKind> extends Collection {
  readonly kind: K;
  readonly project: (raw: never, place: Place) => MainFacts<K>;
}

const { NODE, NAMESPACE, WORKLOAD, POD, CLAIM, VOLUME } = ResourceKind;

function workloads(group: 'apps' | 'batch', subject: string, project: RecordCollection['project']): RecordCollection {
  return { subject, resource: `${subject}.${group}`, path: `/apis/${group}/v1/${subject}`, kind: WORKLOAD, project };
}

function core(subject: string, kind: RecordKind, project: RecordCollection['project']): RecordCollection {
  return { subject, resource: subject, path: `/api/v1/${subject}`, kind, project };
}

/** What is listed and watched as it is. */
export const RECORD_COLLECTIONS: readonly RecordCollection[] = [
  core('nodes', NODE, projectNode),
  core('namespaces', NAMESPACE, projectNamespace),
  workloads('apps', 'deployments', projectDeployment),
  workloads('apps', 'replicasets', projectReplicaSet),
  workloads('apps', 'statefulsets', projectStatefulSet),
  workloads('apps', 'daemonsets', projectDaemonSet),
  workloads('batch', 'jobs', projectJob),
  workloads('batch', 'cronjobs', projectCronJob),
  core('pods', POD, projectPod),
  core('persistentvolumes', VOLUME, projectVolume),
  core('persistentvolumeclaims', CLAIM, projectClaim),
  {
    subject: 'storageclasses',
    resource: 'storageclasses.storage.k8s.io',
    path: '/apis/storage.k8s.io/v1/storageclasses',
    kind: SupportKind.STORAGE_CLASS,
    project: projectStorageClass,
  },
];

/** Its objects are completed by what is remembered of them. */
export const ATTACHMENTS: Collection = {
  subject: 'volumeattachments',
  resource: 'volumeattachments.storage.k8s.io',
  path: '/apis/storage.k8s.io/v1/volumeattachments',
  kind: SupportKind.VOLUME_ATTACHMENT,
};

/** Two selectors, for a field selector knows no "or". */
export const EVENTS: readonly Collection[] = [
  {
    subject: 'events',
    resource: 'events',
    path: '/api/v1/events?fieldSelector=type%3DWarning',
    kind: SupportKind.CLUSTER_EVENT,
  },
  {
    subject: 'events of scaling up',
    resource: 'events',
    path: '/api/v1/events?fieldSelector=reason%3DTriggeredScaleUp',
    kind: SupportKind.CLUSTER_EVENT,
  },
];

/** The permission for it names it, and so must the request. */
export const AUTOSCALER_STATUS: Collection = {
  subject: 'configmap cluster-autoscaler-status',
  resource: 'configmaps',
  path: '/api/v1/namespaces/kube-system/configmaps?fieldSelector=metadata.name%3Dcluster-autoscaler-status',
  kind: null,
};
