import { type Milliseconds, SECOND } from '../model/time.js';

/**
 * Why Prometheus gave no result.
 * - `lost`: it refuses, hangs, cannot be found, breaks off, or says that it cannot answer now
 * - `forbidden`: it, or a proxy before it, does not let us in
 * - `invalid`: what it answers is not what was asked for, or it does not accept the query
 */
export type PrometheusFailure = 'lost' | 'forbidden' | 'invalid';

/** Its message is one sentence of our own: what answers may hold anything, and is not passed on. */
export class PrometheusError extends Error {
  override readonly name = 'PrometheusError';

  constructor(
    readonly state: PrometheusFailure,
    message: string,
  ) {
    super(message);
  }
}

/** What Prometheus calls its own errors (`errorType`), where they do not say that the query is at fault. */
const NOT_NOW: ReadonlySet<string> = new Set(['timeout', 'canceled', 'unavailable', 'internal']);

/** @param errorType as Prometheus has it; null where the answer is not one of Prometheus */
export function refusal(place: string, status: number, errorType: string | null): PrometheusError {
  if (status === 401) return new PrometheusError('forbidden', `${place} asks for other credentials (401).`);
  if (status === 403) return new PrometheusError('forbidden', `${place} forbids the query (403).`);
  if (errorType !== null && NOT_NOW.has(errorType))
    return new PrometheusError('lost', `${place} could not answer the query (${errorType}).`);
  if (errorType !== null)
    return new PrometheusError('invalid', `${place} does not accept the query (${/^[a-z_]{1,30}$/.exec(errorType)?.[0] ?? 'error'}).`); // prettier-ignore
  if (status === 429 || status >= 500) return new PrometheusError('lost', `${place} answers with status ${status}.`);
  return new PrometheusError('invalid', `${place} answers with status ${status}, as Prometheus does not.`);
}

export function unreadable(place: string): PrometheusError {
  return new PrometheusError('invalid', `What ${place} answers is not what Prometheus answers, or half of it.`);
}

/** After the connection could not be had, or broke. */
export function connectionFailure(place: string, error: unknown): PrometheusError {
  if (error instanceof PrometheusError) return error;
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') return new PrometheusError('lost', `${place} refuses connections.`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new PrometheusError('lost', `The name of ${place} cannot be resolved (${code}).`);
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return new PrometheusError('lost', `There is no way to ${place} (${code}).`);
  const suffix = code === null ? '' : ` (${code})`;
  // The parser of HTTP says HPE_…: something else speaks there.
  if (code?.startsWith('HPE_') === true)
    return new PrometheusError('invalid', `${place} does not speak HTTP${suffix}.`);
  if (code !== null && /CERT|^ERR_(?:TLS|SSL|OSSL)|^UNABLE_TO_|^HOSTNAME_|^EPROTO$/.test(code))
    return new PrometheusError('invalid', `TLS with ${place} fails${suffix}.`);
  return new PrometheusError('lost', `The connection to ${place} broke${suffix}.`);
}

/**
 * What went wrong with an exchange, in one sentence of our own.
 * @param deadline after which its signal ended it
 */
export function describeFailure(error: unknown, place: string, deadline: Milliseconds): string {
  if (error instanceof PrometheusError) return error.message;
  const isLate = error instanceof DOMException && error.name === 'TimeoutError';
  return isLate ? `${place} gave no answer within ${deadline / SECOND} s.` : `a defect (${(error as Error).name}).`;
}

/** A code that fits into a sentence; null for anything else. A host with several addresses fails once for each. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const code = 'code' in error ? error.code : null;
  if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)) return code;
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return first === undefined ? null : codeOf(first);
}
