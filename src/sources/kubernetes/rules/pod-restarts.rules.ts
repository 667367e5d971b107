import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import type { Container, Termination } from '../../../model/pod.js';
import { type Candidate, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { HOUR, type Instant, MINUTE, type Milliseconds, after } from '../../../model/time.js';
import { knownIncrease } from './counters.js';
import { type SeenPod, isExempt } from './pod-exemption.js';

const outOfMemory = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_OOM,
  title: 'Out of memory',
  description:
    'A container was killed for its memory use: critical for ten minutes, a warning until an hour. (awesome-prometheus-alerts; robusta)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { CONTAINER_OOM_KILLED: { criticalWithin: 10 * MINUTE, warnWithin: HOUR } },
  judge: (pod, { CONTAINER_OOM_KILLED: { criticalWithin, warnWithin } }, now) => {
    if (isExempt(pod)) return null;
    const times: Instant[] = [];
    const findings = pod.main.containers.flatMap((container): Candidate[] => {
      const kill = newestKill(container);
      if (kill?.finishedAt == null) return [];
      const age = now - kill.finishedAt;
      if (age >= warnWithin) return [];
      times.push(after(kill.finishedAt, age < criticalWithin ? criticalWithin : warnWithin));
      return [
        {
          reason: FindingReason.CONTAINER_OOM_KILLED,
          subject: container.name,
          severity: age < criticalWithin ? Severity.CRITICAL : Severity.WARNING,
          message: `Container ${container.name} was killed ${describeDuration(age)} ago because it used more memory than its limit.`,
          advice: 'Raise the memory limit, or find out what grew: compare with the memory readings before the kill.',
          since: kill.finishedAt,
        },
      ];
    });
    return { findings, reconsiderAt: earliest(times) };
  },
});

function newestKill({ lastTermination, termination }: Container): Termination | undefined {
  return [termination, lastTermination].find((end) => end?.reason === 'OOMKilled') ?? undefined;
}

const restarting = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_RESTARTS,
  title: 'Restarts',
  description:
    'Restarts within ten minutes, critical from three in fifteen: from increases of the restart count, and from the time at ' +
    'which the container last ended, so that a restart counts that nobody watched. (robusta; popeye)',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { CONTAINER_RESTARTING: { warnAt: 1, window: 10 * MINUTE, criticalAt: 3, criticalWindow: 15 * MINUTE } },
  judge: (pod, { CONTAINER_RESTARTING: limit }, now) => {
    if (isExempt(pod)) return null;
    const times: Instant[] = [];
    const findings = pod.main.containers.flatMap((container): Candidate[] => {
      const lately = restartsWithin(pod, container, limit.window, now);
      const longer = restartsWithin(pod, container, limit.criticalWindow, now);
      const isCritical = longer >= limit.criticalAt;
      if (lately < limit.warnAt && !isCritical) return [];
      const newest = newestRestart(pod, container) ?? now;
      times.push(after(newest, limit.window), after(newest, limit.criticalWindow));
      // As each earlier restart leaves the longer window, the count falls.
      for (const { at } of pod.samples('restarts', container.name)) times.push(after(at, limit.criticalWindow));
      const end = container.lastTermination;
      const how = end === null ? '' : `; it last ended with ${end.reason ?? 'no reason'}, exit code ${end.exitCode}`;
      const count = isCritical
        ? `${longer} times in ${describeDuration(limit.criticalWindow)}`
        : `${lately} times in ${describeDuration(limit.window)}`;
      return [
        {
          reason: FindingReason.CONTAINER_RESTARTING,
          subject: container.name,
          severity: isCritical ? Severity.CRITICAL : Severity.WARNING,
          message: `Container ${container.name} restarted ${count}${how}.`,
          advice: `Read its last words: kubectl logs -n ${pod.main.namespace} ${pod.main.name} -c ${container.name} --previous`,
          clearAfter: 0,
        },
      ];
    });
    return { findings, reconsiderAt: earliest(times.filter((at) => at > now)) };
  },
  measure: (pod, { CONTAINER_RESTARTING: { window } }, now) =>
    pod.main.containers.map((container) => ({
      subject: container.name,
      value: restartsWithin(pod, container, window, now),
      observedAt: pod.observedAt,
      series: 'restarts',
    })),
});

function restartsWithin(pod: SeenPod, container: Container, window: Milliseconds, now: Instant): number {
  const counted = knownIncrease(pod.samples('restarts', container.name), window, now);
  const finishedAt = container.restarts > 0 ? (container.lastTermination?.finishedAt ?? null) : null;
  const isRecent = finishedAt !== null && finishedAt > now - window;
  return Math.max(counted, isRecent ? 1 : 0);
}

function newestRestart(pod: SeenPod, { name, lastTermination }: Container): Instant | null {
  const samples = pod.samples('restarts', name);
  const last = samples.at(-1);
  const grewAt = last !== undefined && last.value > (samples.at(-2)?.value ?? last.value) ? last.at : null;
  const times = [grewAt, lastTermination?.finishedAt ?? null].filter((at) => at !== null);
  return times.length === 0 ? null : (Math.max(...times) as Instant);
}

const crashLooping = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_CRASH_LOOP,
  title: 'Crash loop',
  description:
    'A container waits in CrashLoopBackOff: critical at once, and held while it flaps, until it ran for the ten minutes after ' +
    'which the kubelet itself forgets. (kubernetes-mixin KubePodCrashLooping)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_CRASH_LOOPING: { clearAfter: 10 * MINUTE } },
  judge: (pod, { POD_CRASH_LOOPING: { clearAfter } }) => {
    if (isExempt(pod)) return null;
    const findings = pod.main.containers
      .filter(({ waitingReason }) => waitingReason === 'CrashLoopBackOff')
      .map((container): Candidate => {
        const end = container.lastTermination;
        const how = end === null ? '' : ` It last ended with ${end.reason ?? 'no reason'}, exit code ${end.exitCode}.`;
        return {
          reason: FindingReason.POD_CRASH_LOOPING,
          subject: container.name,
          severity: Severity.CRITICAL,
          message: `Container ${container.name} keeps ending: ${container.restarts} restarts so far.${how}`,
          advice: `Read its last words: kubectl logs -n ${pod.main.namespace} ${pod.main.name} -c ${container.name} --previous`,
          clearAfter,
        };
      });
    return { findings };
  },
});

function earliest(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : (Math.min(...times) as Instant);
}

export const podRestartRules: readonly Rule[] = [outOfMemory, restarting, crashLooping];
