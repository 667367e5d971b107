import { z } from 'zod';
import { TLS_UNUSED, isTlsUsed, passwordFields, secretFrom, tlsSchema, tokenFields } from './fields.js';

/** An address that a path can follow; null: it is none. */
export function plainUrl(text: string): URL | null {
  const url = URL.canParse(text) && !/[?#]/.test(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

export function namesUser({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

function urlSchema(what: string, example: string) {
  return z.string().transform((text, context): URL => {
    const url = plainUrl(text);
    if (url !== null && !namesUser(url)) return url;
    const message =
      url !== null
        ? 'holds a user or password; write them as "user" and "password" or "passwordFile"'
        : `is no address of ${what}; write one such as "${example}"`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** How whatever is spoken to over HTTP lets us in: a Prometheus, an exporter, an Alertmanager, a collector of spans. */
export const httpAccessFields = {
  user: z.string().min(1).optional().describe('Basic authentication, or …'),
  ...passwordFields,
  /** … a bearer token. */
  ...tokenFields,
  tls: tlsSchema.optional().describe('Where an address begins with https: whom to trust, and as whom to come.'),
};

/** Something that is asked over HTTP, and how it lets us in. */
export function httpAccessSchema(what: string, example: string) {
  return z
    .strictObject({ url: urlSchema(what, example).describe('Its address.'), ...httpAccessFields })
    .refine((given) => atMostOne(given.password, given.passwordFile, given.token, given.tokenFile), {
      message: 'password, passwordFile, token and tokenFile exclude each other: name one',
      path: ['url'],
    })
    .refine(({ user, password, passwordFile }) => user !== undefined || (password ?? passwordFile) === undefined, {
      message: 'a password needs its user',
      path: ['url'],
    })
    .refine(({ user, token, tokenFile }) => user === undefined || (token ?? tokenFile) === undefined, {
      message: 'user and token exclude each other: name one',
      path: ['user'],
    })
    .refine(({ url, tls }) => isTlsUsed(url.href, tls), { message: TLS_UNUSED, path: ['url'] })
    .transform(({ url, user, password, passwordFile, token, tokenFile, tls }) => ({
      url,
      user: user ?? null,
      password: secretFrom(password, passwordFile),
      token: secretFrom(token, tokenFile),
      tls: tls ?? null,
    }));
}

/** A Prometheus, or whatever speaks its API, that a source asks: `/api/v1/query` follows its URL. */
export const prometheusSchema = httpAccessSchema('a Prometheus', 'http://prometheus.example.com:9090');

function atMostOne(...values: readonly unknown[]): boolean {
  return values.filter((value) => value !== undefined).length <= 1;
}
