import { setTimeout as delay } from 'node:timers/promises';
import { type Client, CloseCode, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Backoff } from '../clients/backoff.js';
import { withoutSecrets } from '../clients/without-secrets.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import { CHANGES, PICTURE } from './documents.js';
import type { Change, Picture } from './questions.js';
import { ServerTime } from './server-time.js';

/** How often it is asked whether Vitals is there, and how long nothing may come. */
const ASKED: Milliseconds = 5 * SECOND;
const SILENCE: Milliseconds = 12 * SECOND;

/** From one try to the next: longer each time, up to a bound. */
const RETRY = { first: 0.5 * SECOND, longest: 10 * SECOND };

/** What the other end says once it is not worth trying again. */
const FINAL: ReadonlySet<number> = new Set<number>([
  CloseCode.Forbidden,
  CloseCode.Unauthorized,
  CloseCode.BadRequest,
  CloseCode.SubprotocolNotAcceptable,
]);

/** Statuses with which an upgrade is refused for good. */
const FINAL_STATUS = /Unexpected server response: (400|401|403|404|405|426)/;

/** Codes of errors that pass by themselves. */
const PASSING: ReadonlySet<unknown> = new Set<unknown>([
  'OVERLOADED',
  'RATE_LIMITED',
  'DEADLINE_EXCEEDED',
  'TOO_MANY_SUBSCRIPTIONS',
  'SUBSCRIPTIONS_TOO_LARGE',
  'INTERNAL_SERVER_ERROR',
]);

/** What graphql-ws' client calls its own giving up. */
const TERMINATED = 4499;

/** One that does not wait for a handshake for ever, and may be given up while it waits. */
class Socket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols, { handshakeTimeout: SILENCE });
    // Given up while it connects, it says so once more, when graphql-ws does not listen any longer: nobody to hear it would be a defect.
    this.on('error', () => undefined);
  }
}

/** It is not worth trying again. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface FeedOptions {
  /** Of Vitals, as a browser has it. */
  readonly url: string;
  readonly token: string | null;
  /** What changed; `bookmark`s are passed over. */
  readonly onChange: (change: Change) => void;
  /** It is connected, and told of every change from here on. `isGap`: what changed meanwhile is not known. */
  readonly onLive: (isGap: boolean) => void;
  /** It is not. */
  readonly onLost: (why: string) => void;
}

/** Follows the changes of a running Vitals, across connections: each resumes where the last one ended. */
export class Feed {
  private client: Client | null = null;
  private cursor: string | null = null;
  /** It was connected once. */
  wasLive = false;
  /** By what is heard. */
  readonly serverTime = new ServerTime();
  private readonly stopping = new AbortController();
  private watchdog: NodeJS.Timeout | undefined;

  constructor(private readonly options: FeedOptions) {}

