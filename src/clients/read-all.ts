import type { Readable } from 'node:stream';
import { type Pace, paceOfAnswers } from './pace.js';

/**
 * All that a stream gives.
 *
 * @param allows whether there may be so many bytes; asked as they come
 * @param tooLong what is thrown where there are more
 */
export async function readAll(
  stream: Readable,
  allows: (bytes: number) => boolean,
  tooLong: () => Error,
  pace: Pace = paceOfAnswers,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (!allows(length)) throw tooLong();
    chunks.push(chunk);
    const pause = pace.take(chunk.length);
    if (pause !== null) await pause;
  }
  return Buffer.concat(chunks, length);
}
