import { HealthStatus } from '../../../src/model/health.js';
import { ConnectorState } from '../../../src/model/kafka-connect.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { MINUTE, SECOND } from '../../../src/model/time.js';
import { CONNECT, EXPORT, type Picture, ROW, connectWorld, see, seeDatabase, taskId } from './connect-world.js';
import type { World } from '../../support/judged.js';

const { DEGRADED, HEALTHY, PROGRESSING, UNHEALTHY, UNKNOWN } = HealthStatus;
const FAILED = { state: ConnectorState.FAILED, error: 'java.lang.Exception: no' };
const GONE = { isWorkerGone: true };

const REFUSED = 'org.postgresql.util.PSQLException: Connection to db.example.com:5432 refused.';

/** Looks every ten seconds until so much time is over. */
function over(time: number, picture: Picture): World {
  const world = see(connectWorld(), picture);
  for (let passed = 0; passed < time; passed += 10 * SECOND) see(world.advance(10 * SECOND), picture);
  return world;
}

/** The reasons behind what is found of a resource. */
function causesOf(world: World, id: Parameters<World['findings']>[0]): readonly string[] {
  const findings = world.findings(id);
  if (findings.length === 0) throw new Error(`nothing is found of ${id}`);
  return findings.flatMap((finding) => world.registry.causesOf(finding).map(({ reason }) => reason));
}

describe('a connector', () => {
  it.each<[string, Picture['connector'], HealthStatus, readonly string[]]>([
    ['runs', {}, HEALTHY, []],
    ['has failed', FAILED, UNHEALTHY, ['CONNECTOR_FAILED CRITICAL']],
    ['is paused', { state: ConnectorState.PAUSED }, HEALTHY, ['CONNECTOR_PAUSED INFO']],
    ['is stopped', { state: ConnectorState.STOPPED }, HEALTHY, ['CONNECTOR_PAUSED INFO']],
    ['waits for a worker', { state: ConnectorState.UNASSIGNED }, PROGRESSING, []],
    ['is being restarted', { state: ConnectorState.RESTARTING }, PROGRESSING, []],
    ['does something new', { state: null }, UNKNOWN, []],
    ['is said to run on a worker that is gone', GONE, UNKNOWN, []],
    ['has failed on a worker that is gone', { ...FAILED, ...GONE }, UNHEALTHY, ['CONNECTOR_FAILED CRITICAL']],
    ['is on a worker nobody knows', { isWorkerGone: null }, HEALTHY, []],
  ])('that %s', (_, connector, status, findings) => {
    const world = see(connectWorld(), { connector: connector ?? {} });
    expect(world.summary(EXPORT)).toEqual(findings);
    expect(world.status(EXPORT)).toBe(status);
  });

  it('says why it has failed, or that it does not say', () => {
    const message = (error: string | null, rootCause: string | null = null): string | undefined =>
      see(connectWorld(), { connector: { ...FAILED, error, rootCause } }).findings(EXPORT)[0]?.message;
    expect(message('java.lang.Exception: no')).toBe('It has failed: java.lang.Exception: no');
    expect(message('java.lang.Exception: no', 'x.Y: disk full')).toBe(
      'It has failed: java.lang.Exception: no Caused by: x.Y: disk full',
    );
    expect(message(null)).toBe('It has failed, and says nothing of why.');
  });

  it.each([ConnectorState.UNASSIGNED, ConnectorState.RESTARTING])('is given six minutes while it is %s', (state) => {
    const picture = { connector: { state }, tasks: [{ state }] };
    expect(over(6 * MINUTE - 10 * SECOND, picture).summary()).toEqual([]);
    const world = over(6 * MINUTE, picture);
    expect(world.summary(EXPORT)).toEqual(['CONNECTOR_UNASSIGNED WARNING']);
    expect(world.summary(taskId(0))).toEqual(['CONNECTOR_UNASSIGNED WARNING']);
    expect(see(world, {}).summary()).toEqual([]);
  });

  it('without tasks is told in the second of two looks ten seconds apart', () => {
    const world = see(connectWorld(), { tasks: [] });
    expect(world.status(EXPORT)).toBe(HEALTHY);
    expect(see(world.advance(9 * SECOND), { tasks: [] }).summary()).toEqual([]);
    expect(see(world.advance(SECOND), { tasks: [] }).summary(EXPORT)).toEqual(['CONNECTOR_WITHOUT_TASKS WARNING']);
    expect(world.readings(EXPORT)).toMatchObject([{ signal: SignalName.CONNECTOR_TASKS, value: 0 }]);
    expect(see(world, {}).summary()).toEqual([]);
  });

  it.each([ConnectorState.PAUSED, ConnectorState.STOPPED, ConnectorState.FAILED, ConnectorState.UNASSIGNED])(
    'that is %s need not have tasks',
    (state) => {
      const findings = over(MINUTE, { connector: { state }, tasks: [] }).findings(EXPORT);
      expect(findings.map(({ reason }) => reason)).not.toContain('CONNECTOR_WITHOUT_TASKS');
    },
  );
});

