import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Milliseconds, SECOND } from '../../model/time.js';
import { ClientCounts } from '../limits/client-counts.js';
import { type Answer, type Authority, unavailable } from './authority.js';

/** Answers that are remembered, of all tokens. */
const MOST_REMEMBERED = 5_000;

/** Questions under way about tokens that are not known, and of these about what one client sent: it may be guessing. */
const MOST_ASKED = { inTotal: 100, perClient: 10 };

/** Questions under way about tokens that were good the last time: those that nobody knows take nothing from them. */
const MOST_RENEWED = 100;

/** So long a token that was refused is refused without asking again. */
const REFUSED_FOR: Milliseconds = 2 * SECOND;

const TOO_MANY = unavailable('Too many tokens are looked at already.');

/**
 * Asks an authority once for all who come with the same token at the same time, and not again for a while. Tokens are known
 * by their digests: nothing here can be used to come as somebody else.
 */
export class Remembered implements Authority {
  private readonly answers: LRUCache<string, { readonly answer: Answer | null }>;
  /** Tokens that were good when they were asked about last. */
  private readonly good = new LRUCache<string, true>({ max: MOST_REMEMBERED });
  private readonly asked = new Map<string, Promise<Answer | null>>();
  private readonly guesses = new ClientCounts(MOST_ASKED);
  private renewals = 0;

  /**
   * @param keptFor how long it is believed what was said of a token that is good
   * @param now milliseconds that only go forward: a clock that is set back makes nobody believed for longer
   */
  constructor(
    private readonly authority: Authority,
    private readonly keptFor: Milliseconds,
    now: () => number = () => performance.now(),
  ) {
    this.answers = new LRUCache({ max: MOST_REMEMBERED, ttl: keptFor, perf: { now } });
  }

  authenticate(token: string, client: string | null): Promise<Answer | null> {
    const key = createHash('sha256').update(token).digest('base64url');
    const known = this.answers.get(key);
    if (known !== undefined) return Promise.resolve(known.answer);
    const asked = this.asked.get(key);
    if (asked !== undefined) return asked;
    const leave = this.enter(key, client);
    if (leave === null) return Promise.resolve(TOO_MANY);
    const asking = this.authority.authenticate(token, client).then((answer) => {
      this.learn(key, answer);
      return answer;
    });
    this.asked.set(key, asking);
    return asking.finally(() => {
      this.asked.delete(key);
      leave();
    });
  }

  /** Begins a question. Returns how it ends; null: there are too many of its sort. */
  private enter(key: string, client: string | null): (() => void) | null {
    if (client === null || this.good.has(key)) {
      if (this.renewals >= MOST_RENEWED) return null;
      this.renewals += 1;
      return () => (this.renewals -= 1);
    }
    return this.guesses.excess(client) === null ? this.guesses.enter(client) : null;
  }

  private learn(key: string, answer: Answer | null): void {
    if (answer?.outcome === 'unavailable') return;
    const isGood = answer?.outcome === 'known';
    this.answers.set(key, { answer }, { ttl: isGood ? this.keptFor : Math.min(this.keptFor, REFUSED_FOR) });
    if (isGood) this.good.set(key, true);
    else this.good.delete(key);
  }
}
