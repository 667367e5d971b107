import { MEBIBYTE } from '../../model/bytes.js';
import { ofMemory } from '../limits/memory.js';

/** Bounds on what waits for subscribers. */
export interface LiveLimits {
  /** Events to be executed for a group. */
  readonly queued: number;
  /** Events that are executed, for one subscriber whose socket is full or whose opening is under way. */
  readonly waiting: number;
  /** Bytes of these. */
  readonly waitingBytes: number;
  /** Bytes that wait for all subscribers together, in their sockets too. */
  readonly inTotal: number;
}

/**
 * 20,000 events of a usual 700 bytes are 14 MiB; a burst of long ones is more, and who reads it may be slower than it is made. In total
 * it is an eighth of the memory at the most: those who do not read are not to take from all others what these need.
 */
export const LIVE_LIMITS: LiveLimits = {
  queued: 100_000,
  waiting: 20_000,
  waitingBytes: 64 * MEBIBYTE,
  inTotal: ofMemory(256 * MEBIBYTE, 1 / 8),
};
