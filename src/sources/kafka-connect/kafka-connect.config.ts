import { z } from 'zod';
import {
  type Endpoint,
  TLS_UNUSED,
  areUnique,
  atLeastASecond,
  excludeEachOther,
  intervalSchema,
  isTlsUsed,
  labelsSchema,
  nameSchema,
  passwordFields,
  placementSchema,
  secretFrom,
  systemNameSchema,
  tlsSchema,
} from '../../config/fields.js';
import { withoutBrackets } from '../../model/address.js';

const MOST_WORKERS = 100;
const MOST_DATABASES = 100;

/** Where a worker is asked: its REST interface. */
export interface WorkerAddress extends Endpoint {
  /** Ends in "/". */
  readonly url: URL;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** "http://connect-0:8083" or "https://connect.example.com/rest". */
const workerSchema = z.string().transform((text, context): WorkerAddress => {
  // What was written may hold a password: it is not repeated.
  const refuse = (message: string): never => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (!URL.canParse(text)) return refuse(EXAMPLE);
  const url = new URL(text);
  const defaultPort = DEFAULT_PORTS[url.protocol];
  if (defaultPort === undefined || url.search !== '' || url.hash !== '') return refuse(EXAMPLE);
  if (url.username !== '' || url.password !== '')
    return refuse('the URL of a worker holds no user and no password: write `user` and `passwordFile`');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  const port = url.port === '' ? defaultPort : Number(url.port);
  return { name: url.host, host: withoutBrackets(url.hostname), port, url };
});

const EXAMPLE = 'a worker is a URL such as "http://connect-0.example.com:8083"';

/** Such as "db.example.com" or "db.example.com:5432". */
const placeSchema = z.string().regex(/^[^\s/@?;,]+$/, 'a host, or a host and its port, such as "db.example.com:5432"');

/** A database that connectors move records from or to, known by their names or by where they connect to. */
const databaseSchema = z
  .strictObject({
    name: systemNameSchema('database', 'postgres', 'clickhouse').describe('As the database is named in this file.'),
    connectors: z.array(z.string().min(1)).default([]).describe('Names of connectors; "*" stands for anything.'),
    hosts: z.array(placeSchema).default([]).describe('Addresses as they stand in the configuration of connectors.'),
  })
  .refine(({ connectors, hosts }) => connectors.length + hosts.length > 0, {
    message: 'name the `connectors` that use this database, or the `hosts` that they connect to',
  });

/** One cluster of Kafka Connect. */
export const kafkaConnectConfigSchema = z
  .strictObject({
    name: nameSchema,
    workers: z
      .array(workerSchema)
      .min(1)
      .max(MOST_WORKERS)
      .describe('All of them: a task whose worker does not answer is not believed.'),
    user: z.string().min(1).optional().describe('For basic authentication.'),
    ...passwordFields,
    tls: tlsSchema.optional().describe('For workers whose URLs begin with https: with it, all of them do.'),
    kafka: systemNameSchema('Kafka', 'kafka')
      .optional()
      .describe('The Kafka system, as it is named in this file, that its topics and consumer groups are in.'),
    databases: z
      .array(databaseSchema)
      .max(MOST_DATABASES)
      .default([])
      .describe('Databases that connectors move records from or to.'),
    interval: intervalSchema,
    deadline: atLeastASecond
      .prefault('2s')
      .describe('For the question whether a worker is there, connecting included.'),
    listDeadline: atLeastASecond.prefault('5s').describe('For the list of all connectors, from one worker.'),
    kubernetes: placementSchema.describe('Where the workers run.'),
    labels: labelsSchema.describe('Shown on the cluster, its connectors and their tasks, such as their team.'),
  })
  .refine(({ workers }) => areUnique(workers.map(({ name }) => name)), {
    message: 'a worker is named twice',
    path: ['workers'],
  })
  .superRefine(excludeEachOther('password', 'passwordFile'))
  .refine(({ user, password, passwordFile }) => (user === undefined) === ((password ?? passwordFile) === undefined), {
    message: 'user and password (or passwordFile) belong together',
    path: ['user'],
  })
  .superRefine(({ workers, tls }, issues) => {
    for (const [index, { url }] of workers.entries())
      if (!isTlsUsed(url.href, tls)) issues.addIssue({ code: 'custom', message: TLS_UNUSED, path: ['workers', index] });
  })
  .transform(({ user, password, passwordFile, tls, kafka, ...rest }) => ({
    ...rest,
    tls: tls ?? null,
    kafka: kafka ?? null,
    user: user ?? null,
    secret: secretFrom(password, passwordFile),
  }))
  .describe('One cluster of Kafka Connect.');

export type KafkaConnectConfig = z.output<typeof kafkaConnectConfigSchema>;
