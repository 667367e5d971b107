import type * as Interners from '../src/clients/interner.js';
import type { SourceEvent } from '../src/model/facts.js';
import type * as Ids from '../src/model/ids.js';
import type * as Books from '../src/sources/argo/workflow-book.js';
import type * as Workflows from '../src/sources/argo/workflow.projection.js';
import { built } from './built.js';
import type { Population } from './populations.js';

const { resourceId } = await built<typeof Ids>('model/ids.js');
const { Interner } = await built<typeof Interners>('clients/interner.js');
const { WorkflowBook } = await built<typeof Books>('sources/argo/workflow-book.js');
const { projectWorkflow } = await built<typeof Workflows>('sources/argo/workflow.projection.js');

const HOUR = 3_600_000;

function event(kind: string, system: string, name: string, now: number, more: object): SourceEvent {
  const id = resourceId(kind as never, system, name);
  const facts = { id, kind, name, system, namespace: null, labels: {}, ...more };
  return { id, kind, aspect: 'main', facts, observedAt: now } as unknown as SourceEvent;
}

const TOPICS = 200;
const PARTITIONS = 8;

/** Each reads two topics of eight partitions, and one in a hundred is behind. */
export const consumerGroups: Population = {
  begin: (now) => [
    event('KAFKA', 'events', 'events', now, { version: null, clusterId: 'c', controllerId: 1, placement: null, topicsSeenAt: now, unavailable: {} }), // prettier-ignore
    ...Array.from({ length: TOPICS }, (_, index) => {
      const partitions = Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, leader: 1, replicas: [1, 2, 3], inSync: [1, 2, 3], adding: [] })); // prettier-ignore
      return event('TOPIC', 'events', `topic-${index}`, now, { isInternal: false, minInSyncReplicas: 2, partitions, written: index }); // prettier-ignore
    }),
  ],
  *events(count, clock) {
    for (let index = 0; index < count; index += 1) {
      const now = clock.now();
      const topics = [`topic-${index % TOPICS}`, `topic-${(index + 1) % TOPICS}`];
      const lag = index % 100 === 0 ? 1_000 : 0;
      const partitions = topics.flatMap((topic) =>
        Array.from({ length: PARTITIONS }, (_, partition) => ({
          topic,
          partition,
          committed: 5e9 - lag,
          start: 0,
          end: 5e9,
          lag,
          behindSince: lag === 0 ? null : now,
          isBehindLonger: false,
          committedSince: now,
          committedLook: 1,
          laggingSince: lag === 0 ? null : now,
          laggingLook: 1,
          risingSince: null,
          risingLook: 1,
          rewoundFrom: null,
          unseenSince: null,
        })),
      );
      yield event('CONSUMER_GROUP', 'events', `group-${index}`, now, {
        state: 'STABLE',
        memberCount: 4,
        coordinator: 1,
        rebalancingSince: null,
        lastAliveAt: now,
        subscribed: topics,
        topics,
        partitions,
        leftovers: 0,
        unavailable: null,
        commitInterval: 5_000,
        commitTimes: [5_000, 5_000],
        seenAt: now,
        looks: 1,
        restingInterval: 12_000,
      });
    }
  },
};

const REPLICAS = ['ch-0', 'ch-1', 'ch-2'];

/** Each on three replicas. */
export const replicatedTables: Population = {
  begin: () => [],
  *events(count, clock) {
    for (let index = 0; index < count; index += 1) {
      const now = clock.now();
      const [database, table] = [`db_${index % 10}`, `table_${index}`];
      const replicas = REPLICAS.map((name) => ({
        name,
        replicaId: resourceId('DATABASE_REPLICA' as never, 'analytics', name),
        isSeen: true,
        presence: 'REPLICATED',
        isReadOnly: false,
        delaySeconds: 0,
        hasNeverSynced: false,
        queueSize: 0,
        keeperName: null,
        failingQueueEntry: null,
        totalReplicas: 3,
        activeReplicas: 3,
        activeReplicasAskedAt: now,
        partsPerPartition: 12,
        parts: { parts: 12, averageBytes: 5e8, partsToDelay: 1_000, partsToThrow: 3_000, largeFromBytes: null },
        observedAt: now,
        unavailable: {},
      }));
      yield event('REPLICATED_TABLE', 'analytics', `${database}.${table}`, now, { database, table, shard: null, replicas }); // prettier-ignore
    }
  },
};

/** Nine in ten have succeeded, of two hundred templates. */
export const workflows: Population = {
  begin: (now) => [
    event('WORKFLOW_ENGINE', 'pipelines', 'pipelines', now, {
      version: 'v3.7.4',
      parallelism: null,
      queued: 0,
      running: 0,
      lastStartedAt: now,
      placement: null,
      isParallelismKnown: true,
      hasNamespaceLimit: false,
      slotsTaken: 0,
      busyNamespaces: [],
      untouchedSince: null,
      lastTouchedAt: now,
      controllerPod: null,
    }),
  ],
  *events(count, clock) {
    const book = new WorkflowBook('pipelines', HOUR, false);
    const place = { system: 'pipelines', interner: new Interner(), cluster: null };
    for (let index = 0; index < count; index += 1) {
      const now = clock.now();
      const uid = `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`;
      const raw = JSON.parse(JSON.stringify(rawWorkflow(index, uid, now))) as never;
      const object = projectWorkflow(raw, place);
      yield* book.take({ type: 'upsert', uid, object }, now);
    }
  },
};

function rawWorkflow(index: number, uid: string, now: number): object {
  const template = `pipeline-${index % 200}`;
  const hasFailed = index % 10 === 0;
  const time = (ago: number): string => new Date(now - ago).toISOString();
  const node = (name: string, phase: string): object => ({ id: `${uid}-${name}`, name, displayName: name, type: 'Pod', templateName: name, phase, startedAt: time(HOUR), finishedAt: time(HOUR / 2) }); // prettier-ignore
  const nodes = hasFailed ? { a: node('extract', 'Succeeded'), b: node('load', 'Failed') } : {};
  return {
    metadata: {
      name: `${template}-${index}`,
      namespace: `team-${index % 20}`,
      uid,
      creationTimestamp: time(HOUR),
      labels: { team: `team-${index % 20}`, 'workflows.argoproj.io/workflow-template': template },
    },
    spec: { workflowTemplateRef: { name: template } },
    status: { phase: hasFailed ? 'Failed' : 'Succeeded', startedAt: time(HOUR), finishedAt: time(HOUR / 2), nodes },
  };
}
