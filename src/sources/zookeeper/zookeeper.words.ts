import { type Socket, connect } from 'node:net';
import type { Endpoint } from '../../config/fields.js';
import { KIBIBYTE } from '../../model/bytes.js';

/** What a server answers is a few kilobytes (3.8: 18); whoever says more than this is no ZooKeeper. */
export const MOST_BYTES = 512 * KIBIBYTE;

/** What answered says more than any ZooKeeper does. */
export class TooLongAnswer extends Error {}

/** What a server says when it is asked. */
export interface Said {
  readonly text: string;
  /** The IP address that it came from. */
  readonly address: string | null;
}

/**
 * Says one four-letter word to a server and resolves with all that it says until it closes the connection, as the protocol
 * has it. Rejects when the connection fails, or `signal` aborts. Nothing of the connection is left afterwards.
 */
export function askWord({ host, port }: Endpoint, word: string, signal: AbortSignal): Promise<Said> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const chunks: Buffer[] = [];
    let size = 0;
    let address: string | null = null;
    const socket = connect({ host, port });
    const abort = (): void => void socket.destroy(new Error('The look was called off.'));
    signal.addEventListener('abort', abort, { once: true });
    socket.on('connect', () => {
      address = addressOf(socket);
      socket.write(word);
    });
    socket.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) socket.destroy(new TooLongAnswer('An answer is too long.'));
      else chunks.push(chunk);
    });
    socket.on('error', reject);
    socket.on('close', () => {
      signal.removeEventListener('abort', abort);
      // After an error this changes nothing: the promise is settled.
      resolve({ text: Buffer.concat(chunks).toString('utf8'), address });
    });
  });
}

/** Where a connection leads; null where it ended meanwhile. */
export function addressOf({ remoteAddress }: Socket): string | null {
  return remoteAddress?.replace(/^::ffff:/, '') ?? null;
}
