import { z } from 'zod';
import { type LimitSettings, NO_SETTINGS } from '../registry/limit-book.js';
import { SECOND } from '../model/time.js';
import type { AlertmanagerConfig } from './alertmanager.js';
import { authSchema } from './auth.js';
import { durationSchema, nameSchema, orNone } from './fields.js';
import { type LogConfig, logSchema } from './log.js';
import type { TracingConfig } from './tracing.js';
import { networkSchema, originSchema, serverLimitsSchema, serverTlsSchema } from './server-fields.js';

const LONGEST_DRAIN = 4 * SECOND;

export const serverSchema = z.strictObject({
  host: z.string().default('127.0.0.1').describe('The address to listen on. VITALS_HOST and --host win over it.'),
  port: z
    .int()
    .min(0)
    .max(65_535)
    .default(4000)
    .describe('The port to listen on; 0: one that is free. PORT and --port win over it.'),
  introspection: z.boolean().default(true).describe('Whether clients may ask for the schema itself.'),
  limits: serverLimitsSchema.describe('What one request, one client and all of them together may take.'),
  tls: serverTlsSchema.describe('Without it, HTTP is spoken.'),
  trustedDocuments: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('A file or folder of the only documents that may be asked; null: any may.'),
  origins: z
    .array(originSchema)
    .default([])
    .describe('Other origins whose pages may open a WebSocket or a stream of events.'),
  trustedProxies: z.array(networkSchema).default([]).describe('Proxies whose `X-Forwarded-For` is believed.'),
  drain: durationSchema
    .refine((time) => time <= LONGEST_DRAIN, 'is at most 4s')
    .prefault('2s')
    .describe(
      'How long it goes on answering, not ready any more, once it is told to stop; all of it takes less than 10 s.',
    ),
  auth: orNone(authSchema.optional(), undefined).describe(
    'Who may ask. Without it, or with `none`, everybody who reaches the port.',
  ),
});

export type ServerConfig = z.infer<typeof serverSchema>;

/** One configured system, still as its source's own schema made it. */
export interface ConfiguredSystem {
  /** The source's folder: `kubernetes`, `postgres`. */
  readonly source: string;
  readonly name: string;
  readonly configuration: unknown;
}

/** The whole configuration, validated. */
export interface Config {
  readonly server: ServerConfig;
  readonly systems: readonly ConfiguredSystem[];
  readonly limits: LimitSettings;
  readonly log: LogConfig;
  /** Null: no alerts are sent. */
  readonly alertmanager: AlertmanagerConfig | null;
  /** Null: no traces are sent. */
  readonly tracing: TracingConfig | null;
}

/** What every entry of a list of systems has, whichever source it is for. */
export const namedSchema = z.looseObject({ name: nameSchema });

export const DEFAULT_SERVER: ServerConfig = serverSchema.parse({});

/** Where there is no file. */
export const NO_CONFIG: Config = {
  server: DEFAULT_SERVER,
  systems: [],
  limits: NO_SETTINGS,
  log: logSchema.parse({}),
  alertmanager: null,
  tracing: null,
};
