import type { HealthStatus, ResourceKind, Severity, Unit } from '../graphql/graphql.js';

/** What the graph says in words for programs, in words for people. */

export const STATUS_WORDS: Readonly<Record<HealthStatus, string>> = {
  HEALTHY: 'Healthy',
  PROGRESSING: 'Progressing',
  DEGRADED: 'Degraded',
  UNKNOWN: 'Unknown',
  UNHEALTHY: 'Unhealthy',
  NOT_CONFIGURED: 'Not configured',
};

/** Worst last; what is not configured takes no part. */
const STATUS_ORDER: readonly HealthStatus[] = [
  'NOT_CONFIGURED',
  'HEALTHY',
  'PROGRESSING',
  'DEGRADED',
  'UNKNOWN',
  'UNHEALTHY',
];

export function worstOf(statuses: readonly HealthStatus[]): HealthStatus {
  const worst = Math.max(0, ...statuses.map((status) => STATUS_ORDER.indexOf(status)));
  return STATUS_ORDER[worst] ?? 'UNKNOWN';
}

/** Worst first, as lists are. */
export const STATUSES: readonly HealthStatus[] = [...STATUS_ORDER].reverse();

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  CRITICAL: 'Critical',
  WARNING: 'Warning',
  INFO: 'Note',
};

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['CRITICAL', 'WARNING', 'INFO'];

interface KindWords {
  readonly one: string;
  readonly many: string;
}

export const KIND_WORDS: Readonly<Record<ResourceKind, KindWords>> = {
  PLATFORM: { one: 'platform', many: 'platforms' },
  SYSTEM: { one: 'system', many: 'systems' },
  CLUSTER: { one: 'cluster', many: 'clusters' },
  ZONE: { one: 'zone', many: 'zones' },
  NODE: { one: 'node', many: 'nodes' },
  NAMESPACE: { one: 'namespace', many: 'namespaces' },
  WORKLOAD: { one: 'workload', many: 'workloads' },
  POD: { one: 'pod', many: 'pods' },
  CLAIM: { one: 'claim', many: 'claims' },
  VOLUME: { one: 'volume', many: 'volumes' },
  DATABASE: { one: 'database', many: 'databases' },
  DATABASE_REPLICA: { one: 'replica', many: 'replicas' },
  REPLICATED_TABLE: { one: 'table', many: 'tables' },
  KAFKA: { one: 'Kafka', many: 'Kafka clusters' },
  BROKER: { one: 'broker', many: 'brokers' },
  TOPIC: { one: 'topic', many: 'topics' },
  CONSUMER_GROUP: { one: 'consumer group', many: 'consumer groups' },
  KAFKA_CONNECT: { one: 'Kafka Connect', many: 'Kafka Connect clusters' },
  CONNECTOR: { one: 'connector', many: 'connectors' },
  CONNECTOR_TASK: { one: 'task', many: 'tasks' },
  ZOOKEEPER: { one: 'ZooKeeper', many: 'ZooKeeper ensembles' },
  ZOOKEEPER_MEMBER: { one: 'member', many: 'members' },
  WORKFLOW_ENGINE: { one: 'workflow engine', many: 'workflow engines' },
  WORKFLOW: { one: 'workflow', many: 'workflows' },
  WORKFLOW_STEP: { one: 'step', many: 'steps' },
  INGRESS: { one: 'ingress', many: 'ingresses' },
  ROUTE: { one: 'route', many: 'routes' },
  SOURCE: { one: 'source', many: 'sources' },
};

/** `3 zones`, `1 zone`. */
export function counted(count: number, { one, many }: KindWords): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export const CAUSES: KindWords = { one: 'cause', many: 'causes' };
export const CONSEQUENCES: KindWords = { one: 'consequence', many: 'consequences' };
export const CHANGES: KindWords = { one: 'change', many: 'changes' };
export const RESTARTS: KindWords = { one: 'restart', many: 'restarts' };
export const PARTITIONS: KindWords = { one: 'partition', many: 'partitions' };

/** `VOLUME_SPACE_LOW` as `volume space low`. */
export function plain(word: string): string {
  return word.toLowerCase().replaceAll('_', ' ');
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number of the graph with its unit: `93 %`, `1.5 GiB`, `2 min`. */
export function measure(value: number, unit: Unit): string {
  switch (unit) {
    case 'RATIO':
      return `${significant(value * 100)} %`;
    case 'BYTES':
      return bytes(value);
    case 'SECONDS':
      return value < 120 ? `${significant(value)} s` : duration(value * 1_000);
    case 'MILLISECONDS':
      return `${significant(value)} ms`;
    case 'CORES':
      return `${significant(value)} cores`;
    case 'PER_SECOND':
      return `${significant(value)}/s`;
    case 'COUNT':
      return significant(value);
  }
}

/** Three digits tell enough. */
function significant(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en');
  if (size < 0.001) return value < 0 ? '> -0.001' : '< 0.001';
  return String(Number(value.toPrecision(3)));
}

export function bytes(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const size = Math.abs(value);
  const power = size < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(size) / 10));
  return `${significant(value / 1024 ** power)} ${units[power] ?? ''}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The two largest units tell enough: `12 s`, `3 min`, `2 h 5 min`, `4 d 3 h`. */
export function duration(milliseconds: number): string {
  const rest = Math.max(0, milliseconds);
  if (rest < MINUTE) return `${Math.floor(rest / 1_000)} s`;
  if (rest < HOUR) return `${Math.floor(rest / MINUTE)} min`;
  if (rest < DAY) return two(Math.floor(rest / HOUR), 'h', Math.floor((rest % HOUR) / MINUTE), 'min');
  return two(Math.floor(rest / DAY), 'd', Math.floor((rest % DAY) / HOUR), 'h');
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
