import type { LiveClient } from './live-client.js';
import type { LiveLimits } from './live-limits.js';
import type { LiveOpening } from './live-opening.js';
import type { LivePayload } from './live-payload.js';
import type { Waiting } from './waiting.js';

/** Where the log of changes stands. */
export interface LogPlace {
  /** The newest change. */
  readonly newest: number;
  /** How many changes are kept at the least. */
  readonly kept: number;
}

/** What a member needs to know of others. */
export interface MemberParts {
  readonly log: LogPlace;
  readonly waiting: Waiting;
  /** Ends its membership, and tells its client to come again. */
  readonly sendAway: (member: LiveMember) => void;
}

interface Held {
  readonly payload: LivePayload;
  next: Held | null;
}

/** A subscriber of a group: what it has taken, and what waits for it. */
export class LiveMember {
  /** Later events only; earlier ones are part of its opening. */
  readonly after: number;
  /** Its opening, or what waits, is being sent: what comes now has to wait behind. */
  isBusy = false;
  /** What it hears first; null: it has heard that. */
  private opening: LiveOpening | null;
  /** What came while it could not be sent to: the oldest, and the newest. */
  private first: Held | null = null;
  private last: Held | null = null;
  private count = 0;
  private bytes = 0;
  /** The change that it was sent last. Null: it has nothing to resume from yet. */
  private sent: number | null;
  /** The change up to which its socket took everything, while something waits there. */
  private taken: number | null;
  /** Changes that are to be left in the log behind the one that it took last: with less it is told to come again. */
  private leastRoom = 0;
  private isGone = false;

  constructor(
    readonly client: LiveClient,
    opening: LiveOpening,
    private readonly parts: MemberParts,
  ) {
    this.after = opening.sequence;
    this.opening = opening;
    this.sent = opening.from;
    this.taken = opening.from;
  }

  /** What comes now waits, since something is being sent. */
  begin(): void {
    this.isBusy = true;
    this.leastRoom = this.room / 2;
    this.watch();
  }

  /** Begins with its opening. */
  open(): void {
    this.begin();
    this.opening?.enter(this.parts.waiting);
  }

  endOpening(): void {
    this.opening?.leave(this.parts.waiting);
    this.opening = null;
    this.sent ??= this.after;
    this.taken ??= this.after;
  }

  send({ event, bytes }: LivePayload): void {
    const { client } = this;
    const { sequence } = event;
    // Of who reads it is known without being told.
    if (client.wire.writableLength === 0) {
      this.taken = this.sent;
      client.send(bytes);
    } else {
      client.send(bytes, () => {
        if (this.taken !== null) this.taken = sequence;
      });
    }
    if (this.sent !== null) this.sent = sequence;
    if (client.wire.writableLength > 0) this.watch();
  }

  hold(payload: LivePayload): void {
    const held: Held = { payload, next: null };
    if (this.last === null) this.first = held;
    else this.last.next = held;
    this.last = held;
    this.count += 1;
    this.bytes += payload.bytes.length;
    this.parts.waiting.hold(payload);
  }

  /** Takes what has waited longest; null: nothing waits. */
  next(): LivePayload | null {
    if (this.first === null) return null;
    const { payload, next } = this.first;
    this.first = next;
    if (next === null) this.last = null;
    this.count -= 1;
    this.bytes -= payload.bytes.length;
    this.parts.waiting.release(payload);
    return payload;
  }

  /** Nothing of what waits is to be sent any more. */
  releaseAll(): void {
    while (this.next() !== null);
  }

  /** Nothing is sent to it any more. */
  leave(): void {
    this.isGone = true;
    this.releaseAll();
    this.endOpening();
    this.parts.waiting.delete(this);
  }

  sendAway(): void {
    this.parts.sendAway(this);
  }

  get isWaitedFor(): boolean {
    return this.first !== null;
  }

  /** Nothing is under way to it. */
  get isAtEase(): boolean {
    return !this.isBusy && this.client.wire.writableLength === 0;
  }

  isOver({ waiting, waitingBytes }: LiveLimits): boolean {
    return this.count > waiting || this.bytes > waitingBytes;
  }

  /**
   * Half of the way that it had to the end of the log is gone while it did not keep up. What it took last is still kept, so that
   * it can resume; what is not kept any more is heard only if it stays.
   */
  get isFallingBehind(): boolean {
    return this.isBusy && this.sent !== null && this.room >= 0 && this.room < this.leastRoom;
  }

  /** Bytes that it is waited for with. Events may be others', too; of an opening it is its share: who begins with others is no burden. */
  get held(): number {
    return this.bytes + this.client.wire.writableLength + (this.opening?.share ?? 0);
  }

  /** Changes that may still happen before it cannot resume any more. */
  private get room(): number {
    const { newest, kept } = this.parts.log;
    const taken = this.client.wire.writableLength === 0 ? this.sent : this.taken;
    return kept - (newest - (taken ?? newest));
  }

  private watch(): void {
    if (!this.isGone) this.parts.waiting.add(this);
  }
}
