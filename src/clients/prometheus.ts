import { MEBIBYTE } from '../model/bytes.js';
import { ExchangeError } from './exchange-error.js';
import { type HttpAccess, HttpConnection } from './http-connection.js';
import { parseJson } from './parse-json.js';
import { type PrometheusSample, readAnswer, readErrorType } from './prometheus-answer.js';

/** Bytes: some 30,000 samples. A query that brings more is not one that anybody wants at intervals. */
const LONGEST_ANSWER = 8 * MEBIBYTE;

const HEADERS = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };

/** Asks one Prometheus, or whatever speaks its API (Thanos, Mimir, VictoriaMetrics), over kept connections. */
export class PrometheusClient {
  private readonly connection: HttpConnection;
  private readonly target: URL;

  /**
   * @param access `/api/v1/query` follows the path of its URL
   * @param longest bytes; a longer answer is `invalid`
   */
  constructor(access: HttpAccess, longest = LONGEST_ANSWER) {
    const { url } = access;
    this.connection = new HttpConnection(access, longest);
    this.target = new URL(`${url.pathname.replace(/\/$/, '')}/api/v1/query`, url);
  }

  /** What it is called in messages. */
  get place(): string {
    return this.connection.place;
  }

  /**
   * The value of an expression now. Nothing matches: an empty list.
   * @param signal ends it, and is the deadline: without one there is none
   * @throws ExchangeError, or the signal's reason once it has aborted
   */
  async query(expression: string, signal: AbortSignal): Promise<readonly PrometheusSample[]> {
    const form = new URLSearchParams({ query: expression }).toString();
    const { status, body } = await this.connection.exchange({ target: this.target, headers: HEADERS, form }, signal);
    const json = parseJson(body);
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

/** What Prometheus calls its own errors (`errorType`), where they do not say that the query is at fault. */
const NOT_NOW: ReadonlySet<string> = new Set(['timeout', 'canceled', 'unavailable', 'internal']);

/** @param errorType as Prometheus has it; null where the answer is not one of Prometheus */
function refusal(place: string, status: number, errorType: string | null): ExchangeError {
  if (status === 401) return new ExchangeError('forbidden', `${place} asks for other credentials (401).`);
  if (status === 403) return new ExchangeError('forbidden', `${place} forbids the query (403).`);
  if (errorType !== null && NOT_NOW.has(errorType))
    return new ExchangeError('lost', `${place} could not answer the query (${errorType}).`);
  if (errorType !== null)
    return new ExchangeError('invalid', `${place} does not accept the query (${/^[a-z_]{1,30}$/.exec(errorType)?.[0] ?? 'error'}).`); // prettier-ignore
  if (status === 429 || status >= 500) return new ExchangeError('lost', `${place} answers with status ${status}.`);
  return new ExchangeError('invalid', `${place} answers with status ${status}, as Prometheus does not.`);
}

function unreadable(place: string): ExchangeError {
  return new ExchangeError('invalid', `What ${place} answers is not what Prometheus answers, or half of it.`);
}
