import fc from 'fast-check';
import { type HostileRequest, type RawRequest, hostileRequest } from '../support/hostile-requests.js';
import { HostileSocket } from '../support/hostile-socket.js';
import { type Served, serve, socketUrl } from '../support/served.js';
import { trials } from '../support/trials.js';

const { count: COUNT, seed: SEED } = trials('VITALS_HOSTILE_REQUESTS', 2_000);

/** So many are under way at once. */
const AT_ONCE = 20;

/** So many are made at a time: each seed makes as many, and some of them are large. */
const CHUNK = 500;

/** Milliseconds in which any of them is answered, though it waits for the others and for those who make them. */
const PATIENCE = 10_000;

/** A thousand take no longer than a minute on a slow machine. */
const MINUTES = Math.ceil(COUNT / 1_000);

/** Never a 5xx, nor is any of them too much for this server: it sheds no load, and asks nobody to come later. */
const STATUSES: ReadonlySet<number> = new Set([200, 400, 403, 405, 413, 415]);

/** A WebSocket is closed on who says what is no message of its protocol, or one that is too large. */
const CLOSED: ReadonlySet<number> = new Set([1009, 4400]);

/** What a program says of its own inside. */
const INSIDE = /\n\s+at |node_modules|node:internal|\/(?:src|dist)\/|\.[jt]s:\d+/;

let served: Served;

beforeAll(async () => {
  served = await serve();
});

afterAll(() => served.stop());

async function send({
  method,
  search,
  headers,
  body,
}: RawRequest): Promise<{ readonly status: number; readonly text: string }> {
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(`${served.url}/graphql${search}`, { method, headers, body, signal });
  return { status: response.status, text: await response.text() };
}

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: unknown }[];
}

/** Why an answer is none as GraphQL has it; null: it is one. */
function fault(answer: Result): string | null {
  const names = Object.keys(answer).filter((name) => !['data', 'errors', 'extensions'].includes(name));
  if (names.length > 0) return `it has ${names.join()}`;
  if (answer.errors === undefined) return answer.data === undefined ? 'it has neither data nor errors' : null;
  if (!Array.isArray(answer.errors) || answer.errors.length === 0) return 'it has no list of errors';
  return answer.errors.every(({ message }) => typeof message === 'string') ? null : 'an error has no message';
}

/** What was answered, in a word: a status of HTTP, a message of WebSocket, the code that one was closed with. @throws Error where that is not as it should be */
async function answered(request: HostileRequest, socket: HostileSocket): Promise<string> {
  const { kind } = request;
  if (!('payload' in request)) {
    const { status, text } = await send(request);
    if (!STATUSES.has(status)) throw new Error(`status ${status}: ${text}`);
    judge(kind, text, JSON.parse(text) as Result);
    return `${kind} ${status}`;
  }
  const { text, closed } = await socket.ask(request.payload);
  if (closed === null) {
    const { type, payload } = JSON.parse(text) as { readonly type: string; readonly payload?: unknown };
    // Of what goes on, such as a subscription, nothing may have happened yet.
    if (type !== 'complete') judge(kind, text, type === 'error' ? { errors: payload as never } : (payload as Result));
    return `${kind} ${type}`;
  }
  if (!CLOSED.has(closed)) throw new Error(`closed with ${closed}: ${text}`);
  if (INSIDE.test(text)) throw new Error(text);
  return `${kind} ${closed}`;
}

function judge(kind: string, text: string, answer: Result): void {
  const wrong = fault(answer);
  if (wrong !== null) throw new Error(`${wrong}: ${text}`);
  if (INSIDE.test(text)) throw new Error(text);
  // Who means well has what was asked for, whatever the others do meanwhile.
  if (/(?:^| )valid$/.test(kind) && answer.errors !== undefined) throw new Error(`it is refused: ${text}`);
}

/** Answers how often each was answered how. */
async function sendAll(): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  const sockets = Array.from({ length: AT_ONCE }, () => new HostileSocket(socketUrl(served), PATIENCE));
  try {
    for (let sent = 0; sent < COUNT; sent += CHUNK) {
      const seed = SEED + sent / CHUNK;
      const numRuns = Math.min(CHUNK, COUNT - sent);
      const queue = fc.sample(hostileRequest, { numRuns, seed }).entries();
      const sendOn = async (socket: HostileSocket): Promise<void> => {
        // All take from the same queue.
        for (const [index, request] of queue) {
          const word = await answered(request, socket).catch((error: unknown) => {
            const what = `${request.kind}, which is number ${index} of ${numRuns} of seed ${seed}`;
            throw new Error(`${what}: ${String(error).slice(0, 500)}\n${JSON.stringify(request).slice(0, 500)}`);
          });
          seen.set(word, (seen.get(word) ?? 0) + 1);
        }
      };
      await Promise.all(sockets.map(sendOn));
    }
  } finally {
    for (const socket of sockets) socket.close();
  }
  return seen;
}

it(
  `${COUNT} requests, ${AT_ONCE} at once, valid, malformed and hostile (seed ${SEED}), are each answered as GraphQL answers, in time and without a word of the inside`,
  async () => {
    const seen = await sendAll();
    expect([...seen.values()].reduce((sum, count) => sum + count)).toBe(COUNT);
    // That the generator reaches all: what is answered, what is refused, and what is put out.
    expect(seen.get('valid 200')).toBeGreaterThan(COUNT / 10);
    expect(seen.get('GET valid 200')).toBeGreaterThan(COUNT / 50);
    expect(seen.get('socket valid next')).toBeGreaterThan(COUNT / 100);
    expect(seen.get('misfitting variables 200')).toBeGreaterThan(COUNT / 100);
    expect(seen.get('deep 200')).toBeGreaterThan(0);
    expect([...seen.keys()].filter((word) => word.startsWith('socket') && word.endsWith('4400'))).not.toEqual([]);
    // Nothing of it was a defect, and whoever comes next is answered.
    expect(served.complaints).toEqual([]);
    const next = await send({ method: 'POST', search: '', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}', kind: 'next' }); // prettier-ignore
    expect(next).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' });
  },
  MINUTES * 60_000,
);
