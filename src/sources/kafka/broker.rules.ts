import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import type { LogDir } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { percent } from '../amounts.js';
import { isUntoldReason } from '../untold.js';
import { type BrokerSeen, reachOf } from './kafka-neighbours.js';

const reach = defineRule({
  kind: ResourceKind.BROKER,
  signal: SignalName.BROKER_REACH,
  title: 'Broker reached',
  description:
    'A broker that was seen once, or is registered, and that the cluster does not count among the living, or that refuses ' +
    'or hangs in two looks at least 2 s apart, is CRITICAL; one that only does not let Vitals in is UNKNOWN.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { BROKER_UNREACHABLE: {} },
  judge: (broker) => {
    const state = reachOf(broker);
    const isStale = state !== 'ok' && state !== 'starting';
    const finding = missing(broker);
    if (finding !== null) return { findings: [finding], isStale };
    return isStale ? { isUnknown: true, isStale } : null;
  },
});

/** It is missing for the cluster, or for us: that is not the same where only the network between is broken. */
function missing(broker: BrokerSeen): Candidate | null {
  const { isAlive, missingSince } = broker.main;
  const isLost = reachOf(broker) === 'lost';
  if (isAlive && !isLost) return null;
  const { message, stateSince } = broker.aspect('reach')?.facts ?? { message: null, stateSince: null };
  const parts = [
    ...(isAlive ? [] : ['The cluster does not count it among its brokers.']),
    ...(isLost ? [message ?? 'It does not answer.'] : []),
    ...(!isAlive && reachOf(broker) === 'ok' ? ['It answers all the same.'] : []),
  ];
  return {
    reason: FindingReason.BROKER_UNREACHABLE,
    severity: Severity.CRITICAL,
    message: parts.join(' '),
    advice:
      'Look at whether the broker runs, at its log, and at the network between; one that is to be gone for good has to ' +
      'be unregistered (kafka-cluster.sh unregister).',
    since: isAlive ? stateSince : missingSince,
  };
}

const disk = defineRule({
  kind: ResourceKind.BROKER,
  signal: SignalName.BROKER_DISK,
  title: 'Disks of logs',
  description:
    'A log directory with less than 15 % of its disk free is a WARNING, less than 5 %, or one that the broker has given ' +
    'up, CRITICAL (KIP-827).',
  unit: Unit.RATIO,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { BROKER_DISK_LOW: { warnAt: 0.15, criticalAt: 0.05 } },
  howToEnable: 'Brokers tell from Kafka 3.3 on; Vitals needs to describe the cluster (ACL: Describe on Cluster).',
  judge: (broker, { BROKER_DISK_LOW: limit }) => {
    const { logDirs = null, unavailable = null } = broker.aspect('disks')?.facts ?? {};
    if (logDirs === null) return isUntoldReason(unavailable) ? { cannotTell: () => true } : null;
    return { findings: logDirs.flatMap((logDir) => low(logDir, limit) ?? []) };
  },
  measure: (broker) => {
    const side = broker.aspect('disks');
    const observedAt = side?.observedAt ?? null;
    const logDirs = side?.facts.logDirs ?? null;
    if (logDirs === null) {
      return [{ value: null, unavailable: side?.facts.unavailable ?? 'warming up', observedAt }];
    }
    return logDirs.map((logDir) => ({
      subject: logDir.path,
      value: freeShare(logDir),
      unavailable: side?.facts.unavailable ?? 'probe failed',
      observedAt,
      series: 'free',
    }));
  },
});

export function freeShare({ totalBytes, freeBytes }: LogDir): number | null {
  return totalBytes === null || freeBytes === null || totalBytes === 0 ? null : freeBytes / totalBytes;
}

function low(logDir: LogDir, limit: { readonly warnAt: number; readonly criticalAt: number }): Candidate | null {
  const finding = { reason: FindingReason.BROKER_DISK_LOW, subject: logDir.path, clearAfter: NUMERIC_CLEAR };
  if (logDir.isOffline) {
    return {
      ...finding,
      severity: Severity.CRITICAL,
      message: `The broker has given up ${logDir.path}: its disk failed.`,
      advice: 'Look at the disk and at the log of the broker; what is kept there is missing from its partitions.',
    };
  }
  const free = freeShare(logDir);
  if (free === null || free >= limit.warnAt) return null;
  return {
    ...finding,
    severity: free < limit.criticalAt ? Severity.CRITICAL : Severity.WARNING,
    message: `${percent(free)} of the disk of ${logDir.path} is free.`,
    advice: 'Shorten the retention of the largest topics, move partitions away, or enlarge the disk: a broker whose disk is full stops.', // prettier-ignore
  };
}

export const brokerRules: readonly Rule[] = [reach, disk];
