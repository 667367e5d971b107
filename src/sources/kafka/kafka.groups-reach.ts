import type { Instant } from '../../model/time.js';
import { type LookFailure, type Reach, notReached, reached } from '../../sampling/reach.js';
import type { BrokerPart } from './kafka.sweep.js';

type GroupsPart = Pick<BrokerPart, 'groups' | 'groupsLack'>;

/**
 * How well consumer groups are listed after a sweep: as long as one broker lists its own. Silence counts as that of an
 * endpoint does, a refusal at once.
 * @param lookedAt when the sweep began
 */
export function groupsReach(before: Reach, parts: Iterable<GroupsPart>, lookedAt: Instant, now: Instant): Reach {
  const told = [...parts];
  if (told.some(({ groups }) => groups !== null)) return reached(before, now);
  return notReached(before, failureOf(told), lookedAt, now);
}

/** Whoever says nothing may list them yet. */
function failureOf(parts: readonly GroupsPart[]): LookFailure {
  const lacks = parts.map(({ groupsLack }) => groupsLack);
  if (lacks.length === 0 || lacks.includes('probe failed'))
    return { state: 'lost', message: 'No broker lists consumer groups.' };
  if (lacks.includes('forbidden')) return { state: 'forbidden', message: 'No broker lets us list consumer groups.' };
  return { state: 'invalid', message: 'No broker lists consumer groups as we ask for them.' };
}
