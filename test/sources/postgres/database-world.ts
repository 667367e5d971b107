import { DatabaseEngine, type PostgresDatabase } from '../../../src/model/database.js';
import type { Observation } from '../../../src/model/facts.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { type Source, SourceMode } from '../../../src/model/source.js';
import type { Instant } from '../../../src/model/time.js';
import { platformKinds, platformRecords, platformRules } from '../../../src/sources/platform.js';
import { postgres } from '../../../src/sources/postgres/definition.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { type World, judgedWorld } from '../../support/judged.js';

export const DATABASE = resourceId(ResourceKind.DATABASE, 'meta', 'meta');
export const SOURCE = resourceId(ResourceKind.SOURCE, 'meta', 'postgres/meta');

/** A registry with the kinds and rules of this source, and the rows of the front page. */
export function databaseWorld(): World {
  const world = judgedWorld({
    kinds: [...platformKinds, ...postgres.kinds],
    rules: [...platformRules, ...sourceRules, ...postgres.rules],
    causes: postgres.causes,
  });
  return world.see(...platformRecords(() => true, world.clock.now()));
}

/** A calm primary with 4 CPUs, a disk of 100 GiB and 97 connections for everyone, seen at `observedAt`. */
export function database(different: Partial<PostgresDatabase>, observedAt: Instant | null): Observation {
  const facts: PostgresDatabase = {
    id: DATABASE,
    kind: ResourceKind.DATABASE,
    engine: DatabaseEngine.POSTGRESQL,
    name: 'meta',
    system: 'meta',
    namespace: null,
    labels: {},
    version: '18.4',
    startedAt: null,
    sizeBytes: 10 * GIB,
    capacityBytes: 100 * GIB,
    walBytes: GIB,
    connections: { used: 10, maximum: 100, reserved: 3 },
    activity: activity(),
    standbys: [],
    slots: [],
    wraparound: 0.05,
    isInRecovery: false,
    isReadOnly: false,
    isStandbyExpected: false,
    vcpus: 4,
    host: 'db',
    port: 5432,
    placement: null,
    replayLag: null,
    blocksRead: 0,
    blockReadTime: 0,
    unavailable: {},
    ...different,
  };
  return { id: DATABASE, kind: ResourceKind.DATABASE, aspect: 'main', facts, observedAt };
}

export const GIB = 2 ** 30;

type Activity = NonNullable<PostgresDatabase['activity']>;

export function activity(different: Partial<Activity> = {}): Activity {
  return {
    active: 2,
    running: 1,
    waitingOnIo: 0,
    longestIdleInTransaction: null,
    blocked: 0,
    longestBlocked: null,
    ...different,
  };
}

export function source(state: Source['state'], message: string | null, stateSince: Instant): Observation {
  const facts: Source = {
    id: SOURCE,
    kind: ResourceKind.SOURCE,
    name: 'postgres/meta',
    system: 'meta',
    namespace: null,
    labels: {},
    mode: SourceMode.PROBED,
    interval: 10_000,
    lastDurationMilliseconds: 3,
    consecutiveFailures: state === 'ok' ? 0 : 2,
    partOf: 'databases',
    endpointId: DATABASE,
    state,
    message,
    stateSince,
    sights: [],
    clockSkew: 0,
  };
  return { id: SOURCE, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt: stateSince };
}
