import { z } from 'zod';
import { hostAndPort } from '../model/address.js';
import { readSecret } from '../model/bounded-file.js';
import { DURATION_PATTERN, parseDuration } from '../model/duration.js';
import type { Placement } from '../model/placement.js';
import { type Instant, SECOND, parseInstant } from '../model/time.js';
import { mendOf } from './nearest.js';
import { declareReference } from './references.js';
import { shown } from './shown.js';

const NO_DURATION = 'is no length of time; write one such as "10s", "5m" or "1h30m"';

/** A length of time such as "10s" or "1h30m", read as milliseconds. */
export const durationSchema = z
  .string({ error: NO_DURATION })
  .transform((text, context) => {
    const duration = parseDuration(text);
    if (duration !== null) return duration;
    context.addIssue({ code: 'custom', message: `"${shown(text)}" ${NO_DURATION}` });
    return z.NEVER;
  })
  .meta({ pattern: DURATION_PATTERN.source });

/** How often to look, and how long to wait: with less, the looking itself would be the load. */
export const atLeastASecond = durationSchema.refine((duration) => duration >= SECOND, 'is at least 1s');

/** How often a system is looked at. */
export const intervalSchema = atLeastASecond.prefault('10s').describe('How often it is looked at.');

const SIZES: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

const SIZE_PATTERN = /^(\d+(?:\.\d+)?) ?([KMGT]i?B|B)$/;

/** A size such as "100GiB" or "1.5TB", read as bytes. */
export const sizeSchema = z
  .string()
  .transform((text, context) => {
    const [, amount, unit] = SIZE_PATTERN.exec(text) ?? [];
    const bytes = Math.round(Number(amount) * (SIZES[unit ?? ''] ?? 0));
    if (bytes > 0) return bytes;
    context.addIssue({ code: 'custom', message: `"${shown(text)}" is no size; write one such as "100GiB" or "500GB"` });
    return z.NEVER;
  })
  .meta({ pattern: SIZE_PATTERN.source });

/** A point in time such as "2026-12-31T00:00:00Z". */
export const instantSchema = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue({
    code: 'custom',
    message: `"${shown(text)}" is no time; write one such as "2026-12-31T00:00:00Z"`,
  });
  return z.NEVER;
});

/** A name that people give a system: it becomes part of ids, answers and metrics. */
export const nameSchema = z
  .string()
  .regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, 'a name has 1 to 63 letters, digits, ".", "_" or "-"')
  .describe('What it is called: part of ids, answers and metrics.');

/**
 * The name of another system of the same file, which must be there.
 * @param what such a system is called in a sentence: "cluster"
 * @param lists the lists of the configuration one of which it stands in
 */
export function systemNameSchema(what: string, ...lists: readonly string[]): typeof nameSchema {
  return declareReference(nameSchema.describe(`Name of a ${what} of this file.`), { what, lists });
}

/** One of a few words; another one is told the nearest, or all of them. */
export function choiceSchema<T extends string>(what: string, words: readonly T[]): z.ZodType<T, string> {
  return z
    .string()
    .transform((text, context): T => {
      const word = words.find((one) => one === text);
      if (word !== undefined) return word;
      context.addIssue({ code: 'custom', message: `there is no ${what} "${shown(text)}"; ${mendOf(text, words)}` });
      return z.NEVER;
    })
    .meta({ enum: words });
}

/** Marks what `none` turns off, for who describes it. */
export const OR_NONE = 'x-or-none';

/** What `none` in its place turns off. @param off what `none` is read as */
export function orNone<T extends z.ZodType>(schema: T, off: null | undefined) {
  return z.preprocess((given) => (given === 'none' ? off : given), schema).meta({ [OR_NONE]: true });
}

/** Shown on what a system consists of, such as its team. */
export const labelsSchema = z.record(z.string(), z.string()).default({});

/** How to trust and be trusted over TLS: paths of PEM files. */
export const tlsSchema = z
  .strictObject({
    ca: z.string().optional().describe('Path of the authorities to trust in place of the system’s, in PEM.'),
    certificate: z.string().optional().describe('Path of the certificate to show, in PEM.'),
    key: z.string().optional().describe('Path of its key, in PEM.'),
    serverName: z
      .string()
      .optional()
      .describe('The name that the server’s certificate must have, where that is not its address.'),
    insecureSkipVerify: z.boolean().default(false).describe('Trusts anybody: for trials only.'),
  })
  .superRefine(({ certificate, key }, issues) => {
    if ((certificate === undefined) === (key === undefined)) return;
    const [given, lacking] = certificate === undefined ? ['key', 'certificate'] : ['certificate', 'key'];
    issues.addIssue({ code: 'custom', message: `${given} needs a ${lacking} beside it`, path: [given] });
  });

