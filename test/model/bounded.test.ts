import { LONGEST_NAME, bounded } from '../../src/model/bounded.js';
import { referenceTo, resourceId } from '../../src/model/ids.js';
import { ResourceKind } from '../../src/model/kinds.js';

const LONG = 'x'.repeat(LONGEST_NAME + 1);

describe('a name from outside', () => {
  it.each<[string, string | null]>([
    ['none', null],
    ['an empty one', ''],
    ['one as people give them', 'orders-billing'],
    ['the longest', 'x'.repeat(LONGEST_NAME)],
  ])('stays as it is: %s', (_, name) => {
    expect(bounded(name)).toBe(name);
  });

  it('is cut where it is longer, the same each time and however often', () => {
    expect(bounded(LONG)).toHaveLength(LONGEST_NAME);
    expect(bounded(LONG)).toMatch(/^x+…[\w-]{22}$/);
    expect(bounded('x'.repeat(LONG.length))).toBe(bounded(LONG));
    expect(bounded(bounded(LONG))).toBe(bounded(LONG));
  });

  it('stays another than those that begin alike', () => {
    const names = ['a', 'b', 'aa', ''].map((end) => bounded(LONG + end));
    expect(new Set(names).size).toBe(names.length);
  });

  it('is not cut within a sign', () => {
    const name = bounded('😀'.repeat(LONGEST_NAME));
    expect(Buffer.from(name).toString()).toBe(name);
    expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
  });

  it('leads to the same record and from others, cut or not', () => {
    const [long, cut] = [LONG, bounded(LONG)];
    expect(resourceId(ResourceKind.CONNECTOR, 'a', long)).toBe(resourceId(ResourceKind.CONNECTOR, 'a', cut));
    expect(resourceId(ResourceKind.CONNECTOR, 'a', `${long}y`)).not.toBe(resourceId(ResourceKind.CONNECTOR, 'a', long));
    expect(referenceTo(ResourceKind.TOPIC, 'a', null, long)).toBe(referenceTo(ResourceKind.TOPIC, 'a', null, cut));
  });
});
