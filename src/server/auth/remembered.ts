import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Milliseconds, SECOND } from '../../model/time.js';
import { type Answer, type Authority, unavailable } from './authority.js';

/** Answers that are remembered, of all tokens. */
const MOST_REMEMBERED = 5_000;

/** Questions under way: whoever sends more tokens than that at once waits for nobody. */
const MOST_ASKED = 100;

/** So long a token that was refused is refused without asking again. */
const REFUSED_FOR: Milliseconds = 2 * SECOND;

/**
 * Asks an authority once for all who come with the same token at the same time, and not again for a while. Tokens are known
 * by their digests: nothing here can be used to come as somebody else.
 */
export class Remembered implements Authority {
  private readonly answers: LRUCache<string, { readonly answer: Answer | null }>;
  private readonly asked = new Map<string, Promise<Answer | null>>();

  /** @param keptFor how long it is believed what was said of a token that is good */
  constructor(
    private readonly authority: Authority,
    private readonly keptFor: Milliseconds,
    now: () => number,
  ) {
    this.answers = new LRUCache({ max: MOST_REMEMBERED, ttl: keptFor, perf: { now } });
  }

  authenticate(token: string): Promise<Answer | null> {
    const key = createHash('sha256').update(token).digest('base64url');
    const known = this.answers.get(key);
    if (known !== undefined) return Promise.resolve(known.answer);
    const asked = this.asked.get(key);
    if (asked !== undefined) return asked;
    if (this.asked.size >= MOST_ASKED) return Promise.resolve(unavailable('Too many tokens are looked at already.'));
    const asking = this.authority.authenticate(token).then((answer) => {
      if (answer?.outcome !== 'unavailable') {
        const isGood = answer?.outcome === 'known';
        this.answers.set(key, { answer }, { ttl: isGood ? this.keptFor : Math.min(this.keptFor, REFUSED_FOR) });
      }
      return answer;
    });
    this.asked.set(key, asking);
    return asking.finally(() => {
      this.asked.delete(key);
    });
  }
}
