import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { type Milliseconds, SECOND } from '../model/time.js';
import { AnswerBound } from './answer-bound.js';
import { type SecretText, type TlsFiles, readPassword, readToken, tlsOptions } from './credentials.js';
import { Cutoff } from './cutoff.js';
import { ExchangeError, connectionFailure } from './exchange-error.js';
import { KeptConnections } from './kept-connections.js';

/** Where something that speaks HTTP is, and how it lets us in. Secrets and files are read at each request, so that rotated ones are used. */
export interface HttpAccess {
  /** Holds no credentials. */
  readonly url: URL;
  readonly user: string | null;
  readonly password: SecretText | null;
  readonly token: SecretText | null;
  readonly tls: TlsFiles | null;
}

/** One request. */
export interface HttpRequest {
  readonly target: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent with POST; without one it is a GET. As that it may arrive twice: only for what does no more the second time. */
  readonly form?: string;
}

/** What came of it, complete. */
export interface HttpAnswer {
  readonly status: number;
  /** Empty where it does not say. */
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * Connections to one place at once; who asks more at once than these answer waits for one. As browsers have it, whom servers are made
 * for, and no more than a few pour at the same time where one does.
 */
const MOST_SOCKETS = 6;

/** Kept connections to one place. */
export class HttpConnection {
  private readonly connections = new KeptConnections(MOST_SOCKETS);
  private readonly bound: AnswerBound;

  /** @param longest bytes; a longer answer is `invalid` */
  constructor(
    private readonly access: HttpAccess,
    private readonly longest: number,
  ) {
    this.bound = new AnswerBound(longest);
  }

  /** What it is called in messages. */
  get place(): string {
    return this.access.url.host;
  }

  /**
   * @param signal ends it, and is the deadline: without one there is none
   * @throws ExchangeError where no complete answer came, or the signal's reason once it has aborted
   */
  async exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    try {
      const response = await this.send(request, signal);
      const body = await this.bound.read(response, () => this.tooLong());
      return { status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', body };
    } catch (error) {
      signal.throwIfAborted();
      throw connectionFailure(this.place, error);
    }
  }

  /**
   * The same within a time of its own.
   * @param stopped ends it before that; it may live as long as the program
   * @throws as `exchange` does; ExchangeError where no answer came in time
   */
  async exchangeWithin(deadline: Milliseconds, request: HttpRequest, stopped: AbortSignal): Promise<HttpAnswer> {
    const late = (): ExchangeError =>
      new ExchangeError('lost', `${this.place} gave no answer within ${deadline / SECOND} s.`);
    const cutoff = new Cutoff(stopped, deadline, late);
    try {
      return await this.exchange(request, cutoff.signal);
    } finally {
      cutoff.release();
    }
  }

  /** Ends every connection. */
  close(): void {
    this.connections.close();
  }

  private send({ target, headers, form }: HttpRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const all = { ...headers, ...this.authorization() };
    return this.connections.send({
      url: target,
      headers: all,
      body: form ?? null,
      options: { ...this.trust(), signal },
    });
  }

  /** Now, or within the last minute. */
  private tooLong(): ExchangeError {
    return new ExchangeError('invalid', `${this.place} answered with more than ${this.longest} bytes.`);
  }

  private authorization(): { readonly authorization?: string } {
    const { user, password, token } = this.access;
    if (user === null && password === null && token === null) return {};
    const text = (password === null ? readToken(token) : readPassword(password)).trim();
    if (user === null) return { authorization: `Bearer ${headerText(text)}` };
    return { authorization: `Basic ${Buffer.from(`${user}:${text}`).toString('base64')}` };
  }

  private trust(): RequestOptions {
    const { tls } = this.access;
    return tls === null ? {} : tlsOptions(tls);
  }
}

function headerText(text: string): string {
  if (/^[\x20-\x7e]+$/.test(text)) return text;
  throw new ExchangeError('forbidden', 'The token is empty, or holds what no token holds.');
}
