import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { MEBIBYTE } from '../../model/bytes.js';
import type { Milliseconds } from '../../model/time.js';
import { type SocketLimits, closeSocket, drained } from './live-client.js';
import { TRY_AGAIN_LATER } from './live-group.js';
import { ofMemory } from '../limits/memory.js';

const SLOW = 'Too slow: read what is answered';

/** Answers that are made at once for one connection: each may be large, and all may wait in its socket. */
const MOST_AT_ONCE = 8;

/** Answers of one connection that wait to be made: the library forgets those that are no longer wanted, and counts them no more. */
const MOST_LATER = 200;

/** Bytes that may wait for all clients together, before no more answers are made. */
const MOST_IN_TOTAL = ofMemory(256 * MEBIBYTE, 1 / 16);

/** It is not counted more often. */
const COUNTED_EVERY: Milliseconds = 100;

/**
 * Bounds what waits for a client besides events. Who does not read is not read from either, gets no further answers, and is sent away
 * if that lasts.
 */
export class Unread {
  private draining: Promise<void> | null = null;
  private making = 0;
  /** Answers that are made later, as how they begin. */
  private readonly later: (() => void)[] = [];

  /** @param wire what the socket speaks through */
  constructor(
    private readonly socket: WebSocket,
    private readonly wire: Duplex,
    private readonly limits: SocketLimits,
  ) {}

  /** Called when it says anything: each word may be answered, and wait with all others. */
  readonly heard = (): void => {
    if (this.isClogged) void this.room();
  };

  /** Whether no more answers may wait to be made. */
  get isFull(): boolean {
    return this.later.length >= MOST_LATER;
  }

  /** Makes an answer once there is room for it; null: nobody wants it any more. */
  async answer<T>(make: () => Promise<T>, isWanted: () => boolean): Promise<T | null> {
    if (this.making < MOST_AT_ONCE) this.making += 1;
    else await new Promise<void>((resolve) => this.later.push(resolve));
    try {
      while (this.isClogged) await this.room();
      return this.isOpen && isWanted() ? await make() : null;
    } finally {
      // It is written then: only now it is known whether there is room for the next.
      setImmediate(() => {
        this.heard();
        this.leave();
      });
    }
  }

  /** Hands its place on. */
  private leave(): void {
    const next = this.later.shift();
    if (next === undefined) this.making -= 1;
    else next();
  }

  private get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  private get isClogged(): boolean {
    return this.isOpen && this.wire.writableLength > this.limits.buffered;
  }

  /** Resolves once the socket took what waits, or its client is sent away. */
  private room(): Promise<void> {
    return (this.draining ??= this.drain().finally(() => (this.draining = null)));
  }

  private async drain(): Promise<void> {
    const { socket, limits } = this;
    socket.pause();
    const isDrained = await drained(socket, limits.drain);
    // Also where it is closed: its own goodbye is to be heard.
    socket.resume();
    if (!isDrained && this.isOpen) closeSocket(socket, TRY_AGAIN_LATER, SLOW, limits.goodbye);
  }
}

/** What waits for all clients together. */
export class AllUnread {
  private bytes = 0;
  private countAt = 0;

  /**
   * @param sockets all of them
   * @param now milliseconds that only go forward
   */
  constructor(
    private readonly sockets: Iterable<Pick<WebSocket, 'bufferedAmount'>>,
    private readonly most = MOST_IN_TOTAL,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** As it was a moment ago: to count thousands for each answer would take longer than the answer. */
  get isTooMuch(): boolean {
    if (this.now() >= this.countAt) {
      this.bytes = 0;
      for (const { bufferedAmount } of this.sockets) this.bytes += bufferedAmount;
      this.countAt = this.now() + COUNTED_EVERY;
    }
    return this.bytes > this.most;
  }
}
