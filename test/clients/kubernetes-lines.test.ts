import { LineSplitter } from '../../src/clients/kubernetes-lines.js';

/** The lines that come out when `bytes` comes in pieces of `size`. */
function split(bytes: Buffer, size: number, longest = 1_000): string[] {
  const splitter = new LineSplitter(longest);
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += size)
    lines.push(...splitter.split(bytes.subarray(start, start + size)));
  return lines;
}

describe('LineSplitter', () => {
  const text = '{"name":"grün"}\n\n{"name":"漢字 🚀"}\r\nrest';

  it.each([1, 2, 3, 5, 7, 16, 1_000])('finds the same lines in pieces of %i bytes', (size) => {
    expect(split(Buffer.from(text), size)).toEqual(['{"name":"grün"}', '', '{"name":"漢字 🚀"}\r']);
  });

  it('keeps an unfinished line to itself', () => {
    expect(split(Buffer.from('no end'), 2)).toEqual([]);
  });

  it.each([1, 4, 100])('takes a line of the longest length, and none longer, in pieces of %i bytes', (size) => {
    expect(split(Buffer.from('12345678\n1\n'), size, 8)).toEqual(['12345678', '1']);
    expect(() => split(Buffer.from('123456789\n'), size, 8)).toThrow('longer than 8 bytes');
  });

  it('refuses a line that never ends before it is held', () => {
    expect(() => split(Buffer.alloc(100, 'x'), 10, 50)).toThrow('longer than 50 bytes');
  });

  it('puts a line of several megabytes together', () => {
    const long = 'é'.repeat(2_000_000);
    expect(split(Buffer.from(`${long}\nnext\n`), 65_536, 16 * 1024 ** 2)).toEqual([long, 'next']);
  });
});
