import { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import type { SightState } from '../../model/source.js';
import { ZooKeeperRole } from '../../model/zookeeper.js';

export type Ensemble = Seen<ResourceKind.ZOOKEEPER>;
export type Member = Seen<ResourceKind.ZOOKEEPER_MEMBER>;

export function membersOf(ensemble: Ensemble): readonly Member[] {
  return ensemble.from('ensemble', ResourceKind.ZOOKEEPER_MEMBER);
}

export function ensembleOf(member: Member): Ensemble | undefined {
  return member.one('ensemble', ResourceKind.ZOOKEEPER);
}

export function reachOf(member: Member): SightState {
  return member.aspect('reach')?.facts.state ?? 'starting';
}

/** The member that leads now, as far as members are seen. */
export function leaderOf(members: readonly Member[]): Member | undefined {
  return members.find((member) => reachOf(member) === 'ok' && member.main.role === ZooKeeperRole.LEADER);
}

/** How many have a vote: by the leader's own count, or all that configuration names but the observers. */
export function votersOf(members: readonly Member[]): number {
  const counted =
    leaderOf(members)?.main.quorumSize ?? members.find(({ main }) => main.quorumSize !== null)?.main.quorumSize;
  return counted ?? members.filter(isVoter).length;
}

/** There are voters that configuration does not name, or nobody tells how many there are. */
function areUnlisted(members: readonly Member[]): boolean {
  const listed = members.filter(isVoter).length;
  return members.every(({ main }) => main.quorumSize === null) || votersOf(members) > listed;
}

/** Whether it follows a leader that is none of the members, all of which are seen. */
export function isLedByOthers(members: readonly Member[]): boolean {
  return hasQuorum(members) === true && members.every((member) => reachOf(member) === 'ok') && !members.some(leads);
}

function leads({ main: { role } }: Member): boolean {
  return role === ZooKeeperRole.LEADER || role === ZooKeeperRole.STANDALONE;
}

/** An observer has no vote: nobody waits for it. */
export function isVoter({ main: { role } }: Member): boolean {
  return role !== ZooKeeperRole.OBSERVER;
}

/** The fewest voters that decide anything. */
export function majorityOf(voters: number): number {
  return Math.floor(voters / 2) + 1;
}

/**
 * Whether the members have a leader; null: nobody can tell.
 * - One that is seen and leads, or is alone, settles it.
 * - One that serves follows somebody: one of those that are not seen, or that configuration does not name.
 * - Members that answer and may not tell could be leaders; those that are lost could only for others than us.
 */
export function hasQuorum(members: readonly Member[]): boolean | null {
  const seen = members.filter((member) => reachOf(member) === 'ok');
  const unseen = members.filter((member) => reachOf(member) !== 'ok');
  if (seen.some(leads)) return true;
  if ((unseen.length > 0 || areUnlisted(members)) && seen.some(({ main }) => main.isServing === true)) return true;
  return unseen.every((member) => reachOf(member) === 'lost') ? false : null;
}
