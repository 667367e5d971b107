import { FindingReason } from '../../model/finding-reason.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import { type Member, ensembleOf, isVoter, majorityOf, membersOf, reachOf, votersOf } from './zookeeper-quorum.js';

const TO_ENSEMBLE: Step = { edge: 'ensemble', direction: 'to', kind: ResourceKind.ZOOKEEPER };
const TO_MEMBERS: Step = { edge: 'ensemble', direction: 'from', kind: ResourceKind.ZOOKEEPER_MEMBER };

function isLost(member: Seen): boolean {
  return reachOf(member as Member) === 'lost';
}

function isLostVoter(member: Seen): boolean {
  return isLost(member) && isVoter(member as Member);
}

/** What the ensemble lacks is who does not answer, and has a vote. */
const memberMissing: CauseDefinition = {
  effects: [FindingReason.ZOOKEEPER_MEMBER_DOWN, FindingReason.ZOOKEEPER_NO_QUORUM],
  causes: [FindingReason.ZOOKEEPER_MEMBER_DOWN],
  path: [TO_MEMBERS],
  holds: (effect, _ensemble, _cause, member) =>
    isVoter(member as Member) && (effect.reason === FindingReason.ZOOKEEPER_MEMBER_DOWN || isLost(member)),
};

/** A member that answers and serves nobody does so for want of a quorum. */
const withoutQuorum: CauseDefinition = {
  effects: [FindingReason.ZOOKEEPER_MEMBER_DOWN],
  causes: [FindingReason.ZOOKEEPER_NO_QUORUM],
  path: [TO_ENSEMBLE],
  holds: (_effect, member) => !isLost(member),
};

/** Writes wait for more than half of the voters: where fewer are left, they wait for those that are lost. */
const nobodyConfirms: CauseDefinition = {
  effects: [FindingReason.OUTSTANDING_REQUESTS_HIGH],
  causes: [FindingReason.ZOOKEEPER_MEMBER_DOWN],
  path: [TO_ENSEMBLE, TO_MEMBERS],
  holds: (_effect, effectMember, _cause, causeMember) => {
    const ensemble = ensembleOf(effectMember as Member);
    if (ensemble === undefined || !isLostVoter(causeMember)) return false;
    const members = membersOf(ensemble);
    const voters = votersOf(members);
    return voters - members.filter(isLostVoter).length < majorityOf(voters);
  },
};

/** What has waited for its turn took long. */
const waited: CauseDefinition = {
  effects: [FindingReason.ZOOKEEPER_SLOW],
  causes: [FindingReason.OUTSTANDING_REQUESTS_HIGH],
  path: [],
};

export const zookeeperCauses: readonly CauseDefinition[] = [memberMissing, withoutQuorum, nobodyConfirms, waited];
