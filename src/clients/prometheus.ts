import { refusal, unreadable } from './prometheus-error.js';
import { type PrometheusSample, readAnswer, readErrorType } from './prometheus-answer.js';
import { type PrometheusAccess, PrometheusConnection } from './prometheus-connection.js';

/** Bytes: some 30,000 samples. A query that brings more is not one that anybody wants at intervals. */
const LONGEST_ANSWER = 8 * 1024 ** 2;

const HEADERS = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };

/** Asks one Prometheus, or whatever speaks its API (Thanos, Mimir, VictoriaMetrics), over kept connections. */
export class PrometheusClient {
  private readonly connection: PrometheusConnection;
  private readonly target: URL;

  /**
   * @param access `/api/v1/query` follows the path of its URL
   * @param longest bytes; a longer answer is `invalid`
   */
  constructor(access: PrometheusAccess, longest = LONGEST_ANSWER) {
    const { url } = access;
    this.connection = new PrometheusConnection(access, longest);
    this.target = new URL(`${url.pathname.replace(/\/$/, '')}/api/v1/query`, url);
  }

  /** What it is called in messages. */
  get place(): string {
    return this.connection.place;
  }

  /**
   * The value of an expression now. Nothing matches: an empty list.
   * @param signal ends it, and is the deadline: without one there is none
   * @throws PrometheusError, or the signal's reason once it has aborted
   */
  async query(expression: string, signal: AbortSignal): Promise<readonly PrometheusSample[]> {
    const form = new URLSearchParams({ query: expression }).toString();
    const { status, body } = await this.connection.exchange({ target: this.target, headers: HEADERS, form }, signal);
    const json = parsed(body.toString('utf8'));
    if (status < 200 || status >= 300) throw refusal(this.place, status, readErrorType(json));
    const samples = readAnswer(json);
    if (samples !== null) return samples;
    const errorType = readErrorType(json);
    throw errorType === null ? unreadable(this.place) : refusal(this.place, status, errorType);
  }

  /** Ends every connection. */
  close(): void {
    this.connection.close();
  }
}

/** Undefined where it is none: the parser's own error would quote what it read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
