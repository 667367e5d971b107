import type { Socket } from 'node:net';
import { paceOfAnswers } from '../../clients/pace.js';
import { MEBIBYTE } from '../../model/bytes.js';
import { TooLongAnswer, UnreadableAnswer } from './kafka.failure.js';

/** The metadata of 200,000 partitions take half of it; whoever says more in one message is no broker. */
export const MOST_BYTES = 16 * MEBIBYTE;

const LENGTH_BYTES = 4;
const LEAST_BYTES = 4;

/**
 * Follows what comes over a connection from message to message: each has its length before it, and one that says that it is
 * longer than any is none, or of no broker.
 */
export class MessageMeter {
  private missing = 0;
  private length: number[] = [];

  /** Throws at the first message that cannot be one. */
  take(chunk: Uint8Array): void {
    let position = 0;
    while (position < chunk.length) {
      if (this.missing > 0) {
        const taken = Math.min(this.missing, chunk.length - position);
        this.missing -= taken;
        position += taken;
        continue;
      }
      this.length.push(chunk[position] ?? 0);
      position += 1;
      if (this.length.length < LENGTH_BYTES) continue;
      this.missing = Buffer.from(this.length).readInt32BE();
      this.length = [];
      if (this.missing < LEAST_BYTES || this.missing > MOST_BYTES) throw new TooLongAnswer();
    }
  }
}

/**
 * The client reads answers within the event that brings them, and throws at what it does not know: nobody could catch that.
 * It ends the connection instead, as an answer without end does.
 */
export function guard(socket: Socket, onBroken: (error: unknown) => void): void {
  const meter = new MessageMeter();
  const emit = socket.emit.bind(socket) as (event: string | symbol, ...values: unknown[]) => boolean;
  socket.emit = (event: string | symbol, ...values: unknown[]) => {
    if (event !== 'data') return emit(event, ...values);
    try {
      const chunk = values[0] as Uint8Array;
      meter.take(chunk);
      paceOfAnswers.hold(socket, chunk.length);
      return emit(event, ...values);
    } catch (error) {
      onBroken(error instanceof TooLongAnswer ? error : new UnreadableAnswer());
      return true;
    }
  };
}
