import { ResourceKind } from '../../../src/model/kinds.js';
import type { Resource } from '../../../src/model/resource.js';
import type { GraphContext } from '../../../src/resolvers/context.js';
import { ListBudget } from '../../../src/resolvers/list-budget.js';
import { ReadyLists } from '../../../src/server/fast/ready-lists.js';
import { judgedWorld } from '../../support/judged.js';
import { gone, node, pod, roots, smallKinds, smallRules, source } from '../../support/small-world.js';

const PODS = Array.from({ length: 400 }, (_, number) => `pod-${String(number).padStart(3, '0')}`);

/** No stretch is longer. */
const LONGEST = 64;

/** A world of pods by their names, and what it takes to say their restarts, each of which costs something of the budget. */
function world(mostBytes?: number) {
  const seen = judgedWorld({ kinds: smallKinds, rules: smallRules });
  seen.see(...roots, source([{}]), node('n1'), ...PODS.map((name) => pod(name)));
  const { registry } = seen;
  let asked: string[] = [];
  let broken: string | null = null;
  const textOf = (record: Resource, selection: string): string => {
    if (selection === 'node') {
      const [of] = registry.get(record.id)?.one('node', ResourceKind.NODE)?.findings ?? [];
      return `${record.name} ${of?.message ?? 'well'}`;
    }
    registry.get(record.id);
    return `${record.name} ${String((record as Resource & { restarts: number }).restarts)}`;
  };
  const lists = new ReadyLists(
    registry,
    (record, selection, { budget }) => {
      if (record.name === broken) throw new Error('not ready');
      asked.push(record.name);
      // As of one that is ready.
      budget.spendAgain(2);
      return textOf(record, selection);
    },
    mostBytes,
  );
  const all = (): Resource[] =>
    [...registry.entries(ResourceKind.POD)].map(({ main }) => main).sort((a, b) => (a.name < b.name ? -1 : 1));
  const say = (list: readonly (Resource | null)[], budget = new ListBudget(), selection = 'restarts') => {
    asked = [];
    const reads = registry.beginReading();
    try {
      const text = lists.textOf(list, selection, { budget } as GraphContext);
      return { text, asked, reads, spent: budget.spent };
    } finally {
      reads.end();
    }
  };
  const plainly = (list: readonly (Resource | null)[], selection = 'restarts'): string =>
    `[${list.map((one) => (one === null ? 'null' : textOf(one, selection))).join(',')}]`;
  const breakAt = (name: string | null): void => {
    broken = name;
  };
  return { seen, all, say, plainly, breakAt };
}

describe('what a list says, kept in stretches', () => {
  it('is what each of it says, in their order', () => {
    const { all, say, plainly } = world();
    const some = all();
    const holes = [null, ...some.slice(0, 100), null, null];
    const twice = some.slice(0, 40).flatMap((one) => [one, one]);
    const lists = [some, some.toReversed(), some.slice(7, 300), some.slice(0, 1), twice, [], holes, [null]];
    for (const list of [...lists, ...lists])
      for (const selection of ['restarts', 'node'])
        expect(say(list, new ListBudget(), selection).text).toBe(plainly(list, selection));
  });

  it('is not asked for again as long as nothing has changed, and costs the same', () => {
    const { all, say } = world();
    const first = say(all());
    expect(first.asked).toHaveLength(PODS.length);
    expect(first.spent).toBe(2 * PODS.length);
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

  it('is another one where a neighbour of it has changed', () => {
    const { seen, all, say, plainly } = world();
    const ask = () => say(all(), new ListBudget(), 'node');
    const before = ask();
    seen.see(node('n1', false));
    expect(ask().text).toBe(plainly(all(), 'node'));
    expect(ask().text).not.toBe(before.text);
  });

  it('is refused where it would be more than is allowed, kept or not', () => {
    const { all, say } = world();
    const small = (): ListBudget => new ListBudget(PODS.length - 1);
    expect(() => say(all(), small())).toThrow('items');
    say(all());
    expect(() => say(all(), small())).toThrow('items');
  });

  it('is not kept as costing nothing, of an answer in which nothing is counted any more', () => {
    const { all, say } = world();
    const spent = new ListBudget(1);
    expect(() => {
      spent.list(2);
    }).toThrow('items');
    say(all(), spent);
    expect(say(all()).spent).toBe(2 * PODS.length);
    expect(say(all()).spent).toBe(2 * PODS.length);
  });

  it('is not kept where one of it could not be told', () => {
    const { seen, all, say, plainly, breakAt } = world();
    const before = plainly(all());
    expect(say(all()).text).toBe(before);
    seen.see(pod('pod-201', {}, { restarts: 3 }));
    breakAt('pod-201');
    expect(() => say(all())).toThrow('not ready');
    breakAt(null);
    expect(say(all()).text).toBe(plainly(all()));
    expect(plainly(all())).not.toBe(before);
    expect(seen.registry.reads.isActive).toBe(false);
  });

  it('is kept no longer than there is room', () => {
    const { all, say } = world(10_000);
    say(all());
    expect(say(all()).asked.length).toBeGreaterThan(PODS.length / 2);
  });
});
