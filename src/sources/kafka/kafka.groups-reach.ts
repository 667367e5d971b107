import type { Instant } from '../../model/time.js';
import { type LookFailure, type Reach, notReached, reached } from '../../sampling/reach.js';
import type { BrokerPart } from './kafka.sweep.js';

type GroupsPart = Pick<BrokerPart, 'groups' | 'groupsLack'>;

/** What a sweep tells of groups, and whether we are told of all. */
export interface Listings {
  readonly parts: readonly GroupsPart[];
  /** See `ClusterDescription`. */
  readonly mayDescribe: boolean | null;
  /** How many topics were named. */
  readonly topics: number;
}

/**
 * How well consumer groups are listed after a sweep: as long as one broker lists its own. Silence counts as that of an
 * endpoint does, a refusal at once; so does that none is named while those that we may not describe are left out.
 * @param lookedAt when the sweep began
 */
export function groupsReach(before: Reach, { parts, mayDescribe }: Listings, lookedAt: Instant, now: Instant): Reach {
  if (!parts.some(({ groups }) => groups !== null)) return notReached(before, failureOf(parts), lookedAt, now);
  if (hasGroups(parts) || mayDescribe !== false) return reached(before, now);
  return notReached(before, NO_GROUPS, lookedAt, now);
}

/**
 * How well topics are listed: those that we may not describe are left out without a word. Where none is named, and groups are,
 * there is one at least, in which their offsets are.
 */
export function topicsReach(
  before: Reach,
  { parts, mayDescribe, topics }: Listings,
  lookedAt: Instant,
  now: Instant,
): Reach {
  if (topics > 0 || (!hasGroups(parts) && mayDescribe !== false)) return reached(before, now);
  // A broker that has just been started may know of none.
  if (before.contactAt !== null && before.failures === 0) return { ...before, failures: 1 };
  return notReached(before, NO_TOPICS, lookedAt, now);
}

const NO_GROUPS: LookFailure = {
  state: 'forbidden',
  message: 'No group is named, and without Describe on the cluster those are left out that Vitals may not describe.',
};

const NO_TOPICS: LookFailure = {
  state: 'forbidden',
  message: 'No topic is named: those are left out that Vitals may not describe (Describe on topics).',
};

function hasGroups(parts: readonly GroupsPart[]): boolean {
  return parts.some(({ groups }) => groups !== null && groups.length > 0);
}

/** Whoever says nothing may list them yet. */
function failureOf(parts: readonly GroupsPart[]): LookFailure {
  const lacks = parts.map(({ groupsLack }) => groupsLack);
  if (lacks.length === 0 || lacks.includes('probe failed'))
    return { state: 'lost', message: 'No broker lists consumer groups.' };
  if (lacks.includes('forbidden')) return { state: 'forbidden', message: 'No broker lets us list consumer groups.' };
  return { state: 'invalid', message: 'No broker lists consumer groups as we ask for them.' };
}
