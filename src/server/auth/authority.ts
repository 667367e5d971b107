import type { Scope } from '../../model/scope.js';
import type { Instant } from '../../model/time.js';

/** Who asks, once that is known. */
export interface Caller {
  /** For the log, never for answers. */
  readonly name: string;
  /** Null: everything. */
  readonly scope: Scope | null;
  /** From then on it is not known any more; null: no end is known. */
  readonly expiresAt: Instant | null;
}

/**
 * What is said of a token.
 * - `refused`: it is not good; `why` says so to whoever sent it, and holds nothing of it
 * - `outside`: it is good, and nothing may be seen with it
 * - `unavailable`: nobody could be asked, or not in time; it may be good
 */
export type Answer =
  | { readonly outcome: 'known'; readonly caller: Caller }
  | { readonly outcome: 'refused' | 'outside' | 'unavailable'; readonly why: string };

/** Somebody who knows tokens. Never rejects, and answers within seconds. */
export interface Authority {
  /**
   * Null: it is of another sort than those known here.
   * @param client who sent it, as limits count it; null: somebody who was let in with it
   */
  authenticate(token: string, client: string | null): Promise<Answer | null>;
}

export const UNKNOWN_TOKEN = 'The token is not known here.';

export function refused(why: string): Answer {
  return { outcome: 'refused', why };
}

export function unavailable(why: string): Answer {
  return { outcome: 'unavailable', why };
}
