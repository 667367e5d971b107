import { createHash } from 'node:crypto';
import { type ExecutionResult, execute, parse, validate } from 'graphql';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { GraphContext } from '../../../src/resolvers/context.js';
import { CompiledQueries } from '../../../src/server/fast/compiled-queries.js';
import { ReadyQueries } from '../../../src/server/fast/ready-queries.js';
import { stringifyResult } from '../../../src/server/fast/ready-texts.js';
import { dice } from '../../support/dice.js';
import { QueryMaker } from './generated-queries.js';
import { EXAMPLES, RecordedPlatform } from './recorded-platform.js';

const GENERATED = 2_000;

let platform: RecordedPlatform;
let queries: CompiledQueries;
let ready: ReadyQueries;

beforeAll(async () => {
  platform = await RecordedPlatform.open();
  queries = new CompiledQueries(platform.graph.schema);
  ready = new ReadyQueries(platform.graph.schema, platform.registry);
});

/** As it goes over the wire. */
function said({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ data, errors });
}

interface Answers {
  readonly compiled: string;
  /** Put together from what its resources said the last time; null: nothing of it can be. */
  readonly ready: string | null;
  readonly plain: string;
}

async function allWays(query: string): Promise<Answers> {
  const { schema, contextOf } = platform.graph;
  const document = parse(query);
  const queryHash = createHash('sha1').update(query).digest('hex');
  const anew = (): GraphContext => contextOf(0);
  // What is asked for the first time is not compiled.
  for (let time = 0; time < 2; time += 1) await queries.execute({ document, queryHash, contextValue: anew() }, anew);
  const compiled = await queries.execute({ document, queryHash, contextValue: anew() }, anew);
  const plain = await execute({ schema, document, contextValue: anew() });
  let result: ExecutionResult | null = null;
  for (let time = 0; time < 3; time += 1) result = await ready.execute({ document, queryHash, contextValue: anew() });
  const text = result === null ? null : stringifyResult(result);
  return { compiled: said(compiled), ready: text, plain: said(plain) };
}

describe('a compiled query', () => {
  it.each(EXAMPLES)('$file answers as an interpreted one does', async ({ text }) => {
    const { compiled, ready, plain } = await allWays(text);
    expect(compiled).toBe(plain);
    expect(ready ?? plain).toBe(plain);
    expect(queries.isCompiled(createHash('sha1').update(text).digest('hex'))).toBe(true);
  });

  it(`answers as an interpreted one does, ${GENERATED} times whatever is asked`, async () => {
    const { schema } = platform.graph;
    const { registry } = platform;
    const ids =
      [ResourceKind.POD, ResourceKind.NODE, ResourceKind.DATABASE, ResourceKind.KAFKA, ResourceKind.TOPIC, ResourceKind.WORKFLOW] // prettier-ignore
        .flatMap((kind) => [...registry.entries(kind)].slice(0, 2))
        .map(({ id }) => JSON.stringify(id));
    const maker = new QueryMaker(schema, dice(7), {
      id: [...ids, '"none"'],
      ids: [...ids, '"none"'],
      kind: ['POD', 'NODE'],
      kinds: ['POD', 'DATABASE'],
      name: ['"metadata"', '"platform"', '"none"'],
      text: ['"a"', '"o"'],
    });
    let told = 0;
    let putTogether = 0;
    for (let time = 0; time < GENERATED; time += 1) {
      const text = maker.query();
      expect({ text, errors: validate(schema, parse(text)) }).toEqual({ text, errors: [] });
      const { compiled, ready, plain } = await allWays(text);
      expect({ text, answer: compiled }).toEqual({ text, answer: plain });
      expect({ text, answer: ready ?? plain }).toEqual({ text, answer: plain });
      told += plain.length;
      if (ready !== null) putTogether += 1;
    }
    // They do not all say nothing.
    expect(told / GENERATED).toBeGreaterThan(200);
    expect(putTogether / GENERATED).toBeGreaterThan(0.2);
  }, 300_000);
});