describe('a task', () => {
  it.each<[string, Picture['tasks'], HealthStatus, readonly string[]]>([
    ['runs', [{}], HEALTHY, []],
    ['has failed', [FAILED], UNHEALTHY, ['CONNECTOR_TASK_FAILED CRITICAL']],
    ['is paused with its connector', [{ state: ConnectorState.PAUSED }], HEALTHY, []],
    ['waits for a worker', [{ state: ConnectorState.UNASSIGNED }], PROGRESSING, []],
    ['is being restarted', [{ state: ConnectorState.RESTARTING }], PROGRESSING, []],
    ['is said to run on a worker that is gone', [GONE], UNKNOWN, []],
    ['failed before its worker was gone', [{ ...FAILED, ...GONE }], UNHEALTHY, ['CONNECTOR_TASK_FAILED CRITICAL']],
    ['does something new', [{ state: null }], UNKNOWN, []],
  ])('that %s', (_, tasks, status, findings) => {
    const world = see(connectWorld(), { tasks: tasks ?? [] });
    expect(world.summary(taskId(0))).toEqual(findings);
    expect(world.status(taskId(0))).toBe(status);
  });

  it.each<[string, Picture['tasks'], HealthStatus, HealthStatus]>([
    ['that fails beside one that runs', [FAILED, {}], DEGRADED, DEGRADED],
    ['that is the only one and fails', [FAILED], UNHEALTHY, UNHEALTHY],
    ['of several that is not known', [GONE, {}, {}], HEALTHY, HEALTHY],
    ['of most that are not known', [GONE, GONE, {}], UNKNOWN, UNKNOWN],
  ])('%s counts for its connector, and that for the cluster', (_, tasks, connector, cluster) => {
    const world = see(connectWorld(), { tasks: tasks ?? [] });
    expect(world.status(EXPORT)).toBe(connector);
    expect(world.status(CONNECT)).toBe(cluster);
  });

  it.each([
    ['as soon as the database', 0, true],
    ['a minute before Vitals knows of the database', MINUTE, true],
    ['long before', MINUTE + SECOND, false],
  ])('fails because of its database: %s', (_, earlier, isBecause) => {
    const world = see(seeDatabase(connectWorld(), 'ok'), { tasks: [{ ...FAILED, error: REFUSED }] });
    seeDatabase(world.advance(earlier), 'lost');
    expect(causesOf(world, taskId(0))).toEqual(isBecause ? ['DATABASE_UNREACHABLE'] : []);
  });

  it('that only gives up fails because of its database where the root cause says so', () => {
    const failed = { ...FAILED, error: 'org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask' };
    const world = see(seeDatabase(connectWorld(), 'lost'), { tasks: [{ ...failed, rootCause: REFUSED }] });
    expect(causesOf(world, taskId(0))).toEqual(['DATABASE_UNREACHABLE']);
    expect(causesOf(see(world, { tasks: [failed] }), taskId(0))).toEqual([]);
  });

  it.each<[string, string | null, readonly string[], boolean]>([
    ['nothing of why', null, [], false],
    ['another matter', 'org.apache.kafka.connect.errors.ConnectException: Exiting due to unrecoverable exception.', [], false], // prettier-ignore
    ['another matter, and where the database is', 'org.apache.kafka.connect.errors.DataException: no column x at db.example.com:5432', [], false], // prettier-ignore
    ['that it is refused there', REFUSED, [], true],
    ['the same, while it uses another one, too', REFUSED, ['other'], true],
    ['that it is not found', 'java.net.UnknownHostException: db.example.com', [], true],
    ['that another port refuses', 'java.net.ConnectException: Connection refused: db.example.com:9092', [], false],
    ['that another host refuses', 'java.net.ConnectException: Connection refused: old-db.example.com:5432', [], false],
    [
      'that a host below it refuses',
      'java.net.ConnectException: Connection refused: db.example.com.au:5432',
      [],
      false,
    ],
    ['what the driver says, and not where', 'org.postgresql.util.PSQLException: FATAL: the database system is shutting down', [], true], // prettier-ignore
    ['the same, while it uses another one', 'org.postgresql.util.PSQLException: The connection attempt failed.', ['other'], false], // prettier-ignore
    ['what the driver says of a password', 'org.postgresql.util.PSQLException: FATAL: password authentication failed', [], false], // prettier-ignore
    ['what JDBC says', 'java.sql.SQLNonTransientConnectionException: Communications link failure', [], true],
  ])('that says %s', (_, error, others, isBecause) => {
    const connector = { ...FAILED, error, databases: ['metadata', ...others] };
    const world = see(seeDatabase(connectWorld(), 'lost'), { connector, tasks: [{ ...FAILED, error }] });
    for (const id of [taskId(0), EXPORT])
      expect(causesOf(world, id)).toEqual(isBecause ? ['DATABASE_UNREACHABLE'] : []);
  });

  it('does not fail because of a database that is not its own', () => {
    const tasks = [{ ...FAILED, error: REFUSED }];
    const world = see(seeDatabase(connectWorld(), 'lost'), { connector: { databases: ['other'] }, tasks });
    const areRoots = world.findings(taskId(0)).map((finding) => world.registry.isRoot(finding));
    expect(new Set(areRoots)).toEqual(new Set([true]));
  });
});

