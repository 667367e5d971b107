import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import {
  type Candidate,
  type Judgement,
  NUMERIC_CLEAR,
  type Rule,
  type Seen,
  defineRule,
} from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, after } from '../../../model/time.js';
import { readyOf, turnsOf, unreadySince } from './node-readiness.js';
import { isRetired } from './node-retirement.js';
import { quoted } from '../../quoted.js';

/** Conditions that mean trouble while they are True: the kubelet's own, and the node problem detector's. */
const TROUBLES = new Set([
  'MemoryPressure',
  'DiskPressure',
  'PIDPressure',
  'NetworkUnavailable',
  'KernelDeadlock',
  'ReadonlyFilesystem',
  'CorruptDockerOverlay2',
  'FrequentKubeletRestart',
  'FrequentDockerRestart',
  'FrequentContainerdRestart',
  'FrequentUnregisterNetDevice',
  'KubeletUnhealthy',
  'ContainerRuntimeUnhealthy',
]);

const conditions = defineRule({
  kind: ResourceKind.NODE,
  signal: SignalName.NODE_CONDITIONS,
  title: 'Node conditions',
  description:
    'Ready is not True (False and Unknown are one): a warning at once, critical after a minute; progress while the node is new, ' +
    'nothing while it is cordoned and empty, nor for ten minutes while it is deleted: then its deletion hangs. Pressure and the node problem detector’s known conditions are warnings; so are more ' +
    'than two changes between ready and not in a quarter of an hour. (kubernetes-mixin)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: {
    NODE_NOT_READY: { criticalAfter: MINUTE, newFor: 5 * MINUTE, deletedFor: 10 * MINUTE },
    NODE_UNREACHABLE: { criticalAfter: MINUTE, newFor: 5 * MINUTE, deletedFor: 10 * MINUTE },
    NODE_UNDER_PRESSURE: {},
    NODE_FLAPPING: { warnAbove: 2, window: 15 * MINUTE },
  },
  judge: (node, limits, now) => {
    const { main } = node;
    if (main.deletingSince !== null) return judgeDeleted(node, main.deletingSince, limits, now);
    const findings: Candidate[] = main.conditions
      .filter(({ type, status }) => TROUBLES.has(type) && status === 'True')
      .map(({ type, message, since }) => ({
        reason: FindingReason.NODE_UNDER_PRESSURE,
        subject: type,
        severity: Severity.WARNING,
        message: `${type}${message === null ? '' : `: ${quoted(message)}`}.`,
        advice: `See what it is short of: kubectl describe node ${main.name}`,
        since,
      }));
    // What a node does while it joins is no flapping.
    const joinedAt = after(main.createdAt, limits.NODE_NOT_READY.newFor);
    const turns = turnsOf(node).filter(({ at }) => at > now - limits.NODE_FLAPPING.window && at > joinedAt);
    const changes = turns.length;
    if (changes > limits.NODE_FLAPPING.warnAbove) {
      findings.push({
        reason: FindingReason.NODE_FLAPPING,
        severity: Severity.WARNING,
        message: `It changed between ready and not ready ${changes} times in ${describeDuration(limits.NODE_FLAPPING.window)}.`,
        advice: 'Look at its kubelet’s log, its load and its connection to the API server.',
      });
    }
    const [oldest] = turns;
    const reconsiderAt = oldest === undefined ? null : after(oldest.at, limits.NODE_FLAPPING.window);
    const unready = judgeReadiness(node, limits, now);
    return {
      findings: [...findings, ...(unready?.findings ?? [])],
      isProgressing: unready?.isProgressing === true,
      reconsiderAt: unready?.reconsiderAt ?? reconsiderAt,
    };
  },
});

type ReadinessLimits = Readonly<
  Record<'NODE_NOT_READY' | 'NODE_UNREACHABLE', Record<'criticalAfter' | 'newFor' | 'deletedFor', number>>
>;

