import { globMatches } from '../../model/glob.js';
import { type Scope, isEverything } from '../../model/scope.js';
import type { Instant } from '../../model/time.js';
import type { Answer } from './authority.js';
import type { AuthSettings, NamedScope } from './settings.js';

/** Who a token says that somebody is. */
export interface Identity {
  readonly user: string;
  readonly groups: readonly string[];
  /** Namespaces that a claim grants; null: no claim is to say that. */
  readonly namespaces: readonly string[] | null;
  readonly expiresAt: Instant | null;
}

/** What somebody may see, by what configuration gives to users and groups. */
export function callerOf({ user, groups, namespaces, expiresAt }: Identity, scopes: readonly NamedScope[]): Answer {
  const known = (scope: Scope | null): Answer => ({ outcome: 'known', caller: { name: user, scope, expiresAt } });
  if (scopes.length === 0 && namespaces === null) return known(null);
  const own = scopes.filter((scope) => isAny(scope.users, [user]) || isAny(scope.groups, groups));
  const scope = unionOf(own);
  if (scope === null) return known(null);
  const named = namespaces?.filter(isName) ?? [];
  const claimed = named.length === 0 ? [] : [{ clusters: null, namespaces: named, kinds: null }];
  const grants = [...scope, ...claimed];
  if (grants.length === 0) return { outcome: 'outside', why: 'The token is good, and no scope is for its holder.' };
  return known(grants);
}

/** All that some scopes grant together; null: everything. */
export function unionOf(scopes: readonly NamedScope[]): Scope | null {
  if (scopes.some(({ see }) => see === undefined || isEverything(see))) return null;
  return scopes.flatMap(({ see = [] }) => see);
}

/** Of scopes that names are for; without names: everything. */
export function scopeNamed(names: readonly string[] | undefined, scopes: readonly NamedScope[]): Scope | null {
  return names === undefined ? null : unionOf(scopes.filter(({ name }) => names.includes(name)));
}

/** Of more scopes, the others are filled when somebody comes: each takes room, whether anybody does or not. */
const MOST_BEFOREHAND = 32;

/** Scopes that somebody has by configuration alone: what is seen with them can be ready beforehand. */
export function scopesKnownBeforehand({ tokens, scopes }: AuthSettings): readonly Scope[] {
  const ofTokens = tokens.map((token) => scopeNamed(token.scopes, scopes));
  const ofHolders = scopes
    .filter(({ users, groups }) => users.length + groups.length > 0)
    .map((scope) => unionOf([scope]));
  return [...ofTokens, ...ofHolders].filter((scope) => scope !== null).slice(0, MOST_BEFOREHAND);
}

function isAny(patterns: readonly string[], names: readonly string[]): boolean {
  return patterns.some((pattern) => names.some((name) => globMatches(pattern, name)));
}

/** Patterns are for who writes the configuration: no namespace is called so, and a claim with one in it must not stand for several. */
function isName(claimed: string): boolean {
  return !/[*?]/.test(claimed);
}
