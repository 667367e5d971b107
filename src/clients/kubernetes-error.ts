import { STATUS_CODES } from 'node:http';
import { isNativeError } from 'node:util/types';
import { z } from 'zod';
import { beginningOf } from '../model/cut.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import { codeOf, isNoHttp, isOutOfDescriptors } from './error-code.js';
import { withoutSecrets } from './without-secrets.js';

/**
 * Why a request to a Kubernetes API server or kubelet gave no answer.
 * - `unreachable`: no connection, or it broke
 * - `hindered`: nobody was asked, as Vitals itself has no file descriptors left
 * - `timeout`: nothing was said in time
 * - `unauthorized`: no credentials could be had, or they were not accepted (401)
 * - `forbidden`: the permission is missing (403)
 * - `gone`: the resource version or page asked for is no longer, or not yet, there: list again (410, 504 with that cause)
 * - `invalid`: the answer cannot be read, or is larger than its bound
 * - `status`: any other refusal; see `status`
 */
export type KubernetesErrorKind =
  'unreachable' | 'hindered' | 'timeout' | 'unauthorized' | 'forbidden' | 'gone' | 'invalid' | 'status';

/** Its message never holds a token, password or other credential. */
export class KubernetesError extends Error {
  override readonly name = 'KubernetesError';

  constructor(
    readonly kind: KubernetesErrorKind,
    message: string,
    /** HTTP status; null where there was no answer. */
    readonly status: number | null = null,
    /** How long the server asks to be left alone; null where it does not say. */
    readonly retryAfter: Milliseconds | null = null,
  ) {
    super(message);
  }
}

/** The part of meta/v1 Status that tells one refusal from another. */
const statusSchema = z.object({
  kind: z.literal('Status'),
  code: z.number().optional(),
  message: z.string().optional(),
  details: z
    .object({
      causes: z.array(z.object({ reason: z.string().optional() })).optional(),
      retryAfterSeconds: z.number().optional(),
    })
    .optional(),
});

const LONGEST_MESSAGE = 300;

const KIND_BY_STATUS: Readonly<Record<number, KubernetesErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  410: 'gone',
};

/**
 * The refusal that a `Status` object stands for: the body of an answer, or the object of an ERROR event.
 *
 * @param httpStatus of the answer; null for an event, whose Status carries its own code
 * @param retryAfter from the answer's header; the Status may say it too
 */
export function refusal(
  body: unknown,
  httpStatus: number | null,
  retryAfter: Milliseconds | null = null,
): KubernetesError {
  const { data: status } = statusSchema.safeParse(body);
  const code = httpStatus ?? status?.code ?? 500;
  const tooNew = status?.details?.causes?.some((cause) => cause.reason === 'ResourceVersionTooLarge') === true;
  const asked = status?.details?.retryAfterSeconds;
  return new KubernetesError(
    tooNew ? 'gone' : (KIND_BY_STATUS[code] ?? 'status'),
    describe(code, status?.message),
    code,
    retryAfter ?? (asked === undefined ? null : asked * SECOND),
  );
}

function describe(code: number, message: string | undefined): string {
  const meaning = STATUS_CODES[code];
  const short = meaning === undefined ? `status ${code}` : `${code} ${meaning}`;
  return message === undefined || message === meaning ? short : `${short}: ${oneLine(withoutSecrets(message))}`;
}

function oneLine(text: string): string {
  return beginningOf(text.replace(/\s+/g, ' '), LONGEST_MESSAGE);
}

/** What went wrong below HTTP. Node's own messages name addresses and causes, never what was sent. */
export function connectionError(error: unknown): KubernetesError {
  if (error instanceof KubernetesError) return error;
  const code = codeOf(error);
  if (code !== null && isNoHttp(code)) return new KubernetesError('invalid', `the answer is not HTTP (${code})`);
  if (isOutOfDescriptors(code))
    return new KubernetesError('hindered', `Vitals itself has no file descriptors left (${code})`);
  return new KubernetesError('unreachable', code === null ? 'the connection failed' : errorMessage(error, code));
}

function errorMessage(error: unknown, code: string): string {
  // Node says `aborted` or `socket hang up`, depending on when.
  if (code === 'ECONNRESET') return 'the connection was reset';
  // A host with several addresses fails with one error for each and no message of its own.
  const first: unknown =
    isNativeError(error) && 'errors' in error && Array.isArray(error.errors) ? error.errors[0] : error;
  return isNativeError(first) && first.message !== '' ? oneLine(first.message) : code;
}
