import { MEBIBYTE } from '../../../model/bytes.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import {
  type Container,
  ContainerState,
  type ContainerUsage,
  type MissingParts,
  unreclaimable,
} from '../../../model/pod.js';
import {
  type Candidate,
  type Judgement,
  type Measurement,
  NUMERIC_CLEAR,
  type Rule,
  defineRule,
} from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, SECOND } from '../../../model/time.js';
import { wholePercent } from '../../amounts.js';
import { increase } from '../../counters.js';
import { EXEMPT, type SeenPod, isExempt } from './pod-exemption.js';

const HOW_TO_ENABLE =
  'Let Vitals ask the kubelets (kubelets.enabled, permission nodes/metrics and nodes/stats) and set limits. Where their ' +
  'certificates are self-signed: serverTLSBootstrap of the kubelets, or kubelets.insecureSkipVerify.';

/** Two samples, and twice the time that kubelets rest between two, so that asking them more often changes nothing. */
const SAMPLED = { samples: 2, for: 20 * SECOND };

const NO_USAGES: readonly never[] = [];

interface Measured {
  readonly container: Container;
  readonly usage: ContainerUsage;
}

/** Containers with what their kubelet last said of them; nothing where it said nothing. */
function measured(pod: SeenPod): readonly Measured[] {
  return matched(pod, pod.aspect('usage')?.facts.containers ?? NO_USAGES);
}

/** The same to judge by: also what a kubelet said before it was lost, of what has run on since. */
function lastMeasured(pod: SeenPod): readonly Measured[] {
  const { facts, observedAt = null } = pod.aspect('usage') ?? {};
  if (facts?.last === undefined || observedAt === null) return measured(pod);
  return matched(pod, facts.last).filter(
    ({ container: { runningSince } }) => runningSince !== null && runningSince <= observedAt,
  );
}

function matched(pod: SeenPod, usages: readonly ContainerUsage[]): readonly Measured[] {
  if (usages.length === 0) return NO_USAGES;
  return pod.main.containers.flatMap((container) => {
    const usage = usages.find(({ name }) => name === container.name);
    return usage === undefined ? [] : [{ container, usage }];
  });
}

/** What was found by the numbers of a kubelet that is lost now is no repair, and not of now. */
function told(pod: SeenPod, findings: readonly Candidate[]): Judgement {
  return { findings, isStale: findings.length > 0 && pod.aspect('usage')?.facts.last !== undefined };
}

/** To Kubernetes a limit or request of nothing is none. */
function amount(value: number | null): number | null {
  return value === 0 ? null : value;
}

/** The value, or why there is none; null: not yet, or for the reason that its kubelet gave. */
type Reading = number | null | 'not configured' | 'unsupported';

/** One reading per container that is to run now, of these parts of what its kubelet says. */
function perContainer(
  pod: SeenPod,
  parts: readonly (keyof MissingParts)[],
  valueOf: (container: Container, usage: ContainerUsage) => Reading,
): readonly Measurement[] {
  const aspect = pod.aspect('usage');
  const missing = parts.map((part) => aspect?.facts.missing?.[part]).find((reason) => reason !== undefined);
  const current = pod.main.containers.filter(({ isInit, state }) => !isInit || state === ContainerState.RUNNING);
  return current.map(({ name }) => {
    const found = measured(pod).find(({ container }) => container.name === name);
    const value = found === undefined ? null : valueOf(found.container, found.usage);
    return {
      subject: name,
      value: typeof value === 'string' ? null : value,
      unavailable: typeof value === 'string' ? value : (aspect?.facts.unavailable ?? missing ?? 'warming up'),
      observedAt: aspect?.observedAt ?? null,
    };
  });
}

const cpu = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_CPU_UTILISATION,
  title: 'CPU utilisation',
  description:
    'CPU in use as a share of the limit, high for ten minutes. Against the request it is a reading only. (SRE practice; popeye)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { CPU_NEAR_LIMIT: { warnAt: 0.9, for: 10 * MINUTE } },
  howToEnable: HOW_TO_ENABLE,
  judge: (pod, { CPU_NEAR_LIMIT: limit }) => {
    if (isExempt(pod)) return EXEMPT;
    const findings = lastMeasured(pod).flatMap(({ container, usage }): Candidate[] => {
      const cpuLimit = amount(container.cpuLimit);
      if (usage.cpuCores === null || cpuLimit === null) return [];
      const share = usage.cpuCores / cpuLimit;
      if (share < limit.warnAt) return [];
      return [
        {
          reason: FindingReason.CPU_NEAR_LIMIT,
          subject: container.name,
          severity: Severity.WARNING,
          message: `Container ${container.name} uses ${wholePercent(share)} of its CPU limit of ${cpuLimit} cores.`,
          advice: 'Raise the limit or add replicas if the work is real; profile the container if it is not.',
          holdFor: limit.for,
          observedAt: pod.aspect('usage')?.observedAt ?? null,
          clearAfter: NUMERIC_CLEAR,
        },
      ];
    });
    return told(pod, findings);
  },
  measure: (pod) =>
    perContainer(pod, ['resource'], ({ cpuLimit, cpuRequest }, { cpuCores }) => {
      const whole = amount(cpuLimit) ?? amount(cpuRequest);
      if (whole === null) return 'not configured';
      return cpuCores === null ? null : cpuCores / whole;
    }),
});

