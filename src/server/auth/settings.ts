import type { Scope } from '../../model/scope.js';
import type { Instant, Milliseconds } from '../../model/time.js';

/** A name for what may be seen, and whose claims give it to them. */
export interface NamedScope {
  readonly name: string;
  /** Users and groups, with `*` and `?`. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** Absent: everything. */
  readonly see?: Scope | undefined;
}

/** A token that configuration knows by its digest. */
export interface StaticToken {
  readonly name: string;
  /** SHA-256 of the token, in hexadecimal digits. */
  readonly sha256: string;
  /** Names of scopes. Absent: everything. */
  readonly scopes?: readonly string[] | undefined;
  readonly expires?: Instant | undefined;
}

/** Whose signed tokens are taken. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** URL of the keys. */
  readonly jwks: string;
  readonly algorithms: readonly string[];
  readonly clockSkew: Milliseconds;
  readonly userClaim: string;
  readonly groupsClaim: string;
  readonly namespacesClaim?: string | undefined;
}

/** Who may ask, and see what. */
export interface AuthSettings {
  readonly tokens: readonly StaticToken[];
  readonly oidc?: OidcSettings | undefined;
  readonly scopes: readonly NamedScope[];
}
