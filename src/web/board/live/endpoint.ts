import { PATIENCE } from '../../common/served.js';
import type { TypedDocumentString } from '../../graphql/graphql.js';
import type { Gap } from './gap.js';
import { noteAnswerDate } from './server-time.js';
import { authorization, refused, visitor } from './token.js';

/** Relative to the page, so that it also holds behind a proxy that serves Vitals under a path of its own. */
export const endpoint = new URL('graphql', document.baseURI);

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
  readonly extensions?: { readonly reason?: string };
}

/** @throws NoAnswer where there is none; what aborted it where it was aborted */
export async function ask<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const { token } = visitor.get();
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization() },
    body: JSON.stringify({ query: document.toString(), variables }),
  };
  const { status, text } = await exchange(init, signal);
  const { data, errors = [] } = bodyOf(status, text) as GraphqlBody<T>;
  if (status === 401) refused(token, errors[0]?.message ?? 'The server asks who you are.');
  if (data == null) throw new NoAnswer(errors[0]?.message ?? `Vitals answered ${status}`);
  return { data, gaps: errors.map(gapOf) };
}

function gapOf({ message, path = [], extensions }: GraphqlError): Gap {
  return { message, path: path.join('.'), isConfigured: extensions?.reason !== 'NOT_CONFIGURED' };
}

interface GraphqlBody<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlError[];
}

/** The whole of an answer: what it says may break off, or be late, as its beginning may. */
async function exchange(init: RequestInit, signal: AbortSignal): Promise<{ status: number; text: string }> {
  try {
    const patience = AbortSignal.timeout(PATIENCE);
    const response = await fetch(endpoint, { ...init, signal: AbortSignal.any([signal, patience]) });
    noteAnswerDate(response.headers.get('date'));
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (signal.aborted) throw error;
    throw new NoAnswer(
      isTimeout(error) ? `Vitals did not answer within ${PATIENCE / 1_000} s` : 'Vitals cannot be reached',
    );
  }
}

function bodyOf(status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy in between speaks in words of its own.
    throw new NoAnswer(`Vitals answered ${status}, and not in JSON`);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
