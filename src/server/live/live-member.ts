import type { LiveClient } from './live-client.js';
import type { LiveLimits } from './live-limits.js';
import type { LiveOpening } from './live-opening.js';
import type { LivePayload } from './live-payload.js';
import type { Waiting } from './waiting.js';

/** What a member needs to know of others. */
export interface MemberParts {
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
  private isGone = false;

  constructor(
    readonly client: LiveClient,
    opening: LiveOpening,
    private readonly parts: MemberParts,
  ) {
    this.after = opening.sequence;
    this.opening = opening;
  }

  /** What comes now waits, since something is being sent. */
  begin(): void {
    this.isBusy = true;
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
  }

  send({ bytes }: LivePayload): void {
    const { client } = this;
    client.send(bytes);
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

  /** Bytes that it is waited for with. Others may share them. */
  get held(): number {
    return this.bytes + this.client.wire.writableLength + (this.opening?.bytes ?? 0);
  }

  private watch(): void {
    if (!this.isGone) this.parts.waiting.add(this);
  }
}
