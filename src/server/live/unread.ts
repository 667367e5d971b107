import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { type SocketLimits, closeSocket, drained } from './live-client.js';
import { TRY_AGAIN_LATER } from './live-group.js';

const SLOW = 'Too slow: read what is answered';

/** Answers were asked for: so many times as much of them may wait as of events. */
const OF_ANSWERS = 8;

/** Bounds what waits for a client besides events. Who does not read is not read from either, and sent away if that lasts. */
export class Unread {
  private isWaitedFor = false;

  /** @param wire what the socket speaks through */
  constructor(
    private readonly socket: WebSocket,
    private readonly wire: Duplex,
    private readonly limits: SocketLimits,
  ) {}

  /** Called when it says anything: each word may be answered, and wait with all others. */
  readonly heard = (): void => {
    const { socket, wire, limits } = this;
    if (this.isWaitedFor || wire.writableLength <= limits.buffered || socket.readyState !== socket.OPEN) return;
    this.isWaitedFor = true;
    socket.pause();
    void drained(socket, limits.drain).then((isDrained) => {
      this.isWaitedFor = false;
      // Also where it is closed: its own goodbye is to be heard.
      socket.resume();
      if (!isDrained) this.end();
    });
  };

  /** Called before it is answered. */
  answering(): void {
    if (this.wire.writableLength > OF_ANSWERS * this.limits.buffered) this.end();
    else this.heard();
  }

  private end(): void {
    const { socket, limits } = this;
    if (socket.readyState === socket.OPEN) closeSocket(socket, TRY_AGAIN_LATER, SLOW, limits.goodbye);
  }
}
