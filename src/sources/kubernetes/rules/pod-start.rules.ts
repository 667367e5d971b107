import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind, SupportKind } from '../../../model/kinds.js';
import { type Candidate, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, SECOND, after } from '../../../model/time.js';
import { type SeenPod, isExempt } from './pod-exemption.js';
import { quoted } from './quoted.js';

type StartFailure =
  FindingReason.IMAGE_PULL_FAILED | FindingReason.CONTAINER_CONFIG_ERROR | FindingReason.CONTAINER_CREATE_FAILED;

/** The kubelet's waiting reasons that mean that a container cannot start (kubelet's images and container packages). */
const FAILURES: Readonly<Record<string, StartFailure>> = {
  ErrImagePull: FindingReason.IMAGE_PULL_FAILED,
  ImagePullBackOff: FindingReason.IMAGE_PULL_FAILED,
  ErrImageNeverPull: FindingReason.IMAGE_PULL_FAILED,
  InvalidImageName: FindingReason.IMAGE_PULL_FAILED,
  ImageInspectError: FindingReason.IMAGE_PULL_FAILED,
  RegistryUnavailable: FindingReason.IMAGE_PULL_FAILED,
  CreateContainerConfigError: FindingReason.CONTAINER_CONFIG_ERROR,
  CreateContainerError: FindingReason.CONTAINER_CREATE_FAILED,
  RunContainerError: FindingReason.CONTAINER_CREATE_FAILED,
  PreCreateHookError: FindingReason.CONTAINER_CREATE_FAILED,
  PreStartHookError: FindingReason.CONTAINER_CREATE_FAILED,
  PostStartHookError: FindingReason.CONTAINER_CREATE_FAILED,
};

const ADVICE: Readonly<Record<StartFailure, string>> = {
  IMAGE_PULL_FAILED: 'Check the name of the image, that it exists, and that the node may pull it (imagePullSecrets).',
  CONTAINER_CONFIG_ERROR: 'Create the ConfigMap, Secret or key that it refers to, or mark the reference as optional.',
  CONTAINER_CREATE_FAILED: 'Check command, mounts and security context of the container, and the runtime on its node.',
};

/** Whether a waiting reason has a finding of its own here. */
export function isStartFailure(waitingReason: string | null): boolean {
  return waitingReason !== null && Object.hasOwn(FAILURES, waitingReason);
}

const cannotStart = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_START,
  title: 'Start of containers',
  description:
    'A container cannot start: its image, its configuration or its creation fails for fifteen seconds; or it is being created ' +
    'for more than two minutes. (k8sgpt; kubelet sources)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: {
    IMAGE_PULL_FAILED: { for: 15 * SECOND },
    CONTAINER_CONFIG_ERROR: { for: 15 * SECOND },
    CONTAINER_CREATE_FAILED: { for: 15 * SECOND },
    CONTAINER_CREATING_STUCK: { for: 2 * MINUTE },
  },
  judge: (pod, limits, now) => {
    if (isExempt(pod)) return null;
    const findings = pod.main.containers.flatMap(({ name, image, waitingReason, waitingMessage }): Candidate[] => {
      const reason = FAILURES[waitingReason ?? ''];
      if (reason === undefined) return [];
      const what = reason === FindingReason.IMAGE_PULL_FAILED ? `cannot get its image ${image}` : 'cannot start';
      const why = waitingMessage === null ? '' : `: ${quoted(waitingMessage)}`;
      return [
        {
          reason,
          subject: name,
          severity: Severity.CRITICAL,
          message: `Container ${name} ${what} (${waitingReason ?? ''})${why}.`,
          advice: ADVICE[reason],
          holdFor: limits[reason].for,
        },
      ];
    });
    const since = pod.main.startedAt ?? pod.main.scheduledAt;
    const isCreating = pod.main.containers.some(({ waitingReason }) => waitingReason === 'ContainerCreating');
    if (!isCreating || since === null) return { findings };
    const lateAt = after(since, limits.CONTAINER_CREATING_STUCK.for);
    if (now < lateAt) return { findings, reconsiderAt: lateAt };
    return { findings: [...findings, creatingStuck(pod, since)] };
  },
});

/** What keeps a sandbox or its volumes from coming up, as the kubelet and the attach controller record it. */
const OBSTACLES = ['FailedMount', 'FailedAttachVolume', 'FailedCreatePodSandBox', 'FailedMapVolume'];

function creatingStuck(pod: SeenPod, since: Instant): Candidate {
  const obstacle = pod
    .from('regarding', SupportKind.CLUSTER_EVENT)
    .map(({ main }) => main)
    // One may be about an earlier pod of that name.
    .filter(({ reason, lastSeenAt }) => OBSTACLES.includes(reason) && lastSeenAt >= pod.main.createdAt)
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt)[0];
  return {
    reason: FindingReason.CONTAINER_CREATING_STUCK,
    severity: Severity.WARNING,
    message:
      obstacle === undefined
        ? 'It has a node, and its containers are not created.'
        : `It has a node, and its containers are not created (${obstacle.reason}): ${quoted(obstacle.message)}.`,
    advice: `See what holds it up: kubectl describe pod -n ${pod.main.namespace} ${pod.main.name}`,
    since,
  };
}

export const podStartRules: readonly Rule[] = [cannotStart];
