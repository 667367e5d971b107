import type { AspectName, SourceEvent } from '../model/facts.js';
import type { RecordKind } from '../model/kinds.js';

/** Every aspect that there is: the compiler asks for each, and for no other. */
const ASPECTS: { readonly [K in RecordKind]: { readonly [A in AspectName<K>]: true } } = {
  PLATFORM: { main: true },
  SYSTEM: { main: true },
  CLUSTER: { main: true, autoscaler: true },
  ZONE: { main: true },
  NODE: { main: true, usage: true },
  NAMESPACE: { main: true },
  WORKLOAD: { main: true },
  POD: { main: true, usage: true },
  CLAIM: { main: true, usage: true },
  VOLUME: { main: true },
  DATABASE: { main: true, host: true },
  DATABASE_REPLICA: { main: true, reach: true },
  REPLICATED_TABLE: { main: true },
  ZOOKEEPER: { main: true },
  ZOOKEEPER_MEMBER: { main: true, reach: true },
  WORKFLOW_ENGINE: { main: true, lease: true },
  WORKFLOW: { main: true },
  WORKFLOW_STEP: { main: true },
  INGRESS: { main: true },
  ROUTE: { main: true },
  KAFKA: { main: true },
  BROKER: { main: true, reach: true, disks: true },
  TOPIC: { main: true },
  CONSUMER_GROUP: { main: true, reach: true },
  KAFKA_CONNECT: { main: true },
  CONNECTOR: { main: true },
  CONNECTOR_TASK: { main: true },
  SOURCE: { main: true },
  VOLUME_ATTACHMENT: { main: true },
  VOLUME_DEVICE: { main: true },
  STORAGE_CLASS: { main: true },
  CLUSTER_EVENT: { main: true },
  WORKFLOW_TEMPLATE: { main: true },
  CRON_WORKFLOW: { main: true },
};

/** What every record says of itself; `namespace` may be null. */
const TEXTS = ['name', 'system'] as const;

/** Why an event is none that a source could have reported; null where nothing speaks against it. */
export function problemWith(event: SourceEvent): string | null {
  const aspect = 'goneAspect' in event ? event.goneAspect : event.aspect;
  if (!Object.hasOwn(ASPECTS[event.kind], aspect)) return `${event.kind} has no aspect "${aspect}"`;
  if ('goneAspect' in event || event.aspect !== 'main') return null;
  const facts = event.facts as unknown as Readonly<Record<string, unknown>>;
  if (facts['id'] !== event.id || facts['kind'] !== event.kind) return `the facts of ${event.id} are not its own`;
  const missing = TEXTS.find((key) => typeof facts[key] !== 'string');
  if (missing !== undefined) return `the facts of ${event.id} have no ${missing}`;
  const { namespace } = facts;
  return namespace === null || typeof namespace === 'string' ? null : `the facts of ${event.id} have no namespace`;
}
