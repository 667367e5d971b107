import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Rule, type Standing, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE } from '../../model/time.js';
import { counted } from '../counted.js';
import { isUntold } from '../untold.js';
import { increaseReading, reachOf, recentIncrease } from './clickhouse.figures.js';

const BY_METRICS = 'delayedInserts';

const reach = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_REPLICA_REACH,
  title: 'Replica reached',
  description:
    'A replica that refuses or hangs in two looks at least 2 s apart is CRITICAL; one that only does not let Vitals in is ' +
    'UNKNOWN.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_UNREACHABLE: {} },
  judge: (replica) => {
    const state = reachOf(replica);
    if (state === 'ok' || state === 'starting') return null;
    // Whoever is refused has an answer: the replica may be well.
    if (state !== 'lost') return { isUnknown: true, isStale: true };
    const { message = null, stateSince = null } = replica.aspect('reach')?.facts ?? {};
    return {
      isStale: true,
      findings: [
        {
          reason: FindingReason.DATABASE_UNREACHABLE,
          severity: Severity.CRITICAL,
          message: message ?? 'It does not answer.',
          advice: 'Look at whether the server runs, whether it takes more connections, and at the network between.',
          since: stateSince,
        },
      ],
    };
  },
});

const delayed = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_INSERTS_DELAYED,
  title: 'Delayed inserts',
  description:
    'Inserts that were delayed over the last 5 minutes because a partition has too many parts, or are at this moment ' +
    '(after Altinity).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { INSERTS_DELAYED: { window: 5 * MINUTE } },
  judge: (replica, { INSERTS_DELAYED: { window } }, now) => {
    const grown = recentIncrease(replica, 'delayedInserts', window, now) ?? 0;
    const current = replica.main.delayedInserts ?? 0;
    // How many were delayed is known as long as the window lasts; whether some wait now, only by asking.
    const isUnasked = isUntold(replica.main.unavailable, 'delayedInserts');
    const cannotTell = ({ foundBy }: Standing): boolean => foundBy === BY_METRICS && isUnasked;
    if (grown === 0 && current === 0) return { cannotTell };
    const before = grown === 0 ? '' : `${counted(grown, 'insert was', 'inserts were')} delayed within ${describeDuration(window)}`; // prettier-ignore
    const moment = current === 0 ? '' : `${counted(current, 'waits', 'wait')} at this moment`;
    return {
      cannotTell,
      findings: [
        {
          reason: FindingReason.INSERTS_DELAYED,
          severity: Severity.WARNING,
          ...(current > 0 && { foundBy: BY_METRICS }),
          message: `${[before, moment].filter((part) => part !== '').join(', ')}.`,
          advice: 'Look at which table has too many parts, insert larger blocks, and at whether merges keep up.',
        },
      ],
    };
  },
  measure: (replica, { INSERTS_DELAYED: { window } }, now) => [
    increaseReading(replica, recentIncrease(replica, 'delayedInserts', window, now)),
  ],
});

const rejected = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_INSERTS_REJECTED,
  title: 'Rejected inserts',
  description:
    'Inserts that were refused over the last 5 minutes because a partition has too many parts (after Altinity).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { INSERTS_REJECTED: { window: 5 * MINUTE } },
  judge: (replica, { INSERTS_REJECTED: { window } }, now) => {
    const grown = recentIncrease(replica, 'rejectedInserts', window, now) ?? 0;
    if (grown === 0) return null;
    return {
      findings: [
        {
          reason: FindingReason.INSERTS_REJECTED,
          severity: Severity.CRITICAL,
          message: `${counted(grown, 'insert was', 'inserts were')} refused within ${describeDuration(window)}.`,
          advice: 'Look at which table has too many parts: its merges stand still, or blocks are far too small.',
        },
      ],
    };
  },
  measure: (replica, { INSERTS_REJECTED: { window } }, now) => [
    increaseReading(replica, recentIncrease(replica, 'rejectedInserts', window, now)),
  ],
});

export const replicaRules: readonly Rule[] = [reach, delayed, rejected];
