import { z } from 'zod';
import { UnreadableFile } from '../../clients/credentials.js';
import { brokenConnection, codeOf } from '../../clients/error-code.js';
import type { Endpoint } from '../../config/fields.js';
import { describeDuration } from '../../model/duration.js';
import type { Milliseconds } from '../../model/time.js';
import type { LookFailure } from '../../sampling/reach.js';
import type { ClickHouseConfig } from './clickhouse.config.js';

/** Why a fact is not there, as `unavailable` says it. */
export type Lack = 'unsupported' | 'forbidden' | 'probe failed';

/** The server refused a statement; `code` is one of its own error codes. */
export class Refusal extends Error {
  constructor(readonly code: number) {
    super(`The server answers with error ${code}.`);
  }
}

/** What answers is not ClickHouse, or answers half. */
export class UnreadableAnswer extends Error {}

/** Connected, or not, and not a word. */
export class SilentServer extends Error {
  constructor(readonly waited: Milliseconds) {
    super(`No answer within ${describeDuration(waited)}.`);
  }
}

/** UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, AUTHENTICATION_FAILED. */
const NOT_WHO_WE_SAY: ReadonlySet<number> = new Set([192, 193, 194, 516]);
/** READONLY, IP_ADDRESS_NOT_ALLOWED, QUOTA_EXPIRED, DATABASE_ACCESS_DENIED, ACCESS_DENIED. */
const NOT_ALLOWED: ReadonlySet<number> = new Set([164, 195, 201, 291, 497]);
/** NO_SUCH_COLUMN_IN_TABLE, UNKNOWN_FUNCTION, UNKNOWN_IDENTIFIER, UNKNOWN_TABLE, UNKNOWN_DATABASE. */
const NOT_THERE: ReadonlySet<number> = new Set([16, 46, 47, 60, 81]);
const TOO_MANY_QUERIES = 202;

/** Why one statement brought nothing, while others may. */
export function lackOf(error: unknown): Lack {
  if (!(error instanceof Refusal)) return 'probe failed';
  if (NOT_ALLOWED.has(error.code) || NOT_WHO_WE_SAY.has(error.code)) return 'forbidden';
  return NOT_THERE.has(error.code) ? 'unsupported' : 'probe failed';
}

/**
 * Why a look failed, in our own words: what the server or a library says may hold anything, a password too, and is not
 * passed on.
 */
export function failureOf(error: unknown, endpoint: Endpoint, config: ClickHouseConfig): LookFailure {
  if (error instanceof UnreadableFile) return { state: error.state, message: error.message };
  if (error instanceof SilentServer) return lateFailure(endpoint, error.waited);
  if (error instanceof Refusal) return refused(error.code, endpoint, config);
  if (error instanceof UnreadableAnswer || error instanceof z.ZodError) {
    return {
      state: 'invalid',
      message: `What ${endpoint.name} answers is not what ClickHouse answers, or half of it.`,
    };
  }
  return brokenConnection(codeOf(error), endpoint.name, endpoint.host);
}

export function lateFailure({ name }: Endpoint, deadline: Milliseconds): LookFailure {
  return lost(`${name} gave no answer within ${describeDuration(deadline)}.`);
}

/** Why no replica tells its tables, as far as one of them says it by its lack. */
export function listFailure(lack: string | undefined): LookFailure {
  if (lack === 'forbidden') return { state: 'forbidden', message: 'No replica lets us read system.replicas.' };
  if (lack === 'unsupported') return { state: 'invalid', message: 'No replica has system.replicas.' };
  return lost('No replica answers what tables it has.');
}

function refused(code: number, { name }: Endpoint, { user, secret }: ClickHouseConfig): LookFailure {
  if (NOT_WHO_WE_SAY.has(code)) {
    const which = secret === null ? ', for whom no password is configured' : ' or the password';
    return { state: 'forbidden', message: `${name} does not accept user "${user}"${which}.` };
  }
  if (NOT_ALLOWED.has(code)) {
    return { state: 'forbidden', message: `${name} does not let user "${user}" ask (error ${code}).` };
  }
  if (code === TOO_MANY_QUERIES) return lost(`${name} takes no more queries: too many run at the same time.`);
  return lost(`${name} answers with error ${code}.`);
}

function lost(message: string): LookFailure {
  return { state: 'lost', message };
}
