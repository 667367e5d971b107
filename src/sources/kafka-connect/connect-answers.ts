import { z } from 'zod';
import { bounded } from '../../model/bounded.js';
import { ConnectorState, ConnectorType } from '../../model/kafka-connect.js';
import type { DatabaseMatcher } from './connect-databases.js';
import { NotReady, RefusedRequest, UnreadableAnswer } from './connect-failure.js';
import type { RestAnswer } from './connect-rest.js';
import { firstLine, rootCause } from './connect-trace.js';

/** What `GET /` says: who answers. */
export interface WorkerAnswer {
  readonly version: string;
  readonly kafkaClusterId: string | null;
}

/** What the workers say of one connector or task. */
export interface UnitAnswer {
  readonly state: ConnectorState | null;
  readonly workerId: string | null;
  readonly error: string | null;
  readonly rootCause: string | null;
}

export interface TaskAnswer extends UnitAnswer {
  readonly taskId: number;
}

export interface ConnectorAnswer extends UnitAnswer {
  readonly name: string;
  readonly type: ConnectorType | null;
  readonly className: string | null;
  readonly maximumTasks: number | null;
  readonly toleratesErrors: boolean;
  readonly deadLetterTopic: string | null;
  /** Null: as Connect names it. */
  readonly groupOverride: string | null;
  /** Configured databases that its configuration names. Where it does may be the place of a password: it is not kept. */
  readonly databases: readonly string[];
  readonly tasks: readonly TaskAnswer[];
}

/** All connectors; `unread` are names of those whose part of the answer cannot be read. */
export interface ConnectorList {
  readonly connectors: readonly ConnectorAnswer[];
  readonly unread: readonly string[];
}

const workerSchema = z.object({ version: z.string().max(200), kafka_cluster_id: z.string().max(200).nullish() });

const unitSchema = z.object({
  state: z.string(),
  worker_id: z.string().max(500).nullish(),
  trace: z.string().nullish(),
});

const entrySchema = z.object({
  status: z.object({
    connector: unitSchema,
    tasks: z.array(unitSchema.extend({ id: z.int().min(0) })).max(100_000),
    type: z.string().nullish(),
  }),
  info: z.object({ config: z.record(z.string(), z.string().nullable()), type: z.string().nullish() }),
});

type Entry = z.output<typeof entrySchema>;

/** Since 2.3; before, the answer is a list of names. */
const listSchema = z.record(z.string(), z.unknown());

export function readWorker(answer: RestAnswer): WorkerAnswer {
  const parsed = workerSchema.safeParse(jsonOf(answer));
  if (!parsed.success) throw new UnreadableAnswer();
  return { version: parsed.data.version, kafkaClusterId: parsed.data.kafka_cluster_id ?? null };
}

/** What is wrong with one connector's part of the answer does not hide the others. */
export function readConnectors(answer: RestAnswer, databases: DatabaseMatcher): ConnectorList {
  const parsed = listSchema.safeParse(jsonOf(answer));
  if (!parsed.success) throw new UnreadableAnswer();
  const connectors: ConnectorAnswer[] = [];
  const unread: string[] = [];
  for (const [name, value] of Object.entries(parsed.data)) {
    const entry = entrySchema.safeParse(value);
    if (entry.success) connectors.push(connectorOf(name, entry.data, databases));
    else unread.push(name);
  }
  return { connectors, unread };
}

/** What a worker says of a request that it does not like. */
const refusalSchema = z.object({ error_code: z.int() });

/**
 * Until it is ready, the web server of a worker answers 404 to everything, in words of its own; the worker then answers 503
 * while it starts, and 409 while work is shared out anew.
 */
function jsonOf({ status, body }: RestAnswer): unknown {
  const text = body.toString('utf8');
  if (status === 409 || status === 503 || (status === 404 && !isRefusal(text))) throw new NotReady();
  if (status !== 200) throw new RefusedRequest(status);
  return JSON.parse(text);
}

function isRefusal(text: string): boolean {
  try {
    return refusalSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function connectorOf(name: string, { status, info }: Entry, databases: DatabaseMatcher): ConnectorAnswer {
  const { config } = info;
  const value = (key: string): string | null => config[key]?.trim() ?? null;
  const most = Number(value('tasks.max') ?? NaN);
  const deadLetterTopic = value('errors.deadletterqueue.topic.name');
  return {
    name,
    ...unitOf(status.connector),
    type: valueOf(ConnectorType, status.type ?? info.type),
    className: value('connector.class'),
    maximumTasks: Number.isSafeInteger(most) ? most : null,
    toleratesErrors: value('errors.tolerance')?.toLowerCase() === 'all',
    deadLetterTopic: deadLetterTopic === '' ? null : deadLetterTopic,
    groupOverride: value('consumer.override.group.id'),
    databases: databases.databasesOf(bounded(name), config),
    tasks: status.tasks.map((task) => ({ taskId: task.id, ...unitOf(task) })),
  };
}

function unitOf({ state, worker_id: workerId, trace }: z.output<typeof unitSchema>): UnitAnswer {
  return {
    state: valueOf(ConnectorState, state),
    workerId: workerId === undefined || workerId === '' ? null : workerId,
    error: firstLine(trace ?? null),
    rootCause: rootCause(trace ?? null),
  };
}

function valueOf<T extends string>(values: Readonly<Record<string, T>>, text: string | null | undefined): T | null {
  return Object.values(values).find((value) => value === text?.toUpperCase()) ?? null;
}
