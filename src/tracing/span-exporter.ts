import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { Delivery } from '../clients/delivery.js';
import { ExchangeError } from '../clients/exchange-error.js';
import { type HttpAccess, HttpConnection } from '../clients/http-connection.js';
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
  private readonly delivery: Delivery;

  constructor(access: HttpAccess, log: Logger) {
    this.connection = new HttpConnection(access, LONGEST_ANSWER);
    const to = { collector: this.connection.place };
    this.delivery = new Delivery(log, { to, taken: 'traces are sent', notTaken: 'traces are lost:' });
    this.target = new URL(`${access.url.href.replace(/\/+$/, '')}/v1/traces`);
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.send(spans).then(
      () => {
        this.delivery.learn(null);
        done({ code: ExportResultCode.SUCCESS });
      },
      (error: unknown) => {
        if (!this.stopped.signal.aborted) this.delivery.learn(error);
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
}
