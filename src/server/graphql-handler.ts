import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import getRawBody from 'raw-body';
import type { GraphContext } from '../resolvers/context.js';
import { type HttpContext, statusOf } from './apollo.js';
import { REQUEST_LIMITS } from './request-limits.js';

/** A body that cannot be taken: the status it is refused with. */
class BodyError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** HEAD is refused by Apollo itself, in its own words. */
const METHODS = ['GET', 'HEAD', 'POST'];

/** Carries a request from node:http to Apollo and its answer back. */
export function createGraphqlHandler(
  apollo: ApolloServer<HttpContext>,
  contextOf: () => GraphContext,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    if (!METHODS.includes(request.method ?? '')) {
      response.setHeader('allow', 'GET, POST');
      const message = 'GraphQL is asked with GET or POST.';
      sendJson(response, 405, { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
      return;
    }
    let body: unknown;
    try {
      body = await readBody(request);
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      const { status, code, message } = error;
      // What is left of the body is not worth reading.
      response.setHeader('connection', 'close');
      sendJson(response, status, { errors: [{ message, extensions: { code } }] });
      return;
    }
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const query = request.url?.indexOf('?') ?? -1;
    const context: HttpContext = { ...contextOf(), answering: { isWellFormed: false } };
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers,
        search: query < 0 ? '' : (request.url?.slice(query) ?? ''),
        body,
      },
      context: () => Promise.resolve(context),
    });
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.statusCode = statusOf(answer, context);
    // Without @defer and @stream, which this version of GraphQL does not have, an answer is always whole.
    response.end(answer.body.kind === 'complete' ? answer.body.string : '');
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST') return {};
  // Apollo itself refuses other media types, and says what it takes.
  const isJson = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json';
  let text: string;
  try {
    const length = request.headers['content-length'] ?? null;
    text = await getRawBody(request, { encoding: 'utf-8', limit: REQUEST_LIMITS.body, length });
  } catch (error) {
    if ((error as { type?: string }).type === 'entity.too.large') {
      throw new BodyError(413, 'BODY_TOO_LARGE', `The request is larger than ${REQUEST_LIMITS.body} bytes.`);
    }
    throw new BodyError(400, 'BAD_REQUEST', 'The body did not arrive whole.');
  }
  if (!isJson) return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BodyError(400, 'BAD_REQUEST', 'The body is not JSON.');
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
    .end(body);
}
