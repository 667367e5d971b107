import { MEBIBYTE } from '../../../src/model/bytes.js';
import { ofMemory } from '../../../src/server/limits/memory.js';

const GIBIBYTE = 1_024 * MEBIBYTE;

it.each([
  ['a small container', GIBIBYTE, 64 * MEBIBYTE],
  ['one that is just as large', 8 * GIBIBYTE, 512 * MEBIBYTE],
  ['a large machine', 64 * GIBIBYTE, 512 * MEBIBYTE],
])('what may wait is a share of the memory of %s, and bounded', (_, memory, expected) => {
  expect(ofMemory(512 * MEBIBYTE, 1 / 16, memory)).toBe(expected);
});
