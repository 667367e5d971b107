import { decodeJwt } from 'jose';
import { type Instant, SECOND } from '../../model/time.js';
import { type Answer, type Authority, UNKNOWN_TOKEN, refused, unavailable } from './authority.js';
import { callerOf } from './grants.js';
import type { NamedScope } from './settings.js';

/** What a cluster says of a token; null: it is not good. */
export interface Reviewed {
  readonly user: string;
  readonly groups: readonly string[];
}

/** Asks a cluster about a token. Rejects where it gives no answer, with a message without secrets; bounded in time. */
export type TokenReviewer = (token: string) => Promise<Reviewed | null>;

/** Tokens that a Kubernetes cluster knows: of service accounts, or of whatever its API server takes. */
export class TokenReviews implements Authority {
  constructor(
    private readonly review: TokenReviewer,
    private readonly scopes: readonly NamedScope[],
    /** Told why a cluster gave no answer: for the log. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  async authenticate(token: string): Promise<Answer> {
    try {
      const reviewed = await this.review(token);
      if (reviewed === null) return refused(UNKNOWN_TOKEN);
      return callerOf({ ...reviewed, namespaces: null, expiresAt: expiryOf(token) }, this.scopes);
    } catch (error) {
      this.onFailure(error);
      return unavailable('The cluster that knows such tokens does not answer.');
    }
  }
}

/** When a token that was found good says that it ends; null where it does not. */
function expiryOf(token: string): Instant | null {
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? null : ((exp * SECOND) as Instant);
  } catch {
    return null;
  }
}
