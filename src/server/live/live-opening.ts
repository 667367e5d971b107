import type { LiveEvent } from '../../resolvers/live-field.js';
import type { Waiting } from './waiting.js';

/** What an event takes that is not executed yet, about. */
const EVENT_BYTES = 256;

/** What a subscriber hears first. */
export class LiveOpening {
  /**
   * @param sequence the newest change: it is part of what is told here, if it is to be told
   */
  constructor(
    readonly sequence: number,
    readonly events: readonly LiveEvent[],
  ) {}

  /** About so many are held. */
  get bytes(): number {
    return this.events.length * EVENT_BYTES;
  }

  enter(waiting: Waiting): void {
    waiting.count(this.bytes);
  }

  leave(waiting: Waiting): void {
    waiting.count(-this.bytes);
  }
}
