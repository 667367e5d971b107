import fc from 'fast-check';
import { type ExecutionResult, graphql } from 'graphql';
import type { SourceEvent } from '../../../src/model/facts.js';
import { type RecordKind, ResourceKind } from '../../../src/model/kinds.js';
import type { Scope } from '../../../src/model/scope.js';
import { type Shared, buildVitalsSchema } from '../../../src/resolvers/schema.js';
import { Turns } from '../../../src/resolvers/turns.js';
import { catalogue } from '../../../src/sources/index.js';
import { trials } from '../../support/trials.js';
import { ALWAYS, Thrown } from './thrown.js';
import { type Batch, Inside, ScopedWorld, recorded } from './two-worlds.js';

const { count: SCOPES, seed: SEED } = trials('VITALS_SCOPES', 12);

/** Scopes are tried in a few seconds each on a slow machine. */
const TIME = SCOPES * 25_000;

const shared: Shared = { schema: buildVitalsSchema(), turns: new Turns() };
let first: readonly SourceEvent[];
let later: readonly Batch[];
let everything: readonly SourceEvent[];
let thrown: Thrown;

/** Asked of each world at each look. */
const QUERIES = 25;

beforeAll(async () => {
  ({ first, later } = await recorded());
  everything = [...first, ...later.flatMap(({ events }) => events)];
  thrown = new Thrown(everything);
});

/** As it goes over the wire, but for where the stream of changes stands: each registry has its own. */
function said({ data, errors }: ExecutionResult): string {
  const text = JSON.stringify({ data, errors: errors?.map(({ message }) => message) });
  return text.replace(/"(cursor|startCursor|endCursor)":"[^"]*"/g, '"$1":"…"');
}

async function answers(world: ScopedWorld, asked: readonly string[]): Promise<readonly string[]> {
  const { graph } = world.seen;
  const all: string[] = [];
  for (const source of asked)
    all.push(said(await graphql({ schema: shared.schema, source, contextValue: graph.contextOf(0) })));
  return all;
}

/** All that a subscriber hears: who begins now, and of each change so far. */
function heard(world: ScopedWorld, filter: object): readonly unknown[] {
  const { graph, registry } = world.seen;
  const field = graph.liveFields['healthChanges'];
  const opening = field?.opening({ filter, initial: true }) ?? [];
  const events = registry.changes.range({}).map((change) => field?.event(change, { filter }) ?? null);
  return [...opening, ...events].map(
    (event) => event && { ...event, root: { ...(event.root as object), cursor: '…' } },
  );
}

/** Some of these are there for who may see what they hold: what they tell is compared above. */
const MAY_BE_PLACES: readonly RecordKind[] = [
  ResourceKind.PLATFORM,
  ResourceKind.SYSTEM,
  ResourceKind.SOURCE,
  ResourceKind.CLUSTER,
  ResourceKind.NAMESPACE,
];

/** What is said whatever is watched: some records are called by a word of it. */
const COMMON = JSON.stringify([...catalogue.rules, Object.keys(shared.schema.getTypeMap())]);

