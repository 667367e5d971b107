import { z } from 'zod';
import { withoutBrackets } from '../model/address.js';
import { ResourceKind } from '../model/kinds.js';
import { isLoopback } from '../model/loopback.js';
import type { Grant } from '../model/scope.js';
import { MINUTE } from '../model/time.js';
import { choiceSchema, durationSchema, instantSchema, nameSchema, systemNameSchema } from './fields.js';

/** No scope, and nobody's claims, are longer. */
const MOST_NAMES = 200;

const namesSchema = z.array(z.string().min(1)).min(1).max(MOST_NAMES);

const grantSchema = z
  .strictObject({
    clusters: namesSchema
      .optional()
      .describe('Names of clusters or other systems, with `*` and `?`; without them, all.'),
    namespaces: namesSchema
      .optional()
      .describe('Namespaces, with `*` and `?`; without them, all, and what is in none.'),
    kinds: z
      .array(choiceSchema('kind', Object.values(ResourceKind)))
      .min(1)
      .optional()
      .describe('Kinds of resources; without them, all.'),
  })
  .transform(({ clusters, namespaces, kinds }): Grant => ({
    clusters: clusters ?? null,
    namespaces: namespaces ?? null,
    kinds: kinds ?? null,
  }));

/** A name for what may be seen, and whose claims give it to them. */
const scopeSchema = z.strictObject({
  name: nameSchema.describe('What tokens name it by.'),
  users: namesSchema.default([]).describe('Names of users, or of service accounts, with `*` and `?`.'),
  groups: namesSchema.default([]).describe('Groups, as the token or the cluster says them.'),
  see: z.array(grantSchema).min(1).max(MOST_NAMES).optional().describe('Without it: everything.'),
});

const scopeNamesSchema = z.array(nameSchema).min(1).max(MOST_NAMES);

const tokenSchema = z.strictObject({
  name: nameSchema.describe('Whose it is: shown in the log.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is the SHA-256 of a token, as 64 hexadecimal digits: the token itself stands nowhere')
    .describe('The SHA-256 of the token, as 64 hexadecimal digits: the token itself stands nowhere.'),
  scopes: scopeNamesSchema.optional().describe('Without them: everything.'),
  expires: instantSchema.optional().describe('From when on it is not good any more.'),
});

/** Signatures that whoever may check them cannot make. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

const urlSchema = z.url({
  protocol: /^https?$/,
  error: 'is no URL; write one such as "https://login.example.com/keys"',
});

const oidcSchema = z.strictObject({
  issuer: z.string().min(1).describe('As tokens say it in `iss`, to the letter.'),
  audience: z.string().min(1).describe('What `aud` must hold.'),
  jwks: urlSchema
    .refine(
      (url) => url.startsWith('https:') || isLoopback(withoutBrackets(new URL(url).hostname)),
      'is not https: whoever is between could sign tokens',
    )
    .describe('Where its keys are, as a JSON Web Key Set. Over plain HTTP anybody between could put in their own.'),
  algorithms: z
    .array(choiceSchema('algorithm that takes a private key to sign', ALGORITHMS))
    .min(1)
    .default(['RS256', 'ES256'])
    .describe('Signatures that are taken.'),
  clockSkew: durationSchema
    .refine((skew) => skew <= MINUTE, 'is 1m at the most')
    .prefault('3s')
    .describe('How far the issuer’s clock may be from ours.'),
  userClaim: z
    .string()
    .min(1)
    .default('sub')
    .describe('The claim that says who it is. An `email` that is said not to be verified is refused.'),
  groupsClaim: z.string().min(1).default('groups').describe('The claim that lists their groups.'),
  namespacesClaim: z
    .string()
    .min(1)
    .optional()
    .describe('A claim that lists namespaces, by name: they may be seen, whatever the scopes say.'),
});

const reviewSchema = z.strictObject({
  cluster: systemNameSchema('cluster', 'kubernetes').describe('Whose API server says whose a token is.'),
  audiences: namesSchema.default([]).describe('What tokens must be made for; without it, for the API server itself.'),
});

/** Who may ask, and see what. */
export const authSchema = z
  .strictObject({
    tokens: z.array(tokenSchema).default([]).describe('Tokens that are known beforehand.'),
    oidc: oidcSchema.optional().describe('Tokens of an issuer that publishes its keys (OpenID Connect).'),
    kubernetes: reviewSchema.optional().describe('Tokens of service accounts, which their cluster knows.'),
    scopes: z
      .array(scopeSchema)
      .default([])
      .describe('Who may see what. Without any: everybody who has a good token sees everything.'),
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
