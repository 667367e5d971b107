import { Agent } from 'node:https';
import type { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { z } from 'zod';
import { readPassword, tlsOptionsFor } from '../../clients/credentials.js';
import type { AnswerBound } from '../../clients/answer-bound.js';
import type { Endpoint } from '../../config/fields.js';
import { hostAndPort } from '../../model/address.js';
import type { ClickHouseConfig } from './clickhouse.config.js';
import { Refusal, UnreadableAnswer } from './clickhouse.failure.js';

/** Of what one server is asked at the same time: it may be in trouble already. */
const MOST_SOCKETS = 3;

const answerSchema = z.object({ data: z.array(z.record(z.string(), z.unknown())) });

/** Asks one server over HTTP; its sockets are kept from question to question. */
export class ClickHouseConnection {
  private readonly client: ClickHouseClient;

  /** Throws where a file that it needs cannot be read. */
  constructor(
    { host, port }: Endpoint,
    private readonly config: ClickHouseConfig,
    /** Of its answers; it outlives this connection. */
    private readonly bound: AnswerBound,
  ) {
    const { tls, deadline } = config;
    this.client = createClient({
      url: `${tls === null ? 'http' : 'https'}://${hostAndPort(host, port)}`,
      application: 'vitals',
      request_timeout: 2 * deadline,
      max_open_connections: MOST_SOCKETS,
      // What it has to say, we say ourselves: its errors may hold anything.
      log: { level: ClickHouseLogLevel.OFF },
      ...(tls === null
        ? {}
        : { http_agent: new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS, ...tlsOptionsFor(host, tls) }) }),
    });
  }

  /** The rows of an answer. No setting goes with the question: a user that may only read could not send any. */
  async ask(text: string, signal: AbortSignal): Promise<readonly unknown[]> {
    signal.throwIfAborted();
    const { stream, http_status_code, response_headers } = await this.client.exec({
      query: `${text}\nFORMAT JSON`,
      auth: { username: this.config.user, password: readPassword(this.config.secret) },
      abort_signal: signal,
      ignore_error_response: true,
    });
    const body = await this.readText(stream, signal);
    if (http_status_code !== undefined && http_status_code >= 300) {
      throw refusalIn(response_headers['x-clickhouse-exception-code'], body, http_status_code);
    }
    return rowsOf(body);
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** Ends with what is being read when `signal` aborts. */
  private async readText(stream: Readable, signal: AbortSignal): Promise<string> {
    const abort = (): void => void stream.destroy(new Error('The look was called off.'));
    signal.addEventListener('abort', abort, { once: true });
    try {
      if (signal.aborted) abort();
      const body = await this.bound.read(stream, () => new UnreadableAnswer('An answer is too long.'));
      return body.toString('utf8');
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }
}

/** A header since 19; before, it stands in the text only. */
function refusalIn(header: unknown, body: string, status: number): Error {
  const code = Number(header ?? /^\s*Code: (\d+)/.exec(body)?.[1]);
  if (Number.isInteger(code) && code > 0) return new Refusal(code);
  return new UnreadableAnswer(`Status ${status}, without a code.`);
}

function rowsOf(body: string): readonly unknown[] {
  try {
    return answerSchema.parse(JSON.parse(body)).data;
  } catch {
    throw new UnreadableAnswer('An answer is not JSON, or half of it.');
  }
}