describe(`who sees with a scope (${SCOPES}, seed ${SEED})`, () => {
  it(
    'is answered as by a Vitals that watches nothing else, and hears the same',
    async () => {
      let [told, compared] = [0, 0];
      await fc.assert(
        fc.asyncProperty(thrown.scopes(), fc.nat(), fc.integer({ min: 0, max: 400 }), async (scope, seed, steps) => {
          const inside = new Inside(scope, everything);
          const [one, other] = [new ScopedWorld(scope), new ScopedWorld(scope)];
          try {
            await one.begin(first, shared);
            await other.begin(inside.only(first), shared);
            const asked = [...ALWAYS, ...thrown.queries(shared.schema, seed, QUERIES)];
            for (const batches of [[], later.slice(0, steps)]) {
              for (const batch of batches) {
                one.report(batch);
                other.report({ ...batch, events: inside.only(batch.events) });
              }
              const [seen, expected] = [await answers(one, asked), await answers(other, asked)];
              for (const [index, query] of asked.entries())
                expect({ query, answer: seen[index] }).toEqual({ query, answer: expected[index] });
              told += seen.join('').length;
              compared += seen.length;
            }
            for (const filter of [{}, { rootsOnly: true }, { kinds: [ResourceKind.POD, ResourceKind.CLUSTER] }])
              expect(heard(one, filter)).toEqual(heard(other, filter));
          } finally {
            one.stop();
            other.stop();
          }
        }),
        { numRuns: SCOPES, seed: SEED },
      );
      // They do not all say nothing.
      expect(told / compared).toBeGreaterThan(200);
    },
    TIME,
  );

  it(
    'never reads the name of what is outside, nor finds it by its id',
    async () => {
      await fc.assert(
        fc.asyncProperty(thrown.scopes(), fc.nat(), async (scope, seed) => {
          const inside = new Inside(scope, everything);
          const world = new ScopedWorld(scope);
          try {
            await world.begin(first, shared);
            for (const batch of later.slice(0, 100)) world.report(batch);
            // Own facts may name others: a pod its node, a claim its volume.
            const own = JSON.stringify(everything.filter((event) => inside.has(event)));
            const outside = everything.filter(
              ({ id, kind }) => kind in ResourceKind && !inside.has({ id }) && !MAY_BE_PLACES.includes(kind),
            );
            const names = new Set(
              outside.flatMap((event) => ('facts' in event && event.aspect === 'main' ? [(event.facts).name] : [])), // prettier-ignore
            );
            // Nor is it a secret whose name stands in that of a source of what is inside.
            const systems = new Set(
              [...world.seen.registry.entries(ResourceKind.SOURCE)].map(({ main }) => main.system),
            );
            const foreign = [...names].filter(
              (name) => !own.includes(name) && !systems.has(name) && !COMMON.includes(name),
            );
            const asked = [...ALWAYS, ...thrown.queries(shared.schema, seed, QUERIES)];
            for (const [index, text] of (await answers(world, asked)).entries()) {
              const query = asked[index] ?? '';
              // Who asks for a name is told it again, as one that there is not.
              const betrayed = foreign.filter((name) => text.includes(name) && !query.includes(name));
              expect({ query, betrayed }).toEqual({ query, betrayed: [] });
            }
            const found = outside.filter(({ id }) => world.seen.registry.get(id) !== undefined);
            expect(found.map(({ kind }) => kind)).toEqual([]);
          } finally {
            world.stop();
          }
        }),
        { numRuns: SCOPES, seed: SEED + 1 },
      );
    },
    TIME,
  );

  it(
    'is answered alike where the scope is opened only later',
    async () => {
      await fc.assert(
        fc.asyncProperty(thrown.scopes(), fc.nat(), fc.integer({ min: 0, max: 400 }), async (scope, seed, steps) => {
          const [kept, late] = [new ScopedWorld(scope), new ScopedWorld(scope, false)];
          try {
            for (const world of [kept, late]) {
              await world.begin(first, shared);
              for (const batch of later.slice(0, steps)) world.report(batch);
            }
            await late.look(shared);
            for (const world of [kept, late]) for (const batch of later.slice(steps, steps + 50)) world.report(batch);
            const asked = [ALWAYS[3] ?? '', ALWAYS[4] ?? '', ...thrown.queries(shared.schema, seed, QUERIES)];
            const wanted = asked.filter((query) => !/changes|since|history/.test(query));
            const [expected, seen] = [await answers(kept, wanted), await answers(late, wanted)];
            for (const [index, query] of wanted.entries())
              expect({ query, answer: seen[index] }).toEqual({ query, answer: expected[index] });
          } finally {
            kept.stop();
            late.stop();
          }
        }),
        { numRuns: Math.ceil(SCOPES / 2), seed: SEED + 2 },
      );
    },
    TIME,
  );

  it('sees all of it where nothing is left out', async () => {
    const scope: Scope = [{ clusters: ['*'], namespaces: null, kinds: null }];
    const world = new ScopedWorld(scope);
    await world.begin(first, shared);
    for (const batch of later.slice(0, 300)) world.report(batch);
    const { full } = world;
    const { registry } = world.seen;
    for (const kind of Object.values(ResourceKind)) {
      const look = (of: typeof full): readonly unknown[] =>
        [...of.entries(kind)].map(({ id, status, findings, since, main }) => ({ id, status, findings, since, name: main.name })); // prettier-ignore
      expect(look(registry)).toEqual(look(full));
    }
    world.stop();
  }, 60_000);
});
