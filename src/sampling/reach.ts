import type { SightState } from '../model/source.js';
import { type Instant, type Milliseconds, SECOND } from '../model/time.js';

/** Why a look at an endpoint brought nothing. */
export interface LookFailure {
  /**
   * - `lost`: it refuses, hangs or cannot be found
   * - `forbidden`: it answered that permission or password is missing
   * - `invalid`: it answered something that cannot be read or trusted
   * - `hindered`: it was not asked, for want of something of our own
   */
  readonly state: Exclude<SightState, 'starting' | 'ok'>;
  /** One sentence without secrets. */
  readonly message: string;
}

/** How well one endpoint is reached: what its last looks say together. Immutable. */
export interface Reach {
  readonly state: SightState;
  /** One sentence without secrets: why the last look failed that tells of the state; null while looks succeed. */
  readonly message: string | null;
  /** Since when the state is what it is. */
  readonly since: Instant;
  /** The last look that succeeded. Null: none did. */
  readonly contactAt: Instant | null;
  /** Looks that failed in a row, whatever their reasons. */
  readonly failures: number;
  /** When the first of the looks began that now go unanswered in a row; null while it answers. */
  readonly unansweredSince: Instant | null;
}

/** Two looks must fail at least this far apart before an endpoint is called lost: one hiccup is none. */
export const LOST_AFTER: Milliseconds = 2 * SECOND;

/** Nothing came yet, and it is not late. */
export function startingReach(now: Instant): Reach {
  return { state: 'starting', message: null, since: now, contactAt: null, failures: 0, unansweredSince: null };
}

/** After a look that succeeded at `now`. */
export function reached(before: Reach, now: Instant): Reach {
  const since = before.state === 'ok' ? before.since : now;
  return { state: 'ok', message: null, since, contactAt: now, failures: 0, unansweredSince: null };
}

/**
 * After a look that failed. A refusal counts at once, because it is an answer; silence once it lasted from one look to
 * another that began at least `LOST_AFTER` later. Until then the state stays what it was.
 * @param lookedAt when the look began
 */
export function notReached(before: Reach, { state, message }: LookFailure, lookedAt: Instant, now: Instant): Reach {
  if (state === 'hindered') return notAsked(before, message, now);
  const unansweredSince = state === 'lost' ? (before.unansweredSince ?? lookedAt) : null;
  const isDecided = unansweredSince === null || lookedAt - unansweredSince >= LOST_AFTER;
  const next = isDecided ? state : before.state;
  return {
    state: next,
    message,
    since: next === before.state ? before.since : now,
    contactAt: before.contactAt,
    failures: before.failures + 1,
    unansweredSince,
  };
}

/**
 * After a look that Vitals itself could not make. That tells nothing of the endpoint: what was wrong with it stands, with its own
 * message. What was not wrong is out of sight once that happened twice in a row: one hiccup is none here, too.
 */
function notAsked(before: Reach, message: string, now: Instant): Reach {
  const failures = before.failures + 1;
  const { state } = before;
  if (state === 'lost') return { ...before, failures };
  // Silences are counted anew: nobody was silent in between.
  if (state === 'forbidden' || state === 'invalid') return { ...before, failures, unansweredSince: null };
  const next = before.failures === 0 ? state : 'hindered';
  const since = next === state ? before.since : now;
  return { ...before, state: next, message, since, failures, unansweredSince: null };
}

/** Whether the last look failed and one more, soon, tells a hiccup from a loss. */
export function isUndecided({ state, unansweredSince }: Reach): boolean {
  return unansweredSince !== null && state !== 'lost';
}
