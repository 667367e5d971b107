import { systemClock } from '../../../src/model/clock.js';
import { type ConnectorTask, ConnectorState } from '../../../src/model/kafka-connect.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { kafkaConnect } from '../../../src/sources/kafka-connect/definition.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { askConnect, type ConnectorStatus } from '../components/connect-rest.js';
import { connectName } from '../components/connect.component.js';
import { SINK_CONNECTOR, putConnector } from '../components/connectors.component.js';
import { CONNECT_HOSTS } from '../components/kafka-addresses.js';
import { readEndpoints } from '../endpoints.js';
import { openPlatform } from '../lifecycle.js';
import { waitUntilNothingMissing } from '../support/wait.js';

/** Runs in the platform's network namespace. */
const PATIENCE = 30_000;
const SECRET = 'Tr0ub4dor-and-3';
const SECRETIVE = 'secretive';

interface Told {
  readonly status: ConnectorStatus & { readonly type: string };
  readonly info: { readonly config: Readonly<Record<string, string>> };
}

describe('the source of two real workers of Kafka Connect', () => {
  const platform = openPlatform();
  const endpoints = readEndpoints(platform).kafkaConnect;
  let source: RunningSource;
  let reports: SourceReports;

  const itself = (): Source => reports.one(ResourceKind.SOURCE) as Source;
  const tasks = (): readonly ConnectorTask[] => reports.all(ResourceKind.CONNECTOR_TASK);
  const sightOf = (worker: string | undefined) =>
    itself().sights.find(({ subject }) => subject === new URL(worker ?? '').host);

  /** The work of a worker that was not heard yet is not known to be that of one that lives. */
  const isSeen = (): boolean => itself().sights.every(({ state }) => state === 'ok') && tasks().length > 0;

  function start(different: object = {}): void {
    reports = new SourceReports(systemClock, PATIENCE);
    const { workers, user, passwordFile } = endpoints;
    const config = { name: 'connectors', workers, user, passwordFile, interval: '1s', ...different };
    source = kafkaConnect.create(kafkaConnect.configuration.parse(config), reports.context);
    source.start();
  }

  /** What a worker itself says of all connectors. */
  async function told(): Promise<Readonly<Record<string, Told>>> {
    const { status, body } = await askConnect(platform, 'GET', '/connectors?expand=status&expand=info');
    expect(status).toBe(200);
    return JSON.parse(body) as Readonly<Record<string, Told>>;
  }

  afterEach(async () => {
    await source.stop();
  });

  it('reports what the workers themselves say of connectors and tasks', async () => {
    start();
    await reports.until('it is seen', isSeen);
    const all = await told();
    expect(Object.keys(all)).toContain(SINK_CONNECTOR);
    expect(reports.all(ResourceKind.CONNECTOR).map(({ name }) => name).sort()).toEqual(Object.keys(all).sort()); // prettier-ignore
    for (const [name, { status, info }] of Object.entries(all)) {
      expect(reports.one(ResourceKind.CONNECTOR, name)).toMatchObject({
        type: status.type.toUpperCase(),
        state: status.connector.state,
        workerId: status.connector.worker_id,
        isWorkerGone: false,
        className: info.config['connector.class'],
        maximumTasks: Number(info.config['tasks.max']),
        toleratesErrors: info.config['errors.tolerance'] === 'all',
        deadLetterTopic: info.config['errors.deadletterqueue.topic.name'] ?? null,
        taskCount: status.tasks.length,
      });
    }
    const expected = Object.entries(all).flatMap(([name, { status }]) =>
      status.tasks.map(({ id, state, worker_id }) => `${name}/${id} ${state} ${worker_id}`),
    );
    expect(tasks().map(({ name, state, workerId }) => `${name} ${state} ${workerId}`).sort()).toEqual(expected.sort()); // prettier-ignore
    const root = JSON.parse((await askConnect(platform, 'GET', '/')).body) as Record<string, string>;
    const cluster = reports.one(ResourceKind.KAFKA_CONNECT);
    expect(cluster?.kafkaClusterId).toBe(root['kafka_cluster_id']);
    expect(cluster?.workers.map(({ isReached, version }) => [isReached, version])).toEqual(
      CONNECT_HOSTS.map(() => [true, root['version']]),
    );
  });

  it('speaks TLS with those whom it trusts only', async () => {
    start({ workers: endpoints.tlsWorkers, tls: { ca: endpoints.caFile } });
    await reports.until('it is seen', () => itself().state === 'ok');
    expect(tasks().length).toBeGreaterThan(0);
    await source.stop();
    start({ workers: endpoints.tlsWorkers, tls: {} });
    await reports.until('it is not trusted', () => itself().state === 'invalid');
    expect(itself().message).toMatch(/^TLS with \S+ fails/);
  });

  it('is told that its password is wrong, and says so without it', async () => {
    start({ passwordFile: undefined, password: SECRET });
    await reports.until('it is refused', () => itself().state === 'forbidden');
    expect(itself().message).toMatch(/does not accept the user or the password\.$/);
    expect(endpoints.workers.map((worker) => sightOf(worker)?.state)).toEqual(['forbidden', 'forbidden']);
    expect(tasks()).toEqual([]);
    expect(JSON.stringify(reports.events)).not.toContain(SECRET);
  });

  it('keeps what is secret in the configuration and in the trace of a connector to itself', async () => {
    const configuration = {
      'connector.class': 'org.apache.kafka.connect.file.FileStreamSinkConnector',
      'tasks.max': '1',
      topics: 'events',
      // Of this it says in its trace that it cannot be written to.
      file: `/nowhere/password=${SECRET}/out`,
      'connection.url': `jdbc:postgresql://vitals:${SECRET}@db.example.test:5432/meta`,
      'connection.password': SECRET,
      'sasl.jaas.config': `org.example.Login required password="${SECRET}";`,
    };
    const databases = [{ name: 'metadata', hosts: ['db.example.test:5432'] }];
    start({ databases });
    try {
      await waitUntilNothingMissing('the connector', () => made(configuration), { within: PATIENCE });
      const failed = (): boolean =>
        reports.one(ResourceKind.CONNECTOR_TASK, `${SECRETIVE}/0`)?.state === ConnectorState.FAILED;
      await reports.until('it has failed', failed);
      const error = reports.one(ResourceKind.CONNECTOR_TASK, `${SECRETIVE}/0`)?.error;
      expect(error).toMatch(/Couldn't find or create file '\/nowhere\/password=\*\*\*/);
      // It was looked into, all the same.
      expect(reports.one(ResourceKind.CONNECTOR, SECRETIVE)?.databases).toEqual(['metadata']);
      // The workers do tell it, to whoever asks.
      const { body } = await askConnect(platform, 'GET', '/connectors?expand=status&expand=info');
      expect(body.split(SECRET).length).toBeGreaterThan(4);
      expect(JSON.stringify(reports.events)).not.toContain(SECRET);
    } finally {
      await waitUntilNothingMissing('the end of the connector', removed, { within: PATIENCE });
    }
    await reports.until('it is gone', () => reports.one(ResourceKind.CONNECTOR, SECRETIVE) === undefined);
  });

  /** While workers share out their work anew they say 409. */
  async function made(configuration: Readonly<Record<string, string>>): Promise<string | undefined> {
    await putConnector(platform, SECRETIVE, configuration);
    const { status } = await askConnect(platform, 'GET', `/connectors/${SECRETIVE}`);
    return status === 200 ? undefined : String(status);
  }

  async function removed(): Promise<string | undefined> {
    const { status } = await askConnect(platform, 'DELETE', `/connectors/${SECRETIVE}`);
    return status === 204 || status === 404 ? undefined : String(status);
  }

  it('believes no work of a worker that hangs, sees the rest as ever, and finds it again by itself', async () => {
    start();
    await reports.until('it is seen', isSeen);
    // One that has work.
    const host = CONNECT_HOSTS.find((one) => tasks().some(({ workerId }) => workerId?.startsWith(`${one}:`) === true));
    const index = CONNECT_HOSTS.findIndex((one) => one === host);
    const hung = endpoints.workers[index];
    const other = endpoints.workers[1 - index];
    const ofHung = (): readonly ConnectorTask[] => tasks().filter(({ workerId }) => workerId === new URL(hung ?? '').host); // prettier-ignore
    try {
      platform.signal(connectName(host ?? ''), 'SIGSTOP');
      const isUnbelieved = (): boolean => ofHung().length > 0 && ofHung().every(({ isWorkerGone }) => isWorkerGone === true); // prettier-ignore
      await reports.until('it is lost', () => sightOf(hung)?.state === 'lost' && isUnbelieved(), 15_000);
      expect(sightOf(hung)?.message).toMatch(/gave no answer within 2s/);
      expect(sightOf(other)?.state).toBe('ok');
      expect(itself().state).toBe('ok');
    } finally {
      platform.signal(connectName(host ?? ''), 'SIGCONT');
    }
    await reports.until('it is back', () => sightOf(hung)?.state === 'ok');
    // Work that it had lost meanwhile is shared out anew.
    const shared = (): Promise<string | undefined> => platform.component('connectors').missing(platform);
    await waitUntilNothingMissing('connectors at work', shared, { within: 60_000 });
    const isWell = ({ state, isWorkerGone }: ConnectorTask): boolean => state === ConnectorState.RUNNING && isWorkerGone === false; // prettier-ignore
    await reports.until('tasks at work', () => tasks().length > 0 && tasks().every(isWell));
  });
});
