import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import { isKnown } from '../if-none-match.js';
import { ENCODINGS, type EncodedAnswer, type Encoding, type Written } from './encoded-answer.js';

/** Headers by which Apollo decides what, and whether, to answer. */
const HEADERS_READ = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** All of a request that its answer depends on: whoever lets it depend on something else, such as who asks, adds it here. */
export function keyOf({ method, url = '', headers }: IncomingMessage, body: string): string {
  const read = HEADERS_READ.map((name) => headers[name] ?? '');
  return [method, url, ...read, body].join('\n');
}

/** Sends an answer in the encoding that is wanted; only that it is what the client has, where that is so. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: EncodedAnswer,
): undefined | Promise<void> {
  const written = answer.in(encodingOf(request));
  if ('body' in written) {
    write(request, response, answer.status, written);
    return undefined;
  }
  return written.then((later) => {
    write(request, response, answer.status, later);
  });
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { body, headers, tagged }: Written,
): void {
  if (request.method !== 'GET' || status !== 200) {
    response.writeHead(status, headers).end(body);
    return;
  }
  const { etag, headers: taggedHeaders, unchangedHeaders } = tagged();
  if (isKnown(request, etag)) response.writeHead(304, unchangedHeaders).end();
  else response.writeHead(200, taggedHeaders).end(body);
}

/** What its types do not know yet: which one is taken where several are liked as well. */
interface Choosing {
  encoding(available: readonly Encoding[], options: { readonly preferred: readonly Encoding[] }): Encoding | undefined;
}

function encodingOf(request: IncomingMessage): Encoding {
  if (request.headers['accept-encoding'] === undefined) return 'identity';
  const negotiator = new Negotiator(request) as unknown as Choosing;
  return negotiator.encoding(ENCODINGS, { preferred: ENCODINGS }) ?? 'identity';
}
