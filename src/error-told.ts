import { isNativeError } from 'node:util/types';

/** What the log says of an error. */
export interface ErrorTold {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  /** Of several in one, the first of them. */
  readonly errors?: readonly ErrorTold[];
}

/** So many errors of one that consists of several are told, so many of their causes, and so deep: one may hold itself. */
const MOST = 5;
const DEEPEST = 3;

/**
 * What an error says itself and of its causes, and where it was. What hangs on it besides is for programs: a request with its
 * headers, the options of a client, a part of the configuration or all of it, and the secrets therein.
 */
export function errorTold(error: unknown, depth = 0): ErrorTold {
  if (!isError(error)) return thrownOtherwise(error);
  const chain = causesOf(error);
  const { code } = error as NodeJS.ErrnoException;
  const parts = depth < DEEPEST && error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return {
    type: error.constructor.name,
    message: chain.map(({ message }) => message).join(': '),
    stack: chain.map(({ stack = '' }) => stack).join('\ncaused by: '),
    ...(typeof code === 'string' ? { code } : {}),
    ...(parts.length > 0 ? { errors: parts.slice(0, MOST).map((part) => errorTold(part, depth + 1)) } : {}),
  };
}

function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || isNativeError(thrown);
}

/** The error itself, what caused it, and so on. */
function causesOf(error: Error): readonly Error[] {
  const chain = [error];
  for (let { cause } = error; isError(cause) && chain.length < MOST; { cause } = cause) chain.push(cause);
  return chain;
}

function thrownOtherwise(thrown: unknown): ErrorTold {
  const message = typeof thrown === 'string' ? thrown : 'what was thrown is no error';
  return { type: typeof thrown, message };
}
