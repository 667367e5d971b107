import { createHash } from 'node:crypto';
import {
  type ExecutionResult,
  type GraphQLObjectType,
  buildSchema,
  execute,
  getOperationAST,
  parse,
  print,
  stripIgnoredCharacters,
  validate,
} from 'graphql';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { PageInfo } from '../../../src/resolvers/connection.js';
import { MOST_LIST_ITEMS } from '../../../src/resolvers/list-budget.js';
import { ReadyQueries } from '../../../src/server/fast/ready-queries.js';
import { readyDocument } from '../../../src/server/fast/ready-document.js';
import { stringifyResult } from '../../../src/server/fast/ready-texts.js';
import { COMPILE_ALL, EXAMPLES, RecordedPlatform } from './recorded-platform.js';

/** Batches from one comparison to the next. */
const STRIDE = 20;

/** Bytes for what is ready. */
const ROOM = 24_000;

/** Asked all the time, beside the examples. */
const GENERATED = 50;

describe('a query whose resources are ready', () => {
  it('answers as an interpreted one does, over the whole default recording', async () => {
    const platform = await RecordedPlatform.open();
    const { schema, contextOf } = platform.graph;
    const queries = new ReadyQueries(schema, platform.registry, COMPILE_ALL);
    const maker = platform.queryMaker(13);
    const examples = EXAMPLES.map(({ text }) => ({ text, variables: {} }));
    const generated = Array.from({ length: GENERATED }, () => maker.operation());
    const documents = [...examples, ...generated].map(({ text, variables: variableValues }) => {
      const queryHash = createHash('sha1').update(text).digest('hex');
      return { text, document: parse(text), queryHash, variableValues };
    });
    let [batches, answered] = [0, 0];
    for (let isMore = true; isMore; isMore = platform.step()) {
      batches += 1;
      if (batches % STRIDE !== 0) continue;
      for (const { text, document, variableValues, queryHash } of documents) {
        const ready = await queries.execute({ document, queryHash, variableValues, contextValue: contextOf(0) });
        if (ready === null) continue;
        answered += 1;
        const plain = await execute({ schema, document, variableValues, contextValue: contextOf(0) });
        expect({ text, answer: stringifyResult(ready) }).toEqual({ text, answer: JSON.stringify(plain) });
      }
    }
    expect(batches).toBeGreaterThan(1_000);
    expect(answered).toBeGreaterThan(500);
  }, 120_000);
});

it('keeps nothing of an answer that was refused as too large', async () => {
  const platform = await RecordedPlatform.open();
  const { schema, contextOf } = platform.graph;
  const queries = new ReadyQueries(schema, platform.registry, COMPILE_ALL);
  const [cluster] = platform.registry.entries(ResourceKind.CLUSTER);
  const query = `{ resource(id: ${JSON.stringify(cluster?.id)}) { ... on Cluster { zones { name } } } }`;
  const document = parse(query);
  const ask = (contextValue = contextOf(0)) => queries.execute({ document, queryHash: query, contextValue });
  await ask();
  const spent = contextOf(0);
  expect(() => {
    spent.budget.list(MOST_LIST_ITEMS);
  }).toThrow();
  expect(await ask(spent)).toBeNull();
  const plain = JSON.stringify(await execute({ schema, document, contextValue: contextOf(0) }));
  expect(plain).toContain('"zones":[{"name"');
  // It rests for a while after it failed.
  let ready = await ask();
  for (let times = 0; ready === null && times < 1_000; times += 1) ready = await ask();
  expect(ready === null ? null : stringifyResult(ready)).toBe(plain);
});

