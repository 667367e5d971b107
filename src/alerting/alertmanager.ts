import type { Logger } from 'pino';
import { Delivery } from '../clients/delivery.js';
import { ExchangeError } from '../clients/exchange-error.js';
import { type HttpAccess, HttpConnection } from '../clients/http-connection.js';
import { KIBIBYTE } from '../model/bytes.js';
import type { Clock } from '../model/clock.js';
import { type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
import { type Alert, type Standing, alertOf } from './alert.js';
import type { AllStanding } from './standing-alerts.js';

/** Alerts in one request. */
const AT_ONCE = 200;

/** How long it may take to answer one. */
const DEADLINE: Milliseconds = 10 * SECOND;

/** It answers with nothing, or with one sentence. */
const LONGEST_ANSWER = 64 * KIBIBYTE;

/** An alert stands for so many times as long as it takes until it is said again: that may fail more than once. */
const STANDS_FOR = 4;

export interface AlertmanagerOptions {
  readonly access: HttpAccess;
  /** How often all that stands is said again. */
  readonly resend: Milliseconds;
  readonly log: Logger;
  /** By which alerts began to stand. */
  readonly clock: Clock;
  /** The time of day: an Alertmanager ends alerts by its own. */
  readonly wall: () => Instant;
}

/** One Alertmanager, and what it was told. */
export class Alertmanager {
  private readonly connection: HttpConnection;
  private readonly delivery: Delivery;
  private readonly target: URL;
  /** What it holds to be standing, because it was told so, and since when by what it was told. */
  private readonly told = new Map<string, { readonly one: Standing; readonly startsAt: Instant }>();
  /** What was left out the last time: it may have ended by itself meanwhile. */
  private leftOut: ReadonlySet<string> = new Set();
  private allToldAt: Instant | null = null;
  private readonly stopped = new AbortController();

  constructor(private readonly options: AlertmanagerOptions) {
    const { access, log } = options;
    this.connection = new HttpConnection(access, LONGEST_ANSWER);
    const to = { alertmanager: this.place };
    this.delivery = new Delivery(log, {
      to,
      taken: 'Alertmanager is told of alerts',
      notTaken: 'alerts are not sent:',
    });
    this.target = new URL(`${access.url.href.replace(/\/+$/, '')}/api/v2/alerts`);
  }

  get place(): string {
    return this.connection.place;
  }

  /** Whether it took what it was told last; null before that. */
  get isReached(): boolean | null {
    return this.delivery.isReached;
  }

  /** When it is to be told all again, if nothing happens before. */
  dueAt(now: Instant): Instant {
    return this.allToldAt === null ? now : after(this.allToldAt, this.options.resend);
  }

  /**
   * Tells it what is new, what is over and, when it is time, all that stands. What still stands but is left out is not said to be
   * over. Never rejects: `isReached` says how it went.
   */
  async tell({ alerts, leftOut }: AllStanding, now: Instant): Promise<void> {
    const isAll = this.isReached !== true || this.dueAt(now) <= now;
    const over = [...this.told.values()].filter(({ one: { key } }) => !alerts.has(key) && !leftOut.has(key));
    const news = [...alerts.values()].filter(({ key }) => isAll || !this.told.has(key) || this.leftOut.has(key));
    let refused: ExchangeError | null = null;
    try {
      for (const batch of inBatches([
        ...over.map(({ one }) => [one, false] as const),
        ...news.map((one) => [one, true] as const),
      ])) {
        const refusedNow = await this.send(batch);
        // What is wrong with one batch is not with the others.
        refused ??= refusedNow;
      }
      if (isAll) this.allToldAt = now;
      this.leftOut = leftOut;
      this.delivery.learn(refused);
    } catch (error) {
      if (!this.stopped.signal.aborted) this.delivery.learn(refused ?? error);
    }
  }

  stop(): void {
    this.stopped.abort(new Error('It ends.'));
    this.connection.close();
  }

  /** Returns why it does not accept these. @throws why it takes none now */
  private async send(batch: readonly (readonly [Standing, boolean])[]): Promise<ExchangeError | null> {
    const { resend, wall } = this.options;
    const now = wall();
    const said = batch.map(([one, stands]) => {
      const startsAt = this.startOf(one, now);
      return { one, stands, startsAt, alert: alertOf(one, { startsAt, now }, stands ? STANDS_FOR * resend : 0) };
    });
    const headers = { 'content-type': 'application/json' };
    const request = { target: this.target, headers, form: JSON.stringify(said.map(({ alert }) => alert)) };
    const { status } = await this.connection.exchangeWithin(DEADLINE, request, this.stopped.signal);
    if (status !== 200) return refusal(this.place, status);
    for (const { one, stands, startsAt, alert } of said) {
      // What is over is told in the words in which it stood: its resource may be gone.
      if (stands) this.told.set(one.key, { one: { ...one, details: () => detailsOf(alert) }, startsAt });
      else this.told.delete(one.key);
    }
    return null;
  }

  /**
   * Since when it stands, by the time of day: as long ago as by our clock, which may be far from that for a while. Once told it stays,
   * however the two move; unless the time of day went back to before it.
   */
  private startOf({ key, startsAt }: Standing, now: Instant): Instant {
    const told = this.told.get(key);
    if (told?.one.startsAt === startsAt && told.startsAt <= now) return told.startsAt;
    return Math.min(now, now - (this.options.clock.now() - startsAt)) as Instant;
  }
}

function detailsOf({ annotations, generatorURL }: Alert): ReturnType<Standing['details']> {
  return { annotations, ...(generatorURL !== undefined && { generatorURL }) };
}

/** Why it does not accept just these. @throws why it would accept no others either */
function refusal(place: string, status: number): ExchangeError {
  if (status === 401 || status === 403)
    throw new ExchangeError('forbidden', `${place} does not let Vitals in (${status}).`);
  if (status === 429 || status >= 500) throw new ExchangeError('lost', `${place} answers with status ${status}.`);
  return new ExchangeError('invalid', `${place} does not accept the alerts (${status}).`);
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += AT_ONCE) yield all.slice(start, start + AT_ONCE);
}
