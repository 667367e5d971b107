import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Measurement, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, SECOND } from '../../model/time.js';
import { counted } from '../counted.js';
import { untoldWithout } from '../untold.js';
import {
  type Member,
  hasQuorum,
  isLedByOthers,
  leaderOf,
  majorityOf,
  membersOf,
  reachOf,
  votersOf,
} from './zookeeper-quorum.js';

/** A leader that changes is gone for a moment: two looks, so far apart, must say the same. */
const CERTAIN = { for: 2 * SECOND, samples: 2 };

const quorum = defineRule({
  kind: ResourceKind.ZOOKEEPER,
  signal: SignalName.ZOOKEEPER_QUORUM,
  title: 'Quorum',
  description:
    'Without a leader among its members, or when those that answer say that they serve nobody, in two looks at least 2 s ' +
    'apart, an ensemble is CRITICAL. Where members are not seen, or configuration does not name all, and another follows, ' +
    'the leader is among those.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { ZOOKEEPER_NO_QUORUM: { for: CERTAIN.for } },
  judge: (ensemble, { ZOOKEEPER_NO_QUORUM: limit }) => {
    const members = membersOf(ensemble);
    // Its status is UNKNOWN without a word as long as nothing was ever seen of it.
    if (members.some((member) => reachOf(member) === 'starting')) return null;
    const isStale = members.every((member) => reachOf(member) !== 'ok');
    const isWell = hasQuorum(members);
    if (isWell !== false) return { isUnknown: isWell === null, isStale };
    return {
      isStale,
      findings: [
        {
          reason: FindingReason.ZOOKEEPER_NO_QUORUM,
          severity: Severity.CRITICAL,
          message: withoutLeader(members),
          advice:
            'Bring back members until more than half of the voters run and reach each other; look at their logs for why ' +
            'they do not.',
          holdFor: limit.for,
          samples: CERTAIN.samples,
          ...lookOf(members),
        },
      ],
    };
  },
  measure: (ensemble) => {
    const members = membersOf(ensemble);
    const { observedAt } = ensemble;
    const required = majorityOf(votersOf(members));
    const seen = members.filter((member) => reachOf(member) === 'ok');
    if (seen.length === 0) return [{ value: null, unavailable: 'probe failed', observedAt, required }];
    return [{ value: seen.filter(({ main }) => main.isServing === true).length, observedAt, required }];
  },
});

/**
 * Looks at all members that are seen make one at the ensemble: a second look at some of them proves nothing. Those that are
 * lost are not waited for.
 */
function lookOf(members: readonly Member[]): Pick<Candidate, 'observedAt' | 'completeAt'> {
  const times = members.filter((member) => reachOf(member) === 'ok').flatMap(({ observedAt }) => observedAt ?? []);
  if (times.length === 0) return {};
  return { observedAt: Math.min(...times) as Instant, completeAt: Math.max(...times) as Instant };
}

function withoutLeader(members: readonly Member[]): string {
  const seen = members.filter((member) => reachOf(member) === 'ok').length;
  if (seen === 0 && members.length === 1) return 'Its only member does not answer.';
  if (seen === 0) return `None of its ${members.length} members answers.`;
  const serving = members.filter((member) => reachOf(member) === 'ok' && member.main.isServing === true).length;
  return `It has no leader: of its ${members.length} members ${counted(seen, 'answers', 'answer')}, and ${counted(serving, 'serves', 'serve')} requests.`;
}

const followers = defineRule({
  kind: ResourceKind.ZOOKEEPER,
  signal: SignalName.ZOOKEEPER_FOLLOWERS,
  title: 'Followers in step',
  description:
    'A leader that counts fewer followers in step with it than there are other voters, in two looks at least 2 s apart, is ' +
    'a WARNING (after the documentation of ClickHouse Keeper).',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { ZOOKEEPER_MEMBER_DOWN: { for: CERTAIN.for } },
  howToEnable:
    'Allow the members to execute mntr (4lw.commands.whitelist=srvr,mntr), or configure `adminServer`; name all of them ' +
    'under `members`: only the leader knows its followers.',
  judge: (ensemble, { ZOOKEEPER_MEMBER_DOWN: limit }) => {
    const members = membersOf(ensemble);
    const leader = leaderOf(members);
    const synced = leader?.main.syncedFollowers ?? null;
    const others = votersOf(members) - 1;
    if (leader !== undefined && synced === null) return untoldWithout(leader.main.unavailable, 'syncedFollowers');
    if (leader === undefined || synced === null || synced >= others) return null;
    return {
      findings: [
        {
          reason: FindingReason.ZOOKEEPER_MEMBER_DOWN,
          severity: Severity.WARNING,
          message: `${synced} of the ${others} other voters are in step with its leader.`,
          advice: 'Look at the members that are missing: whether they run, and what their logs say of the leader.',
          holdFor: limit.for,
          samples: CERTAIN.samples,
          observedAt: leader.observedAt,
        },
      ],
    };
  },
  measure: (ensemble) => {
    const members = membersOf(ensemble);
    const leader = leaderOf(members);
    if (leader === undefined) return alone(members) ? [] : [notLed(ensemble.observedAt, isLedByOthers(members))];
    const { syncedFollowers: value, unavailable } = leader.main;
    const { observedAt } = leader;
    const why = unavailable['syncedFollowers'] ?? null;
    return [{ value, unavailable: why, observedAt, required: votersOf(members) - 1 }];
  },
});

/** A server that needs no other has nobody to be in step with it. */
function alone(members: readonly Member[]): boolean {
  return members.length === 1 && members[0]?.main.isServing === true;
}

function notLed(observedAt: Measurement['observedAt'], isLeaderElsewhere: boolean): Measurement {
  return { value: null, unavailable: isLeaderElsewhere ? 'not configured' : 'probe failed', observedAt };
}

export const ensembleRules: readonly Rule[] = [quorum, followers];
