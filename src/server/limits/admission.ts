import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { MEBIBYTE } from '../../model/bytes.js';
import type { ServerLimits } from '../../model/server-limits.js';
import { ArrivingBodies } from './arriving-bodies.js';
import { ClientRates } from './client-rates.js';
import { LoopWatch } from './overload.js';
import { Refusal, turnedAway } from './refusal.js';

/** Requests that wait for what others have executed, in bytes; and what each of them holds, whatever is in it. */
export const MOST_WAITING = 64 * MEBIBYTE;
const HELD_BY_ONE = 4_096;

type AdmissionLimits = Pick<ServerLimits, 'rate' | 'clients' | 'inFlight' | 'eventLoopDelay'>;

export interface AdmissionOptions {
  readonly limits: AdmissionLimits;
  /** Who asks: the subject it is known as, or its address. */
  readonly clientOf: (request: IncomingMessage) => string;
  readonly log: Logger;
}

/** Decides which requests are answered at all: no client asks too fast, and no more is begun than can be finished in time. */
export class Admission {
  /** Requests that are executed at the moment. */
  inFlight = 0;
  /** Of all requests together. */
  readonly bodies = new ArrivingBodies();
  /** Bytes of those that wait. */
  private waiting = 0;
  private readonly rates: ClientRates | null;
  private readonly loop: LoopWatch;

  constructor(private readonly options: AdmissionOptions) {
    const { rate, clients, eventLoopDelay } = options.limits;
    this.rates = rate === null ? null : new ClientRates(rate, clients);
    this.loop = new LoopWatch(eventLoopDelay, (isOverloaded, delay) => {
      const late = Math.round(delay);
      if (isOverloaded) options.log.warn({ late, limit: eventLoopDelay }, 'overload: requests are turned away');
      else options.log.info({ late }, 'the overload is over');
    });
  }

  get isOverloaded(): boolean {
    return this.loop.isOverloaded || this.inFlight >= this.options.limits.inFlight;
  }

  /** @throws Refusal where the client asks too fast */
  admit(request: IncomingMessage): void {
    if (this.rates === null) return;
    const wait = this.rates.take(this.options.clientOf(request));
    if (wait > 0) throw tooFast(this.options.limits.rate?.perSecond ?? 0, wait);
  }

  /** The same for an operation of a connection that is there. @throws Refusal */
  admitOperation(request: IncomingMessage): void {
    this.admit(request);
    if (this.isOverloaded) throw this.overloaded();
  }

  /** Executes something, unless there is too much under way. @throws Refusal */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOverloaded) throw this.overloaded();
    this.inFlight += 1;
    try {
      return await work();
    } finally {
      this.inFlight -= 1;
    }
  }

  /**
   * Waits for what another request has executed: that takes no place among what is executed, but holds the request.
   * @param length of it
   * @throws Refusal where too many wait
   */
  async wait<T>(length: number, other: Promise<T>): Promise<T> {
    const held = HELD_BY_ONE + length;
    if (this.waiting + held > MOST_WAITING) throw turnedAway({});
    this.waiting += held;
    try {
      return await other;
    } finally {
      this.waiting -= held;
    }
  }

  stop(): void {
    this.loop.stop();
  }

  private overloaded(): Refusal {
    const { inFlight, eventLoopDelay } = this.options.limits;
    return turnedAway(
      this.loop.isOverloaded
        ? { setting: 'eventLoopDelay', limit: eventLoopDelay }
        : { setting: 'inFlight', limit: inFlight, value: this.inFlight },
    );
  }
}

function tooFast(limit: number, wait: number): Refusal {
  const message = `This client asks more often than ${limit} times a second: wait, as Retry-After says.`;
  return new Refusal(429, { code: 'RATE_LIMITED', message, setting: 'rate.perSecond', limit }, wait);
}
