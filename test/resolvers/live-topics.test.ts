import { type HealthChangeRecord, HealthChangeType } from '../../src/model/change.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { ChangeMatcher } from '../../src/resolvers/changes.js';
import type { ChangeFilter } from '../../src/resolvers/filters.js';
import { topicsOf, topicsOfFilter } from '../../src/resolvers/live-topics.js';
import { graphWorld, idOf, node, pod } from './graph-world.js';

const { NODE, POD } = ResourceKind;

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index}`);

/** Every choice of one value for each field. */
function filters(): ChangeFilter[] {
  const choices = {
    resourceIds: [
      undefined,
      null,
      [],
      [idOf(POD, 'a')],
      [idOf(NODE, 'node-a'), idOf(POD, 'b'), idOf(POD, 'b')],
      many(101),
    ],
    namespaces: [undefined, [], ['shop'], ['other', 'shop'], many(500)],
    kinds: [undefined, [POD], [NODE, POD]],
    clusters: [undefined, ['prod']],
  };
  let all: ChangeFilter[] = [{}];
  for (const [name, values] of Object.entries(choices))
    all = all.flatMap((filter) => values.map((value) => ({ ...filter, [name]: value })));
  return all;
}

const { world, ...graph } = graphWorld();
graph.see(node('node-a'), pod('a'), pod('b', { namespace: 'other' }));
graph.see(node('node-a', { isReady: false }), pod('a', { labels: { warn: 'app' } }));
const { changes, registry } = world;

describe('topics', () => {
  it('bring each change that matches once, whatever is asked for', () => {
    let matching = 0;
    for (const filter of filters()) {
      const matcher = new ChangeMatcher(filter, registry);
      const topics = topicsOfFilter(filter);
      for (const change of changes) {
        const shared = topicsOf(change).filter((topic) => topics.includes(topic));
        const isMatching = matcher.matches(change);
        if (isMatching) matching += 1;
        expect({ filter, change, shared: shared.length }).toEqual({
          filter,
          change,
          shared: isMatching ? 1 : Math.min(1, shared.length),
        });
      }
    }
    expect(matching).toBeGreaterThan(100);
  });

  it('are as narrow as the filter, and few', () => {
    const change = changes.find(({ resourceKind }) => resourceKind === POD) as HealthChangeRecord;
    expect(change.type).toBe(HealthChangeType.ADDED);
    const about = topicsOf(change);
    const isOffered = (filter: ChangeFilter): boolean => topicsOfFilter(filter).some((topic) => about.includes(topic));
    expect(isOffered({ resourceIds: [idOf(POD, 'another')] })).toBe(false);
    expect(isOffered({ namespaces: ['another'] })).toBe(false);
    expect(isOffered({ kinds: [NODE] })).toBe(false);
    expect(isOffered({ clusters: ['another'] })).toBe(false);
    expect(isOffered({})).toBe(true);
    expect(topicsOfFilter({ resourceIds: many(100) })).toHaveLength(100);
    expect(topicsOfFilter({ resourceIds: many(101), namespaces: ['shop'] })).toHaveLength(1);
    expect(topicsOfFilter({ resourceIds: [] })).toEqual([]);
  });
});
