import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { untoldWithout } from '../untold.js';
import { type Member, ensembleOf, membersOf, reachOf, votersOf } from './zookeeper-quorum.js';

const reach = defineRule({
  kind: ResourceKind.ZOOKEEPER_MEMBER,
  signal: SignalName.ZOOKEEPER_MEMBER_REACH,
  title: 'Member reached',
  description:
    'A member that refuses, hangs, or says that it serves nobody in two looks at least 2 s apart is a WARNING; one that only ' +
    'does not tell is UNKNOWN.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { ZOOKEEPER_MEMBER_DOWN: { for: 2 * SECOND } },
  judge: (member, { ZOOKEEPER_MEMBER_DOWN: limit }) => {
    const state = reachOf(member);
    if (state === 'starting') return null;
    if (state === 'lost') return { findings: [lost(member)], isStale: true };
    // Whoever is refused has an answer: the member may be well.
    if (state !== 'ok') return { isUnknown: true, isStale: true };
    return member.main.isServing === false ? { findings: [idle(member, limit.for)] } : null;
  },
});

const DOWN = { reason: FindingReason.ZOOKEEPER_MEMBER_DOWN, severity: Severity.WARNING } as const;

function lost(member: Member): Candidate {
  const { message, stateSince } = member.aspect('reach')?.facts ?? { message: null, stateSince: null };
  return {
    ...DOWN,
    message: message ?? 'It does not answer.',
    advice: 'Look at whether the server runs, and at the network between.',
    since: stateSince,
  };
}

function idle({ observedAt }: Member, holdFor: Milliseconds): Candidate {
  return {
    ...DOWN,
    message: 'It answers, but serves no requests: it is part of no quorum.',
    advice: 'Look at whether it reaches the other members (ports 2888 and 3888), and at its log.',
    holdFor,
    samples: 2,
    observedAt,
  };
}

const outstanding = defineRule({
  kind: ResourceKind.ZOOKEEPER_MEMBER,
  signal: SignalName.ZOOKEEPER_OUTSTANDING_REQUESTS,
  title: 'Outstanding requests',
  description:
    'Requests taken and not answered: more than 10 for 10 minutes, or more than 100 in three looks over 30 s, is a WARNING ' +
    '(after Altinity); half of what a member takes before it stops reading, globalOutstandingLimit / (voters − 1), is ' +
    'CRITICAL (after the sources of ZooKeeper).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: {
    OUTSTANDING_REQUESTS_HIGH: {
      warnAt: 10,
      for: 10 * MINUTE,
      burstAt: 100,
      burstSamples: 3,
      burstFor: 30 * SECOND,
      criticalShare: 0.5,
    },
  },
  judge: (member, { OUTSTANDING_REQUESTS_HIGH: limit }) => {
    const {
      observedAt,
      main: { outstandingRequests: count, isServing, unavailable },
    } = member;
    // Whom nobody asks, since it serves nobody, lets nobody wait.
    if (count === null) return isServing === false ? null : untoldWithout(unavailable, 'outstandingRequests');
    const most = limitOf(member);
    const findings: Candidate[] = [];
    if (count >= limit.criticalShare * most) findings.push(tooMany(count, most, Severity.CRITICAL));
    const warning = tooMany(count, most, Severity.WARNING);
    if (isBurst(member, limit)) findings.push(warning);
    else if (count > limit.warnAt) findings.push({ ...warning, holdFor: limit.for, samples: 2, observedAt });
    return { findings };
  },
  measure: ({ main, observedAt }) => [
    {
      value: main.outstandingRequests,
      unavailable: main.unavailable['outstandingRequests'] ?? 'probe failed',
      observedAt,
      series: 'outstanding',
    },
  ],
});

/** What the member takes before it stops reading: it shares the ensemble's limit with the other voters. */
function limitOf(member: Member): number {
  const ensemble = ensembleOf(member);
  const voters = member.main.quorumSize ?? (ensemble === undefined ? 1 : votersOf(membersOf(ensemble)));
  return Math.floor(member.main.globalOutstandingLimit / Math.max(1, voters - 1));
}

/** Every look of the last while, and enough of them: probing faster changes nothing. */
function isBurst(
  member: Member,
  limit: { readonly burstAt: number; readonly burstSamples: number; readonly burstFor: Milliseconds },
): boolean {
  const samples = member.samples('outstanding');
  const newest = samples.at(-1)?.at ?? 0;
  const calm = samples.findLastIndex(({ value }) => value <= limit.burstAt);
  const high = samples.slice(calm + 1);
  return high.length >= limit.burstSamples && newest - (high[0]?.at ?? newest) >= limit.burstFor;
}

function tooMany(count: number, most: number, severity: Severity): Candidate {
  return {
    reason: FindingReason.OUTSTANDING_REQUESTS_HIGH,
    severity,
    message: `${count} requests wait for an answer; at ${most} it reads no more.`,
    advice:
      'Look at the disk of its transaction log, at followers that are missing, and at clients that send too much.',
    clearAfter: NUMERIC_CLEAR,
  };
}

export const memberRules: readonly Rule[] = [reach, outstanding];
