import { UnreadableFile } from './credentials.js';
import { brokenConnection, codeOf } from './error-code.js';

/**
 * Why an exchange over HTTP gave no result.
 * - `lost`: the other side refuses, hangs, cannot be found, breaks off, or says that it cannot answer now
 * - `forbidden`: it, or a proxy before it, does not let us in
 * - `invalid`: what it answers is not what was asked for, or it does not accept what it is asked
 * - `hindered`: Vitals itself could not ask, as it has no file descriptors left
 */
export type ExchangeFailure = 'lost' | 'forbidden' | 'invalid' | 'hindered';

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

/** After the connection could not be had, or broke; or a file of ours that it needs could not be read. */
export function connectionFailure(place: string, error: unknown): ExchangeError {
  if (error instanceof ExchangeError) return error;
  if (error instanceof UnreadableFile) return new ExchangeError(error.state, error.message);
  const { state, message } = brokenConnection(codeOf(error), place);
  return new ExchangeError(state, message);
}

/** What went wrong with an exchange, in one sentence of our own. */
export function describeFailure(error: unknown): string {
  return error instanceof ExchangeError ? error.message : `a defect (${(error as Error).name}).`;
}
