import type { IncomingMessage } from 'node:http';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  defaultTextMapGetter,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import type { HttpAccess } from '../clients/http-connection.js';
import { systemClock } from '../model/clock.js';
import { type Milliseconds, SECOND, after } from '../model/time.js';
import { CollectorExporter } from './span-exporter.js';

export interface TracingSettings {
  readonly access: HttpAccess;
  /** The share that is followed, where nobody has decided that already. */
  readonly sample: number;
}

export interface TracingParts {
  readonly version: string;
  readonly log: Logger;
  /** How long spans may wait for others to go with. Left out where the usual is right. */
  readonly interval?: Milliseconds;
}

/** So many spans wait to be sent; of more, the newest are lost. */
const QUEUE = { maxQueueSize: 2_048, maxExportBatchSize: 512 };

/** Spans wait no longer than this for others to go with. */
const BATCH_TIME: Milliseconds = 2 * SECOND;

/** What a client calls its operation may be as long as it likes. */
const LONGEST_NAME = 100;

/** A request that is over. */
interface Answered {
  /** What it came for. */
  readonly route: string;
  /** 0: its client was gone before the end. */
  readonly status: number;
  readonly duration: Milliseconds;
}

/** What a request asks, once that is known. */
interface Asked {
  readonly operation: string;
  readonly isKept: boolean;
}

/** Something that took its time and is over. */
interface Ended {
  readonly kind: SpanKind;
  readonly duration: Milliseconds;
  readonly attributes: Attributes;
  readonly isBad: boolean;
}

/**
 * Sends requests and probes as spans to a collector. A request goes on with the trace that its `traceparent` names; a span has
 * no text of a query, no variables and no address but the path.
 */
export class Tracing {
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;
  private readonly propagator = new W3CTraceContextPropagator();
  private readonly asked = new WeakMap<IncomingMessage, Asked>();

  constructor({ access, sample }: TracingSettings, { version, log, interval = BATCH_TIME }: TracingParts) {
    const exporter = new CollectorExporter(access, log);
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'vitals', 'service.version': version }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sample) }),
      spanLimits: { attributeCountLimit: 20, attributeValueLengthLimit: 200 },
      spanProcessors: [new BatchSpanProcessor({ exporter, ...QUEUE, scheduledDelayMillis: interval })],
    });
    this.tracer = this.provider.getTracer('vitals', version);
  }

  /** Says what a request asks. */
  named(request: IncomingMessage, operation: string, isKept: boolean): void {
    this.asked.set(request, { operation, isKept });
  }

  /** A request is over, just now. */
  answered(request: IncomingMessage, { route, status, duration }: Answered): void {
    // Streams of events last for hours, and pages and probes of Kubernetes tell nothing.
    if (route !== 'graphql') return;
    const { method = '' } = request;
    const parent = this.propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const attributes = {
      'http.request.method': method,
      'http.route': '/graphql',
      ...(status === 0 ? { 'error.type': 'aborted' } : { 'http.response.status_code': status }),
      ...attributesOf(this.asked.get(request)),
    };
    const isBad = status === 0 || status >= 500;
    this.span(`${method} /graphql`, { kind: SpanKind.SERVER, duration, attributes, isBad }, parent);
  }

  /** A look at a watched system is over, just now. */
  looked(source: string, outcome: string, duration: Milliseconds): void {
    const attributes = { 'vitals.source': source, 'vitals.outcome': outcome };
    this.span(`probe ${source}`, { kind: SpanKind.CLIENT, duration, attributes, isBad: outcome !== 'ok' });
  }

  /** Sends what waits, as far as that is soon done. */
  async stop(): Promise<void> {
    // What cannot be sent was said.
    await this.provider.shutdown().catch(() => undefined);
  }

  private span(name: string, { kind, duration, attributes, isBad }: Ended, parent: Context = ROOT_CONTEXT): void {
    const now = systemClock.now();
    const span = this.tracer.startSpan(name, { kind, startTime: after(now, -duration), attributes }, parent);
    if (isBad) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(now);
  }
}

function attributesOf(asked: Asked | undefined): Attributes {
  if (asked === undefined) return {};
  const [type = '', name = ''] = asked.operation.split(' ');
  return {
    'graphql.operation.type': type,
    ...(name !== '' && { 'graphql.operation.name': name.slice(0, LONGEST_NAME) }),
    'vitals.kept': asked.isKept,
  };
}
