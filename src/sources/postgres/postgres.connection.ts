import { once } from 'node:events';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { readPassword, tlsOptionsFor } from '../../clients/credentials.js';
import { paceOfAnswers } from '../../clients/pace.js';
import { MEBIBYTE } from '../../model/bytes.js';
import type { Clock } from '../../model/clock.js';
import { type Milliseconds, SECOND, after } from '../../model/time.js';
import type { PostgresConfig } from './postgres.config.js';
import { UnreadableAnswer } from './postgres.failure.js';

/** A goodbye that takes longer is not waited for. */
const LONGEST_GOODBYE: Milliseconds = SECOND;

/** What all questions of one look are answered with is some kilobytes; whoever says more than this is no PostgreSQL. */
const MOST_BYTES = 4 * MEBIBYTE;

/** Bytes that came since something was last asked while nothing else was. */
interface Meter {
  bytes: number;
}

/** The one connection to a server: kept as long as it lives, never opened again. */
export class PostgresConnection {
  private readonly socket = new Socket();
  private readonly client: pg.Client;
  private opening: Promise<unknown> | null = null;
  private isOver = false;
  private readonly meter: Meter = { bytes: 0 };
  private unanswered = 0;

  /** @param onLost called once when it ends without having been asked to */
  constructor(
    private readonly config: PostgresConfig,
    private readonly clock: Clock,
    onLost: () => void,
  ) {
    const { host, port, database, user, tls } = config;
    this.client = new pg.Client({
      host,
      port,
      database,
      user,
      // Asked for by the client when the server does. Empty rather than none: for none it would look in files of its own.
      password: () => readPassword(config.secret),
      ssl: tls === null ? false : tlsOptionsFor(host, tls),
      application_name: 'vitals',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10 * SECOND,
      pipeline: true,
      stream: () => this.socket,
    });
    guard(this.socket, this.meter);
    const { connection } = this.client;
    connection.once('sslconnect', () => {
      guard(connection.stream, this.meter);
    });
    // An error of the connection as such: whoever waits for an answer gets it too, and the end follows.
    this.client.on('error', () => {
      this.socket.destroy();
    });
    this.client.once('end', () => {
      if (!this.isOver) onLost();
      this.isOver = true;
    });
  }

  /** Connects, and makes the session harmless: it writes nothing, waits for no lock and cannot outlive its deadline. */
  async open(): Promise<void> {
    this.opening ??= this.client.connect().then(() => this.query(sessionSettings(this.config.deadline)));
    await this.opening;
  }

  /** All that is asked before an answer came goes to the server together. */
  async query(text: string): Promise<readonly unknown[]> {
    if (this.unanswered === 0) this.meter.bytes = 0;
    this.unanswered += 1;
    try {
      const { rows } = await this.client.query<Record<string, unknown>>(text);
      return rows;
    } finally {
      this.unanswered -= 1;
    }
  }

  /** Ends it this moment, whatever it is waiting for. What runs on the server ends by its statement timeout. */
  destroy(): void {
    this.isOver = true;
    this.socket.destroy();
  }

  /** Says goodbye, so that the server logs no broken connection. */
  async close(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    const late = new AbortController();
    const disarm = this.clock.at(after(this.clock.now(), LONGEST_GOODBYE), () => {
      late.abort();
    });
    const ended = once(this.client, 'end', { signal: late.signal });
    void this.client.end();
    await ended.catch(() => undefined);
    disarm();
    this.socket.destroy();
  }
}

/**
 * What a server can begin with: a question who we are, an error, a notice, another version of the protocol; or whether it
 * speaks TLS, in one letter. The client takes anything else for the beginning of a very long message, and waits for it.
 */
const FIRST_LETTERS = new Set([...'RENvS'].map((letter) => letter.charCodeAt(0)));

/**
 * The client reads answers within the event that brings them, and throws at what it does not know, such as a demand for
 * Kerberos: nobody could catch that. It ends the connection instead, and an
 * answer without end with it: the client would gather it for as long as a look may take.
 */
function guard(stream: Duplex, meter: Meter): void {
  const emit = stream.emit.bind(stream) as (event: string | symbol, ...values: unknown[]) => boolean;
  let isFirst = true;
  stream.emit = (event: string | symbol, ...values: unknown[]) => {
    if (event !== 'data') return emit(event, ...values);
    try {
      if (isFirst && !isGreeting(values[0])) throw new Error('This is not how PostgreSQL begins.');
      meter.bytes += (values[0] as Buffer).length;
      if (meter.bytes > MOST_BYTES) throw new Error('An answer is too long.');
      isFirst = false;
      paceOfAnswers.hold(stream, (values[0] as Buffer).length);
      return emit(event, ...values);
    } catch (error) {
      stream.destroy(new UnreadableAnswer(error));
      return true;
    }
  };
}

function isGreeting(data: unknown): boolean {
  return Buffer.isBuffer(data) && FIRST_LETTERS.has(data[0] ?? -1);
}

/** One statement that is slow, or several that wait for a lock on the catalogue, cost their own facts and not the look. */
function sessionSettings(deadline: Milliseconds): string {
  return [
    `SET statement_timeout = ${Math.floor(deadline / 2)}`,
    `SET lock_timeout = ${Math.floor(deadline / 10)}`,
    'SET default_transaction_read_only = on',
    'SET search_path = pg_catalog',
    // Compiling a statement over the catalogue takes longer than running it.
    'SET jit = off',
  ].join('; ');
}
