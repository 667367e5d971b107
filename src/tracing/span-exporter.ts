import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { type HttpAccess, HttpConnection } from '../clients/http-connection.js';
import { ExchangeError, describeFailure } from '../clients/exchange-error.js';
import { KIBIBYTE } from '../model/bytes.js';
import { type Milliseconds, SECOND } from '../model/time.js';

/** How long a collector may take to accept spans: the end of the program waits for that. */
const DEADLINE: Milliseconds = 2 * SECOND;

/** It answers with next to nothing. */
const LONGEST_ANSWER = 64 * KIBIBYTE;

/** Sends spans to a collector: OTLP 1, JSON over HTTP. What it does not take is gone, and said once, until it does again. */
export class CollectorExporter implements SpanExporter {
  private readonly connection: HttpConnection;
  private readonly target: URL;
  private readonly stopped = new AbortController();
  /** Whether it took what it was sent last; null before that. */
  private isReached: boolean | null = null;

  constructor(
    access: HttpAccess,
    private readonly log: Logger,
  ) {
    this.connection = new HttpConnection(access, LONGEST_ANSWER);
    this.target = new URL(`${access.url.href.replace(/\/+$/, '')}/v1/traces`);
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.send(spans).then(
      () => {
        this.learn(null);
        done({ code: ExportResultCode.SUCCESS });
      },
      (error: unknown) => {
        if (!this.stopped.signal.aborted) this.learn(error);
        done({ code: ExportResultCode.FAILED });
      },
    );
  }

  shutdown(): Promise<void> {
    this.stopped.abort(new Error('It ends.'));
    this.connection.close();
    return Promise.resolve();
  }

  private async send(spans: ReadableSpan[]): Promise<void> {
    const body = JsonTraceSerializer.serializeRequest(spans);
    const form = Buffer.from(body ?? []).toString('utf8');
    const headers = { 'content-type': 'application/json' };
    // Sent again where a kept connection breaks, spans may come twice: OTLP has collectors live with that rather than miss them.
    const request = { target: this.target, headers, form };
    const { status } = await this.connection.exchangeWithin(DEADLINE, request, this.stopped.signal);
    if (status >= 200 && status < 300) return;
    throw new ExchangeError('invalid', `${this.connection.place} does not take them (${status}).`);
  }

  /** Never with what it answered: that may hold anything. */
  private learn(error: unknown): void {
    const isReached = error === null;
    if (isReached !== this.isReached) {
      const collector = this.connection.place;
      if (isReached) this.log.info({ collector }, 'traces are sent');
      else this.log.warn({ collector }, `traces are lost: ${describeFailure(error)}`);
    }
    this.isReached = isReached;
  }
}