const throttling = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_CPU_THROTTLING,
  title: 'CPU throttling',
  description:
    'Share of CFS periods in which the container was held back, over five minutes. (kubernetes-mixin CPUThrottlingHigh)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { CPU_THROTTLED: { infoAt: 0.25, warnAt: 0.5, window: 5 * MINUTE } },
  howToEnable: HOW_TO_ENABLE,
  judge: (pod, { CPU_THROTTLED: limit }, now) => {
    if (isExempt(pod)) return EXEMPT;
    const findings = lastMeasured(pod).flatMap(({ container: { name } }): Candidate[] => {
      const share = throttledShare(pod, name, limit.window, now);
      if (share === null || share <= limit.infoAt) return [];
      return [
        {
          reason: FindingReason.CPU_THROTTLED,
          subject: name,
          severity: share > limit.warnAt ? Severity.WARNING : Severity.INFO,
          message: `Container ${name} was held back by its CPU limit in ${wholePercent(share)} of all periods.`,
          advice: 'Raise the CPU limit, or take it away and rely on requests.',
          clearAfter: NUMERIC_CLEAR,
        },
      ];
    });
    return told(pod, findings);
  },
  measure: (pod, { CPU_THROTTLED: { window } }, now) =>
    perContainer(pod, ['cadvisor'], ({ name, cpuLimit }, { cfsPeriods, activeFileBytes }) => {
      if (cfsPeriods !== null) return throttledShare(pod, name, window, now);
      if (amount(cpuLimit) === null) return 'not configured';
      // cAdvisor knows the container, and not its periods: the kubelet enforces no quota.
      return activeFileBytes === null ? null : 'unsupported';
    }),
});

function throttledShare(pod: SeenPod, container: string, window: number, now: Instant): number | null {
  const counted = pod.samples('cfsPeriods', container);
  const isLost = pod.aspect('usage')?.facts.last !== undefined;
  const end = (isLost ? counted.at(-1)?.at : null) ?? now;
  const periods = increase(counted, window, end);
  const throttled = increase(pod.samples('cfsThrottledPeriods', container), window, end);
  return periods === null || throttled === null || periods === 0 ? null : throttled / periods;
}

const memory = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_MEMORY_UTILISATION,
  title: 'Memory utilisation',
  description:
    'Memory that the kernel cannot take back (working set less active file cache, else anonymous memory) as a share of the ' +
    'limit, over two samples and 20 s. Page cache is no danger: Kafka and ClickHouse fill it and are well. (kubernetes ' +
    'issue 43916)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { MEMORY_NEAR_LIMIT: { warnAt: 0.9, criticalAt: 0.97, ...SAMPLED } },
  howToEnable: HOW_TO_ENABLE,
  judge: (pod, { MEMORY_NEAR_LIMIT: limit }) => {
    if (isExempt(pod)) return EXEMPT;
    const findings = lastMeasured(pod).flatMap(({ container, usage }): Candidate[] => {
      const bytes = unreclaimable(usage);
      const memoryLimit = amount(container.memoryLimit);
      if (bytes === null || memoryLimit === null) return [];
      const share = bytes / memoryLimit;
      const common = {
        reason: FindingReason.MEMORY_NEAR_LIMIT,
        subject: container.name,
        message: `Container ${container.name} holds ${wholePercent(share)} of its memory limit of ${mebibytes(memoryLimit)}.`,
        advice: 'Raise the memory limit or find what holds the memory, before the kernel kills the container.',
        samples: limit.samples,
        holdFor: limit.for,
        observedAt: pod.aspect('usage')?.observedAt ?? null,
        clearAfter: NUMERIC_CLEAR,
      };
      const found: Candidate[] = [];
      if (share >= limit.warnAt) found.push({ ...common, severity: Severity.WARNING });
      if (share >= limit.criticalAt) found.push({ ...common, severity: Severity.CRITICAL });
      return found;
    });
    return told(pod, findings);
  },
  measure: (pod) =>
    perContainer(pod, ['resource', 'cadvisor'], ({ memoryLimit, memoryRequest }, usage) => {
      const whole = amount(memoryLimit) ?? amount(memoryRequest);
      if (whole === null) return 'not configured';
      const bytes = unreclaimable(usage);
      return bytes === null ? null : bytes / whole;
    }),
});

export function mebibytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(0)} MiB`;
}

export const podUsageRules: readonly Rule[] = [cpu, throttling, memory];
