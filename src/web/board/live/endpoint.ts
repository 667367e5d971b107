import type { TypedDocumentString } from '../../graphql/graphql.js';
import { noteAnswerDate } from './server-time.js';
import { authorization, refused, visitor } from './token.js';

/** Relative to the page, so that it also holds behind a proxy that serves Vitals under a path of its own. */
export const endpoint = new URL('graphql', document.baseURI);

/** An answer that does not come by then counts as none. */
const PATIENCE = 15_000;

/** What of an answer could not be had, in words for people. */
export interface Gap {
  readonly message: string;
  /** The field that is null instead. */
  readonly path: string;
}

export interface Answer<T> {
  readonly data: T;
  readonly gaps: readonly Gap[];
}

/** No answer: the server is not reached, or refuses. Its message is for people. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** @throws NoAnswer where there is none; what aborted it where it was aborted */
export async function ask<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const { token } = visitor.get();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization() },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new NoAnswer(
      isTimeout(error) ? `Vitals did not answer within ${PATIENCE / 1_000} s` : 'Vitals cannot be reached',
    );
  });
  noteAnswerDate(response.headers.get('date'));
  const { data, errors = [] } = (await bodyOf(response)) as GraphqlBody<T>;
  if (response.status === 401) refused(token, errors[0]?.message ?? 'The server asks who you are.');
  if (data == null) throw new NoAnswer(errors[0]?.message ?? `Vitals answered ${response.status}`);
  return { data, gaps: errors.map(({ message, path = [] }) => ({ message, path: path.join('.') })) };
}

interface GraphqlBody<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlError[];
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // A proxy in between speaks in words of its own.
    throw new NoAnswer(`Vitals answered ${response.status}, and not in JSON`);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
