import { quoted } from '../../src/sources/quoted.js';

describe('what Kubernetes says, within a sentence', () => {
  it.each([
    ['The node was low on memory. ', 'The node was low on memory'],
    ['one\n  two\tthree', 'one two three'],
    ['v1.2', 'v1.2'],
    ['x'.repeat(400), 'x'.repeat(400)],
    ['x'.repeat(401), `${'x'.repeat(400)}…`],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });
});
