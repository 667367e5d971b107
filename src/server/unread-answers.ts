import type { ServerResponse } from 'node:http';
import { MEBIBYTE } from '../model/bytes.js';
import type { Milliseconds } from '../model/time.js';
import { ofMemory } from './limits/memory.js';

/** So many looks fall into the time that an answer may be left unread. */
const LOOKS = 6;

/** Bytes that may wait in all answers together; streams of events count, which have a bound of their own as well. */
const MOST_IN_TOTAL = ofMemory(512 * MEBIBYTE, 1 / 16);

const COUNTED_EVERY: Milliseconds = 250;

/**
 * Gives up connections of which an answer is ready and nothing moves: it would be held for as long as they like. Nearly all answers
 * are taken at once: only those that a look finds get a timer. Where too much waits in all of them together, those of which most
 * does are given up at once.
 */
export class UnreadAnswers {
  private readonly answers = new Set<ServerResponse>();
  /** All that are not over. */
  private readonly open = new Set<ServerResponse>();
  private readonly timers: readonly NodeJS.Timeout[];

  constructor(
    private readonly timeout: Milliseconds,
    private readonly most = MOST_IN_TOTAL,
  ) {
    this.timers = [
      setInterval(() => {
        this.look();
      }, timeout / LOOKS),
      setInterval(() => {
        this.relieve();
      }, COUNTED_EVERY),
    ];
    for (const timer of this.timers) timer.unref();
  }

  /** Called with each answer that begins. */
  add(response: ServerResponse): void {
    this.answers.add(response);
    this.open.add(response);
  }

  /** Called once it is over. */
  delete(response: ServerResponse): void {
    this.answers.delete(response);
    this.open.delete(response);
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
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

  private relieve(): void {
    let bytes = 0;
    for (const { writableLength } of this.open) bytes += writableLength;
    if (bytes <= this.most) return;
    const byLength = [...this.open].sort((a, b) => b.writableLength - a.writableLength);
    for (const response of byLength) {
      bytes -= response.writableLength;
      response.destroy();
      if (bytes <= this.most) return;
    }
  }
}