it('keeps what is asked for all the time, whoever asks for more than there is room for', async () => {
  const platform = await RecordedPlatform.open();
  const { schema, contextOf } = platform.graph;
  let made = 0;
  const health = (schema.getType('Node') as GraphQLObjectType<unknown, unknown>).getFields()['health'];
  if (health === undefined) throw new Error('There is no health.');
  const { resolve } = health;
  health.resolve = (...args) => {
    made += 1;
    return resolve?.(...args);
  };
  const queries = new ReadyQueries(schema, platform.registry, COMPILE_ALL, ROOM);
  const ask = async (query: string): Promise<ExecutionResult> => {
    const asked = { document: parse(query), queryHash: query };
    // What is asked for the first time is not compiled.
    await queries.execute({ ...asked, contextValue: contextOf(0) });
    const result = await queries.execute({ ...asked, contextValue: contextOf(0) });
    if (result === null) throw new Error('It is not ready.');
    return result;
  };
  const wanted = '{ nodes(first: 3) { nodes { name health { status } } } }';
  await ask(wanted);
  expect(made).toBe(3);
  const much = Array.from({ length: 40 }, (_, n) => `a${n}: labels { key value }`).join(' ');
  let [crawled, after]: [number, string | null] = [0, ''];
  for (let page = 0; page < 100 && after !== null; page += 1) {
    const given = after === '' ? '' : `, after: ${JSON.stringify(after)}`;
    const result = await ask(`{ pods(first: 1${given}) { pageInfo { endCursor hasNextPage } nodes { id ${much} } } }`);
    const { pods } = result.data as { readonly pods: { readonly pageInfo: PageInfo } };
    after = pods.pageInfo.hasNextPage ? pods.pageInfo.endCursor : null;
    crawled += stringifyResult(result).length;
    await ask(wanted);
  }
  expect(crawled).toBeGreaterThan(ROOM);
  expect(made).toBe(3);
});

describe('a document is asked for what is ready', () => {
  const schema = buildSchema(`
    interface Resource { id: ID! name: String! }
    type Node implements Resource { id: ID! name: String! pods(first: Int): [Pod!]! }
    type Pod implements Resource { id: ID! name: String! node: Node }
    type PodConnection { nodes: [Pod!]! totalCount: Int! }
    type Query { pods(first: Int): PodConnection! resource(id: ID!): Resource }
  `);

  function rewritten(text: string): string | null {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const operation = getOperationAST(document);
    if (operation == null) throw new Error('It has one operation.');
    const ready = readyDocument(schema, document, operation);
    return ready === null ? null : stripIgnoredCharacters(print(ready));
  }

  it.each<[string, string, string | null]>([
    [
      'where a list is',
      '{ pods(first: 2) { totalCount nodes { name } } }',
      '{ pods(first: 2) { totalCount nodes: nodes__ready(selection: "{name}") } }',
    ],
    [
      'where one resource is, under its own name',
      '{ one: resource(id: "a") { id ... on Pod { node { name } } } }',
      '{ one: resource__ready(id: "a", selection: "{id ...on Pod{node{name}}}") }',
    ],
    [
      'through fragments',
      'query { pods { ...Page } } fragment Page on PodConnection { nodes { ...Named } } fragment Named on Pod { name }',
      '{ pods { ... on PodConnection { nodes: nodes__ready(selection: "{...Named}fragment Named on Pod{name}") } } } fragment Page on PodConnection { nodes { ...Named } } fragment Named on Pod { name }',
    ],
    [
      'not where variables decide',
      'query Q($first: Int) { pods { nodes { node { pods(first: $first) { id } } } } }',
      null,
    ],
    ['not where the same is asked in two places', '{ pods { nodes { id } nodes { name } } }', null],
    ['not where nothing is', '{ pods { totalCount } }', null],
  ])('%s', (_, text, expected) => {
    expect(rewritten(text)).toBe(expected === null ? null : stripIgnoredCharacters(expected));
  });

  it('not where fragments multiply', () => {
    const levels = Array.from(
      { length: 14 },
      (_, n) =>
        `fragment F${n} on PodConnection { a${n}: totalCount ${n === 13 ? '' : `...F${n + 1} ... on PodConnection { ...F${n + 1} }`} }`,
    );
    expect(rewritten(`{ pods { nodes { id } ...F0 } } ${levels.join(' ')}`)).toBeNull();
  });
});
