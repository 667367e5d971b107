import type { ServerResponse } from 'node:http';
import type { Milliseconds } from '../model/time.js';

/** So many looks fall into the time that an answer may be left unread. */
const LOOKS = 6;

/**
 * Gives up connections of which an answer is ready and nothing moves: it would be held for as long as they like. Nearly all answers
 * are taken at once: only those that a look finds get a timer.
 */
export class UnreadAnswers {
  private readonly answers = new Set<ServerResponse>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly timeout: Milliseconds) {
    this.timer = setInterval(() => {
      this.look();
    }, timeout / LOOKS);
    this.timer.unref();
  }

  /** Called with each answer that begins. */
  add(response: ServerResponse): void {
    this.answers.add(response);
  }

  /** Called once it is over. */
  delete(response: ServerResponse): void {
    this.answers.delete(response);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    for (const response of this.answers) {
      // One that waits behind another on its connection has none yet.
      if (!response.writableEnded || response.socket === null) continue;
      response.setTimeout(this.timeout);
      // Once is enough: the timer begins anew by itself whenever something moves.
      this.answers.delete(response);
    }
  }
}