/** Whether anything of `tls` is used for such a URL: over plain HTTP nothing is. */
export function isTlsUsed(url: string, tls: unknown): boolean {
  return tls === undefined || !/^http:/i.test(url);
}

/** What to say of a URL where that is not so. */
export const TLS_UNUSED = 'begins with "http:", where nothing of tls is used: write "https:", or leave tls out';

/**
 * A secret is given in place (`${ENV}` keeps it out of the file) or as the path of a file that holds it, never both. Read at each use, so that
 * a rotated file is picked up.
 */
export interface Secret {
  read(): string;
  /** Path of the file that holds it; null: it is given in place. */
  readonly file: string | null;
}

export function secretFrom(value: string | undefined, file: string | undefined): Secret | null {
  if (file !== undefined) return { read: () => readSecret(file).trimEnd(), file };
  if (value !== undefined) return { read: () => value, file: null };
  return null;
}

const secretTextSchema = z.string().min(1).optional();

/** A password, as fields of an entry. */
export const passwordFields = {
  password: secretTextSchema.describe('In place: ${NAME} takes it from the environment.'),
  passwordFile: secretTextSchema.describe('Path of a file that holds it, read at each use.'),
};

/** A bearer token, as fields of an entry. */
export const tokenFields = {
  token: secretTextSchema.describe('A bearer token, in place: ${NAME} takes it from the environment.'),
  tokenFile: secretTextSchema.describe('Path of a file that holds it, read at each use.'),
};

/** The check that goes with either: in place or in a file, never both. */
export function excludeEachOther<F extends string>(
  inPlace: F,
  file: F,
): (given: Readonly<Partial<Record<F, unknown>>>, issues: z.RefinementCtx) => void {
  return (given, issues) => {
    if (given[inPlace] === undefined || given[file] === undefined) return;
    issues.addIssue({
      code: 'custom',
      message: `${inPlace} and ${file} exclude each other: name one`,
      path: [file],
    });
  };
}

/**
 * Where a system runs, when that is a cluster that is configured too: its pods are those that carry `selector`, and each of
 * its endpoints is found by its address.
 */
export const placementSchema = z
  .strictObject({
    cluster: systemNameSchema('cluster', 'kubernetes'),
    namespace: z.string().min(1).optional().describe('The namespace of its pods; without it, all.'),
    selector: z
      .record(z.string().min(1), z.string())
      .refine((labels) => Object.keys(labels).length > 0, 'names no label: that would be all pods there are')
      .optional()
      .describe('Labels that its pods have. Without them, pods are found by the addresses of its endpoints only.'),
  })
  .transform(({ cluster, namespace, selector }): Placement => {
    return { cluster, namespace: namespace ?? null, selector: selector ?? null };
  })
  .nullable()
  .default(null);

export const portSchema = z.int().min(1).max(65_535);

/** Where a server takes its clients. */
export interface Endpoint {
  /** As people write it, with the port: what the server is called. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** Whether none of them is there twice. */
export function areUnique(keys: readonly unknown[]): boolean {
  return new Set(keys).size === keys.length;
}

/** "host", "host:port", "::1" or "[::1]:port". */
export function endpointSchema(defaultPort: number): z.ZodType<Endpoint, string> {
  return z.string().transform((text, context): Endpoint => {
    const endpoint = endpointOf(text, defaultPort);
    if (endpoint !== null) return endpoint;
    context.addIssue({
      code: 'custom',
      message: `"${shown(text)}" is no address; write one such as "server-0.example.com:${defaultPort}"`,
    });
    return z.NEVER;
  });
}

function endpointOf(text: string, defaultPort: number): Endpoint | null {
  const [, bracketed, plain, written] = /^(?:\[([0-9a-f:.]+)\]|([^\s:/[\]@]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? plain ?? (/^[0-9a-f:.]+$/i.test(text) ? text : undefined);
  const port = portSchema.safeParse(written === undefined ? defaultPort : Number(written));
  if (host === undefined || !port.success) return null;
  return { name: hostAndPort(host, port.data), host, port: port.data };
}
