import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, request } from 'node:http';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { waitUntilNothingMissing } from '../../support/wait.js';
import { note, seconds } from '../measures.js';

const ROOT = join(import.meta.dirname, '../../../..');
const STARTS_WITHIN = 60_000;
const ENDS_WITHIN = 10_000;
const CLIENTS = 20;
const GOING_AWAY = 1_001;
/** Takes long enough to be under way when the signal comes; each asks for something else, or one answer would be that of all. */
const longQuery = (turn: number): string =>
  `{ pods(first: ${500 - turn}) { nodes { name health { status findings { reason message evidence } } } } nodes { nodes { name health { status } } } }`; // prettier-ignore

describe('SIGTERM under load', () => {
  let child: ChildProcess;
  let url = '';

  beforeEach(async () => {
    child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] }); // prettier-ignore
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const look = (): string | undefined => {
      url = /(http:\/\/[\d.]+:\d+)\/graphiql/.exec(said)?.[1] ?? '';
      return url === '' ? `it says: ${said}` : undefined;
    };
    await waitUntilNothingMissing('where Vitals listens', look, { within: STARTS_WITHIN, every: 50 });
  }, STARTS_WITHIN + 5_000);

  afterEach(() => {
    child.kill('SIGKILL');
  });

  function ask(agent: Agent, query: string): Promise<{ readonly status: number; readonly isWhole: boolean }> {
    return new Promise((resolve) => {
      const broken = (): void => {
        resolve({ status: 0, isWhole: false });
      };
      const headers = { 'content-type': 'application/json' };
      const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('error', broken).on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            isWhole: text.startsWith('{"data"') && text.trimEnd().endsWith('}'),
          });
        });
      });
      sent.on('error', broken).end(JSON.stringify({ query }));
    });
  }

  async function subscriber(): Promise<WebSocket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { healthChanges { cursor type } }' } })); // prettier-ignore
    return socket;
  }

  /** On a connection that is kept: what is asked after the signal must still be answered, if only that it is not ready. */
  function readiness(agent: Agent): Promise<number | null> {
    return new Promise((resolve) => {
      get(`${url}/health/ready`, { agent }, (response) => {
        response.resume().on('close', () => { resolve(response.complete ? (response.statusCode ?? 0) : null); }); // prettier-ignore
      }).on('error', () => { resolve(null); }); // prettier-ignore
    });
  }

  it(
    'it is not ready first, finishes what is asked, sends subscribers away with 1001, and ends well',
    async () => {
      const agent = new Agent({ keepAlive: true });
      const health = new Agent({ keepAlive: true, maxSockets: 1 });
      const sockets = await Promise.all(Array.from({ length: CLIENTS }, subscriber));
      let firstClosedAt = Infinity;
      const closes = sockets.map(async (socket) => {
        const [reason] = (await once(socket, 'close')) as [number];
        firstClosedAt = Math.min(firstClosedAt, performance.now());
        return reason;
      });
      expect(await readiness(health)).toBe(200);
      const exited = once(child, 'exit') as Promise<[number | null]>;
      // Each has a connection already: once the first is answered, the others have arrived too.
      await Promise.all(Array.from({ length: CLIENTS }, () => ask(agent, '{ __typename }')));
      let answered = 0;
      const answers = Array.from({ length: CLIENTS }, async (_, turn) => {
        const outcome = await ask(agent, longQuery(turn));
        answered += 1;
        return outcome;
      });
      await Promise.race(answers);
      const answeredBefore = answered;
      const begunAt = Date.now();
      child.kill('SIGTERM');
      const states: (number | null)[] = [];
      let firstRefusedAt = Infinity;
      while (child.exitCode === null && Date.now() < begunAt + ENDS_WITHIN) {
        states.push(await readiness(health));
        if (states.at(-1) === 503) firstRefusedAt = Math.min(firstRefusedAt, performance.now());
        if (states.at(-1) === null) break;
        await new Promise(setImmediate);
      }
      const [code] = await Promise.race([
        exited,
        once(AbortSignal.timeout(ENDS_WITHIN), 'abort').then(() => ['late'] as const),
      ]);
      const took = Date.now() - begunAt;
      const outcomes = await Promise.all(answers);
      const codes = await Promise.all(closes);
      const measured = `exit ${String(code)} after ${seconds(took)}; readiness ${[...new Set(states)].map(String).join(', ')}; ${CLIENTS - answeredBefore} queries under way, ${outcomes.filter(({ isWhole }) => isWhole).length} of ${CLIENTS} answered; sockets closed with ${[...new Set(codes)].join(', ')}, ${seconds(firstClosedAt - firstRefusedAt)} after it was not ready`; // prettier-ignore
      note({ trial: 'termination', name: 'SIGTERM', promised: 'readiness false first, queries under way finish, sockets are closed with 1001, exit code 0 within 10 s', measured }); // prettier-ignore
      expect(answeredBefore).toBeLessThan(CLIENTS);
      expect(states).toContain(503);
      expect(firstRefusedAt).toBeLessThan(firstClosedAt);
      expect(outcomes).toEqual(outcomes.map(() => ({ status: 200, isWhole: true })));
      expect(codes).toEqual(codes.map(() => GOING_AWAY));
      expect(code).toBe(0);
      expect(took).toBeLessThan(ENDS_WITHIN);
      agent.destroy();
      health.destroy();
    },
    STARTS_WITHIN,
  );
});
