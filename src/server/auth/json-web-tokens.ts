import {
  type JWTPayload,
  type JWTVerifyGetKey,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  jwtVerify,
} from 'jose';
import { type Instant, MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { type Answer, type Authority, refused, unavailable } from './authority.js';
import { callerOf } from './grants.js';
import { KeySource } from './key-source.js';
import type { NamedScope, OidcSettings } from './settings.js';

/** How long keys may take to come. */
const KEYS_WITHIN: Milliseconds = 4 * SECOND;

/** Keys are asked for anew where one is not known, but not more often: anybody may name keys that there are not. */
const KEYS_AGAIN_AFTER: Milliseconds = 5 * SECOND;

/** However seldom keys change: one that was taken back is not trusted for longer. */
const KEYS_KEPT: Milliseconds = 10 * MINUTE;

/** No claim lists more groups or namespaces that count. */
const MOST_CLAIMED = 200;

/** How issuers say of an e-mail address that nobody has looked whether it is theirs. */
const UNVERIFIED: ReadonlySet<unknown> = new Set([false, 'false']);

/** Tokens that an issuer signed (OpenID Connect, or any other that publishes its keys). */
export class JsonWebTokens implements Authority {
  private readonly keys: JWTVerifyGetKey;
  private readonly source: KeySource;

  constructor(
    private readonly settings: OidcSettings,
    private readonly scopes: readonly NamedScope[],
    private readonly now: () => Instant,
    /** Told why keys cannot be had, once until they can: for the log. */
    onFailure: (error: unknown) => void,
  ) {
    this.source = new KeySource(onFailure);
    this.keys = createRemoteJWKSet(new URL(settings.jwks), {
      timeoutDuration: KEYS_WITHIN,
      cooldownDuration: KEYS_AGAIN_AFTER,
      cacheMaxAge: KEYS_KEPT,
      [customFetch]: this.source.fetch,
    });
  }

  async authenticate(token: string): Promise<Answer | null> {
    const { issuer, audience, algorithms, clockSkew } = this.settings;
    if (issuerOf(token) !== issuer) return null;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: clockSkew / SECOND,
        currentDate: new Date(this.now()),
        requiredClaims: ['exp'],
      });
      return this.callerOf(payload);
    } catch (error) {
      const answer = answerTo(error);
      if (answer.outcome === 'unavailable') this.source.failed(error);
      return answer;
    }
  }

  private callerOf(payload: JWTPayload): Answer {
    const { userClaim, groupsClaim, namespacesClaim, clockSkew } = this.settings;
    const user = payload[userClaim];
    if (typeof user !== 'string' || user === '') return refused('The token does not say whose it is.');
    // Anybody may have called themselves so.
    if (userClaim === 'email' && UNVERIFIED.has(payload['email_verified']))
      return refused("The token's e-mail address is not verified.");
    const groups = namesIn(payload[groupsClaim]);
    const namespaces = namespacesClaim === undefined ? null : namesIn(payload[namespacesClaim]);
    if (groups === null) return refused(`The token names more than ${MOST_CLAIMED} groups.`);
    if (namespacesClaim !== undefined && namespaces === null)
      return refused(`The token names more than ${MOST_CLAIMED} namespaces.`);
    const expiresAt = ((payload.exp ?? 0) * SECOND + clockSkew) as Instant;
    return callerOf({ user, groups, namespaces, expiresAt }, this.scopes);
  }
}

/** Which issuer a token names, before anything of it is believed; null: it is no such token. */
function issuerOf(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

/** Null where there are too many: to leave some out would be to guess which. */
function namesIn(claim: unknown): readonly string[] | null {
  const all = (Array.isArray(claim) ? claim : [claim]).filter((name) => typeof name === 'string' && name !== '');
  return all.length > MOST_CLAIMED ? null : (all as string[]);
}

function answerTo(error: unknown): Answer {
  if (error instanceof errors.JWTExpired) return refused('The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const isEarly = error.claim === 'nbf' && error.reason === 'check_failed';
    return refused(isEarly ? 'The token is not valid yet.' : `The token's claim ${error.claim} is not the one wanted.`);
  }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return refused('The token is signed by an algorithm that is not taken.');
  if (error instanceof errors.JWKSTimeout) return unavailable('The keys of the issuer did not come in time.');
  const isBad = BAD.some((bad) => error instanceof bad);
  return isBad ? refused("The token's signature is not good.") : unavailable('The keys of the issuer cannot be had.');
}

const BAD = [
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JOSENotSupported,
];
