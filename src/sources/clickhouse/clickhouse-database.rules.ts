import { DatabaseEngine } from '../../model/database.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import type { Instant } from '../../model/time.js';
import { type Database, type Replica, reachOf } from './clickhouse.figures.js';

interface SeenShard {
  readonly name: string | null;
  readonly replicas: readonly Replica[];
}

function shardsOf(seen: Seen<ResourceKind.DATABASE>): readonly SeenShard[] {
  const database = seen as unknown as Database;
  const replicas = database.from('replicaOf', ResourceKind.DATABASE_REPLICA);
  return database.main.shardNames.map((name) => ({
    name,
    replicas: replicas.filter(({ main }) => main.shard === name),
  }));
}

const replicas = defineRule({
  kind: ResourceKind.DATABASE,
  signal: SignalName.DATABASE_REPLICAS,
  title: 'Replicas that answer',
  description:
    'A ClickHouse database, or a shard of it, of which no replica answers in two looks at least 2 s apart is CRITICAL: its ' +
    'data cannot be had. One whose replicas only do not let Vitals in is UNKNOWN.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_UNREACHABLE: {} },
  applies: ({ main }) => main.engine === DatabaseEngine.CLICKHOUSE,
  judge: (database) => {
    const shards = shardsOf(database);
    const all = shards.flatMap((shard) => shard.replicas);
    const isStale = all.length > 0 && all.every(isUnseen);
    const dead = shards.filter(({ replicas: some }) => some.length > 0 && some.every(isLost));
    const blind = shards.filter((shard) => !dead.includes(shard) && shard.replicas.every(isUnseen));
    return { findings: dead.map(unreachable), isUnknown: blind.length > 0, isStale };
  },
  measure: (database) =>
    shardsOf(database).map(({ name, replicas: some }) => ({
      subject: name,
      value: some.filter((replica) => reachOf(replica) === 'ok').length,
      observedAt: database.observedAt,
      required: some.length,
    })),
});

function isLost(replica: Replica): boolean {
  return reachOf(replica) === 'lost';
}

function isUnseen(replica: Replica): boolean {
  return !['ok', 'starting'].includes(reachOf(replica));
}

function unreachable({ name, replicas: some }: SeenShard): Candidate {
  const since = Math.max(...some.map((replica) => replica.aspect('reach')?.facts.stateSince ?? 0)) as Instant;
  return {
    reason: FindingReason.DATABASE_UNREACHABLE,
    subject: name,
    severity: Severity.CRITICAL,
    message: silenceOf(name, some.length),
    advice: 'Look at whether the servers run, and at the network between.',
    since,
  };
}

/** "None of its 3 replicas answers.", "The only replica of shard "one" does not answer." */
function silenceOf(shard: string | null, count: number): string {
  const where = shard === null ? '' : ` of shard "${shard}"`;
  if (count === 1) return `${shard === null ? 'Its' : 'The'} only replica${where} does not answer.`;
  return `None of ${shard === null ? 'its' : 'the'} ${count} replicas${where} answers.`;
}

export const databaseRules: readonly Rule[] = [replicas];
