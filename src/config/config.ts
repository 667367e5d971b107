import { z } from 'zod';
import type { LimitSettings } from '../registry/limit-book.js';
import { nameSchema } from './fields.js';

export const serverSchema = z.strictObject({
  host: z.string().default('127.0.0.1'),
  port: z.int().min(0).max(65_535).default(4000),
  /** Whether clients may ask for the schema itself. */
  introspection: z.boolean().default(true),
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
}

/** What every entry of a list of systems has, whichever source it is for. */
export const namedSchema = z.looseObject({ name: nameSchema });

export const DEFAULT_SERVER: ServerConfig = serverSchema.parse({});
