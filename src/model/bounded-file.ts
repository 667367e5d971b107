import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { KIBIBYTE, MEBIBYTE } from './bytes.js';

/** What nearly all files that are read this way fit into. */
const FIRST = 16 * KIBIBYTE;

/** No password and no token is longer. */
const LONGEST_SECRET = 64 * KIBIBYTE;

/** All authorities that a machine trusts are a quarter of a MiB. */
const LONGEST_PEM = 4 * MEBIBYTE;

/** What a shell gave this program to read from: its own input, or `<(command)`. */
const OWN_DESCRIPTOR = /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\/self\/fd\/\d+$/;

/** A file that is not read, or not to its end. */
export class UnfitFile extends Error {
  override readonly name = 'UnfitFile';

  /** @param code stands in messages where that of the operating system stands otherwise */
  constructor(readonly code: 'TOO_LARGE' | 'FIFO') {
    super(code === 'FIFO' ? 'It is a FIFO.' : 'It is larger than it may be.');
  }
}

/** Whether a path is what a shell gave this program to read from: that says all it has once, and is waited for. */
export function isOwnDescriptor(path: string): boolean {
  return OWN_DESCRIPTOR.test(path);
}

/**
 * All that a file holds, whatever it says of its size: one such as /dev/zero has none and no end. No FIFO is read, since nobody may ever
 * write to it; but what a shell gave to read is, and waited for.
 *
 * @param most bytes
 * @throws UnfitFile, or the error of the operating system
 */
export function readBounded(path: string, most: number): Buffer {
  const isOwn = isOwnDescriptor(path);
  // Without O_NONBLOCK, to open a FIFO waits for whoever writes to it, and to read from a terminal waits for a line.
  const descriptor = openSync(path, isOwn ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!isOwn && fstatSync(descriptor).isFIFO()) throw new UnfitFile('FIFO');
    return readToEnd(descriptor, most);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * A password or token that a file holds, with what stands around it.
 * @throws as `readBounded` does
 */
export function readSecret(path: string): string {
  return readBounded(path, LONGEST_SECRET).toString('utf8');
}

/**
 * Certificates or a key, as PEM.
 * @throws as `readBounded` does
 */
export function readPem(path: string): Buffer {
  return readBounded(path, LONGEST_PEM);
}

function readToEnd(descriptor: number, most: number): Buffer {
  let room = Buffer.alloc(Math.min(FIRST, most + 1));
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, room, length, room.length - length, null);
    if (read === 0) return room.subarray(0, length);
    length += read;
    if (length > most) throw new UnfitFile('TOO_LARGE');
    if (length === room.length) room = Buffer.concat([room], Math.min(2 * length, most + 1));
  }
}