describe('a cluster', () => {
  it.each<[Picture['reach'], HealthStatus, readonly string[], boolean]>([
    ['ok', HEALTHY, [], false],
    ['lost', UNHEALTHY, ['CONNECT_UNREACHABLE CRITICAL'], true],
    ['forbidden', UNKNOWN, [], true],
    ['invalid', UNKNOWN, [], true],
  ])('that is %s', (reach, status, findings, isStale) => {
    const world = see(see(connectWorld(), {}).advance(SECOND), { reach: reach ?? 'ok' });
    expect(world.summary(CONNECT)).toEqual(findings);
    expect(world.status(CONNECT)).toBe(status);
    expect(world.registry.get(CONNECT)?.isStale).toBe(isStale);
    expect(world.registry.get(EXPORT)?.isStale).toBe(isStale);
    expect(world.status(EXPORT)).toBe(isStale ? UNKNOWN : HEALTHY);
  });

  it.each<Picture['reach']>(['forbidden', 'invalid'])(
    'that is %s leaves its row unknown, whatever its source says',
    (reach) => {
      expect(see(see(connectWorld(), {}), { reach: reach ?? 'ok' }).status(ROW)).toBe(UNKNOWN);
    },
  );

  it('that is lost makes its row no better than itself', () => {
    expect(see(see(connectWorld(), {}), { reach: 'lost' }).status(ROW)).toBe(UNHEALTHY);
  });

  it('says how many of its workers answer', () => {
    expect(see(connectWorld(), {}).readings(CONNECT)).toMatchObject([{ value: 1, required: 2 }]);
  });
});
