import { buildSchema, parse } from 'graphql';
import { CompileTime, usualCompileBudget } from '../../../src/server/fast/compile-budget.js';
import { CompiledQueries } from '../../../src/server/fast/compiled-queries.js';

/** In milliseconds, by this test's own clock. */
let now = 0;

function spending(milliseconds: number, result = 'done'): () => string {
  return () => {
    now += milliseconds;
    return result;
  };
}

describe('time for compiling', () => {
  it('is what was saved, and then a tenth of all time', () => {
    const time = new CompileTime(100, () => now);
    expect(time.spend(spending(60))).toBe('done');
    expect(time.spend(spending(60))).toBe('done');
    // 120 spent of 100, and 12 came back meanwhile.
    expect(time.spend(spending(1))).toBeUndefined();
    now += 70;
    expect(time.spend(spending(1))).toBeUndefined();
    now += 11;
    expect(time.spend(spending(1))).toBe('done');
  });

  it('is never more than can be saved', () => {
    const time = new CompileTime(100, () => now);
    now += 1e9;
    time.spend(spending(101));
    expect(time.spend(spending(1))).toBe('done');
    now -= 1;
    time.spend(spending(200));
    expect(time.spend(spending(1))).toBeUndefined();
  });

  it('is for those who ask more often, once it is scarce', () => {
    const time = new CompileTime(100, () => now);
    expect(time.spend(spending(40), 2)).toBe('done');
    expect(time.spend(spending(30), 2)).toBe('done');
    // 37 are left.
    expect(time.spend(spending(1), 2)).toBeUndefined();
    expect(time.spend(spending(30), 3)).toBe('done');
    // 10 are left.
    expect(time.spend(spending(1), 7)).toBeUndefined();
    expect(time.spend(spending(1), 11)).toBe('done');
    now += 500;
    expect(time.spend(spending(1), 2)).toBe('done');
  });

  it('counts what fails', () => {
    const time = new CompileTime(100, () => now);
    const fail = (): never => {
      now += 200;
      throw new Error('no');
    };
    expect(() => {
      time.spend(fail);
    }).toThrow('no');
    expect(time.spend(spending(1))).toBeUndefined();
  });
});

it('a query is answered without being compiled as long as there is no time, and compiled once there is', async () => {
  const schema = buildSchema('type Query { one: Int }');
  const time = new CompileTime(100, () => now);
  time.spend(spending(200));
  const queries = new CompiledQueries(schema, usualCompileBudget(time));
  const asked = { document: parse('{ one }'), queryHash: 'q', rootValue: { one: 1 } };
  const ask = async (): Promise<unknown> => JSON.parse(JSON.stringify(await queries.execute(asked, () => undefined)));
  for (let count = 0; count < 5; count += 1) expect(await ask()).toEqual({ data: { one: 1 } });
  expect(queries.isCompiled('q')).toBe(false);
  now += 1_000;
  expect(await ask()).toEqual({ data: { one: 1 } });
  expect(queries.isCompiled('q')).toBe(true);
});
