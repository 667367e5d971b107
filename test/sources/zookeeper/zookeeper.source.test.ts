import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type Socket, createServer } from 'node:net';
import { systemClock } from '../../../src/model/clock.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { EndpointReach, Source } from '../../../src/model/source.js';
import type { ZooKeeperMember } from '../../../src/model/zookeeper.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { zookeeper } from '../../../src/sources/zookeeper/definition.js';
import { zookeeperConfigSchema } from '../../../src/sources/zookeeper/zookeeper.config.js';
import { freePort } from '../../support/free-port.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { SourceReports } from '../../support/source-reports.js';
import { until } from '../../support/until.js';

/** What a server does with a word: answers and closes, or whatever it likes. */
type Script = (word: string, socket: Socket) => void;

const SRVR = 'Zookeeper version: 3.8.0-x, built on 2024-12-29\nLatency min/avg/max: 0/0.0/0\nReceived: 1\nSent: 0\nConnections: 1\nOutstanding: 2\nZxid: 0x0\nMode: follower\nNode count: 5\n'; // prettier-ignore
const MNTR = 'zk_version\t3.8.0\nzk_server_state\tfollower\nzk_outstanding_requests\t3\nzk_num_alive_connections\t1\nzk_znode_count\t6\n'; // prettier-ignore
const REFUSED = (word: string): string => `${word} is not executed because it is not in the whitelist.\n`;

const answering =
  (answers: Readonly<Record<string, string>>): Script =>
  (word, socket) => {
    socket.end(answers[word] ?? '');
  };
const well = answering({ srvr: SRVR, mntr: MNTR });

/** A machine that is busy may take its time. */
const PATIENCE = 30_000;

const servers = new LoopbackServers();
let running: RunningSource | null = null;
let reports: SourceReports;

beforeEach(() => {
  reports = new SourceReports(systemClock, 20_000);
});

afterEach(async () => {
  await running?.stop();
  running = null;
  await servers.close();
});

function scripted(script: Script): Promise<number> {
  const server = createServer((socket) => socket.once('data', (word) => { script(word.toString(), socket); })); // prettier-ignore
  return servers.listen(server);
}

function start(ports: readonly number[], more: object = {}): void {
  const members = ports.map((port) => `127.0.0.1:${port}`);
  const configuration = zookeeperConfigSchema.parse({
    name: 'keepers',
    members,
    interval: '1s',
    deadline: '3s',
    ...more,
  });
  running = zookeeper.create(configuration, reports.context);
  running.start();
}

const memberId = (port: number) => resourceId(ResourceKind.ZOOKEEPER_MEMBER, 'keepers', `127.0.0.1:${port}`);
const member = (port: number) => reports.of(memberId(port)) as ZooKeeperMember;
const reach = (port: number) => reports.of(memberId(port), 'reach') as EndpointReach;
const source = () => reports.one(ResourceKind.SOURCE) as Source;

it(
  'asks for more where it may, and is content where it may not',
  async () => {
    const [open, closed, keeper] = [
      await scripted(well),
      await scripted(answering({ srvr: SRVR, mntr: REFUSED('mntr') })),
      await scripted(answering({ srvr: SRVR })),
    ];
    start([open, closed, keeper]);
    await reports.until('it is seen', () => source().state === 'ok');
    expect(member(open)).toMatchObject({ role: 'FOLLOWER', outstandingRequests: 3, znodes: 6, address: '127.0.0.1' });
    for (const port of [closed, keeper]) {
      expect(member(port)).toMatchObject({ outstandingRequests: 2, znodes: 5, unavailable: { watches: 'forbidden' } });
    }
    expect(source().sights).toHaveLength(3);
  },
  PATIENCE,
);

it(
  'asks the admin server where the words are not allowed',
  async () => {
    const refusing = await scripted((word, socket) => socket.end(REFUSED(word)));
    const body = { version: '3.8.0', server_state: 'leader', outstanding_requests: 9, num_alive_connections: 1, znode_count: 5, synced_followers: 2, error: null }; // prettier-ignore
    const admin = await servers.listen(createHttpServer((_, response) => response.end(JSON.stringify(body))));
    start([refusing], { adminServer: admin });
    await reports.until('it is seen', () => source().state === 'ok');
    expect(member(refusing)).toMatchObject({ role: 'LEADER', outstandingRequests: 9, syncedFollowers: 2 });
  },
  PATIENCE,
);

const MONITORED = { version: '3.8.0', server_state: 'follower', outstanding_requests: 9, num_alive_connections: 1, znode_count: 5 }; // prettier-ignore

it.each<[string, Script]>([
  ['says nothing to the words, as one that waits for TLS', () => undefined],
  ['resets the connection', (_, socket) => void socket.resetAndDestroy()],
  ['says nothing to the second word', (word, socket) => { if (word === 'srvr') socket.end(SRVR); }], // prettier-ignore
])(
  'is seen through its admin server when it %s',
  async (_, script) => {
    const port = await scripted(script);
    const admin = await servers.listen(createHttpServer((__, response) => response.end(JSON.stringify(MONITORED))));
    start([port], { adminServer: admin, deadline: '2s' });
    await reports.until('it is seen', () => source().state === 'ok');
    expect(member(port)).toMatchObject({ role: 'FOLLOWER', outstandingRequests: 9, address: '127.0.0.1' });
    expect(reach(port)).toMatchObject({ state: 'ok', message: null });
    await running?.stop();
    await until(() => servers.sockets.every(({ destroyed }) => destroyed));
  },
  PATIENCE,
);

