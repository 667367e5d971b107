import { LIST_KINDS } from '../../../../src/web/board/list/kinds.js';

describe('a list of what several systems have', () => {
  const topics = LIST_KINDS.find(({ name }) => name === 'topics');
  const two = { totalCount: 2, nodes: [] };

  it.each([
    ['is empty where there is no system', [], 0],
    ['is put together of those that were obtained', [{ members: two }, { members: null }, { members: two }], 4],
  ])('%s', (_, systems, totalCount) => {
    expect(topics?.pageOf({ systems })).toEqual({ totalCount, nodes: [], endCursor: null });
  });

  it('is not known where none was obtained', () => {
    expect(topics?.pageOf({ systems: [{ members: null }] })).toBeNull();
  });
});
