import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { SourceEvent } from '../../../src/model/facts.js';
import type { Scope } from '../../../src/model/scope.js';
import { buildVitalsSchema } from '../../../src/resolvers/schema.js';
import { catalogue } from '../../../src/sources/index.js';
import { ManualClock } from '../../support/manual-clock.js';
import { type Served, serve } from '../../support/served.js';
import { trials } from '../../support/trials.js';
import { ALWAYS, Thrown } from './thrown.js';
import { type Batch, Inside, recorded } from './two-worlds.js';

const { count: SCOPES, seed: SEED } = trials('VITALS_SCOPES', 12);

/** Pairs of scopes: each takes three servers. */
const PAIRS = Math.ceil(SCOPES / 4);

/** Asked of each server at each look, beside what everybody asks. */
const QUERIES = 15;

/** So many of what is asked are refused as too costly where the usual limits hold. */
const UNBOUND = { cost: 1e9, listItems: 1e9, fields: 100_000, aliases: 100_000, depth: 100, rate: null };

const schema = buildVitalsSchema();
let first: readonly SourceEvent[];
let later: readonly Batch[];
let thrown: Thrown;

beforeAll(async () => {
  ({ first, later } = await recorded());
  thrown = new Thrown([...first, ...later.flatMap(({ events }) => events)]);
});

/** Who may see what, by the token that they have. */
type Holders = Readonly<Record<string, Scope>>;

/** Servers of one time, which is moved by hand; what waits for its turn has it all the while. */
class Worlds {
  private readonly clock = new ManualClock();
  private readonly turns = setInterval(() => {
    this.clock.advance(0);
  }, 1);
  private readonly start = this.clock.now();
  private readonly all: { readonly served: Served; readonly only: (events: readonly SourceEvent[]) => readonly SourceEvent[] }[] = []; // prettier-ignore

  /** @param only what there is in it of what is reported */
  async open(holders: Holders, only: (events: readonly SourceEvent[]) => readonly SourceEvent[]): Promise<Served> {
    const tokens = Object.keys(holders).map((token) => ({ name: token, sha256: createHash('sha256').update(token).digest('hex'), scopes: [token] })); // prettier-ignore
    const scopes = Object.entries(holders).map(([name, see]) => ({ name, users: [], groups: [], see }));
    const { clock } = this;
    const served = await serve({ catalogue, clock, facts: only(first), auth: { tokens, scopes }, serverLimits: UNBOUND }); // prettier-ignore
    this.all.push({ served, only });
    return served;
  }

  report({ offset, events }: Batch): void {
    this.clock.advance(Math.max(0, this.start + offset - this.clock.now()));
    for (const { served, only } of this.all) served.report(only(events));
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map(({ served }) => served.stop(true)));
    clearInterval(this.turns);
  }
}

/** As it goes over the wire, but for where the stream of changes stands, and how long it took. */
async function ask({ url }: Served, token: string, query: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(30_000),
  });
  const { data, errors } = (await response.json()) as { readonly data?: unknown; readonly errors?: unknown };
  const text = JSON.stringify({ status: response.status, data, errors });
  return text.replace(/"(cursor|startCursor|endCursor)":"[^"]*"/g, '"$1":"…"');
}

it(`${PAIRS} times two who ask the same of one server are each answered as by one that watches nothing else, again and again (seed ${SEED})`, async () => {
  let [differing, compared] = [0, 0];
  const everything = [...first, ...later.flatMap(({ events }) => events)];
  await fc.assert(
    fc.asyncProperty(thrown.scopes(), thrown.scopes(), fc.nat(), fc.integer({ min: 1, max: 300 }), async (a, b, seed, steps) => {
      const worlds = new Worlds();
      try {
        const shared = await worlds.open({ a, b }, (events) => events);
        const [insideA, insideB] = [new Inside(a, everything), new Inside(b, everything)];
        const own = {
          a: await worlds.open({ a }, (events) => insideA.only(events)),
          b: await worlds.open({ b }, (events) => insideB.only(events)),
        };
        const asked = [...ALWAYS, ...thrown.queries(schema, seed, QUERIES)];
        for (const batches of [[], later.slice(0, steps)]) {
          for (const batch of batches) worlds.report(batch);
          for (const query of asked) {
            const expected = { a: await ask(own.a, 'a', query), b: await ask(own.b, 'b', query) };
            // The other one's answer, and one's own from before, may be kept by now.
            for (const who of ['a', 'b', 'a', 'b'] as const)
              expect({ query, who, answer: await ask(shared, who, query) }).toEqual({ query, who, answer: expected[who] });
            if (expected.a !== expected.b) differing += 1;
            compared += 1;
          }
        }
      } finally {
        await worlds.stop();
      }
    }),
    { numRuns: PAIRS, seed: SEED },
  );
  // They do not see the same.
  expect(differing).toBeGreaterThan(compared / 10);
}, PAIRS * 100_000); // prettier-ignore
