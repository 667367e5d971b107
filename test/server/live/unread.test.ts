import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { Unread } from '../../../src/server/live/unread.js';

const LIMITS = { buffered: 1_000, drain: 10_000, goodbye: 10_000 };

/** More than the kernel takes on both sides. */
const MUCH = Buffer.alloc(64 * 1_024 ** 2);

describe('what waits for a client', () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let socket: WebSocket;
  let unread: Unread;

  beforeEach(async () => {
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const opened = once(client, 'open');
    const [accepted, request] = (await once(server, 'connection')) as [WebSocket, IncomingMessage];
    await opened;
    socket = accepted;
    unread = new Unread(accepted, request.socket, LIMITS);
  });

  afterEach(async () => {
    client.terminate();
    socket.terminate();
    const closed = once(server, 'close');
    server.close();
    await closed;
  });

  it('sends it away where it is too much, and tells why', async () => {
    const closed = once(client, 'close', { signal: AbortSignal.timeout(10_000) });
    client.pause();
    socket.send(MUCH);
    unread.answering();
    client.resume();
    const [code, reason] = (await closed) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([1013, 'Too slow: read what is answered']);
  });

  it('has it wait with what it says until it has read', async () => {
    const signal = AbortSignal.timeout(10_000);
    const said: string[] = [];
    socket.on('message', unread.heard);
    socket.on('message', (data: Buffer) => said.push(data.toString()));
    client.pause();
    socket.send(MUCH);
    client.send('a');
    await once(socket, 'message', { signal });
    expect(socket.isPaused).toBe(true);
    const next = once(socket, 'message', { signal });
    client.send('b');
    client.resume();
    await next;
    expect(said).toEqual(['a', 'b']);
    expect(socket.isPaused).toBe(false);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it('is nobody’s concern while it is little', () => {
    socket.send('a');
    unread.heard();
    unread.answering();
    expect(socket.isPaused).toBe(false);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});
