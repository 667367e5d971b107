import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { pino } from 'pino';
import { systemClock } from '../../../src/model/clock.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { kafka } from '../../../src/sources/kafka/definition.js';
import { firstAnswer } from '../../../src/sources/kafka/kafka.first-answer.js';
import { MOST_BYTES, MessageMeter } from '../../../src/sources/kafka/kafka.guard.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { ManualClock } from '../../support/manual-clock.js';

const PATIENCE = 30_000;

let servers: Server[] = [];
let sockets: Socket[] = [];
let running: RunningSource | null = null;
let events: SourceEvent[] = [];
let listeners: (() => void)[] = [];

afterEach(async () => {
  await running?.stop();
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  [servers, sockets, events, listeners, running] = [[], [], [], [], null];
});

/** A server that does something with each request, which is what comes in one piece. */
async function scripted(script: (request: Buffer, socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (request) => {
      script(request, socket);
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function start(port: number, more: object = {}): void {
  const brokers = [`127.0.0.1:${port}`];
  const configuration = kafka.configuration.parse({ name: 'events', brokers, interval: '1s', deadline: '1s', ...more });
  const report = (batch: readonly SourceEvent[]): void => {
    events.push(...batch);
    for (const listener of listeners) listener();
  };
  running = kafka.create(configuration, { report, clock: systemClock, log: pino({ level: 'silent' }) });
  running.start();
}

function source(): Source | undefined {
  const event = events.findLast((one) => one.kind === ResourceKind.SOURCE);
  return event !== undefined && 'facts' in event ? (event.facts as Source) : undefined;
}

async function until(holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error(`It did not come: ${JSON.stringify(source())}`)); }, PATIENCE); // prettier-ignore
    listeners.push(() => {
      if (!holds()) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

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
      await until(() => source()?.state === state);
      expect(source()?.message).toMatch(message);
      expect(events.every(({ kind }) => kind === ResourceKind.SOURCE || kind === ResourceKind.KAFKA)).toBe(true);
    },
    60_000,
  );

  it('refuses connections', async () => {
    const port = await scripted(() => undefined);
    await new Promise((done) => servers.pop()?.close(done));
    start(port);
    await until(() => source()?.state === 'lost');
    expect(source()?.message).toBe(`127.0.0.1:${port} refuses connections.`);
  }, 60_000);

  it('is not shown the reason why a password cannot be read', async () => {
    const sasl = { mechanism: 'PLAIN', user: 'vitals', passwordFile: '/nowhere/to/be/found' };
    start(await scripted((request, socket) => socket.write(answer(request, Buffer.from([0, 0, 0, 0, 0, 1, 0, 5, 0x50, 0x4c, 0x41, 0x49, 0x4e])))), { sasl }); // prettier-ignore
    await until(() => source()?.state === 'forbidden');
    expect(source()?.message).toBe('The password file cannot be read (ENOENT).');
  }, 60_000);
});

describe('the first answer', () => {
  const never = (): Promise<string> => new Promise(() => undefined);
  const fails = (): Promise<string> => Promise.reject(new Error('refused'));
  const says = (): Promise<string> => Promise.resolve('here');

  it('comes of the next when one fails', async () => {
    await expect(firstAnswer([fails, says], 500, new ManualClock())).resolves.toBe('here');
  });

  it('comes of the next when one hangs', async () => {
    const clock = new ManualClock();
    const answered = firstAnswer([never, says], 500, clock);
    clock.advance(500);
    await expect(answered).resolves.toBe('here');
  });

  it('never comes: what the first brought is said', async () => {
    await expect(firstAnswer([fails, () => Promise.reject(new Error('other'))], 500, new ManualClock())).rejects.toThrow('refused'); // prettier-ignore
  });
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
