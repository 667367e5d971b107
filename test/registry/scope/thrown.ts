import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import type { MainFacts, SourceEvent } from '../../../src/model/facts.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { type Grant, type Scope, isEverything } from '../../../src/model/scope.js';
import { QueryMaker } from '../../server/fast/generated-queries.js';
import { dice } from '../../support/dice.js';

/** What everybody asks first. */
export const ALWAYS = [
  '{ platform { health { status since } counts { status count } roots(first: 500) { reason message resource { name } } systems { name health { status } counts { status count } } } }',
  '{ findings(first: 500, filter: { includeIgnored: true }) { totalCount nodes { reason subject severity message since isRoot causes { message resource { name } } consequences(first: 100) { totalCount nodes { message resource { name } } } } } }',
  '{ changes(last: 500) { totalCount nodes { at type resourceName cluster namespace status previousStatus raised { message } cleared { message } } } }',
  '{ search(text: "", first: 100) { name kind health { status } dependsOn(first: 50) { totalCount nodes { name } } dependents(first: 50) { totalCount nodes { name } } } }',
  '{ clusters { name version nodeCount zones { name } health { status findings { message } } } server { resources } sources { name health { status } } }',
];

/** How long lists are asked for, by how deep in the query: of long ones in long ones there would be no end. */
const LENGTHS: readonly (readonly number[])[] = [[1], [1, 2, 30, 500], [1, 2, 3, 20]];
const DEEP = [1, 2, 3];

/** Throws scopes, and queries, over what is told of a platform. */
export class Thrown {
  constructor(private readonly everything: readonly SourceEvent[]) {}

  scopes(): fc.Arbitrary<Scope> {
    const list = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[] | null> =>
      fc.option(fc.array(of, { minLength: 1, maxLength: 3 }), { freq: 2 });
    const systems = this.valuesOf(({ system }) => (system === 'platform' ? null : system));
    const grant: fc.Arbitrary<Grant> = fc.record({
      clusters: list(patterns(systems)),
      namespaces: list(patterns(this.valuesOf(({ namespace }) => namespace))),
      kinds: list(fc.constantFrom(...Object.values(ResourceKind))),
    });
    return fc.array(grant, { minLength: 1, maxLength: 3 }).filter((scope) => !isEverything(scope));
  }

  /** So many queries over the whole schema, about what is inside and what is not. */
  queries(schema: GraphQLSchema, seed: number, count: number): readonly string[] {
    const ids = this.everything.filter(({ kind }) => kind in ResourceKind).map(({ id }) => JSON.stringify(id));
    const some = [...new Set(ids)].filter((_, index, all) => index % Math.ceil(all.length / 300) === 0);
    const quoted = (names: readonly string[]): string[] => names.map((name) => JSON.stringify(name));
    const systems = quoted(this.valuesOf(({ system }) => system));
    const random = dice(seed);
    const maker = new QueryMaker(schema, random, {
      id: some,
      ids: some,
      kind: Object.values(ResourceKind),
      kinds: Object.values(ResourceKind),
      name: quoted(this.valuesOf(({ name }) => name).slice(0, 300)),
      cluster: systems,
      namespace: quoted(this.valuesOf(({ namespace }) => namespace)),
      text: ['"a"', '"o"', '"-"'],
      filter: [
        '{}',
        '{ status: [UNHEALTHY, DEGRADED] }',
        '{ name: "*a*" }',
        ...systems.map((name) => `{ clusters: [${name}] }`),
        '{ rootsOnly: true }',
        '{ kinds: [POD, NODE, DATABASE] }',
      ],
    });
    return Array.from({ length: count }, () => withLengths(maker.query(), random));
  }

  private valuesOf(read: (main: MainFacts) => string | null): readonly string[] {
    const values = this.everything.flatMap((event) =>
      'goneAspect' in event || event.aspect !== 'main' ? [] : (read(event.facts) ?? []),
    );
    return [...new Set(values)];
  }
}

/** Names that there are, some of them cut short and starred. */
function patterns(names: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...names).map((name) => `${name.slice(0, 2)}*`),
  );
}

/** With short lists only, what comes later in them would never be told. */
function withLengths(query: string, random: () => number): string {
  let depth = 0;
  return query.replace(/[{}]|\bfirst: \d+/g, (part) => {
    if (part === '{') depth += 1;
    else if (part === '}') depth -= 1;
    else {
      const lengths = LENGTHS[depth] ?? DEEP;
      return `first: ${lengths[Math.floor(random() * lengths.length)] ?? 1}`;
    }
    return part;
  });
}
