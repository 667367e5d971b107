import { ListBudget } from '../../src/resolvers/list-budget.js';
import { Turns } from '../../src/resolvers/turns.js';
import { visit } from '../../src/resolvers/visit.js';

/** More than anybody has the time to look at. */
const MANY = 1e9;

function* rows(count: number): Generator<number> {
  for (let row = 0; row < count; row += 1) yield row;
}

const unlimited = (): ListBudget => new ListBudget(Number.MAX_VALUE);

/** How often others come to their turn while all of that is done at the same time. */
async function turnsOfOthers(works: readonly (() => Promise<void>)[]): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  await Promise.all(works.map((work) => work()));
  isOver = true;
  return turns;
}

describe('many rows', () => {
  it('are looked at in turns with everything else', async () => {
    let hadTurn = false;
    setImmediate(() => {
      hadTurn = true;
    });
    await visit(rows(MANY), { budget: unlimited(), turns: new Turns() }, (row) => hadTurn || row === 1e8);
    expect(hadTurn).toBe(true);
  });

  it('are looked at by several at once in one turn together', async () => {
    // A row takes a thousandth of a millisecond by this clock, however busy the machine is.
    let looked = 0;
    const turns = new Turns(() => looked / 1_000);
    const look = (): Promise<void> =>
      visit(rows(MANY), { budget: unlimited(), turns }, () => {
        looked += 1;
        return looked > 200_000;
      });
    const others = await turnsOfOthers(Array.from({ length: 8 }, () => look));
    // One turn of all is 10 ms long and little more; if each had its own, others would come to theirs every 80 ms.
    expect(others).toBeGreaterThanOrEqual(10);
  });

  it('are looked at by one of many who wait, while others come to their turn', async () => {
    // Each of 100 has to do so much that one takes a turn.
    let elapsed = 0;
    const turns = new Turns(() => elapsed);
    elapsed += 10;
    const work = async (): Promise<void> => {
      await turns.next();
      elapsed += 10;
    };
    const others = await turnsOfOthers(Array.from({ length: 100 }, () => work));
    expect(others).toBeGreaterThanOrEqual(90);
  });

  it('are charged for while they are looked at, and left once there is nothing to pay with', async () => {
    const context = { budget: new ListBudget(100), turns: new Turns() };
    let seen = 0;
    const look = (): Promise<void> =>
      visit(rows(MANY), context, () => {
        seen += 1;
        return false;
      });
    await expect(look()).rejects.toThrow(/more than 100 items/);
    const before = seen;
    expect(before).toBeLessThan(10_000);
    await look();
    expect(seen - before).toBeLessThan(10_000);
  });

  it('that are few cost what they are', async () => {
    const context = { budget: new ListBudget(10), turns: new Turns() };
    await visit(rows(400), context, () => false);
    await visit(rows(MANY), context, (row) => row === 98);
    await expect(visit(rows(2), context, () => false)).rejects.toThrow(/more than 10 items/);
  });
});
