import { codeOf, describeOwnWant, isTlsTrouble } from './error-code.js';

/**
 * Why an exchange over HTTP gave no result.
 * - `lost`: the other side refuses, hangs, cannot be found, breaks off, or says that it cannot answer now
 * - `forbidden`: it, or a proxy before it, does not let us in
 * - `invalid`: what it answers is not what was asked for, or it does not accept what it is asked
 */
export type ExchangeFailure = 'lost' | 'forbidden' | 'invalid';

/** Its message is one sentence of our own: what answers may hold anything, and is not passed on. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';

  constructor(
    readonly state: ExchangeFailure,
    message: string,
  ) {
    super(message);
  }
}

/** After the connection could not be had, or broke. */
export function connectionFailure(place: string, error: unknown): ExchangeError {
  if (error instanceof ExchangeError) return error;
  const code = codeOf(error);
  const ownWant = describeOwnWant(code);
  if (ownWant !== null) return new ExchangeError('lost', ownWant);
  if (code === 'ECONNREFUSED') return new ExchangeError('lost', `${place} refuses connections.`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new ExchangeError('lost', `The name of ${place} cannot be resolved (${code}).`);
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return new ExchangeError('lost', `There is no way to ${place} (${code}).`);
  const suffix = code === null ? '' : ` (${code})`;
  // The parser of HTTP says HPE_…: something else speaks there.
  if (code?.startsWith('HPE_') === true) return new ExchangeError('invalid', `${place} does not speak HTTP${suffix}.`);
  if (code !== null && isTlsTrouble(code)) return new ExchangeError('invalid', `TLS with ${place} fails${suffix}.`);
  return new ExchangeError('lost', `The connection to ${place} broke${suffix}.`);
}

/** What went wrong with an exchange, in one sentence of our own. */
export function describeFailure(error: unknown): string {
  return error instanceof ExchangeError ? error.message : `a defect (${(error as Error).name}).`;
}
