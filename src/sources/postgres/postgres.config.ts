import { z } from 'zod';
import {
  atLeastASecond,
  excludeEachOther,
  intervalSchema,
  labelsSchema,
  nameSchema,
  passwordFields,
  placementSchema,
  portSchema,
  secretFrom,
  sizeSchema,
  tlsSchema,
} from '../../config/fields.js';

/** One PostgreSQL server. */
export const postgresConfigSchema = z
  .strictObject({
    name: nameSchema,
    host: z.string().min(1),
    port: portSchema.default(5432),
    /** The database to connect to; the whole server is looked at from there. */
    database: z.string().min(1).default('postgres'),
    user: z.string().min(1).default('vitals'),
    ...passwordFields,
    /** Without it, the connection is not encrypted. */
    tls: tlsSchema.optional(),
    interval: intervalSchema,
    /** For everything that is asked at a time, connecting included. */
    deadline: atLeastASecond.prefault('5s'),
    /** How many CPUs the server has: SQL cannot see that. */
    vcpus: z.number().positive().optional(),
    /** How large its disk is: SQL cannot see that. */
    capacity: sizeSchema.optional(),
    /** Whether it is meant to be a standby. */
    standby: z.boolean().default(false),
    /** Where it runs, when that is a cluster. */
    kubernetes: placementSchema,
    /** Shown on the database, such as its team. */
    labels: labelsSchema,
  })
  .superRefine(excludeEachOther('password', 'passwordFile'))
  .transform(({ password, passwordFile, vcpus, capacity, standby, tls, ...rest }) => ({
    ...rest,
    tls: tls ?? null,
    secret: secretFrom(password, passwordFile),
    vcpus: vcpus ?? null,
    capacityBytes: capacity ?? null,
    isStandbyExpected: standby,
  }));

export type PostgresConfig = z.output<typeof postgresConfigSchema>;
