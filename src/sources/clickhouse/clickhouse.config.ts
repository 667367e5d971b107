import { z } from 'zod';
import {
  type Endpoint,
  areUnique,
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

const shardSchema = z.strictObject({
  name: nameSchema,
  replicas: replicasSchema.describe('All replicas of the shard: "host" or "host:port".'),
});

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
    replicas: replicasSchema.optional().describe('All replicas of a database that has one shard.'),
    shards: z
      .array(shardSchema)
      .min(1)
      .max(MOST_REPLICAS)
      .optional()
      .describe('… or its shards with all replicas of each.'),
    user: z.string().min(1).default('vitals').describe('Who may read `system.*`, with `readonly = 1`.'),
    ...passwordFields,
    tls: tlsSchema.optional().describe('Without it, HTTP is spoken.'),
    interval: intervalSchema,
    deadline: atLeastASecond
      .prefault('5s')
      .describe('For everything that is asked of one replica at a time, connecting included.'),
    zookeeper: systemNameSchema('ZooKeeper', 'zookeeper')
      .optional()
      .describe('The configured name of the ensemble that it coordinates through.'),
    kubernetes: placementSchema.describe('Where it runs, when that is a cluster.'),
    labels: labelsSchema.describe('Shown on the database, its replicas and tables, such as their team.'),
  })
  .superRefine(excludeEachOther('password', 'passwordFile'))
  .refine(({ replicas, shards }) => (replicas === undefined) !== (shards === undefined), {
    message: 'name either its replicas, or its shards with the replicas of each',
    path: ['replicas'],
  })
  .refine(({ shards = [] }) => areUnique(shards.map(({ name }) => name)), {
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
    if (!areUnique(names)) {
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
  })
  .describe('One ClickHouse database: all replicas of all its shards.');

export type ClickHouseConfig = z.output<typeof clickHouseConfigSchema>;
