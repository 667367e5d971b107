import { createHash } from 'node:crypto';
import { type ExecutionResult, execute, parse, validate } from 'graphql';
import type { GraphContext } from '../../../src/resolvers/context.js';
import { CompiledQueries } from '../../../src/server/fast/compiled-queries.js';
import { ReadyQueries } from '../../../src/server/fast/ready-queries.js';
import { stringifyResult } from '../../../src/server/fast/ready-texts.js';
import type { GeneratedOperation } from './generated-queries.js';
import { COMPILE_ALL, EXAMPLES, RecordedPlatform } from './recorded-platform.js';

const GENERATED = 2_000;

/** So much happens before, that there is something to tell. */
const BATCHES = 500;

let platform: RecordedPlatform;
let queries: CompiledQueries;
let ready: ReadyQueries;

beforeAll(async () => {
  platform = await RecordedPlatform.open();
  for (let batch = 0; batch < BATCHES; batch += 1) platform.step();
  queries = new CompiledQueries(platform.graph.schema, COMPILE_ALL);
  ready = new ReadyQueries(platform.graph.schema, platform.registry, COMPILE_ALL);
});

/** As it goes over the wire. */
function said({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ data, errors });
}

interface Answers {
  readonly compiled: string;
  readonly isCompiled: boolean;
  /** Put together from what its resources said the last time; null: nothing of it can be. */
  readonly ready: string | null;
  readonly plain: string;
}

async function allWays({ text, variables: variableValues }: GeneratedOperation): Promise<Answers> {
  const { schema, contextOf } = platform.graph;
  const document = parse(text);
  const queryHash = createHash('sha1').update(text).digest('hex');
  const anew = (): GraphContext => contextOf(0);
  const asked = { document, queryHash, variableValues };
  // What is asked for the first time is not compiled.
  for (let time = 0; time < 2; time += 1) await queries.execute({ ...asked, contextValue: anew() }, anew);
  const compiled = await queries.execute({ ...asked, contextValue: anew() }, anew);
  const plain = await execute({ schema, document, variableValues, contextValue: anew() });
  let result: ExecutionResult | null = null;
  for (let time = 0; time < 3; time += 1) result = await ready.execute({ ...asked, contextValue: anew() });
  return {
    compiled: said(compiled),
    isCompiled: queries.isCompiled(queryHash),
    ready: result === null ? null : stringifyResult(result),
    plain: said(plain),
  };
}

describe('a compiled query', () => {
  it.each(EXAMPLES)('$file answers as an interpreted one does', async ({ text }) => {
    const { compiled, isCompiled, ready, plain } = await allWays({ text, variables: {} });
    expect(compiled).toBe(plain);
    expect(ready ?? plain).toBe(plain);
    expect(isCompiled).toBe(true);
  });

  it('asks each field for itself, whatever names it and those above it are given', async () => {
    const changes = 'changes(first: 20)';
    const text = `{ r: ${changes} { p_q: nodes { b: raised { message } } } q_r: ${changes} { p: nodes { b: cleared { message } } } }`;
    const { compiled, isCompiled, plain } = await allWays({ text, variables: {} });
    expect(isCompiled).toBe(true);
    expect(compiled).toBe(plain);
    expect(plain).toMatch(/"b":\[{"message"/);
  });

  it(`answers as an interpreted one does, ${GENERATED} times whatever is asked`, async () => {
    const { schema } = platform.graph;
    const maker = platform.queryMaker(7);
    let told = 0;
    const seen = { compiled: 0, ready: 0, faulty: 0, variables: 0, fragments: 0, conditions: 0 };
    for (let time = 0; time < GENERATED; time += 1) {
      const { text, variables } = maker.operation();
      expect({ text, errors: validate(schema, parse(text)) }).toEqual({ text, errors: [] });
      const { compiled, isCompiled, ready, plain } = await allWays({ text, variables });
      expect({ text, variables, answer: compiled }).toEqual({ text, variables, answer: plain });
      expect({ text, variables, answer: ready ?? plain }).toEqual({ text, variables, answer: plain });
      told += plain.length;
      seen.compiled += Number(isCompiled);
      seen.ready += Number(ready !== null);
      seen.faulty += Number(plain.includes('"errors":'));
      seen.variables += Number(/\$v/.test(text));
      seen.fragments += Number(/ fragment /.test(text));
      seen.conditions += Number(/@(skip|include)/.test(text));
    }
    // They do not all say nothing.
    expect(told / GENERATED).toBeGreaterThan(200);
    expect(seen.compiled / GENERATED).toBeGreaterThan(0.6);
    expect(seen.ready / GENERATED).toBeGreaterThan(0.2);
    expect(seen.faulty / GENERATED).toBeLessThan(0.15);
    for (const one of [seen.variables, seen.fragments, seen.conditions]) expect(one / GENERATED).toBeGreaterThan(0.1);
  }, 300_000);
});
