import type { Logger } from 'pino';
import { type HttpAccess, HttpConnection } from '../clients/http-connection.js';
import { ExchangeError, describeFailure } from '../clients/exchange-error.js';
import { type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
import { type Alert, type Standing, alertOf } from './alert.js';

/** Alerts in one request. */
const AT_ONCE = 200;

/** How long it may take to answer one. */
const DEADLINE: Milliseconds = 10 * SECOND;

/** It answers with nothing, or with one sentence. */
const LONGEST_ANSWER = 64 * 1_024;

/** An alert stands for so many times as long as it takes until it is said again: that may fail more than once. */
const STANDS_FOR = 4;

export interface AlertmanagerOptions {
  readonly access: HttpAccess;
  /** How often all that stands is said again. */
  readonly resend: Milliseconds;
  readonly log: Logger;
}

/** One Alertmanager, and what it was told. */
export class Alertmanager {
  /** Whether it took what it was told last; null before that. */
  isReached: boolean | null = null;
  private readonly connection: HttpConnection;
  private readonly target: URL;
  /** What it holds to be standing, because it was told so. */
  private readonly told = new Map<string, Standing>();
  private allToldAt: Instant | null = null;
  private readonly stopped = new AbortController();

  constructor(private readonly options: AlertmanagerOptions) {
    const { access } = options;
    this.connection = new HttpConnection(access, LONGEST_ANSWER);
    this.target = new URL(`${access.url.href.replace(/\/+$/, '')}/api/v2/alerts`);
  }

  get place(): string {
    return this.connection.place;
  }

  /** When it is to be told all again, if nothing happens before. */
  dueAt(now: Instant): Instant {
    return this.allToldAt === null ? now : after(this.allToldAt, this.options.resend);
  }

  /** Tells it what is new, what is over and, when it is time, all that stands. Never rejects: `isReached` says how it went. */
  async tell(standing: ReadonlyMap<string, Standing>, now: Instant): Promise<void> {
    const isAll = this.isReached !== true || this.dueAt(now) <= now;
    const over = [...this.told.values()].filter(({ key }) => !standing.has(key));
    const news = [...standing.values()].filter(({ key }) => isAll || !this.told.has(key));
    try {
      for (const batch of inBatches([
        ...over.map((one) => [one, false] as const),
        ...news.map((one) => [one, true] as const),
      ]))
        await this.send(batch, now);
      if (isAll) this.allToldAt = now;
      this.learn(null);
    } catch (error) {
      if (!this.stopped.signal.aborted) this.learn(error);
    }
  }

  stop(): void {
    this.stopped.abort(new Error('It ends.'));
    this.connection.close();
  }

  private async send(batch: readonly (readonly [Standing, boolean])[], now: Instant): Promise<void> {
    const standsFor = STANDS_FOR * this.options.resend;
    const said = batch.map(([one, stands]) => ({ one, stands, alert: alertOf(one, now, stands ? standsFor : 0) }));
    const headers = { 'content-type': 'application/json' };
    const request = { target: this.target, headers, form: JSON.stringify(said.map(({ alert }) => alert)) };
    const { status } = await this.connection.exchangeWithin(DEADLINE, request, this.stopped.signal);
    if (status !== 200) throw refusal(this.place, status);
    for (const { one, stands, alert } of said) {
      // What is over is told in the words in which it stood: its resource may be gone.
      if (stands) this.told.set(one.key, { ...one, details: () => detailsOf(alert) });
      else this.told.delete(one.key);
    }
  }

  /** Said when it changes, and never with what it answered: that may hold anything. */
  private learn(error: unknown): void {
    const isReached = error === null;
    if (isReached !== this.isReached) {
      const { log } = this.options;
      const alertmanager = this.place;
      if (isReached) log.info({ alertmanager }, 'Alertmanager is told of alerts');
      else log.warn({ alertmanager }, `alerts are not sent: ${describeFailure(error)}`);
    }
    this.isReached = isReached;
  }
}

function detailsOf({ annotations, generatorURL }: Alert): ReturnType<Standing['details']> {
  return { annotations, ...(generatorURL !== undefined && { generatorURL }) };
}

function refusal(place: string, status: number): ExchangeError {
  if (status === 401 || status === 403)
    return new ExchangeError('forbidden', `${place} does not let Vitals in (${status}).`);
  if (status === 429 || status >= 500) return new ExchangeError('lost', `${place} answers with status ${status}.`);
  return new ExchangeError('invalid', `${place} does not accept the alerts (${status}).`);
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += AT_ONCE) yield all.slice(start, start + AT_ONCE);
}
