import { z } from 'zod';
import {
  areUnique,
  atLeastASecond,
  choiceSchema,
  intervalSchema,
  nameSchema,
  sizeSchema,
  systemNameSchema,
} from '../../config/fields.js';
import { prometheusSchema } from '../../config/http-access.js';
import { DATABASE_PRESETS, type DatabasePresetName, VOLUME_PRESETS, type VolumePresetName } from './presets.js';

const MOST_DATABASES = 100;
const MOST_CLUSTERS = 100;

/** Labels that the metrics must have, by name and value. */
const whereSchema = z.record(
  z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 'a label has letters, digits and "_"'),
  z.string(),
);

const databaseSchema = z
  .strictObject({
    database: systemNameSchema('PostgreSQL database', 'postgres').describe(
      'Name of the entry in the list of PostgreSQL databases.',
    ),
    preset: choiceSchema('preset', Object.keys(DATABASE_PRESETS) as DatabasePresetName[]).describe('What says it.'),
    where: whereSchema
      .refine((where) => Object.keys(where).length > 0, 'names at least one label')
      .describe('One machine, or one instance of RDS.'),
    mountpoint: z.string().min(1).optional().describe('Where its disk is mounted.'),
    device: z.string().min(1).optional().describe('Its disk, where the mount point does not lead to it: LVM.'),
    provisionedIops: z.number().positive().optional().describe('What its disk may do a second.'),
  })
  .refine(({ preset, mountpoint }) => preset !== 'node-exporter' || mountpoint !== undefined, {
    message: 'is needed with the preset node-exporter: where the disk of the database is mounted',
    path: ['mountpoint'],
  })
  .refine(({ preset, mountpoint, device }) => preset === 'node-exporter' || (mountpoint ?? device) === undefined, {
    message: 'mountpoint and device are for the preset node-exporter only',
    path: ['preset'],
  })
  .transform(({ mountpoint, device, provisionedIops, ...rest }) => ({
    ...rest,
    mountpoint: mountpoint ?? null,
    device: device ?? null,
    provisionedIops: provisionedIops ?? null,
  }));

/** What disks of one class may do a second. */
const provisionedSchema = z
  .strictObject({
    iops: z.number().positive().optional().describe('Operations a second.'),
    throughput: sizeSchema.optional().describe('Size that is read or written a second, such as "125MiB".'),
  })
  .transform(({ iops, throughput }) => ({ iops: iops ?? null, bytesPerSecond: throughput ?? null }));

const volumesSchema = z.strictObject({
  cluster: systemNameSchema('cluster', 'kubernetes').describe('Name of the entry in the list of clusters.'),
  preset: choiceSchema('preset', Object.keys(VOLUME_PRESETS) as VolumePresetName[]).describe('What says it.'),
  where: whereSchema.default({}).describe('Needed where one Prometheus knows several clusters.'),
  provisioned: z.record(z.string(), provisionedSchema).default({}).describe('By storage class; `*` is for all others.'),
});

/** One Prometheus, and whose metrics are looked for in it. */
export const hostMetricsConfigSchema = z
  .strictObject({
    name: nameSchema,
    prometheus: prometheusSchema.describe('A Prometheus, or what speaks its API.'),
    interval: intervalSchema,
    deadline: atLeastASecond.prefault('5s').describe('For one query.'),
    scrapeInterval: atLeastASecond
      .prefault('30s')
      .describe(
        'How often this Prometheus asks the exporters. What is twice as old is stale; rates are taken over four of them.',
      ),
    databases: z.array(databaseSchema).max(MOST_DATABASES).default([]).describe('Machines of databases.'),
    volumes: z.array(volumesSchema).max(MOST_CLUSTERS).default([]).describe('Disks of volumes.'),
  })
  .refine(({ databases, volumes }) => databases.length + volumes.length > 0, {
    message: 'says neither databases nor volumes: name what is to be looked for',
    path: ['name'],
  })
  .refine(({ databases }) => areUnique(databases.map(({ database }) => database)), {
    message: 'a database is named twice',
    path: ['databases'],
  })
  .refine(({ volumes }) => areUnique(volumes.map(({ cluster, preset }) => `${cluster}/${preset}`)), {
    message: 'a cluster is named twice with the same preset',
    path: ['volumes'],
  })
  .describe('One Prometheus, and whose metrics are looked for in it.');

export type HostMetricsConfig = z.output<typeof hostMetricsConfigSchema>;
export type DatabaseConfig = HostMetricsConfig['databases'][number];
export type VolumesConfig = HostMetricsConfig['volumes'][number];
