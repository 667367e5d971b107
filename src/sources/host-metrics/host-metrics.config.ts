import { z } from 'zod';
import {
  atLeastASecond,
  choiceSchema,
  intervalSchema,
  nameSchema,
  sizeSchema,
  systemNameSchema,
} from '../../config/fields.js';
import { prometheusSchema } from '../../config/prometheus-fields.js';
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
    /** Name of the entry in the list of PostgreSQL databases. */
    database: systemNameSchema('PostgreSQL database', 'postgres'),
    preset: choiceSchema('preset', Object.keys(DATABASE_PRESETS) as DatabasePresetName[]),
    /** One machine, or one instance of RDS. */
    where: whereSchema.refine((where) => Object.keys(where).length > 0, 'names at least one label'),
    /** Where its disk is mounted. */
    mountpoint: z.string().min(1).optional(),
    /** Its disk, where the mount point does not lead to it: LVM. */
    device: z.string().min(1).optional(),
    /** What its disk may do a second. */
    provisionedIops: z.number().positive().optional(),
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
  .strictObject({ iops: z.number().positive().optional(), throughput: sizeSchema.optional() })
  .transform(({ iops, throughput }) => ({ iops: iops ?? null, bytesPerSecond: throughput ?? null }));

const volumesSchema = z.strictObject({
  /** Name of the entry in the list of clusters. */
  cluster: systemNameSchema('cluster', 'kubernetes'),
  preset: choiceSchema('preset', Object.keys(VOLUME_PRESETS) as VolumePresetName[]),
  /** Needed where one Prometheus knows several clusters. */
  where: whereSchema.default({}),
  /** By storage class; `*` is for all others. */
  provisioned: z.record(z.string(), provisionedSchema).default({}),
});

/** One Prometheus, and whose metrics are looked for in it. */
export const hostMetricsConfigSchema = z
  .strictObject({
    name: nameSchema,
    prometheus: prometheusSchema,
    interval: intervalSchema,
    deadline: atLeastASecond.prefault('5s'),
    /** How often this Prometheus asks the exporters. What is twice as old is stale; rates are taken over four of them. */
    scrapeInterval: atLeastASecond.prefault('30s'),
    databases: z.array(databaseSchema).max(MOST_DATABASES).default([]),
    volumes: z.array(volumesSchema).max(MOST_CLUSTERS).default([]),
  })
  .refine(({ databases, volumes }) => databases.length + volumes.length > 0, {
    message: 'says neither databases nor volumes: name what is to be looked for',
    path: ['name'],
  })
  .refine(({ databases }) => isUnique(databases.map(({ database }) => database)), {
    message: 'a database is named twice',
    path: ['databases'],
  })
  .refine(({ volumes }) => isUnique(volumes.map(({ cluster, preset }) => `${cluster}/${preset}`)), {
    message: 'a cluster is named twice with the same preset',
    path: ['volumes'],
  });

export type HostMetricsConfig = z.output<typeof hostMetricsConfigSchema>;
export type DatabaseConfig = HostMetricsConfig['databases'][number];
export type VolumesConfig = HostMetricsConfig['volumes'][number];

function isUnique(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}
