import { ResourceKind } from '../../../src/model/kinds.js';
import type { Resource } from '../../../src/model/resource.js';
import type { GraphContext } from '../../../src/resolvers/context.js';
import { ListBudget } from '../../../src/resolvers/list-budget.js';
import { ReadyLists } from '../../../src/server/fast/ready-lists.js';
import { judgedWorld } from '../../support/judged.js';
import { gone, pod, roots, smallKinds, smallRules, source } from '../../support/small-world.js';

const PODS = Array.from({ length: 400 }, (_, number) => `pod-${String(number).padStart(3, '0')}`);

/** No stretch is longer. */
const LONGEST = 64;

/** A world of pods by their names, and what it takes to say their restarts, each of which costs something of the budget. */
function world(mostBytes?: number) {
  const seen = judgedWorld({ kinds: smallKinds, rules: smallRules });
  seen.see(...roots, source([{}]), ...PODS.map((name) => pod(name)));
  const { registry } = seen;
  let asked: string[] = [];
  const lists = new ReadyLists(
    registry,
    (record, selection, { budget }) => {
      asked.push(record.name);
      budget.list(1);
      registry.get(record.id);
      return `${selection} ${record.name} ${String((record as Resource & { restarts: number }).restarts)}`;
    },
    mostBytes,
  );
  const all = (): Resource[] =>
    [...registry.entries(ResourceKind.POD)].map(({ main }) => main).sort((a, b) => (a.name < b.name ? -1 : 1));
  const say = (list: readonly (Resource | null)[], budget = new ListBudget()) => {
    asked = [];
    const reads = registry.beginReading();
    const text = lists.textOf(list, 'restarts', { budget } as GraphContext);
    reads.end();
    return { text, asked, reads, spent: budget.spent };
  };
  const plainly = (list: readonly (Resource | null)[]): string =>
    `[${list.map((one) => (one === null ? 'null' : `restarts ${one.name} ${String((one as Resource & { restarts: number }).restarts)}`)).join(',')}]`; // prettier-ignore
  return { seen, all, say, plainly };
}

describe('what a list says, kept in stretches', () => {
  it('is what each of it says, in their order', () => {
    const { all, say, plainly } = world();
    const some = all();
    const holes = [null, ...some.slice(0, 100), null, null];
    const lists = [some, some.toReversed(), some.slice(7, 300), some.slice(0, 1), [], holes, [null]];
    for (const list of [...lists, ...lists]) expect(say(list).text).toBe(plainly(list));
  });

  it('is not asked for again as long as nothing has changed, and costs the same', () => {
    const { all, say } = world();
    const first = say(all());
    expect(first.asked).toHaveLength(PODS.length);
    expect(first.spent).toBeGreaterThanOrEqual(PODS.length);
    const again = say(all());
    expect(again.asked).toEqual([]);
    expect(again.spent).toBe(first.spent);
    expect(again.text).toBe(first.text);
  });

  it.each([
    ['changes', pod('pod-200', {}, { restarts: 7 })],
    ['goes', gone(ResourceKind.POD, 'pod-200')],
    ['comes', pod('pod-200b')],
  ])('is asked for again near to one that %s, and nowhere else', (_, event) => {
    const { seen, all, say, plainly } = world();
    say(all());
    seen.see(event);
    const { text, asked } = say(all());
    expect(text).toBe(plainly(all()));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(2 * LONGEST);
  });

  it('outdates who was told it from what was kept, by any one of it', () => {
    for (const name of ['pod-000', 'pod-123', 'pod-399']) {
      const { seen, all, say } = world();
      say(all());
      const { reads } = say(all());
      expect(reads.isCurrent).toBe(true);
      seen.see(pod(name, {}, { restarts: 1 }));
      expect(reads.isCurrent).toBe(false);
    }
  });

  it('is refused where it would be more than is allowed, kept or not', () => {
    const { all, say } = world();
    const small = (): ListBudget => new ListBudget(PODS.length - 1);
    expect(() => say(all(), small())).toThrow('items');
    say(all());
    expect(() => say(all(), small())).toThrow('items');
  });

  it('is kept no longer than there is room', () => {
    const { all, say } = world(10_000);
    say(all());
    expect(say(all()).asked.length).toBeGreaterThan(PODS.length / 2);
  });
});
