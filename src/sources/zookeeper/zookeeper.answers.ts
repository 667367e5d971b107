import { z } from 'zod';
import { bounded } from '../../model/bounded.js';
import { ZooKeeperRole } from '../../model/zookeeper.js';
import { lookUp } from '../look-up.js';
import { MONITORED, NOTHING, type SeenFacts, type Told, lacking } from './zookeeper.facts.js';

const ROLES: Readonly<Record<string, ZooKeeperRole>> = {
  leader: ZooKeeperRole.LEADER,
  follower: ZooKeeperRole.FOLLOWER,
  observer: ZooKeeperRole.OBSERVER,
  standalone: ZooKeeperRole.STANDALONE,
  'read-only': ZooKeeperRole.READ_ONLY,
};

const countSchema = z.string().regex(/^\d+$/).transform(Number);
/** Counters may come as "12.0", too. */
const numberSchema = z
  .string()
  .regex(/^\d+(?:\.\d+)?(?:E\d+)?$/i)
  .transform(Number);
/** "3.8.0-<commit>, built on …", "v22.8.1.2097-stable-<commit>". */
const versionSchema = z
  .string()
  .regex(/^v?\d+\.\d/)
  .transform((text) => bounded(/\d+(?:\.\d+)*/.exec(text)?.[0] ?? text));
const roleSchema = z.string().transform((text, context): ZooKeeperRole => {
  const role = lookUp(ROLES, text);
  if (role !== undefined) return role;
  context.addIssue({ code: 'custom', message: 'is no role' });
  return z.NEVER;
});

/** Only what every version says is needed: 3.4 and ClickHouse Keeper know fewer. */
const monitorSchema = z.object({
  version: versionSchema,
  server_state: roleSchema,
  outstanding_requests: countSchema,
  num_alive_connections: countSchema,
  znode_count: countSchema,
  watch_count: countSchema.optional(),
  ephemerals_count: countSchema.optional(),
  approximate_data_size: numberSchema.optional(),
  synced_followers: countSchema.optional(),
  quorum_size: countSchema.optional(),
  cnt_readlatency: numberSchema.optional(),
  sum_readlatency: numberSchema.optional(),
  cnt_updatelatency: numberSchema.optional(),
  sum_updatelatency: numberSchema.optional(),
});

const serverSchema = z.object({
  version: versionSchema,
  Mode: roleSchema,
  Outstanding: countSchema,
  Connections: countSchema,
  'Node count': countSchema,
});

const adminSchema = z.looseObject({ error: z.string().nullish() });

/** The answer to `srvr`: lines of "name: value". */
export function readServer(text: string): Told {
  const early = withoutFacts(text);
  if (early !== null) return early;
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^(?:Zookeeper|ClickHouse Keeper) version: /i, 'version: '));
  const { success, data } = serverSchema.safeParse(pairs(lines, ': '));
  if (!success || !text.endsWith('\n')) return { outcome: 'garbage' };
  const facts: SeenFacts = {
    ...NOTHING,
    ...standing(data.Mode),
    version: data.version,
    outstandingRequests: data.Outstanding,
    connections: data.Connections,
    znodes: data['Node count'],
    unavailable: lacking(MONITORED, 'forbidden'),
  };
  return { outcome: 'facts', facts };
}

/** The answer to `mntr`: lines of "zk_name<tab>value". */
export function readMonitor(text: string): Told {
  const early = withoutFacts(text);
  if (early !== null) return early;
  const lines = text.split('\n').map((line) => line.replace(/^zk_/, ''));
  return text.endsWith('\n') ? monitored(pairs(lines, '\t')) : { outcome: 'garbage' };
}

/** What the admin server answers: the same names without their beginning, as JSON. */
export function readAdmin(text: string): Told {
  const { success, data } = adminSchema.safeParse(jsonOf(text));
  if (!success) return { outcome: 'garbage' };
  if (data.error != null) return withoutFacts(data.error) ?? { outcome: 'refused' };
  return monitored(Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)])));
}

function monitored(values: Readonly<Record<string, string>>): Told {
  const { success, data } = monitorSchema.safeParse(values);
  if (!success) return { outcome: 'garbage' };
  const isLeader = data.server_state === ZooKeeperRole.LEADER;
  // A leader of any version counts its followers: an answer without them is half of one.
  if (isLeader && data.synced_followers === undefined) return { outcome: 'garbage' };
  const facts: SeenFacts = {
    ...NOTHING,
    ...standing(data.server_state),
    version: data.version,
    outstandingRequests: data.outstanding_requests,
    connections: data.num_alive_connections,
    znodes: data.znode_count,
    watches: data.watch_count ?? null,
    ephemerals: data.ephemerals_count ?? null,
    dataBytes: data.approximate_data_size ?? null,
    syncedFollowers: isLeader ? (data.synced_followers ?? null) : null,
    quorumSize: data.quorum_size ?? null,
    latencyCount: sum(data.cnt_readlatency, data.cnt_updatelatency),
    latencySum: sum(data.sum_readlatency, data.sum_updatelatency),
  };
  const missing = MONITORED.filter((fact) => facts[fact] === null);
  return { outcome: 'facts', facts: { ...facts, unavailable: lacking(missing, 'unsupported') } };
}

/** Answers that are sentences; null: it may hold facts. */
function withoutFacts(text: string): Told | null {
  if (text === '') return { outcome: 'silent' };
  if (/^This (?:ZooKeeper )?instance is not currently serving requests/.test(text)) return { outcome: 'idle' };
  if (/^\S+ is not executed because it is not in the whitelist/.test(text)) return { outcome: 'refused' };
  return null;
}

/** One that lost the others may still answer reads: it is part of no quorum. */
function standing(role: ZooKeeperRole): Pick<SeenFacts, 'role' | 'isServing'> {
  return { role, isServing: role !== ZooKeeperRole.READ_ONLY };
}

/** Lines of name and value; lines of another form are passed over, and the first of a name counts. */
function pairs(lines: readonly string[], separator: string): Record<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(separator);
    if (at > 0 && !found.has(line.slice(0, at))) found.set(line.slice(0, at), line.slice(at + separator.length).trim());
  }
  return Object.fromEntries(found);
}

function sum(reads: number | undefined, writes: number | undefined): number | null {
  return reads === undefined || writes === undefined ? null : reads + writes;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
