import { totalmem } from 'node:os';

/** Bytes that this process may have: what its container allows, or all of the machine. */
const MEMORY = Math.min(process.constrainedMemory() || Infinity, totalmem());

/** Bytes that something may take: so much, and no more than a share of the memory that there is. */
export function ofMemory(most: number, share: number, memory = MEMORY): number {
  return Math.floor(Math.min(most, memory * share));
}
