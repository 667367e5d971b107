import type { IncomingMessage } from 'node:http';

/** Whether who asks says that they have what this tag is of. Weak tags are compared with strong ones, as HTTP has it for GET. */
export function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const known = headers['if-none-match']?.split(',').map(opaque);
  return known?.includes(opaque(etag)) === true || known?.includes('*') === true;
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
