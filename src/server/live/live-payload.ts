import type { LiveEvent } from '../../resolvers/live-field.js';

/** An event as it is sent: one for all of a group. */
export class LivePayload {
  /** For how many it waits. */
  holders = 0;

  constructor(
    readonly event: LiveEvent,
    readonly bytes: Buffer,
  ) {}
}
