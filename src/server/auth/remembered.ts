import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Milliseconds, SECOND } from '../../model/time.js';
import { type Place, Places } from '../limits/places.js';
import { type Answer, type Authority, unavailable } from './authority.js';

/** Answers that are remembered, of all tokens. */
const MOST_REMEMBERED = 5_000;

/** Who finds too many questions under way waits so long: after a start all tokens are unknown, and many come from one address. */
const PATIENCE: Milliseconds = 5 * SECOND;

/** Questions about tokens that are not known, and of these about what one client sent: it may be guessing. */
const GUESSES = { atOnce: { inTotal: 100, perClient: 10 }, waiting: { inTotal: 2_000, perClient: 500 }, patience: PATIENCE }; // prettier-ignore

/** Questions about tokens that were good the last time: those that nobody knows take nothing from them. */
const RENEWALS = { atOnce: { inTotal: 100, perClient: 100 }, waiting: { inTotal: 2_000, perClient: 2_000 }, patience: PATIENCE }; // prettier-ignore

/** Whoever was let in: renewals are counted together. */
const LET_IN = '';

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
  private readonly guesses = new Places(GUESSES);
  private readonly renewals = new Places(RENEWALS);

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
    const asking = this.askInTurn(key, token, client).finally(() => this.asked.delete(key));
    this.asked.set(key, asking);
    return asking;
  }

  private askInTurn(key: string, token: string, client: string | null): Promise<Answer | null> {
    const [places, who] = client === null || this.good.has(key) ? [this.renewals, LET_IN] : [this.guesses, client];
    const ask = (leave: Place): Promise<Answer | null> => this.ask(key, token, client).finally(leave);
    const place = places.take(who);
    if (place !== null) return ask(place);
    return places.next(who).then((next) => (next === null ? TOO_MANY : ask(next)));
  }

  private async ask(key: string, token: string, client: string | null): Promise<Answer | null> {
    const answer = await this.authority.authenticate(token, client);
    this.learn(key, answer);
    return answer;
  }

  private learn(key: string, answer: Answer | null): void {
    if (answer?.outcome === 'unavailable') return;
    const isGood = answer?.outcome === 'known';
    this.answers.set(key, { answer }, { ttl: isGood ? this.keptFor : Math.min(this.keptFor, REFUSED_FOR) });
    if (isGood) this.good.set(key, true);
    else this.good.delete(key);
  }
}
