import { type Socket, createServer } from 'node:net';
import { systemClock } from '../../../src/model/clock.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { kafka } from '../../../src/sources/kafka/definition.js';
import { MOST_BYTES, MessageMeter } from '../../../src/sources/kafka/kafka.guard.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { SourceReports } from '../../support/source-reports.js';

const PATIENCE = 30_000;

const servers = new LoopbackServers();
let running: RunningSource | null = null;
let reports: SourceReports;

beforeEach(() => {
  reports = new SourceReports(systemClock, PATIENCE);
});

afterEach(async () => {
  await running?.stop();
  running = null;
  await servers.close();
});

/** A server that does something with each request, which is what comes in one piece. */
function scripted(script: (request: Buffer, socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('data', (request) => {
      script(request, socket);
    });
  });
  return servers.listen(server);
}

function start(port: number, more: object = {}): void {
  const brokers = [`127.0.0.1:${port}`];
  const configuration = kafka.configuration.parse({ name: 'events', brokers, interval: '1s', deadline: '1s', ...more });
  running = kafka.create(configuration, reports.context);
  running.start();
}

const source = (): Source | undefined => reports.one(ResourceKind.SOURCE);

/** A message with its length before it, to the request that it answers. */
function answer(request: Buffer, body: Buffer): Buffer {
  const message = Buffer.concat([Buffer.alloc(4), request.subarray(8, 12), body]);
  message.writeInt32BE(message.length - 4);
  return message;
}

describe('a broker that is none, or not well', () => {
  it.each<[string, (request: Buffer, socket: Socket) => void, Source['state'], RegExp]>([
    ['hangs', () => undefined, 'lost', /gave no answer within 1s\.$/],
    ['hangs up', (_, socket) => socket.end(), 'lost', /^The connection to .* broke/],
    [
      'speaks HTTP',
      (_, socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'),
      'invalid',
      /not what Kafka answers/,
    ],
    ['announces more than any broker says', (_, socket) => socket.write(Buffer.from([0x7f, 0xff, 0xff, 0xff, 0])), 'invalid', /not what Kafka answers/], // prettier-ignore
    ['announces less than nothing', (_, socket) => socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0])), 'invalid', /not what Kafka answers/], // prettier-ignore
    ['ends in the middle of its answer', (request, socket) => socket.write(answer(request, Buffer.from([0, 0, 40, 0]))), 'invalid', /not what Kafka answers/], // prettier-ignore
    ['announces more than it says', (_, socket) => socket.write(Buffer.from([0, 0, 0, 90, 0, 0, 0, 1])), 'lost', /gave no answer within 1s\.$/], // prettier-ignore
    ['answers another request', (_, socket) => socket.write(Buffer.from([0, 0, 0, 6, 9, 9, 9, 9, 0, 0])), 'lost', /broke/], // prettier-ignore
    ['knows no question', (request, socket) => socket.write(answer(request, Buffer.from([0, 0, 1, 0, 0, 0, 0, 0]))), 'invalid', /too old/], // prettier-ignore
  ])(
    '%s',
    async (_, script, state, message) => {
      start(await scripted(script));
      await reports.until(`it is ${state}`, () => source()?.state === state);
      expect(source()?.message).toMatch(message);
      expect(reports.events.every(({ kind }) => kind === ResourceKind.SOURCE || kind === ResourceKind.KAFKA)).toBe(
        true,
      );
    },
    60_000,
  );

  it('refuses connections', async () => {
    const port = await scripted(() => undefined);
    await servers.close();
    start(port);
    await reports.until('it is lost', () => source()?.state === 'lost');
    expect(source()?.message).toBe(`127.0.0.1:${port} refuses connections.`);
  }, 60_000);

  it('is not shown the reason why a password cannot be read', async () => {
    const sasl = { mechanism: 'PLAIN', user: 'vitals', passwordFile: '/nowhere/to/be/found' };
    start(await scripted((request, socket) => socket.write(answer(request, Buffer.from([0, 0, 0, 0, 0, 1, 0, 5, 0x50, 0x4c, 0x41, 0x49, 0x4e])))), { sasl }); // prettier-ignore
    await reports.until('it is forbidden', () => source()?.state === 'forbidden');
    expect(source()?.message).toBe('The password file cannot be read (ENOENT).');
  }, 60_000);
});

describe('the meter of messages', () => {
  const message = (length: number): Buffer => {
    const bytes = Buffer.alloc(4 + Math.min(length, 8));
    bytes.writeInt32BE(length);
    return bytes;
  };

  it('follows messages in pieces of any size', () => {
    const meter = new MessageMeter();
    const bytes = Buffer.concat([message(8), message(4), message(8)]);
    for (const byte of bytes) meter.take(Buffer.from([byte]));
    meter.take(bytes);
    expect(() => { meter.take(message(MOST_BYTES + 1)); }).toThrow(); // prettier-ignore
  });
});
