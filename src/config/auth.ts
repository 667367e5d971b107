import { z } from 'zod';
import { ResourceKind } from '../model/kinds.js';
import type { Grant } from '../model/scope.js';
import { MINUTE, SECOND } from '../model/time.js';
import { choiceSchema, durationSchema, instantSchema, nameSchema, systemNameSchema } from './fields.js';
import { isLoopback } from './loopback.js';

/** No scope, and nobody's claims, are longer. */
const MOST_NAMES = 200;

const namesSchema = z.array(z.string().min(1)).min(1).max(MOST_NAMES);

const grantSchema = z
  .strictObject({
    clusters: namesSchema.optional(),
    namespaces: namesSchema.optional(),
    kinds: z
      .array(choiceSchema('kind', Object.values(ResourceKind)))
      .min(1)
      .optional(),
  })
  .transform(({ clusters, namespaces, kinds }): Grant => ({
    clusters: clusters ?? null,
    namespaces: namespaces ?? null,
    kinds: kinds ?? null,
  }));

/** A name for what may be seen, and whose claims give it to them. */
const scopeSchema = z.strictObject({
  name: nameSchema,
  /** Names of users, or of service accounts, with `*` and `?`. */
  users: namesSchema.default([]),
  /** Groups, as the token or the cluster says them. */
  groups: namesSchema.default([]),
  /** Without it: everything. */
  see: z.array(grantSchema).min(1).max(MOST_NAMES).optional(),
});

const scopeNamesSchema = z.array(nameSchema).min(1).max(MOST_NAMES);

const tokenSchema = z.strictObject({
  name: nameSchema,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is the SHA-256 of a token, as 64 hexadecimal digits: the token itself stands nowhere'),
  /** Without them: everything. */
  scopes: scopeNamesSchema.optional(),
  expires: instantSchema.optional(),
});

/** Signatures that whoever may check them cannot make. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

const urlSchema = z.url({
  protocol: /^https?$/,
  error: 'is no URL; write one such as "https://login.example.com/keys"',
});

const oidcSchema = z.strictObject({
  /** As tokens say it in `iss`, to the letter. */
  issuer: z.string().min(1),
  /** What `aud` must hold. */
  audience: z.string().min(1),
  /** Where its keys are, as a JSON Web Key Set. Over plain HTTP anybody between could put in their own. */
  jwks: urlSchema.refine(
    (url) => url.startsWith('https:') || isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, '')),
    'is not https: whoever is between could sign tokens',
  ),
  algorithms: z
    .array(choiceSchema('algorithm that takes a private key to sign', ALGORITHMS))
    .min(1)
    .default(['RS256', 'ES256']),
  clockSkew: durationSchema.refine((skew) => skew <= MINUTE, 'is 1m at the most').default(3 * SECOND),
  userClaim: z.string().min(1).default('sub'),
  groupsClaim: z.string().min(1).default('groups'),
  /** A claim that lists namespaces: they may be seen, whatever the scopes say. */
  namespacesClaim: z.string().min(1).optional(),
});

const reviewSchema = z.strictObject({
  /** Whose API server says whose a token is. */
  cluster: systemNameSchema('cluster', 'kubernetes'),
  /** What tokens must be made for; without it, for the API server itself. */
  audiences: namesSchema.default([]),
});

/** Who may ask, and see what. */
export const authSchema = z
  .strictObject({
    tokens: z.array(tokenSchema).default([]),
    oidc: oidcSchema.optional(),
    kubernetes: reviewSchema.optional(),
    scopes: z.array(scopeSchema).default([]),
  })
  .superRefine(({ tokens, oidc, kubernetes }, issues) => {
    if (tokens.length > 0 || oidc !== undefined || kubernetes !== undefined) return;
    issues.addIssue({
      code: 'custom',
      message: 'lets nobody in: name tokens, oidc or kubernetes, or write `auth: none`',
    });
  })
  .superRefine(({ tokens, scopes }, issues) => {
    const twins = (list: 'tokens' | 'scopes', names: readonly string[]): void => {
      for (const [index, name] of names.entries())
        if (names.indexOf(name) < index)
          issues.addIssue({ code: 'custom', message: `"${name}" is there twice`, path: [list, index, 'name'] });
    };
    twins('tokens', tokens.map(({ name }) => name)); // prettier-ignore
    twins('scopes', scopes.map(({ name }) => name)); // prettier-ignore
  });

export type AuthConfig = z.output<typeof authSchema>;

/** Names of scopes that there are not, with their places. */
export function* lostScopes({ tokens, scopes }: AuthConfig): Generator<{ keys: PropertyKey[]; name: string }> {
  const known = new Set(scopes.map(({ name }) => name));
  for (const [index, token] of tokens.entries())
    for (const [at, name] of (token.scopes ?? []).entries())
      if (!known.has(name)) yield { keys: ['tokens', index, 'scopes', at], name };
}
