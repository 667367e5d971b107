import { globMatches } from '../../src/model/glob.js';

describe('a glob', () => {
  it.each<[string, string, boolean]>([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['a*', 'abc', true],
    ['*c', 'abc', true],
    ['a*c', 'abbc', true],
    ['a*c', 'abcd', false],
    ['*b*b*', 'abab', true],
    ['*ab', 'aab', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['?', '', false],
    ['*?', 'a', true],
    ['*?', '', false],
    ['**', 'a', true],
    ['a.c', 'abc', false],
  ])('"%s" and "%s": %s', (pattern, text, isMatch) => {
    expect(globMatches(pattern, text)).toBe(isMatch);
  });

  it('is decided soon, whatever the pattern', () => {
    const begin = performance.now();
    expect(globMatches(`${'*?'.repeat(50)}!`, 'a'.repeat(250))).toBe(false);
    expect(globMatches(`${'a*'.repeat(100)}b`, 'a'.repeat(250))).toBe(false);
    // As regular expressions they would be tried for longer than anybody waits.
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
