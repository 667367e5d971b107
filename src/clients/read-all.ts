import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turn } from './turn.js';

/**
 * All that a stream gives.
 *
 * @param longest bytes
 * @param tooLong what is thrown where there are more
 */
export async function readAll(stream: Readable, longest: number, tooLong: () => Error): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const turn = new Turn();
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) throw tooLong();
    chunks.push(chunk);
    if (turn.isOver(chunk.length)) await nextTurn();
  }
  return Buffer.concat(chunks, length);
}
