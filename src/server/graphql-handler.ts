import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { ServerLimits } from '../model/server-limits.js';
import type { GraphContext } from '../resolvers/context.js';
import type { Bounds } from '../resolvers/list-budget.js';
import { type HttpContext, statusOf } from './apollo.js';
import { EncodedAnswer } from './fast/encoded-answer.js';
import type { KeptAnswers, Made } from './fast/kept-answers.js';
import { keyOf, sendAnswer } from './fast/http-answer.js';
import type { Admission } from './limits/admission.js';
import { boundsOf } from './limits/deadline.js';
import { Refusal, refuseRequest, sendRefusal } from './limits/refusal.js';
import type { Metrics } from './metrics/metrics.js';
import type { TrustedDocuments } from './limits/trusted-documents.js';
import { jsonOf, readBody } from './request-body.js';
import type { RequestTracer } from './request-tracer.js';

/** HEAD is refused by Apollo itself, in its own words. */
const METHODS = ['GET', 'HEAD', 'POST'];

export interface GraphqlHandlerParts {
  readonly apollo: ApolloServer<HttpContext>;
  readonly contextOf: () => GraphContext;
  readonly kept: KeptAnswers;
  readonly admission: Admission;
  readonly metrics: Metrics;
  /** Null: nobody follows requests. */
  readonly tracer: RequestTracer | null;
  readonly limits: Pick<ServerLimits, 'body' | 'listItems' | 'deadline'>;
  /** Null: any document may be asked. */
  readonly documents: TrustedDocuments | null;
}

/** Answers a request; `fail` is told of what went wrong and is nobody's fault outside. */
export type GraphqlHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  fail: (error: unknown) => void,
) => void;

/**
 * Carries a request from node:http to Apollo and its answer back; or gives an answer again that is still right. That is sent in
 * the turn in which the request has arrived: promises in between take longer than finding it.
 */
export function createGraphqlHandler(parts: GraphqlHandlerParts): GraphqlHandler {
  const { kept, admission, limits, metrics, tracer } = parts;
  const send = (
    request: IncomingMessage,
    response: ServerResponse,
    given: EncodedAnswer,
    isKept: boolean,
  ): undefined | Promise<void> => {
    if (tracer !== null && given.operation !== null) tracer.named(request, given.operation, isKept);
    return sendAnswer(request, response, given);
  };
  const answerAnew = async (
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    text: string,
  ): Promise<void> => {
    // From here its time counts, also while it waits for another who asked the same.
    const bounds = boundsOf(limits);
    const made = await kept.answer(key, {
      make: () => admission.run(() => ask(parts, request, text, bounds)),
      wait: (other) => admission.wait(key.length, other),
    });
    await send(request, response, made, false);
  };
  return (request, response, fail) => {
    const refuse = (error: unknown): void => {
      if (error instanceof Refusal) {
        metrics.wentWrong(error.excess.code);
        refuseRequest(request, response, error);
      } else fail(error);
    };
    const answer = (text: string): void => {
      try {
        const key = keyOf(request, text);
        // An answer that is kept costs next to nothing: it is given whatever else is under way.
        const found = kept.find(key);
        const sent = found === null ? answerAnew(request, response, key, text) : send(request, response, found, true);
        sent?.catch(refuse);
      } catch (error) {
        refuse(error);
      }
    };
    if (!METHODS.includes(request.method ?? '')) {
      metrics.wentWrong('BAD_REQUEST');
      refuseMethod(response);
      return;
    }
    try {
      admission.admit(request);
    } catch (error) {
      refuse(error);
      return;
    }
    if (request.method === 'POST') readBody(request, limits.body, admission.bodies, answer, refuse);
    else answer('');
  };
}

async function ask(
  { apollo, contextOf, documents }: GraphqlHandlerParts,
  { method = 'GET', url = '', headers }: IncomingMessage,
  text: string,
  bounds: Bounds,
): Promise<Made> {
  const query = url.indexOf('?');
  const sent = { body: method === 'POST' ? parseBody(headers, text) : {}, search: query < 0 ? '' : url.slice(query) };
  const { body, search } = documents === null ? sent : documents.inPlaceOf(sent);
  const own = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) own.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const { ends } = bounds;
  const answering: HttpContext['answering'] = { ends, isWellFormed: false, reads: null, cost: null, operation: null };
  const anew = (): HttpContext => {
    const context = contextOf();
    // A second try has what time the first one left.
    context.budget.within(bounds);
    // What is read when it is asked for must not be read now.
    return Object.assign(context, { answering, anew });
  };
  const context = anew();
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers: own, search, body },
    context: () => Promise.resolve(context),
  });
  // Without @defer and @stream, which this version of GraphQL does not have, an answer is always whole.
  const said = answer.body.kind === 'complete' ? answer.body.string : '';
  const status = statusOf(answer, context);
  return {
    answer: new EncodedAnswer(status, answer.headers, said, answering.operation),
    reads: status === 200 ? answering.reads : null,
  };
}

function parseBody(headers: IncomingMessage['headers'], text: string): unknown {
  // Apollo itself refuses other media types, and says what it takes.
  if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== 'application/json') return {};
  const body = jsonOf(text);
  if (!Array.isArray(body)) return body;
  const message = 'One request holds one operation: send the operations of this batch each by itself.';
  throw new Refusal(400, { code: 'BATCHING_NOT_SUPPORTED', message, limit: 1, value: body.length });
}

function refuseMethod(response: ServerResponse): void {
  response.setHeader('allow', 'GET, POST');
  sendRefusal(response, new Refusal(405, { code: 'BAD_REQUEST', message: 'GraphQL is asked with GET or POST.' }));
}
