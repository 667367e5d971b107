import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import type { Refusal } from '../../src/server/limits/refusal.js';
import { ArrivingBodies } from '../../src/server/limits/arriving-bodies.js';
import { readBody } from '../../src/server/request-body.js';
import { until } from '../support/until.js';

const LIMIT = 200_000;

/** Room for what is held of them. */
const ROOM = 250_000;

let bodies: ArrivingBodies;
let server: Server;
let socket: Socket;
/** What became of the body of the one request. */
let became: Promise<string | Refusal>;

beforeEach(async () => {
  server = createServer();
  bodies = new ArrivingBodies(ROOM);
  became = new Promise((resolve) => {
    server.once('request', (request) => {
      readBody(request, LIMIT, bodies, resolve, resolve);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
});

afterEach(async () => {
  socket.destroy();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
});

const head = (length: number): string => `POST / HTTP/1.1\r\nhost: here\r\ncontent-length: ${length}\r\n\r\n`;

/** Sends a piece, and waits until the server has it. */
async function send(piece: Buffer | string): Promise<void> {
  await new Promise<void>((resolve) => {
    socket.write(piece, () => {
      resolve();
    });
  });
  await new Promise(setImmediate);
}

describe('a body', () => {
  it('comes with its head', async () => {
    await send(`${head(2)}{}`);
    expect(await became).toBe('{}');
  });

  it('may be empty', async () => {
    await send(head(0));
    expect(await became).toBe('');
  });

  it('is whole though a character of it came in two pieces', async () => {
    const body = Buffer.from('{"name":"Zürich"}');
    const within = body.indexOf('ü') + 1;
    await send(head(body.length));
    await send(body.subarray(0, within));
    await send(body.subarray(within));
    expect(await became).toBe('{"name":"Zürich"}');
  });

  it('of no length that was said is whole, too', async () => {
    await send('POST / HTTP/1.1\r\nhost: here\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n');
    await send('1\r\n}\r\n0\r\n\r\n');
    expect(await became).toBe('{}');
  });

  it('that comes in very many pieces is whole', async () => {
    const body = 'zü'.repeat(1_000);
    const pieces = [...Buffer.from(body)].flatMap((byte) => [
      Buffer.from('1\r\n'),
      Buffer.of(byte),
      Buffer.from('\r\n'),
    ]);
    await send('POST / HTTP/1.1\r\nhost: here\r\ntransfer-encoding: chunked\r\n\r\n');
    await send(Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]));
    expect(await became).toBe(body);
  });

  it('may be as large as the limit', async () => {
    const body = 'x'.repeat(LIMIT);
    await send(head(body.length) + body);
    expect(await became).toBe(body);
  });

  it('that says it is larger is not waited for', async () => {
    await send(head(LIMIT + 1));
    expect(await became).toMatchObject({ status: 413, excess: { code: 'BODY_TOO_LARGE', limit: LIMIT } });
  });

  it('that grows larger without saying so is refused before its end', async () => {
    const size = LIMIT + 1;
    await send(
      `POST / HTTP/1.1\r\nhost: here\r\ntransfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'x'.repeat(size)}`,
    );
    expect(await became).toMatchObject({ status: 413, excess: { code: 'BODY_TOO_LARGE', limit: LIMIT } });
  });

  it('that breaks off is refused', async () => {
    await send(`${head(10)}{`);
    socket.destroy();
    expect(await became).toMatchObject({ status: 400, excess: { code: 'BAD_REQUEST' } });
  });

  describe('of which the end is withheld', () => {
    const part = 'x'.repeat(100_000);
    const isFree = (bytes: number): boolean => bodies.resize(0, bytes) && bodies.resize(bytes, 0);

    it('is refused where others hold all the room there is', async () => {
      expect(bodies.resize(0, ROOM)).toBe(true);
      await send(head(LIMIT) + part);
      expect(await became).toMatchObject({ status: 503, excess: { code: 'OVERLOADED' } });
      // Nothing of it is held any more.
      expect(bodies.resize(ROOM, ROOM - 1)).toBe(true);
      expect(bodies.resize(0, 1)).toBe(true);
    });

    it('takes no room from one that comes whole', async () => {
      expect(bodies.resize(0, ROOM)).toBe(true);
      await send(`${head(2)}{}`);
      expect(await became).toBe('{}');
    });

    it('holds its room until it has come', async () => {
      const first = once(server, 'request');
      await send(head(LIMIT) + part);
      const [request] = (await first) as [IncomingMessage];
      await until(() => !isFree(ROOM - 1));
      await send(part);
      expect(await became).toHaveLength(LIMIT);
      expect(request.complete).toBe(true);
      expect(bodies.resize(0, ROOM)).toBe(true);
    });

    it('holds none once it broke off', async () => {
      await send(head(LIMIT) + part);
      socket.destroy();
      expect(await became).toMatchObject({ status: 400 });
      expect(bodies.resize(0, ROOM)).toBe(true);
    });
  });
});