  /** Resolves once it is stopped. @throws Refused */
  async run(): Promise<void> {
    const backoff = new Backoff(RETRY.first, Math.random);
    while (!this.hasStopped()) {
      const began = performance.now();
      const why = await this.connect();
      if (this.hasStopped()) return;
      // Who is let in and refused at once, again and again, comes less and less often, too.
      if (performance.now() - began > RETRY.longest) backoff.reset();
      this.options.onLost(why);
      const pause = backoff.next(RETRY.longest);
      await delay(pause, null, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** How things stand now. Null: nobody answers at the moment, or not to this. @throws Refused */
  async picture(first: number): Promise<Picture | null> {
    const client = this.client;
    if (client === null) return null;
    try {
      for await (const { data, errors } of client.iterate<Picture>({ query: PICTURE, variables: { first } })) {
        if (errors === undefined) {
          this.serverTime.note(data?.platform.health.observedAt ?? null);
          return data ?? null;
        }
        this.refusedBy(errors);
        return null;
      }
      return null;
    } catch (error) {
      if (Array.isArray(error)) this.refusedBy(error as readonly { readonly message: string }[]);
      if (error instanceof Refused) throw error;
      return null;
    }
  }

  private hasStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  stop(): void {
    this.stopping.abort();
    clearTimeout(this.watchdog);
    this.client?.terminate();
    void this.client?.dispose();
  }

  /** One connection, to its end. Resolves with why it ended. @throws Refused */
  private async connect(): Promise<string> {
    const client = this.makeClient();
    this.client = client;
    try {
      const { cursor } = this;
      const live = client.iterate<{ readonly healthChanges: Change }>({
        query: CHANGES,
        variables: { after: cursor },
      });
      for await (const { data, errors } of live) {
        if (errors !== undefined) return this.refusedBy(errors);
        if (data != null) this.hear(data.healthChanges);
      }
      return 'Vitals ended the stream';
    } catch (error) {
      if (Array.isArray(error)) return this.refusedBy(error as readonly { readonly message: string }[]);
      return lossOf(error);
    } finally {
      this.client = null;
      clearTimeout(this.watchdog);
      void client.dispose();
    }
  }

  private makeClient(): Client {
    const { url, token } = this.options;
    const alive = (): void => {
      clearTimeout(this.watchdog);
      this.watchdog = setTimeout(() => {
        client.terminate();
      }, SILENCE);
    };
    const client = createClient({
      url: socketUrl(url),
      webSocketImpl: Socket,
      lazy: true,
      // Each connection resumes from another cursor: trying again is done here.
      retryAttempts: 0,
      keepAlive: ASKED,
      ...(token !== null && { connectionParams: { authorization: `Bearer ${token}` } }),
      on: {
        opened: alive,
        message: alive,
        connected: () => {
          const isGap = this.wasLive && this.cursor === null;
          this.wasLive = true;
          this.options.onLive(isGap);
        },
      },
    });
    return client;
  }

  private hear(change: Change): void {
    this.serverTime.note(change.at);
    if (change.cursor !== null) this.cursor = change.cursor;
    if (change.type !== 'BOOKMARK') this.options.onChange(change);
  }

  /** In words; thrown where it is final. */
  private refusedBy(errors: readonly { readonly message: string; readonly extensions?: unknown }[]): string {
    const code = (errors[0]?.extensions as { readonly code?: unknown } | undefined)?.code;
    const message = errors.map((one) => one.message).join('; ');
    // From here on it follows again; what was in between is not known.
    if (code === 'CURSOR_EXPIRED') this.cursor = null;
    else if (code !== undefined && !PASSING.has(code)) throw new Refused(message);
    return message;
  }
}

/** In words; thrown where it is final. */
function lossOf(error: unknown): string {
  const { code, reason, message } = error as {
    readonly code?: unknown;
    readonly reason?: unknown;
    readonly message?: unknown;
  };
  if (code === TERMINATED) return `nothing was heard for ${SILENCE / SECOND} s`;
  if (typeof code === 'number' && FINAL.has(code))
    throw new Refused(typeof reason === 'string' && reason !== '' ? reason : `closed with ${code}`);
  if (typeof message === 'string' && FINAL_STATUS.test(message))
    throw new Refused(`there is no Vitals that takes this connection (${message})`);
  if (typeof reason === 'string' && reason !== '') return reason;
  if (typeof message === 'string' && message !== '') return message;
  return typeof code === 'number' ? `the connection broke (${code})` : 'the connection broke';
}

/** For people: without what lets in. */
export function shownUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.username + parsed.password === '') return withoutSecrets(url);
  parsed.username = parsed.password = '';
  return withoutSecrets(parsed.href);
}

/** @throws Refused where it is no address */
export function socketUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new Refused(`"${shownUrl(url)}" is no address; write one such as "http://127.0.0.1:4000"`);
  parsed.protocol = parsed.protocol === 'https:' ? 'wss:' : 'ws:';
  parsed.pathname = `${parsed.pathname.replace(/\/(graphql|graphiql)?\/*$/, '')}/graphql`;
  parsed.search = '';
  parsed.hash = '';
  return parsed.href;
}
