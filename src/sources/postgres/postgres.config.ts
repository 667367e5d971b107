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
    host: z.string().min(1).describe('Its host: a name or an address.'),
    port: portSchema.default(5432).describe('Its port.'),
    database: z
      .string()
      .min(1)
      .default('postgres')
      .describe('The database to connect to; the whole server is looked at from there.'),
    user: z.string().min(1).default('vitals').describe('A role that has pg_monitor.'),
    ...passwordFields,
    tls: tlsSchema.optional().describe('Without it, the connection is not encrypted.'),
    interval: intervalSchema,
    deadline: atLeastASecond.prefault('5s').describe('For everything that is asked at a time, connecting included.'),
    vcpus: z.number().positive().optional().describe('How many CPUs the server has: SQL cannot see that.'),
    capacity: sizeSchema.optional().describe('How large its disk is: SQL cannot see that.'),
    standby: z.boolean().default(false).describe('Whether it is meant to be a standby.'),
    kubernetes: placementSchema.describe('Where it runs, when that is a cluster.'),
    labels: labelsSchema.describe('Shown on the database, such as its team.'),
  })
  .superRefine(excludeEachOther('password', 'passwordFile'))
  .transform(({ password, passwordFile, vcpus, capacity, standby, tls, ...rest }) => ({
    ...rest,
    tls: tls ?? null,
    secret: secretFrom(password, passwordFile),
    vcpus: vcpus ?? null,
    capacityBytes: capacity ?? null,
    isStandbyExpected: standby,
  }))
  .describe('One PostgreSQL server.');

export type PostgresConfig = z.output<typeof postgresConfigSchema>;
