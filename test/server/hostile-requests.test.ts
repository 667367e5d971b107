import fc from 'fast-check';
import { type RawRequest, hostileRequest } from '../support/hostile-requests.js';
import { type Served, serve } from '../support/served.js';

/** How many are sent, and which: the same seed sends the same. */
const COUNT = Number(process.env['VITALS_HOSTILE_REQUESTS'] ?? 2_000);
const SEED = Number(process.env['VITALS_HOSTILE_SEED'] ?? 1);

/** Milliseconds in which any of them is answered. */
const PATIENCE = 5_000;

/** So many take no longer than a minute on a slow machine. */
const MINUTES = Math.ceil(COUNT / 1_000);

const STATUSES: ReadonlySet<number> = new Set([200, 400, 403, 405, 413, 415, 429, 503]);

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

/** Why an answer is none as GraphQL has it; null: it is one. */
function fault(text: string): string | null {
  const answer = JSON.parse(text) as {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message?: unknown }[];
  };
  const names = Object.keys(answer).filter((name) => !['data', 'errors', 'extensions'].includes(name));
  if (names.length > 0) return `it has ${names.join()}`;
  if (answer.errors === undefined) return answer.data === undefined ? 'it has neither data nor errors' : null;
  if (!Array.isArray(answer.errors) || answer.errors.length === 0) return 'it has no list of errors';
  return answer.errors.every(({ message }) => typeof message === 'string') ? null : 'an error has no message';
}

it(
  `${COUNT} requests, valid, malformed and hostile, are each answered as GraphQL answers, in time and without a word of the inside`,
  async () => {
    const seen = new Map<string, number>();
    const property = fc.asyncProperty(hostileRequest, async (request) => {
      const { status, text } = await send(request);
      if (!STATUSES.has(status)) throw new Error(`${request.kind}: status ${status}: ${text.slice(0, 500)}`);
      const wrong = fault(text);
      if (wrong !== null) throw new Error(`${request.kind}: ${wrong}: ${text.slice(0, 500)}`);
      if (INSIDE.test(text)) throw new Error(`${request.kind}: ${text.slice(0, 500)}`);
      seen.set(`${request.kind} ${status}`, (seen.get(`${request.kind} ${status}`) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns: COUNT, seed: SEED, endOnFailure: true });
    // That the generator reaches both: what is answered, and what is refused.
    expect(seen.get('valid 200')).toBeGreaterThan(COUNT / 200);
    expect(seen.get('deep 200')).toBeGreaterThan(0);
    // Nothing of it was a defect, and whoever comes next is answered.
    expect(served.complaints).toEqual([]);
    const next = await send({ method: 'POST', search: '', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}', kind: 'next' }); // prettier-ignore
    expect(next).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' });
  },
  MINUTES * 60_000,
);
