import { counted, howOften } from '../../src/sources/counted.js';

describe('a number in a sentence', () => {
  it.each<[string, string]>([
    [counted(0, 'member'), '0 members'],
    [counted(1, 'member'), '1 member'],
    [counted(2, 'member'), '2 members'],
    [counted(1, 'entry', 'entries'), '1 entry'],
    [counted(2, 'entry', 'entries'), '2 entries'],
    [howOften(1), 'once'],
    [howOften(2), '2 times'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
