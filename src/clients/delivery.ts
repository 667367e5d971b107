import type { Logger } from 'pino';
import { describeFailure } from './exchange-error.js';

/** How it is called in the log, and what is said when it begins to take what it is sent, and, before the reason, when it no longer does. */
interface DeliveryWords {
  readonly to: Readonly<Record<string, string>>;
  readonly taken: string;
  readonly notTaken: string;
}

/** Whether another program takes what it is sent. */
export class Delivery {
  /** Whether it took what it was sent last; null before that. */
  isReached: boolean | null = null;

  constructor(
    private readonly log: Logger,
    private readonly words: DeliveryWords,
  ) {}

  /**
   * Said when it changes, and never with what was answered: that may hold anything.
   * @param error null where it was taken
   */
  learn(error: unknown): void {
    const isReached = error === null;
    const { to, taken, notTaken } = this.words;
    if (isReached !== this.isReached) {
      if (isReached) this.log.info(to, taken);
      else this.log.warn(to, `${notTaken} ${describeFailure(error)}`);
    }
    this.isReached = isReached;
  }
}
