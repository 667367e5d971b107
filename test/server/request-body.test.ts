import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import type { Refusal } from '../../src/server/limits/refusal.js';
import { readBody } from '../../src/server/request-body.js';

const LIMIT = 200_000;

let server: Server;
let socket: Socket;
/** What became of the body of the one request. */
let became: Promise<string | Refusal>;

beforeEach(async () => {
  server = createServer();
  became = new Promise((resolve) => {
    server.once('request', (request) => {
      readBody(request, LIMIT, resolve, resolve);
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
});
