import { parse, validate } from 'graphql';
import { buildVitalsSchema } from '../../../src/resolvers/schema.js';
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
