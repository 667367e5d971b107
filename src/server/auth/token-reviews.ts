import { decodeJwt } from 'jose';
import { type Instant, type Milliseconds, MINUTE, SECOND, after, instant } from '../../model/time.js';
import { type Answer, type Authority, UNKNOWN_TOKEN, refused, unavailable } from './authority.js';
import { callerOf } from './grants.js';
import type { NamedScope } from './settings.js';

/**
 * So long a token is good that a cluster has just found good though it has ended by our clock: the cluster's is the one that
 * counts. Longer than it takes until it is asked again about who stays.
 */
const BELIEVED_FOR: Milliseconds = 2 * MINUTE;

/** What a cluster says of a token; null: it is not good. */
export interface Reviewed {
  readonly user: string;
  readonly groups: readonly string[];
}

/** Asks a cluster about a token. Rejects where it gives no answer, with a message without secrets; bounded in time. */
export type TokenReviewer = (token: string) => Promise<Reviewed | null>;

/** Tokens that a Kubernetes cluster knows: of service accounts, or of whatever its API server takes. */
export class TokenReviews implements Authority {
  private isSilent = false;

  constructor(
    private readonly review: TokenReviewer,
    private readonly scopes: readonly NamedScope[],
    private readonly now: () => Instant,
    /** Told why a cluster gives no answer, once until it does: for the log. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  async authenticate(token: string): Promise<Answer> {
    try {
      const reviewed = await this.review(token);
      this.isSilent = false;
      if (reviewed === null) return refused(UNKNOWN_TOKEN);
      return callerOf({ ...reviewed, namespaces: null, expiresAt: this.expiryOf(token) }, this.scopes);
    } catch (error) {
      if (!this.isSilent) this.onFailure(error);
      this.isSilent = true;
      return unavailable('The cluster that knows such tokens does not answer.');
    }
  }

  /** When a token that was found good ends; null where it does not say. */
  private expiryOf(token: string): Instant | null {
    const [exp, now] = [claimedExpiry(token), this.now()];
    if (exp === null) return null;
    return exp > now ? exp : after(now, BELIEVED_FOR);
  }
}

function claimedExpiry(token: string): Instant | null {
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? null : instant(exp * SECOND);
  } catch {
    return null;
  }
}
