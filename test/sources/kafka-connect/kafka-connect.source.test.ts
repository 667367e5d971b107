import { readFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { join } from 'node:path';
import { LONGEST_NAME, bounded } from '../../../src/model/bounded.js';
import { systemClock } from '../../../src/model/clock.js';
import type { KafkaConnect } from '../../../src/model/kafka-connect.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { kafkaConnect } from '../../../src/sources/kafka-connect/definition.js';
import { kafkaConnectConfigSchema } from '../../../src/sources/kafka-connect/kafka-connect.config.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { ManualClock } from '../../support/manual-clock.js';
import { SourceReports } from '../../support/source-reports.js';
import { until } from '../../support/until.js';

/** What a worker does with a request. */
type Script = (request: IncomingMessage, response: ServerResponse) => void;

const RECORDED = readFileSync(join(import.meta.dirname, 'recorded', 'connectors-4.1.2.json'), 'utf8');
const ROOT = '{"version":"4.1.2","commit":"c82fd9b934b4c1e6","kafka_cluster_id":"cGxhdGZvcm0tdGVzdC0wMQ"}';
/** Of the web server of a worker of 4.1.2, before the worker itself answers. */
const NOT_THERE_YET = '{\n"message":"Not Found",\n"url":"http://127.0.4.1:8083/",\n"status":"404"\n}';
/** The same, said to whoever asks for no JSON. */
const HTML = '<html><head><title>Error 404 Not Found</title></head></html>';

/** A machine that is busy may take its time. */
const PATIENCE = 60_000;

const servers = new LoopbackServers();
let running: RunningSource | null = null;
let reports: SourceReports;

beforeEach(() => {
  reports = new SourceReports(systemClock, 40_000);
});

afterEach(async () => {
  await running?.stop();
  running = null;
  await servers.close();
});

function json(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** A worker that is well and tells these connectors. */
function well(connectors: (port: number) => string = () => RECORDED): Script {
  return (request, response) => {
    const { localPort = 0 } = request.socket;
    json(response, request.url === '/' ? ROOT : connectors(localPort));
  };
}

/** One connector with one task, whose worker is this one; and whatever is different about it. */
function one(different: object = {}, task: object = {}, config: object = {}): (port: number) => string {
  return (port) => {
    const worker_id = `127.0.0.1:${port}`;
    const connector = { state: 'RUNNING', worker_id, ...different };
    const tasks = [{ id: 0, state: 'RUNNING', worker_id, ...task }];
    const status = { name: 'export', connector, tasks, type: 'sink' };
    return JSON.stringify({ export: { status, info: { name: 'export', config, type: 'sink' } } });
  };
}

function worker(script: Script): Promise<number> {
  return servers.listen(createServer(script));
}

function start(ports: readonly number[], more: object = {}): void {
  const configuration = kafkaConnectConfigSchema.parse({
    name: 'pipelines',
    workers: ports.map((port) => `http://127.0.0.1:${port}`),
    interval: '1s',
    deadline: '3s',
    listDeadline: '3s',
    ...more,
  });
  running = kafkaConnect.create(configuration, reports.context);
  running.start();
}

const source = () => reports.one(ResourceKind.SOURCE, 'kafka-connect/pipelines') as Source;
const cluster = () => reports.one(ResourceKind.KAFKA_CONNECT, 'pipelines') as KafkaConnect;
const connector = (name = 'export') => reports.one(ResourceKind.CONNECTOR, name);
const task = (name = 'export/0') => reports.one(ResourceKind.CONNECTOR_TASK, name);

it(
  'tells connectors and tasks as Kafka Connect 4.1.2 does, and no more of their configuration than it needs',
  async () => {
    start([await worker(well())]);
    await reports.until('connectors and tasks', () => source().state === 'ok' && task('events-export/0') !== undefined);
    expect(cluster()).toMatchObject({
      version: '4.1.2',
      kafkaClusterId: 'cGxhdGZvcm0tdGVzdC0wMQ',
      workers: [{ isReached: true, version: '4.1.2', message: null }],
    });
    expect(connector('events-export')).toMatchObject({
      type: 'SINK',
      className: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
      state: 'RUNNING',
      workerId: '127.0.4.1:8083',
      maximumTasks: 1,
      toleratesErrors: true,
      deadLetterTopic: 'events-dead-letters',
      consumerGroupName: 'connect-events-export',
      taskCount: 1,
      isWorkerGone: null,
    });
    expect(connector('journal-import')).toMatchObject({
      type: 'SOURCE',
      consumerGroupName: null,
      deadLetterTopic: null,
    });
    expect(task('journal-export/1')).toMatchObject({ taskId: 1, state: 'RUNNING', workerId: '127.0.4.2:8083' });
    expect(JSON.stringify(reports.events)).not.toContain('/data');
  },
  PATIENCE,
);

it(
  'cuts names without an end, and takes none of them for another',
  async () => {
    const names = ['a', 'b'].map((end) => `${'x'.repeat(5_000)}${end}`);
    const list = (port: number): string => {
      const { export: entry } = JSON.parse(one()(port)) as { export: object };
      return JSON.stringify(Object.fromEntries(names.map((name) => [name, entry])));
    };
    start([await worker(well(list))]);
    await reports.until('tasks', () => reports.all(ResourceKind.CONNECTOR_TASK).length > 1);
    const connectors = reports.all(ResourceKind.CONNECTOR);
    expect(connectors.map(({ name }) => name)).toEqual(names.map(bounded));
    expect(connectors.map(({ consumerGroupName }) => consumerGroupName)).toEqual(names.map((name) => bounded(`connect-${name}`))); // prettier-ignore
    const tasks = reports.all(ResourceKind.CONNECTOR_TASK);
    expect(tasks.map(({ connectorName }) => connectorName)).toEqual(names.map(bounded));
    expect(JSON.stringify(reports.events)).not.toContain('x'.repeat(LONGEST_NAME));
  },
  PATIENCE,
);

it(
  'keeps secrets to itself: those of traces, of configuration, and its own',
  async () => {
    const trace = 'java.sql.SQLException: jdbc:postgresql://vitals:Hunter2@db:5432/meta refused\n\tat x.y.Z(Hunter2)';
    const config = {
      'connection.url': 'jdbc:postgresql://vitals:Hunter2@db:5432/meta',
      'connection.password': 'Hunter2',
    };
    const databases = [
      { name: 'metadata', hosts: ['db:5432'] },
      { name: 'other', hosts: ['db2'] },
    ];
    start([await worker(well(one({}, { state: 'FAILED', trace }, config)))], {
      databases,
      user: 'v',
      password: 'Hunter2',
    });
    await reports.until('the task', () => task() !== undefined);
    expect(task()).toMatchObject({ state: 'FAILED', error: 'java.sql.SQLException: jdbc:postgresql://***@db:5432/meta refused' }); // prettier-ignore
    expect(connector()).toMatchObject({ databases: ['metadata'] });
    expect(JSON.stringify(reports.events)).not.toContain('Hunter2');
  },
  PATIENCE,
);

it(
  'comes with its user and password',
  async () => {
    const wanted = `Basic ${Buffer.from('vitals:secret').toString('base64')}`;
    const guarded: Script = (request, response) => {
      if (request.headers.authorization === wanted) well()(request, response);
      else json(response, 'User cannot access the resource.', 401);
    };
    const port = await worker(guarded);
    start([port], { user: 'vitals', password: 'secret' });
    await reports.until('it is seen', () => source().state === 'ok');
    await running?.stop();
    start([port], { user: 'vitals', password: 'wrong' });
    await reports.until('it is refused', () => source().state === 'forbidden');
    expect(source().message).toBe(`127.0.0.1:${port} does not accept the user or the password.`);
  },
  PATIENCE,
);

it(
  'forgets connectors and tasks that are gone, and keeps what it cannot read beside what it can',
  async () => {
    let told = { ...(JSON.parse(RECORDED) as object), odd: { status: 1 } };
    const port = await worker(well(() => JSON.stringify(told)));
    start([port]);
    await reports.until('the connectors', () => connector('journal-import') !== undefined);
    expect(source().sights).toContainEqual(expect.objectContaining({ subject: 'odd', state: 'invalid' }));
    told = JSON.parse(one()(port)) as typeof told;
    await reports.until('the other task', () => task() !== undefined);
    const gone = reports.events.filter((event) => 'goneAspect' in event);
    expect(gone.map(({ kind }) => kind).sort()).toEqual([...Array<string>(3).fill('CONNECTOR'), ...Array<string>(4).fill('CONNECTOR_TASK')]); // prettier-ignore
  },
  PATIENCE,
);

it(
  'knows no state of a connector whose part of the answer it cannot read any more',
  async () => {
    const good = JSON.parse(RECORDED) as Record<string, object>;
    let told: object = good;
    const port = await worker(well(() => JSON.stringify(told)));
    start([port]);
    await reports.until('the connectors', () => connector('journal-import')?.state?.valueOf() === 'RUNNING');
    told = { ...good, 'journal-import': { status: 'x' } };
    await reports.until('it is not known', () => connector('journal-import')?.state === null);
    expect(source().sights).toContainEqual(expect.objectContaining({ subject: 'journal-import', state: 'invalid' }));
    expect(reports.events.filter((event) => 'goneAspect' in event)).toEqual([]);
  },
  PATIENCE,
);

it.each<[string, Script, Source['state'], RegExp]>([
  ['no worker of Kafka Connect', (_, response) => response.end('<html>'), 'invalid', /is not what a worker/],
  ['half an answer', (_, response) => { json(response, ROOT.slice(0, 40)); }, 'invalid', /is not what a worker/], // prettier-ignore
  ['another JSON', (_, response) => { json(response, '{"hello":1}'); }, 'invalid', /is not what a worker/], // prettier-ignore
  ['an error', (_, response) => { json(response, '{}', 500); }, 'lost', /answers with status 500/], // prettier-ignore
  ['no permission', (_, response) => { json(response, '{}', 403); }, 'forbidden', /does not let this user/], // prettier-ignore
  ['a hang', () => undefined, 'lost', /gave no answer within/],
  ['an end in the middle', (_, response) => { response.writeHead(200, { 'content-length': '99' }); response.write('{'); response.destroy(); }, 'lost', /broke/], // prettier-ignore
  ['names only, as before 2.3', (request, response) => { json(response, request.url === '/' ? ROOT : '["a"]'); }, 'invalid', /is not what a worker/], // prettier-ignore
])(
  'says what it met: %s',
  async (_, script, state, message) => {
    start([await worker(script)], { deadline: '1s', listDeadline: '1s' });
    await reports.until(`it is ${state}`, () => source().state === state);
    expect(source().message).toMatch(message);
    expect(source().message).not.toMatch(/hello|html/);
  },
  PATIENCE,
);

it(
  'takes 404 of the web server alone, 409 and 503 for no trouble: workers that are on their way',
  async () => {
    const answers = [
      [404, HTML],
      [404, NOT_THERE_YET],
      [409, HTML],
      [503, HTML],
    ] as const;
    let asked = 0;
    const starting: Script = (request, response) => {
      const [status, body] = answers[asked++] ?? [];
      if (status === undefined) well(one())(request, response);
      else response.writeHead(status).end(body);
    };
    start([await worker(starting)]);
    await reports.until('it is seen', () => source().state === 'ok');
    const states = reports.events.flatMap((event) => (event.kind === ResourceKind.SOURCE && 'facts' in event ? event.facts.state : [])); // prettier-ignore
    expect(new Set(states)).toEqual(new Set(['starting', 'ok']));
  },
  PATIENCE,
);

it(
  'asks the next worker for all when one has hung for as long as it may, by the clock that it is given',
  async () => {
    const clock = new ManualClock();
    reports = new SourceReports(clock, 40_000);
    let isAsked = false;
    const hanging = await worker(({ url = '' }) => {
      isAsked ||= url.startsWith('/connectors');
    });
    // So long that no other timer than that of this clock ends it.
    start([hanging, await worker(well(one()))], { listDeadline: '1h' });
    await until(() => isAsked);
    clock.advance(3_600_000);
    await reports.until('all, from the other', () => connector() !== undefined);
  },
  PATIENCE,
);

it(
  'believes nothing of a worker that no longer answers, and asks another for all',
  async () => {
    let isHanging = false;
    const [first, second] = [
      await worker((request, response) => {
        if (!isHanging) well((port) => one()(port))(request, response);
      }),
      await worker((request, response) => {
        well(() => one()(first))(request, response);
      }),
    ];
    start([first, second], { deadline: '1s', listDeadline: '1s' });
    await reports.until(
      'both workers',
      () => task()?.isWorkerGone === false && cluster().workers.every(({ isReached }) => isReached === true),
    );
    isHanging = true;
    await reports.until('its worker is gone', () => task()?.isWorkerGone === true);
    expect(connector()).toMatchObject({ state: 'RUNNING', isWorkerGone: true });
    expect(source()).toMatchObject({ state: 'ok' });
    expect(source().sights.find(({ subject }) => subject === `127.0.0.1:${first}`)).toMatchObject({ state: 'lost' });
    isHanging = false;
    await reports.until('its worker is back', () => task()?.isWorkerGone === false);
  },
  PATIENCE,
);
