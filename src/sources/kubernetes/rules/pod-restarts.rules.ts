import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { describeDuration } from '../../../model/duration.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Container, PodPhase } from '../../../model/pod.js';
import { type Candidate, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { HOUR, type Instant, MINUTE, type Milliseconds, after, earliest } from '../../../model/time.js';
import { howOften } from '../../counted.js';
import { knownIncrease } from '../../counters.js';
import { crashLooping, describeEnd } from './pod-crash-loop.rules.js';
import { type SeenPod, isExempt } from './pod-exemption.js';
import { mebibytes } from './pod-usage.rules.js';

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
    if (!pod.main.containers.some((container) => newestKill(pod, container) !== null) || isExempt(pod)) return null;
    const times: Instant[] = [];
    const findings = pod.main.containers.flatMap((container): Candidate[] => {
      const killedAt = newestKill(pod, container);
      if (killedAt === null || now >= after(killedAt, warnWithin)) return [];
      const isNew = now < after(killedAt, criticalWithin);
      times.push(after(killedAt, isNew ? criticalWithin : warnWithin));
      return [
        {
          reason: FindingReason.CONTAINER_OOM_KILLED,
          subject: container.name,
          severity: isNew ? Severity.CRITICAL : Severity.WARNING,
          message: describeKill(container),
          advice: 'Raise the memory limit, or find out what grew: compare with the memory readings before the kill.',
          since: killedAt,
        },
      ];
    });
    return { findings, reconsiderAt: earliest(times) };
  },
});

/** One without a time happened when it was first seen, with as many restarts as the last of them had. */
function newestKill(pod: SeenPod, { name }: Container): Instant | null {
  const dated = pod.samples('kills', name);
  const undated = pod.samples('undatedKills', name);
  if (dated.length + undated.length === 0) return null;
  const restarts = undated.at(-1)?.value;
  const times = [
    ...dated.map(({ value }) => value as Instant),
    ...undated
      .filter(({ value }) => value === restarts)
      .slice(0, 1)
      .map(({ at }) => at),
  ];
  return Math.max(...times) as Instant;
}

function describeKill({ name, memoryLimit }: Container): string {
  return memoryLimit === null
    ? `Container ${name}, which has no memory limit, was killed when its pod or node ran out of memory.`
    : `Container ${name} was killed when it wanted more memory than its limit of ${mebibytes(memoryLimit)}.`;
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
    // One that has failed starts nothing again, though its kubelet counts what it lost sight of as a restart: its end is told.
    if (pod.main.phase === PodPhase.FAILED || isExempt(pod)) return null;
    if (!pod.main.containers.some((container) => mayHaveRestarted(pod, container))) return null;
    const times: Instant[] = [];
    const findings = pod.main.containers.flatMap((container): Candidate[] => {
      const lately = restartsWithin(pod, container, limit.window, now);
      const longer = restartsWithin(pod, container, limit.criticalWindow, now);
      const isCritical = longer >= limit.criticalAt;
      if (lately < limit.warnAt && !isCritical) return [];
      const restartTimes = restartTimesOf(pod, container);
      // As each of them leaves a window, the count falls.
      times.push(...restartTimes.flatMap((at) => [after(at, limit.window), after(at, limit.criticalWindow)]));
      const [count, window] = isCritical ? [longer, limit.criticalWindow] : [lately, limit.window];
      return [
        {
          reason: FindingReason.CONTAINER_RESTARTING,
          subject: container.name,
          severity: isCritical ? Severity.CRITICAL : Severity.WARNING,
          message: `Container ${container.name} restarted ${howOften(count)} in ${describeDuration(window)}${describeEnd(container)}.`,
          advice: `Read its last words: kubectl logs -n ${pod.main.namespace} ${pod.main.name} -c ${container.name} --previous`,
          since: earliest(restartTimes.filter((at) => at > now - window)),
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

/** Of most containers it is known at once that they have not. */
function mayHaveRestarted(pod: SeenPod, { name, restarts }: Container): boolean {
  return restarts > 0 || pod.samples('restarts', name).length > 1;
}

/** What was counted while watching, and what the first look told of. An end without a restart is soon one. */
function restartsWithin(pod: SeenPod, container: Container, window: Milliseconds, now: Instant): number {
  const isRecent = (at: Instant | null): number => (at !== null && at > now - window ? 1 : 0);
  const watched = knownIncrease(pod.samples('restarts', container.name), window, now);
  return Math.max(watched + isRecent(unwatchedRestart(pod, container)), isRecent(lastEnd(container)));
}

/** When a container that was already restarted at the first look had begun to run. */
function unwatchedRestart(pod: SeenPod, { name }: Container): Instant | null {
  const [count] = pod.samples('restarts', name);
  const [run] = pod.samples('runs', name);
  return run !== undefined && run.at === count?.at ? (run.value as Instant) : null;
}

function lastEnd({ restarts, lastTermination }: Container): Instant | null {
  return restarts > 0 ? (lastTermination?.finishedAt ?? null) : null;
}

function restartTimesOf(pod: SeenPod, container: Container): readonly Instant[] {
  const counts = pod.samples('restarts', container.name);
  const watched = counts.filter(({ value }, index) => index > 0 && value !== counts[index - 1]?.value);
  const others = [unwatchedRestart(pod, container), lastEnd(container)].filter((at) => at !== null);
  return [...watched.map(({ at }) => at), ...others];
}

export const podRestartRules: readonly Rule[] = [outOfMemory, restarting, crashLooping];