it.each<[string, Script, object]>([
  ['tell less than all', answering({ srvr: SRVR, mntr: REFUSED('mntr') }), { outstandingRequests: 2 }],
  ['come when that has been asked', well, { outstandingRequests: 3 }],
])(
  'is seen by its words, which %s, when its admin server says nothing',
  async (how, script, facts) => {
    const http = createHttpServer(() => undefined);
    const isAsked = how.startsWith('come') ? once(http, 'request') : Promise.resolve();
    const port = await scripted((word, socket) => void isAsked.then(() => { script(word, socket); })); // prettier-ignore
    start([port], { adminServer: await servers.listen(http), deadline: '5s' });
    await reports.until('it is seen', () => source().state === 'ok');
    expect(member(port)).toMatchObject({ role: 'FOLLOWER', ...facts });
  },
  PATIENCE,
);

it(
  'is lost when neither words nor admin server answer',
  async () => {
    const [port, gone] = [await scripted(() => undefined), await freePort()];
    start([port], { adminServer: gone, deadline: '1s' });
    await reports.until('it is lost', () => source().state === 'lost');
    expect(source().message).toBe(`127.0.0.1:${port} gave no answer within 1s.`);
  },
  PATIENCE,
);

it.each<[string, Script, string, RegExp]>([
  [
    'no word is allowed',
    (word, socket) => socket.end(REFUSED(word)),
    'forbidden',
    /neither srvr nor mntr.*4lw\.commands\.whitelist/,
  ],
  ['it says nothing', (_, socket) => socket.end(), 'invalid', /without an answer/],
  ['half an answer', (_, socket) => socket.end(SRVR.slice(0, 60)), 'invalid', /or half of it/],
  ['half of the second', answering({ srvr: SRVR, mntr: MNTR.slice(0, -4) }), 'invalid', /or half of it/],
  ['rubbish', (_, socket) => socket.end(Buffer.from([0, 255, 13, 10, 7])), 'invalid', /not what ZooKeeper answers/],
  [
    'more than there is',
    (_, socket) => socket.write('zk_x\t1\n'.repeat(200_000)),
    'invalid',
    /not what ZooKeeper answers/,
  ],
])(
  'says by name why it cannot see: %s',
  async (_, script, state, message) => {
    const [port, other] = [await scripted(script), await scripted(well)];
    start([port, other]);
    await reports.until(
      `one is ${state}, the other is seen`,
      () => source().state === 'ok' && reach(port).state === state,
    );
    expect(reach(port)).toMatchObject({ state, message: expect.stringMatching(message) as string });
    expect(source().sights.find(({ subject }) => subject.endsWith(`:${port}`))?.state).toBe(state);
    expect(member(port).role).toBeNull();
  },
  PATIENCE,
);

it(
  'loses who hangs or refuses after two looks, keeps what it saw, and sees the others as ever',
  async () => {
    let isHanging = false;
    const hanging = await scripted((word, socket) => { if (!isHanging) well(word, socket); }); // prettier-ignore
    const other = await scripted(well);
    start([hanging, other], { deadline: '1s' });
    await reports.until('both are seen', () => source().state === 'ok');
    isHanging = true;
    const since = Date.now();
    await reports.until('one is lost', () => reach(hanging).state === 'lost');
    expect(Date.now() - since).toBeGreaterThan(2_000);
    expect(reach(hanging).message).toMatch(/gave no answer within 1s/);
    expect(member(hanging)).toMatchObject({ role: 'FOLLOWER', outstandingRequests: 3 });
    expect(source()).toMatchObject({ state: 'ok', sights: [{ subject: `127.0.0.1:${other}` }] });
    isHanging = false;
    await reports.until('it is back', () => reach(hanging).state === 'ok');
  },
  PATIENCE,
);

it(
  'is lost as a whole when nobody answers',
  async () => {
    const port = await scripted(well);
    await servers.close();
    start([port]);
    await reports.until('it is lost', () => source().state === 'lost');
    expect(source()).toMatchObject({ state: 'lost', message: `127.0.0.1:${port} refuses connections.`, sights: [] });
  },
  PATIENCE,
);

it(
  'lets go of everything when it is stopped',
  async () => {
    const port = await scripted(() => undefined);
    start([port]);
    await until(() => servers.sockets.length > 0);
    await running?.stop();
    await until(() => servers.sockets.every(({ destroyed }) => destroyed));
  },
  PATIENCE,
);

it(
  'looks again at once when someone wants it fresher',
  async () => {
    const port = await scripted(well);
    start([port], { interval: '1h' });
    await reports.until('it is seen', () => source().state === 'ok');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const before = reports.events.length;
    await running?.refresh?.();
    expect(reports.events.length).toBeGreaterThan(before);
  },
  PATIENCE,
);
