import { z } from 'zod';
import { UnreadableFile } from '../../clients/credentials.js';
import { brokenConnection, brokenTls, codeOf } from '../../clients/error-code.js';
import { hostAndPort } from '../../model/address.js';
import { describeDuration } from '../../model/duration.js';
import type { Milliseconds } from '../../model/time.js';
import type { LookFailure } from '../../sampling/reach.js';
import type { PostgresConfig } from './postgres.config.js';
import type { Lack } from './postgres.queries.js';

const INSUFFICIENT_PRIVILEGE = '42501';

/** No such function, table, column, setting; not supported. */
const UNDEFINED: ReadonlySet<string> = new Set(['42883', '42P01', '42703', '42704', '0A000']);

/** An answer that the client cannot read. */
export class UnreadableAnswer extends Error {
  /** The server wants to know who we are in a way the client does not speak: Kerberos, SSPI, … */
  readonly isAboutAuthentication: boolean;

  constructor(cause: unknown) {
    super('An answer cannot be read.');
    this.isAboutAuthentication = cause instanceof Error && cause.message.startsWith('Unknown authentication');
  }
}

/** Connected, and not a word. */
export class SilentServer extends Error {
  constructor(readonly waited: Milliseconds) {
    super(`No answer within ${describeDuration(waited)}.`);
  }
}

/** Codes with which the server takes leave of a session, rather than refuse one statement. */
const FAREWELL = /^(?:57P|08)/;

/** Whether the server refused one statement, and the connection lives on. */
export function refusalOf(error: unknown): Lack | null {
  const code = codeOf(error);
  if (code === null || !isSqlState(code) || FAREWELL.test(code)) return null;
  if (code === INSUFFICIENT_PRIVILEGE) return 'forbidden';
  return UNDEFINED.has(code) ? 'unsupported' : 'probe failed';
}

/**
 * Why a look failed, in our own words: what the server or a library says may hold anything, a password too, and is not
 * passed on.
 */
export function failureOf(error: unknown, config: PostgresConfig): LookFailure {
  if (error instanceof UnreadableFile) return { state: error.state, message: error.message };
  if (error instanceof SilentServer) return silence(error.waited, config);
  if (error instanceof UnreadableAnswer && error.isAboutAuthentication) {
    return { state: 'forbidden', message: `The server asks user "${config.user}" for another proof than a password.` };
  }
  if (error instanceof UnreadableAnswer || error instanceof z.ZodError)
    return { state: 'invalid', message: 'Its answer is not what PostgreSQL answers.' };
  const code = codeOf(error);
  if (code !== null && isSqlState(code)) return sqlFailure(code, config);
  const text = error instanceof Error ? error.message : '';
  if (text.startsWith('SASL')) return { state: 'forbidden', message: passwordMessage(config) };
  // A server that speaks no TLS is known by the library's words alone.
  if (text.includes('SSL connection')) return brokenTls(code, placeOf(config));
  if (/^received (?:invalid|unexpected)/i.test(text)) {
    return { state: 'invalid', message: `What answers at ${placeOf(config)} is not PostgreSQL.` };
  }
  return brokenConnection(code, placeOf(config), config.host);
}

export function lateFailure(config: PostgresConfig): LookFailure {
  return silence(config.deadline, config);
}

function silence(waited: Milliseconds, config: PostgresConfig): LookFailure {
  return { state: 'lost', message: `${placeOf(config)} gave no answer within ${describeDuration(waited)}.` };
}

function sqlFailure(code: string, config: PostgresConfig): LookFailure {
  const { user, database } = config;
  switch (code) {
    case '28P01':
      return { state: 'forbidden', message: passwordMessage(config) };
    case '28000':
      return { state: 'forbidden', message: `The server does not let user "${user}" in from here (pg_hba.conf).` };
    case INSUFFICIENT_PRIVILEGE:
      return { state: 'forbidden', message: `User "${user}" has no permission to connect to database "${database}".` };
    case '3D000':
      return { state: 'forbidden', message: `The server has no database "${database}".` };
    case '53300':
      return { state: 'lost', message: 'The server takes no more connections: all are in use.' };
    case '57P03':
      return { state: 'lost', message: 'The server takes no connections now: it is starting, stopping or recovering.' };
    case '57P01':
      return { state: 'lost', message: 'The server ended the connection: it is stopping, or an administrator did it.' };
    case '57014':
      return { state: 'lost', message: 'The server did not answer the first question in time.' };
    default:
      return { state: 'lost', message: `The server answers with error ${code}.` };
  }
}

function passwordMessage({ secret, user }: PostgresConfig): string {
  if (secret === null) return `The server asks for a password of user "${user}", and none is configured.`;
  return `The server does not accept the password of user "${user}".`;
}

function placeOf({ host, port }: PostgresConfig): string {
  return hostAndPort(host, port);
}

function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
}
