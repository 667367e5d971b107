import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { KeptConnections } from '../../src/clients/kept-connections.js';
import { ScriptedServer, type Turn } from './scripted-server.js';

const ok: Turn = ({ answer }) => {
  answer(200, 'well');
};

const cut: Turn = (exchange) => {
  exchange.cut();
};

describe('a kept connection that is closed just as it is taken', () => {
  let server: ScriptedServer;
  const connections = new KeptConnections();
  const bodies: string[] = [];

  /** Notes the whole body before it does what it does. */
  const reading =
    (turn: Turn): Turn =>
    (exchange) => {
      void text(exchange.request).then((body) => {
        bodies.push(body);
        turn(exchange);
      });
    };

  afterEach(async () => {
    connections.close();
    await server.close();
    bodies.length = 0;
  });

  async function start(...script: readonly Turn[]): Promise<void> {
    server = await ScriptedServer.start(...script);
  }

  function send(body: string | null = null, signal?: AbortSignal): Promise<IncomingMessage> {
    const url = new URL(`http://127.0.0.1:${server.port}/`);
    return connections.send({ url, headers: {}, body, options: signal === undefined ? {} : { signal } });
  }

  const ask = async (body: string | null = null): Promise<string> => text(await send(body));

  it.each([
    ['GET', null, ''],
    ['POST', 'how are you?', 'how are you?'],
  ])('has a %s sent once more, as it was', async (method, body, arrives) => {
    await start(ok, reading(cut), reading(ok));
    await ask();
    expect(await ask(body)).toBe('well');
    expect(bodies).toEqual([arrives, arrives]);
    expect(server.requests.map(({ request }) => request.method)).toEqual(['GET', method, method]);
  });

  it('has it sent once more, and not without an end', async () => {
    await start(ok, cut, cut, ok);
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(server.requests).toHaveLength(3);
  });

  it('is not one that was new: whoever answers breaks off each time', async () => {
    await start(cut, ok);
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(server.requests).toHaveLength(1);
  });

  it('is not one that breaks once there is an answer', async () => {
    await start(
      ok,
      ({ response }) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{', () => response.socket?.destroy());
      },
      ok,
    );
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(server.requests).toHaveLength(2);
  });

  it('is not one that its signal ends', async () => {
    const controller = new AbortController();
    await start(ok, () => {
      controller.abort();
    });
    await ask();
    await expect(send(null, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.requests).toHaveLength(2);
  });
});
