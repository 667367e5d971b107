import { beginningOf, cut } from '../../src/model/cut.js';

describe('a text that is too long', () => {
  it.each([
    ['', ''],
    ['abcd', 'abcd'],
    ['abcde', 'abcd…'],
    ['abc😀', 'abc…'],
    ['ab😀', 'ab😀'],
    ['ab😀c', 'ab😀…'],
  ])('is cut, and marked: %j to %j', (text, expected) => {
    expect(cut(text, 4)).toBe(expected);
  });

  it('begins as it does, and with no half of a sign', () => {
    expect(beginningOf('abc😀', 4)).toBe('abc');
    expect(beginningOf('abc😀', 5)).toBe('abc😀');
  });
});
