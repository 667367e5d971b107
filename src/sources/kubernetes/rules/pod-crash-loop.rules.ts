import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, type Sample, Severity } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Container, ContainerState, type Pod, PodPhase } from '../../../model/pod.js';
import { type Candidate, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, type Milliseconds, after, earliest } from '../../../model/time.js';
import { counted } from '../../counted.js';
import { type SeenPod, isExempt } from './pod-exemption.js';
import { isStartFailure } from './pod-start.rules.js';

export const CRASH_LOOP = 'CrashLoopBackOff';

export const crashLooping = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_CRASH_LOOP,
  title: 'Crash loop',
  description:
    'A container waits in CrashLoopBackOff: critical at once, and held while it flaps, until it ran for the ten minutes after ' +
    'which the kubelet itself forgets. (kubernetes-mixin KubePodCrashLooping)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_CRASH_LOOPING: { clearAfter: 10 * MINUTE } },
  judge: (pod, { POD_CRASH_LOOPING: { clearAfter } }, now) => {
    if (pod.main.phase === PodPhase.FAILED) return null;
    const looping = pod.main.containers.filter((container) => isLooping(pod, container, clearAfter, now));
    if (looping.length === 0 || isExempt(pod)) return null;
    const times = looping.flatMap(({ runningSince }) => runningSince ?? []).map((at) => after(at, clearAfter));
    return {
      findings: looping.map((container) => toldOf(pod.main, container)),
      reconsiderAt: earliest(times),
    };
  },
});

/** It waits to be started again, or was since, and has not lasted yet. */
function isLooping(pod: SeenPod, container: Container, clearAfter: Milliseconds, now: Instant): boolean {
  const { name, state, waitingReason, runningSince } = container;
  if (waitingReason === CRASH_LOOP) return true;
  const backOff = pod.samples('backOffs', name).at(-1);
  if (backOff === undefined || isStartFailure(waitingReason)) return false;
  if (mayHaveLasted(container, backOff, clearAfter)) return false;
  if (runningSince !== null) return now < after(runningSince, clearAfter);
  if (state !== ContainerState.TERMINATED) return true;
  return !isDone(pod.main, container) && !hasLasted(pod, container, backOff.at, clearAfter);
}

/** There were starts and waits that nobody saw, over so long a time that one of the runs may have been long enough. */
function mayHaveLasted(
  { restarts, runningSince, termination, lastTermination }: Container,
  backOff: Sample,
  clearAfter: Milliseconds,
): boolean {
  if (restarts <= backOff.value + 1) return false;
  const seenUntil = runningSince ?? (termination ?? lastTermination)?.finishedAt ?? backOff.at;
  return seenUntil >= after(backOff.at, clearAfter);
}

function isDone({ restartPolicy }: Pod, { isInit, termination }: Container): boolean {
  return termination?.exitCode === 0 && (isInit || restartPolicy !== 'Always');
}

/** Whether the run that began after the wait, and is over, was long enough. */
function hasLasted(pod: SeenPod, { name, termination }: Container, waitedAt: Instant, clearAfter: Milliseconds) {
  const run = pod.samples('runs', name).at(-1);
  const finishedAt = termination?.finishedAt ?? null;
  return run !== undefined && run.at > waitedAt && finishedAt !== null && finishedAt - run.value >= clearAfter;
}

function toldOf({ namespace, name }: Pod, container: Container): Candidate {
  return {
    reason: FindingReason.POD_CRASH_LOOPING,
    subject: container.name,
    severity: Severity.CRITICAL,
    message: `Container ${container.name} keeps ending, with ${counted(container.restarts, 'restart')} so far${describeEnd(container)}.`,
    advice: `Read its last words: kubectl logs -n ${namespace} ${name} -c ${container.name} --previous`,
    since: container.lastTermination?.finishedAt ?? null,
  };
}

/** How its run before this one ended, to stand at the end of a sentence. */
export function describeEnd({ lastTermination: end }: Container): string {
  return end === null ? '' : `; it last ended with ${end.reason ?? 'no reason'}, exit code ${end.exitCode}`;
}
