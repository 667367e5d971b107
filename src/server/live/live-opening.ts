import { MEBIBYTE } from '../../model/bytes.js';
import { type Milliseconds, SECOND } from '../../model/time.js';
import type { LiveEvent } from '../../resolvers/live-field.js';
import { LivePayload } from './live-payload.js';
import type { Waiting } from './waiting.js';

/** What an event takes that is not executed yet, about. */
const EVENT_BYTES = 256;

/** Bytes of events that are kept for those who are not as far: more would be too much where everything that is watched is told. */
const MOST_KEPT = 4 * MEBIBYTE;

/** Facts change without a change of verdicts: what was told of them is not told to others later than that. */
const SHARED_FOR: Milliseconds = SECOND;

export interface OpeningParts {
  /** What a subscriber has heard who resumes; null: it begins with the state of the moment, as all others who begin then. */
  readonly from: number | null;
  /** The newest change: it is part of what is told here, if it is to be told. */
  readonly sequence: number;
  readonly events: readonly LiveEvent[];
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
}

/** What is heard first, by one subscriber or by several who begin together: for these each event is executed and serialised once. */
export class LiveOpening {
  readonly from: number | null;
  readonly sequence: number;
  /** None once nobody hears it any more: its group may live for days. */
  events: readonly LiveEvent[];
  private readonly now: () => number;
  private readonly begunAt: number;
  /** Those that were executed last. */
  private readonly made = new Map<LiveEvent, Promise<LivePayload>>();
  /** Their sizes, in the order in which they were made. */
  private readonly sizes = new Map<LiveEvent, number>();
  private kept = 0;
  private listeners = 0;

  constructor({ from, sequence, events, now = () => performance.now() }: OpeningParts) {
    this.from = from;
    this.sequence = sequence;
    this.events = events;
    this.now = now;
    this.begunAt = now();
  }

  /** Whether it is what somebody is to hear who begins now, while another one still hears it. */
  isOf(sequence: number): boolean {
    const isYoung = this.now() - this.begunAt < SHARED_FOR;
    return this.from === null && this.sequence === sequence && this.listeners > 0 && isYoung;
  }

  /** About so many are held, by all who hear it together. */
  get bytes(): number {
    return this.events.length * EVENT_BYTES + this.kept;
  }

  /** Of that, what each of them holds. */
  get share(): number {
    return this.bytes / Math.max(this.listeners, 1);
  }

  enter(waiting: Waiting): void {
    this.listeners += 1;
    if (this.listeners === 1) waiting.count(this.bytes);
  }

  leave(waiting: Waiting): void {
    this.listeners -= 1;
    if (this.listeners > 0) return;
    waiting.count(-this.bytes);
    this.events = [];
    this.made.clear();
    this.sizes.clear();
    this.kept = 0;
  }

  /** @param execute makes an event what is sent */
  payload(event: LiveEvent, waiting: Waiting, execute: (event: LiveEvent) => Promise<Buffer>): Promise<LivePayload> {
    const known = this.made.get(event);
    if (known !== undefined) return known;
    const making = execute(event).then((bytes) => {
      this.keep(event, bytes.length, waiting);
      return new LivePayload(event, bytes);
    });
    this.made.set(event, making);
    return making;
  }

  private keep(event: LiveEvent, size: number, waiting: Waiting): void {
    // Nobody hears it any more.
    if (this.listeners === 0) return;
    this.sizes.set(event, size);
    let more = size;
    for (const [oldest, old] of this.sizes) {
      if (this.kept + more <= MOST_KEPT) break;
      this.sizes.delete(oldest);
      this.made.delete(oldest);
      more -= old;
    }
    this.kept += more;
    waiting.count(more);
  }
}
