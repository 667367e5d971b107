import { type ExecutionResult, buildSchema, execute, parse, parseValue, validate, valueFromASTUntyped } from 'graphql';
import { buildVitalsSchema } from '../../../src/resolvers/schema.js';
import { type Asked, CompiledQueries } from '../../../src/server/fast/compiled-queries.js';
import { compile } from '../../../src/server/fast/compile.js';

/** A list of resources within another, and so on. */
function nested(levels: number): string {
  return `dependsOn(first: 1) { nodes { ${levels === 0 ? 'id' : nested(levels - 1)} } }`;
}

/** The same in few words: each fragment spreads the next one. */
function spread(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on Resource { dependsOn(first: 1) { nodes { ...F${n + 1} } } }`,
  );
  return `${fragments.join(' ')} fragment F${levels} on Resource { id }`;
}

/** No type fits, so nothing of it is compiled, but all of it is looked through. */
function unfit(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on Node { a${n}: pods { nodes { node { ...F${n + 1} } } } b${n}: pods { nodes { node { ...F${n + 1} } } } }`, // prettier-ignore
  );
  return `${fragments.join(' ')} fragment F${levels} on Node { id }`;
}

describe('what is compiled', () => {
  const schema = buildVitalsSchema();

  it.each<[string, string, boolean]>([
    ['a list of resources', `{ resource(id: "x") { ${nested(0)} } }`, true],
    ['one within another', `{ pods { nodes { ${nested(1)} } } }`, true],
    ['four within each other', `{ resource(id: "x") { ${nested(3)} } }`, false],
    ['those that are of one type', '{ pods { nodes { node { pods { nodes { node { pods { nodes { node { name } } } } } } } } } }', true], // prettier-ignore
    ['four by fragments', `{ resource(id: "x") { ...F0 } } ${spread(4)}`, false],
    ['four of each event', `subscription { healthChanges { resource { ${nested(3)} } } }`, false],
    ['fragments that multiply and fit no type', `{ resource(id: "x") { ... on Pod { ... on Resource { ... on Node { ...F0 } } } } } ${unfit(40)}`, false], // prettier-ignore
    ['what is long', `{ server { ${`version${' '.repeat(100)}`.repeat(100)} } }`, false],
  ])('%s', (_, text, isCompiled) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const start = performance.now();
    expect(compile(schema, document) !== null).toBe(isCompiled);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

/** Asked twice, so that it is compiled, and then once more with other variables, if there are any. */
async function compiledAnswer(
  queries: CompiledQueries,
  asked: Pick<Asked, 'document' | 'rootValue' | 'operationName' | 'variableValues'>,
  usual = asked.variableValues,
): Promise<string> {
  const ask = (variableValues: Asked['variableValues']): Promise<ExecutionResult> =>
    queries.execute({ ...asked, queryHash: 'q', variableValues }, () => undefined);
  await ask(usual);
  await ask(usual);
  return JSON.stringify(await ask(asked.variableValues));
}

describe('a text that is code to who compiles', () => {
  const schema = buildSchema('type Query { echo(text: String, texts: [String]): String }');
  const field = schema.getQueryType()?.getFields()['echo'];
  if (field !== undefined) field.resolve = (_root, args) => JSON.stringify(args);
  const marks = {
    DATE: '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d',
    NAN: '__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8',
  };

  it.each([
    `{ echo(text: "${marks.DATE}globalThis.wasExecuted=true") }`,
    `{ echo(text: """${marks.DATE}globalThis.wasExecuted=true""") }`,
    `{ echo(text: "\\u005f${marks.DATE.slice(1)}globalThis.wasExecuted=true") }`,
    `{ echo(texts: ["a", "${marks.DATE}globalThis.wasExecuted=true"]) }`,
    `{ echo(text: "${marks.NAN}") }`,
  ])('is a text: %s', async (text) => {
    const document = parse(text);
    const compiled = await compiledAnswer(new CompiledQueries(schema), { document });
    expect(compiled).toBe(JSON.stringify(await execute({ schema, document })));
    expect(globalThis).not.toHaveProperty('wasExecuted');
  });
});

describe('conditions and names', () => {
  const schema = buildSchema(`
    interface Thing { name: String }
    type One implements Thing { name: String other: Thing }
    type Two implements Thing { name: String other: Thing }
    type Query { name: String one: One thing: Thing }
  `);
  const one: object = { __typename: 'One', name: 'one', other: { __typename: 'Two', name: 'two', other: null } };
  const rootValue = { name: 'all', one, thing: one };

  it.each<[string, string, Readonly<Record<string, unknown>>?]>([
    ['a fragment left out, and spread again', '{ ...F @skip(if: true) ...F } fragment F on Query { name }'],
    [
      'a field left out, and asked for again',
      '{ one @skip(if: true) { ...F } one { __typename } } fragment F on One { name }',
    ],
    [
      'a part left out in one of two places',
      '{ one { ...F @skip(if: true) other { ...F } } } fragment F on Thing { name }',
    ],
    ['a field left out, and asked for again later', '{ name @skip(if: true) __typename name }'],
    ['a condition that is null', 'query ($is: Boolean = true) { name @include(if: $is) }', { is: null }],
    ['a condition that is not', 'query ($is: Boolean = true) { name @include(if: $is) __typename }', { is: false }],
    ['a condition that is left out', 'query ($is: Boolean = true) { name @skip(if: $is) __typename }', {}],
    ['the name of what objects are made from', '{ __proto__: one { name } name }'],
  ])('%s', async (_, text, variableValues = {}) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const asked = { document, variableValues, rootValue };
    const compiled = await compiledAnswer(new CompiledQueries(schema), asked, { is: true });
    expect(compiled).toBe(JSON.stringify(await execute({ ...asked, schema })));
  });

  it.each([
    ['{ name @skip(if: true) __typename @include(if: true) }', '{"__typename":"Query"}'],
    ['{ one { ...F other { ...F } } } fragment F on Thing { __typename name @skip(if: true) }', '{"one":{"__typename":"One","other":{"__typename":"Two"}}}'], // prettier-ignore
    ['query ($is: Boolean! = false) { name @skip(if: $is) @include(if: true) __typename }', '{"__typename":"Query"}'],
  ])('of fields without fields are compiled: %s', async (text, expected) => {
    const queries = new CompiledQueries(schema);
    const said = await compiledAnswer(queries, { document: parse(text), variableValues: { is: true }, rootValue });
    expect(said).toBe(`{"data":${expected}}`);
    expect(queries.isCompiled('q')).toBe(true);
  });

  it('of one operation say nothing of another in the same document', async () => {
    const document = parse(`
      query A($is: Boolean!) { one { ...F @skip(if: $is) __typename } }
      query B { one { ...F __typename } }
      fragment F on One { name }
    `);
    const queries = new CompiledQueries(schema);
    await compiledAnswer(queries, { document, operationName: 'A', variableValues: { is: true }, rootValue });
    const said = await compiledAnswer(queries, { document, operationName: 'B', rootValue });
    expect(said).toBe('{"data":{"one":{"name":"one","__typename":"One"}}}');
  });
});

describe('variables', () => {
  const schema = buildSchema(`
    enum Color { RED GREEN }
    input Inner { color: Color! = RED texts: [String!] text: String number: Int = 7 needed: ID! }
    type Query {
      echo(
        int: Int ints: [Int!] needed: Int! = 5 float: Float id: ID ids: [ID!]! = ["x"] text: String texts: [String]
        flag: Boolean color: Color colors: [Color!] inner: Inner inners: [Inner!]
      ): String
    }
  `);
  const field = schema.getQueryType()?.getFields()['echo'];
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (field !== undefined) field.resolve = (_root, args) => JSON.stringify(args, sorted);

  const LITERALS = { Int: '1', Float: '1.5', ID: '"i"', String: '"t"', Boolean: 'true', Color: 'GREEN', Inner: '{ needed: "n" }' }; // prettier-ignore
  const PLACES = [
    ...(field?.args ?? []).map(({ name }) => `${name}: $v`),
    ...['color', 'texts', 'text', 'number', 'needed'].map((name) => `inner: { needed: "n", ${name}: $v }`.replace('needed: "n", needed', 'needed')), // prettier-ignore
    'inner: { needed: "n", texts: ["a", $v] }',
    'texts: [$v, "b"]',
    'ids: [$v]',
    'inners: [{ needed: $v }, $v]',
    'inners: [$v]',
  ];
  /** Everything that JSON can say in its place. */
  const VALUES: readonly unknown[] = [
    null, 0, 1, -1, 1.5, 2 ** 31, '', '1', 'RED', 'red', 'constructor', true, false, [], [1], [1, 'a'], ['RED'], [null], [[1]],
    {}, { needed: 'n' }, { needed: 1, color: null }, { needed: 'n', number: null, texts: null }, { needed: 'n', more: 1 },
    { needed: 'n', texts: 'one' }, { needed: 'n', texts: [null] }, [{ needed: 'n', color: 'GREEN' }, {}],
    JSON.parse('{ "needed": "n", "__proto__": 1 }') as unknown,
  ]; // prettier-ignore

  const declarations = Object.entries(LITERALS).flatMap(([type, literal]) => [
    [type, literal],
    [`${type}!`, literal],
    [`[${type}]`, `[${literal}]`],
    [`[${type}!]`, literal],
    [`[${type}!]!`, `[${literal}, ${literal}]`],
  ]) as readonly (readonly [type: string, literal: string])[];
  const documents = declarations.flatMap(([type, literal]) =>
    [type, `${type} = ${literal}`, `${type} = null`]
      .flatMap((declared) => PLACES.map((place) => `query ($v: ${declared}) { echo(${place}) }`))
      .filter((text) => validate(schema, parse(text)).length === 0)
      .map((text) => [text, valueFromASTUntyped(parseValue(literal))] as const),
  );

  it.each(documents)('are taken as by graphql-js: %s', async (text, usual) => {
    const document = parse(text);
    const queries = new CompiledQueries(schema);
    for (const variables of [{}, { more: 1 }, ...VALUES.map((v) => ({ v }))]) {
      const answer = await compiledAnswer(queries, { document, variableValues: variables }, { v: usual });
      const plain = JSON.stringify(await execute({ schema, document, variableValues: variables }));
      expect({ variables, answer }).toEqual({ variables, answer: plain });
    }
    expect(queries.isCompiled('q')).toBe(true);
  });

  it('are tried in many places', () => {
    expect(documents.length).toBeGreaterThan(60);
  });
});
