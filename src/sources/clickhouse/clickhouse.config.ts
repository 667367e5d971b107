import { z } from 'zod';
import {
  type Endpoint,
  atLeastASecond,
  endpointSchema,
  excludeEachOther,
  intervalSchema,
  labelsSchema,
  nameSchema,
  passwordFields,
  placementSchema,
  secretFrom,
  systemNameSchema,
  tlsSchema,
} from '../../config/fields.js';

const HTTP_PORT = 8123;
const HTTPS_PORT = 8443;
const MOST_REPLICAS = 200;

/** Read once it is known whether they are asked over TLS: the default port follows from it. */
const replicasSchema = z.array(z.string()).min(1).max(MOST_REPLICAS);

const shardSchema = z.strictObject({ name: nameSchema, replicas: replicasSchema });

/** One shard: replicas that hold the same data. */
export interface Shard {
  /** Null where the database has only one. */
  readonly name: string | null;
  readonly replicas: readonly Endpoint[];
}

/** One ClickHouse database: all replicas of all its shards. */
export const clickHouseConfigSchema = z
  .strictObject({
    name: nameSchema,
    /** All replicas of a database that has one shard. */
    replicas: replicasSchema.optional(),
    /** … or its shards with all replicas of each. */
    shards: z.array(shardSchema).min(1).max(MOST_REPLICAS).optional(),
    user: z.string().min(1).default('vitals'),
    ...passwordFields,
    /** Without it, HTTP is spoken. */
    tls: tlsSchema.optional(),
    interval: intervalSchema,
    /** For everything that is asked of one replica at a time, connecting included. */
    deadline: atLeastASecond.prefault('5s'),
    /** The configured name of the ensemble that it coordinates through. */
    zookeeper: systemNameSchema('ZooKeeper', 'zookeeper').optional(),
    /** Where it runs, when that is a cluster. */
    kubernetes: placementSchema,
    /** Shown on the database, its replicas and tables, such as their team. */
    labels: labelsSchema,
  })
  .superRefine(excludeEachOther('password', 'passwordFile'))
  .refine(({ replicas, shards }) => (replicas === undefined) !== (shards === undefined), {
    message: 'name either its replicas, or its shards with the replicas of each',
    path: ['replicas'],
  })
  .refine(({ shards = [] }) => new Set(shards.map(({ name }) => name)).size === shards.length, {
    message: 'a shard is named twice',
    path: ['shards'],
  })
  .transform(({ password, passwordFile, tls, zookeeper, replicas, shards, ...rest }, context) => {
    const read = (texts: readonly string[], path: readonly (string | number)[]): readonly Endpoint[] =>
      texts.flatMap((text, index) => {
        const endpoint = endpointSchema(tls === undefined ? HTTP_PORT : HTTPS_PORT).safeParse(text);
        if (endpoint.success) return [endpoint.data];
        const message = endpoint.error.issues[0]?.message ?? 'is no address';
        context.addIssue({ code: 'custom', path: [...path, index], message });
        return [];
      });
    const all: readonly Shard[] =
      shards === undefined
        ? [{ name: null, replicas: read(replicas ?? [], ['replicas']) }]
        : shards.map((shard, index) => ({
            name: shard.name,
            replicas: read(shard.replicas, ['shards', index, 'replicas']),
          }));
    const names = all.flatMap((shard) => shard.replicas.map(({ name }) => name));
    if (new Set(names).size < names.length) {
      context.addIssue({
        code: 'custom',
        path: [shards === undefined ? 'replicas' : 'shards'],
        message: 'a replica is named twice',
      });
    }
    return {
      ...rest,
      tls: tls ?? null,
      secret: secretFrom(password, passwordFile),
      zooKeeperName: zookeeper ?? null,
      shards: all,
    };
  });

export type ClickHouseConfig = z.output<typeof clickHouseConfigSchema>;
