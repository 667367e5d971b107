import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type OperationDefinitionNode, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { DEFAULT_SERVER_LIMITS } from '../../../src/model/server-limits.js';
import { buildVitalsSchema } from '../../../src/resolvers/schema.js';
import { QueryCosts } from '../../../src/server/limits/query-cost.js';

const costs = new QueryCosts(buildVitalsSchema());

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  return costs.costOf(document, getOperationAST(document) as OperationDefinitionNode, variables);
}

describe('what a query costs', () => {
  it.each([
    ['a field of one thing', '{ platform { name } }', 2],
    ['the usual page', '{ pods { nodes { name } } }', 10 + 50 * 2],
    ['a page of so many', '{ pods(first: 7) { nodes { name kind } } }', 10 + 7 * 3],
    ['what is asked of the page itself', '{ pods(first: 7) { totalCount pageInfo { endCursor } } }', 10 + 3],
    ['edges', '{ pods(first: 7) { edges { cursor node { name } } } }', 10 + 7 * 4],
    ['a short list', '{ platform { systems { name } } }', 2 + 4],
    ['pages within pages', '{ nodes(first: 3) { nodes { pods(first: 4) { nodes { name } } } } }', 10 + 3 * (1 + 10 + 4 * 2)],
    ['a page longer than there are', '{ pods(first: 100000) { nodes { name } } }', 10 + 500 * 2],
    ['a list of so many', '{ platform { roots(first: 3) { message } } }', 1 + 1 + 3],
    ['to look anew', '{ platform { health(maxAge: "10s") { status } } }', 1 + 51 + 1],
    ['a fragment, each time', 'query { a: pods(first: 2) { ...P } b: pods(first: 3) { ...P } } fragment P on PodConnection { nodes { name } totalCount }', 2 * 11 + 5 * 2],
    ['what may be of one type or another', '{ resource(id: "a") { ... on Pod { name } ... on Node { name kind } } }', 1 + 3],
    ['one for each of a list', '{ resources(ids: ["a", "b", "c"]) { name kind } }', 1 + 3 * 2],
    ['one where a list is left out', '{ resources(ids: "a") { name kind } }', 1 + 2],
    ['none', '{ resources(ids: []) { name kind } }', 1],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toBe(cost);
  }); // prettier-ignore

  it('is reckoned anew with each variables', () => {
    const text = 'query ($n: Int! = 5) { pods(first: $n) { nodes { name } } }';
    expect([{}, { n: 2 }, { n: 400 }, { n: 9_999 }, { n: null }].map((variables) => costOf(text, variables))).toEqual([
      10 + 5 * 2,
      10 + 2 * 2,
      10 + 400 * 2,
      10 + 500 * 2,
      10 + 500 * 2,
    ]);
  });

  it('is reckoned by how long a list of variables is', () => {
    const text =
      'query ($ids: [ID!]!, $one: ID!) { resources(ids: $ids) { name } more: resources(ids: [$one, $one]) { name } }';
    const many = Array.from({ length: 9_999 }, () => 'a');
    expect([{ ids: [] }, { ids: ['a', 'b'] }, { ids: many }].map((variables) => costOf(text, variables))).toEqual([
      1 + 1 + 2,
      1 + 2 + 1 + 2,
      1 + 500 + 1 + 2,
    ]);
  });

  it('multiplies variables of pages within pages', () => {
    const text = 'query ($a: Int!, $b: Int!) { nodes(first: $a) { nodes { pods(first: $b) { nodes { name } } } } }';
    expect(costOf(text, { a: 20, b: 30 })).toBe(10 + 20 * (1 + 10 + 30 * 2));
  });

  it('is no more than a small part of the limit for every example, and for GraphiQL', () => {
    const folder = join(import.meta.dirname, '../../../schema/examples');
    const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const all = [...texts, getIntrospectionQuery({ inputValueDeprecation: true })].map((text) => costOf(text));
    expect(Math.max(...all)).toBeLessThan(DEFAULT_SERVER_LIMITS.cost / 2);
    expect(Math.min(...all)).toBeGreaterThan(0);
  });

  it('leaves room for more in each event of every subscription that is shown', () => {
    const root = join(import.meta.dirname, '../../..');
    const files = ['schema/examples/watch-changes.graphql', 'schema/examples/watch-one.graphql', 'docs/clients/operations/follow-health.graphql']; // prettier-ignore
    const events = files.map((file) => costOf(readFileSync(join(root, file), 'utf8')));
    expect(Math.max(...events)).toBeLessThan(DEFAULT_SERVER_LIMITS.eventCost / 20);
  });
});
