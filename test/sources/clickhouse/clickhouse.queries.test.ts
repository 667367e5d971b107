import { definitionsQuestion } from '../../../src/sources/clickhouse/clickhouse.queries.js';

/** What the patterns of the statement find in a definition, as RE2 finds it: what they use of it means the same here. */
function limitsIn(definition: string): readonly (string | undefined)[] {
  const patterns = definitionsQuestion.text(() => true).matchAll(/extract\(engine_full, '([^']+)'\)/g);
  return [...patterns].map(([, pattern = '']) => new RegExp(pattern).exec(definition)?.[1]);
}

describe('limits of a table itself', () => {
  it.each<[string, string, readonly (string | undefined)[]]>([
    ['none', 'MergeTree ORDER BY a SETTINGS index_granularity = 8192', [undefined, undefined, undefined]],
    ['all', 'MergeTree ORDER BY a SETTINGS parts_to_delay_insert = 20, parts_to_throw_insert = 40, max_avg_part_size_for_too_many_parts = 9', ['20', '40', '9']], // prettier-ignore
    ['only those of inactive parts', 'MergeTree ORDER BY a SETTINGS inactive_parts_to_delay_insert = 5, inactive_parts_to_throw_insert = 7', [undefined, undefined, undefined]], // prettier-ignore
    ['both, and the others first', 'MergeTree ORDER BY a SETTINGS inactive_parts_to_delay_insert = 5, inactive_parts_to_throw_insert = 7, parts_to_delay_insert = 20, parts_to_throw_insert = 40', ['20', '40', undefined]], // prettier-ignore
  ])('%s', (_, definition, limits) => {
    expect(limitsIn(definition)).toEqual(limits);
  });
});
