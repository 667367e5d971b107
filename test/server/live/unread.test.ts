import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { AllUnread, Unread } from '../../../src/server/live/unread.js';
import { until } from '../../support/until.js';

const LIMITS = { buffered: 1_000, drain: 10_000, goodbye: 10_000 };

/** More than the kernel takes on both sides. */
const MUCH = Buffer.alloc(64 * 1_024 ** 2);

const isWanted = (): boolean => true;

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what waits for a client', () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let socket: WebSocket;
  let wire: Socket;
  let unread: Unread;

  beforeEach(async () => {
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const opened = once(client, 'open');
    const [accepted, request] = (await once(server, 'connection')) as [WebSocket, IncomingMessage];
    await opened;
    socket = accepted;
    wire = request.socket;
    unread = new Unread(socket, wire, LIMITS);
  });

  afterEach(async () => {
    client.terminate();
    socket.terminate();
    const closed = once(server, 'close');
    server.close();
    await closed;
  });

  it('sends it away where it is not taken in time, and tells why', async () => {
    const closed = once(client, 'close', { signal: AbortSignal.timeout(10_000) });
    client.pause();
    socket.send(MUCH);
    new Unread(socket, wire, { ...LIMITS, drain: 50 }).heard();
    await until(() => socket.readyState === WebSocket.CLOSING);
    client.resume();
    const [code, reason] = (await closed) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([1013, 'Too slow: read what is answered']);
  });

  it('is more only once it has read: until then no answer is made', async () => {
    let isMade = false;
    client.pause();
    socket.send(MUCH);
    const answer = unread.answer(() => Promise.resolve((isMade = true)), isWanted);
    await settled();
    expect(isMade).toBe(false);
    client.resume();
    expect(await answer).toBe(true);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it('is of no more answers than may be made at once', async () => {
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const make = (index: number) => (): Promise<number> => {
      begun.push(index);
      return new Promise((resolve) => ends.push(() => { resolve(index); })); // prettier-ignore
    };
    const answers = Array.from({ length: 10 }, (_, index) => unread.answer(make(index), isWanted));
    await settled();
    expect(begun).toHaveLength(8);
    ends[0]?.();
    await until(() => begun.length === 9);
    for (const end of ends) end();
    await until(() => begun.length === 10);
    for (const end of ends) end();
    expect(await Promise.all(answers)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is no answer that nobody wants any more when its turn comes', async () => {
    const ends: (() => void)[] = [];
    const slow = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
    const made = Array.from({ length: 8 }, () => unread.answer(slow, isWanted));
    let wanted = true;
    const later = unread.answer(() => Promise.resolve(1), () => wanted); // prettier-ignore
    wanted = false;
    for (const end of ends) end();
    await Promise.all(made);
    expect(await later).toBeNull();
  });

  it('is no more than 200 answers that are made later', async () => {
    const ends: (() => void)[] = [];
    const slow = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
    const made = Array.from({ length: 207 }, () => unread.answer(slow, isWanted));
    expect(unread.isFull).toBe(false);
    made.push(unread.answer(slow, isWanted));
    expect(unread.isFull).toBe(true);
    socket.terminate();
    for (const end of ends) end();
    await Promise.all(made);
    expect(unread.isFull).toBe(false);
  });

  it('is nothing where it is gone', async () => {
    socket.terminate();
    expect(await unread.answer(() => Promise.resolve(1), isWanted)).toBeNull();
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
    expect(socket.isPaused).toBe(false);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('what waits for all clients', () => {
  it('is counted now and then, and may be too much', () => {
    let time = 0;
    const sockets = [{ bufferedAmount: 600 }, { bufferedAmount: 500 }];
    const all = new AllUnread(sockets, 1_000, () => time);
    expect(all.isTooMuch).toBe(true);
    sockets.pop();
    expect(all.isTooMuch).toBe(true);
    time += 1_000;
    expect(all.isTooMuch).toBe(false);
  });
});
