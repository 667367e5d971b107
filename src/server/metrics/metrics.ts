import { Counter, Gauge, Histogram, Registry as Exporter } from 'prom-client';
import { type Milliseconds, SECOND } from '../../model/time.js';
import { labelOfCode } from './error-codes.js';

/** What a request came for: a word for each, whatever its address says behind that. */
export type Route = 'graphql' | 'stream' | 'metrics' | 'health' | 'pages';

/** How subscribers are connected. */
export type Transport = 'websocket' | 'sse';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** In seconds: kept answers take less than the first, whole platforms more than most. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const PROBE_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What Vitals counts of itself. Every label has a few values, or one for each configured system. */
export class Metrics {
  readonly exporter = new Exporter();
  private readonly requests = new Counter({
    name: 'vitals_http_requests_total',
    help: 'Requests over HTTP that were answered, or whose client went away first (status "aborted").',
    labelNames: ['route', 'method', 'status'] as const,
    registers: [this.exporter],
  });
  private readonly durations = new Histogram({
    name: 'vitals_http_request_duration_seconds',
    help: 'From the headers of a request to the end of its answer; streams of events are left out.',
    labelNames: ['route'] as const,
    buckets: REQUEST_BUCKETS,
    registers: [this.exporter],
  });
  private readonly errors = new Counter({
    name: 'vitals_request_errors_total',
    help: 'Requests and operations that were refused or went wrong, over HTTP, WebSocket and SSE, by the code they were told.',
    labelNames: ['code'] as const,
    registers: [this.exporter],
  });
  private readonly probes = new Histogram({
    name: 'vitals_probe_duration_seconds',
    help: 'Looks at watched systems, by source and outcome: ok, failed, or late where the deadline passed.',
    labelNames: ['source', 'outcome'] as const,
    buckets: PROBE_BUCKETS,
    registers: [this.exporter],
  });

  /** Counts a request that is over. `status` 0: its client was gone before the end. */
  answered(route: Route, method: string | undefined, status: number, duration: Milliseconds): void {
    const known = method !== undefined && METHODS.has(method) ? method : 'other';
    const result = status === 0 ? 'aborted' : `${Math.floor(status / 100)}xx`;
    this.requests.inc({ route, method: known, status: result });
    if (route !== 'stream') this.durations.observe({ route }, duration / SECOND);
  }

  /** Counts an error that somebody was told, or a connection that was closed instead. */
  wentWrong(code: unknown): void {
    this.errors.inc({ code: labelOfCode(code) });
  }

  /** Counts a look at a watched system. */
  looked(source: string, outcome: string, duration: Milliseconds): void {
    this.probes.observe({ source, outcome }, duration / SECOND);
  }

  /** Has the number of live subscriptions asked whenever it is told. */
  countSubscriptions(count: () => Readonly<Record<Transport, number>>): void {
    this.gauge('vitals_subscriptions', 'Live subscriptions at the moment.', ['transport'], (gauge) => {
      for (const [transport, subscriptions] of Object.entries(count())) gauge.set({ transport }, subscriptions);
    });
  }

  /** A number that only grows, looked up whenever it is told. */
  counter(name: string, help: string, count: () => number): void {
    new Counter({
      name,
      help,
      registers: [this.exporter],
      collect() {
        this.reset();
        this.inc(count());
      },
    });
  }

  /** A number, or several by their labels, that is looked up whenever it is told. */
  gauge<L extends string>(name: string, help: string, labelNames: readonly L[], set: (gauge: Gauge<L>) => void): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.exporter],
      collect() {
        this.reset();
        set(this);
      },
    });
  }
}
