import { type Instant, type Milliseconds, MINUTE, SECOND } from '../../model/time.js';
import { type Answer, type Authority, UNKNOWN_TOKEN, refused } from './authority.js';
import { JsonWebTokens } from './json-web-tokens.js';
import { Remembered } from './remembered.js';
import type { AuthSettings } from './settings.js';
import { StaticTokens } from './static-tokens.js';
import { type TokenReviewer, TokenReviews } from './token-reviews.js';

/** How long a signature that was checked is not checked again, and the cluster not asked. */
const SIGNATURE_KEPT: Milliseconds = MINUTE;
const REVIEW_KEPT: Milliseconds = 10 * SECOND;

/** All who know tokens, in turn. */
export class Authorities {
  constructor(
    private readonly all: readonly Authority[],
    private readonly now: () => Instant,
  ) {}

  /** @param client who sent it, as limits count it; null: somebody who was let in with it */
  async authenticate(token: string, client: string | null = null): Promise<Answer> {
    for (const authority of this.all) {
      const answer = await authority.authenticate(token, client);
      if (answer === null) continue;
      const expiresAt = answer.outcome === 'known' ? answer.caller.expiresAt : null;
      // It may have been good when it was looked at.
      return expiresAt !== null && expiresAt <= this.now() ? refused('The token has expired.') : answer;
    }
    return refused(UNKNOWN_TOKEN);
  }
}

export interface AuthorityOptions {
  /** Asks the cluster that is configured for it; null: none is. */
  readonly review: TokenReviewer | null;
  /** How long it is believed what a cluster said. Left out where the usual is right. */
  readonly reviewKept?: Milliseconds;
  /** The time of day, as issuers have it: tokens do not follow a replay, nor a clock that smooths leaps. */
  readonly now: () => Instant;
  /** Told why somebody who knows tokens gave no answer: for the log. */
  readonly onFailure: (error: unknown) => void;
}

/** Those who know tokens by what is configured. */
export function createAuthorities(
  settings: AuthSettings,
  { review, reviewKept = REVIEW_KEPT, now, onFailure }: AuthorityOptions,
): Authorities {
  const { tokens, oidc, scopes } = settings;
  const all: Authority[] = [];
  if (tokens.length > 0) all.push(new StaticTokens(settings));
  if (oidc !== undefined) all.push(new Remembered(new JsonWebTokens(oidc, scopes, now, onFailure), SIGNATURE_KEPT));
  if (review !== null) all.push(new Remembered(new TokenReviews(review, scopes, now, onFailure), reviewKept));
  return new Authorities(all, now);
}
