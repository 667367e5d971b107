import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind, SupportKind } from '../../../model/kinds.js';
import { type Container, PodPhase } from '../../../model/pod.js';
import { type Candidate, type Judgement, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, type Milliseconds, SECOND, after } from '../../../model/time.js';
import { lookUp } from '../../look-up.js';
import { type SeenPod, isExempt } from './pod-exemption.js';
import { quoted } from '../../quoted.js';

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

function failureOf(waitingReason: string | null): StartFailure | null {
  return lookUp(FAILURES, waitingReason) ?? null;
}

/** Whether a waiting reason has a finding of its own here. */
export function isStartFailure(waitingReason: string | null): boolean {
  return failureOf(waitingReason) !== null;
}

const cannotStart = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_START,
  title: 'Start of containers',
  description:
    'A container cannot start: its image, its configuration or its creation fails for fifteen seconds; or it is being created ' +
    'for more than two minutes, or waits that long for its init containers before the first of them begins. (k8sgpt; kubelet sources)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: {
    IMAGE_PULL_FAILED: { for: 15 * SECOND },
    CONTAINER_CONFIG_ERROR: { for: 15 * SECOND },
    CONTAINER_CREATE_FAILED: { for: 15 * SECOND },
    CONTAINER_CREATING_STUCK: { for: 2 * MINUTE },
  },
  judge: (pod, limits, now) => {
    // A failed pod starts nothing any more: how it ended is said by the rule for that.
    if (!pod.main.containers.some(isWaiting) || pod.main.phase === PodPhase.FAILED || isExempt(pod)) return null;
    const findings = pod.main.containers.flatMap(({ name, image, waitingReason, waitingMessage }): Candidate[] => {
      const reason = failureOf(waitingReason);
      if (reason === null) return [];
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
    const creating = judgeCreation(pod, limits.CONTAINER_CREATING_STUCK.for, now);
    return { ...creating, findings: [...findings, ...(creating.findings ?? [])] };
  },
});

function isWaiting({ waitingReason }: Container): boolean {
  return waitingReason !== null;
}

/** Counted from when the kubelet took the pod on; of a container that is made anew, from when that was first seen. */
function judgeCreation(pod: SeenPod, allowed: Milliseconds, now: Instant): Judgement {
  const { phase, containers, startedAt, scheduledAt } = pod.main;
  const creating = containers.filter(({ waitingReason }) => waitingReason === 'ContainerCreating');
  const isHeldUp = containers.some(({ isInit, isSidecar }) => isInit || isSidecar) && isNoneBegun(containers);
  if (creating.length === 0 && !isHeldUp) return {};
  const isFirstTime = phase === PodPhase.PENDING && (isHeldUp || creating.some(isNew));
  const since = startedAt ?? scheduledAt;
  if (!isFirstTime || since === null) return { findings: [{ ...creatingStuck(pod), holdFor: allowed }] };
  const lateAt = after(since, allowed);
  return now < lateAt ? { reconsiderAt: lateAt } : { findings: [{ ...creatingStuck(pod), since }] };
}

/** Before the first init container, as while volumes are not mounted, all containers of such a pod wait for the init ones. */
function isNoneBegun(containers: readonly Container[]): boolean {
  return containers.every((container) => container.waitingReason === 'PodInitializing' && isNew(container));
}

function isNew({ restarts, lastTermination }: Container): boolean {
  return restarts === 0 && lastTermination === null;
}

/** What keeps a sandbox or its volumes from coming up, as the kubelet and the attach controller record it. */
const OBSTACLES = ['FailedMount', 'FailedAttachVolume', 'FailedCreatePodSandBox', 'FailedMapVolume'];

function creatingStuck(pod: SeenPod): Candidate {
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
  };
}

export const podStartRules: readonly Rule[] = [cannotStart];
