import type { LiveEvent } from '../../resolvers/live-field.js';
import type { Waiting } from './waiting.js';

/** What an event takes that is not executed yet, about. */
const EVENT_BYTES = 256;

interface OpeningParts {
  /** What a subscriber has heard who resumes; null: it begins with the state of the moment. */
  readonly from: number | null;
  /** The newest change: it is part of what is told here, if it is to be told. */
  readonly sequence: number;
  readonly events: readonly LiveEvent[];
}

/** What a subscriber hears first. */
export class LiveOpening {
  readonly from: number | null;
  readonly sequence: number;
  readonly events: readonly LiveEvent[];

  constructor({ from, sequence, events }: OpeningParts) {
    this.from = from;
    this.sequence = sequence;
    this.events = events;
  }

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