function judgeReadiness(node: Seen<ResourceKind.NODE>, limits: ReadinessLimits, now: Instant): Judgement | null {
  const { main } = node;
  const ready = readyOf(main);
  if (ready?.status === 'True' || isRetired(node)) return null;
  const isSilent = ready?.status === 'Unknown';
  const since = unreadySince(node);
  const silence = now - (ready?.since ?? main.createdAt);
  const reason = isSilent ? FindingReason.NODE_UNREACHABLE : FindingReason.NODE_NOT_READY;
  const grownAt = after(main.createdAt, limits[reason].newFor);
  if (now < grownAt) return { isProgressing: true, reconsiderAt: grownAt };
  const criticalAt = after(since, limits[reason].criticalAfter);
  const finding: Candidate = {
    reason,
    severity: now < criticalAt ? Severity.WARNING : Severity.CRITICAL,
    message: isSilent
      ? `It has not reported for ${describeDuration(silence)}.`
      : `It says that it is not ready for ${describeDuration(now - since)}: ${quoted(ready?.message ?? ready?.reason ?? 'no reason given')}.`,
    advice: isSilent
      ? 'Look at whether the machine runs and its kubelet reaches the API server.'
      : `Look at its kubelet’s log, and kubectl describe node ${main.name}`,
    since,
  };
  return { findings: [finding], reconsiderAt: now < criticalAt ? criticalAt : null };
}

/** It is drained and switched off, which is meant, and then it goes: one that stays is held by a finalizer. */
function judgeDeleted(
  node: Seen<ResourceKind.NODE>,
  deletingSince: Instant,
  limits: ReadinessLimits,
  now: Instant,
): Judgement | null {
  const unready = judgeReadiness(node, limits, now);
  const [finding] = unready?.findings ?? [];
  if (finding === undefined) return { reconsiderAt: unready?.reconsiderAt ?? null };
  const from = Math.max(deletingSince, unreadySince(node)) as Instant;
  const hangsAt = after(from, limits[finding.reason as keyof ReadinessLimits].deletedFor);
  if (now < hangsAt) return { reconsiderAt: hangsAt };
  const advice = `Its deletion hangs: see which finalizer holds it, kubectl get node ${node.main.name} -o yaml`;
  return { ...unready, findings: [{ ...finding, advice }] };
}

const scheduling = defineRule({
  kind: ResourceKind.NODE,
  signal: SignalName.NODE_SCHEDULING,
  title: 'Cordoned nodes',
  description: 'A node that takes no new pods.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { NODE_CORDONED: {} },
  judge: ({ main }) =>
    main.isSchedulable
      ? null
      : {
          findings: [
            {
              reason: FindingReason.NODE_CORDONED,
              severity: Severity.INFO,
              message: 'It is cordoned: it takes no new pods.',
              advice: `When its maintenance is over: kubectl uncordon ${main.name}`,
            },
          ],
        },
});

const podCount = defineRule({
  kind: ResourceKind.NODE,
  signal: SignalName.NODE_POD_COUNT,
  title: 'Pods per node',
  description:
    'Running pods as a share of those the node may run; nodes for a single pod are exempt. (kubernetes-mixin KubeletTooManyPods)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { NODE_PODS_NEAR_CAPACITY: { warnAt: 0.95 } },
  judge: (node, { NODE_PODS_NEAR_CAPACITY: { warnAt } }) => {
    const { pods } = node.main.allocatable;
    const running = node.total('runningPods');
    if (pods <= 1 || running / pods <= warnAt) return null;
    return {
      findings: [
        {
          reason: FindingReason.NODE_PODS_NEAR_CAPACITY,
          severity: Severity.WARNING,
          message: `It runs ${running} of at most ${pods} pods.`,
          advice: 'Add nodes, or raise maxPods of its kubelet if it has the addresses and the room.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (node) =>
    node.main.allocatable.pods > 1
      ? [{ value: node.total('runningPods') / node.main.allocatable.pods, observedAt: node.observedAt }]
      : [],
});

export const nodeRules: readonly Rule[] = [conditions, scheduling, podCount];
