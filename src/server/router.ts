import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from './auth/access.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { type Readiness, answerHealth } from './health-endpoints.js';
import { sendJson } from './json-answer.js';
import type { Admission } from './limits/admission.js';
import { Refusal, refuseRequest } from './limits/refusal.js';
import { createMetricsHandler } from './metrics/metrics-endpoint.js';
import type { Metrics, Route } from './metrics/metrics.js';
import { QueuedAnswers } from './queued-answers.js';
import { STRICT_TRANSPORT } from './security-headers.js';
import type { RequestTracer } from './request-tracer.js';
import type { ServerOptions } from './server.js';
import { createStaticFileHandler } from './static-files.js';
import type { UnreadAnswers } from './unread-answers.js';

type RouterOptions = Pick<ServerOptions, 'pages' | 'readiness' | 'log' | 'tls'> & {
  readonly metrics: Metrics;
  readonly admission: Admission;
  readonly tracer: RequestTracer | null;
  readonly unread: UnreadAnswers;
  /** Why a request is not answered under the name that it names; null: it is. */
  readonly foreignHost: (request: IncomingMessage) => Refusal | null;
};

/** What answers GraphQL, and who asks each client who it is; null: nobody. */
interface Answerers {
  readonly graphql: GraphqlHandler;
  readonly stream: GraphqlHandler;
  readonly access: Access | null;
}

/** Sends each request to what answers it, and measures that. */
export function createRouter(
  options: RouterOptions,
  state: { readonly isStopping: boolean },
  { graphql, stream, access }: Answerers,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { log, metrics, foreignHost } = options;
  const answerOthers = createOthers(options, state, access);
  const queued = new QueuedAnswers();
  return (request, response) => {
    const path = pathOf(request);
    queued.add(request, response);
    measure(options, routeOf(path), request, response);
    const fail = (error: unknown): void => {
      if (error instanceof Refusal) {
        metrics.wentWrong(error.excess.code);
        refuseRequest(request, response, error);
        return;
      }
      log.error({ err: error }, 'a request could not be answered');
      metrics.wentWrong('INTERNAL_SERVER_ERROR');
      if (!response.headersSent) sendJson(response, 500, { errors: [{ message: 'Internal error' }] });
      else response.destroy();
    };
    // Who comes again is to come to another one.
    if (state.isStopping) response.setHeader('connection', 'close');
    const foreign = foreignHost(request);
    if (foreign !== null) fail(foreign);
    else if (path === '/graphql') graphql(request, response, fail);
    else if (path === '/graphql/stream') stream(request, response, fail);
    else answerOthers(path, request, response).catch(fail);
  };
}

/** All that is not GraphQL itself. */
function createOthers(
  { pages, readiness, tls = null, metrics, admission }: RouterOptions,
  state: { readonly isStopping: boolean },
  access: Access | null,
) {
  // Whoever asks may be anybody: names of systems are for those who are known.
  const told = access === null ? readiness : (): Readiness => ({ isReady: readiness().isReady });
  const answerPage = existsSync(pages) ? createStaticFileHandler(pages) : () => Promise.resolve(false);
  const answerMetrics = createMetricsHandler(metrics);
  const currentReadiness = (): Readiness => ({ ...told(), isStopping: state.isStopping });
  return async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (tls !== null) response.setHeader('strict-transport-security', STRICT_TRANSPORT);
    if (answerHealth(path, request, response, currentReadiness)) return;
    if (path === '/metrics') {
      admission.admit(request);
      if (access === null || (await access.admitToEverything(request, response)))
        await answerMetrics(request, response);
      return;
    }
    if (await answerPage(request, response)) return;
    sendJson(response, 404, {
      error: 'Nothing here. Try /, /graphql, /graphql/stream, /graphiql, /metrics, /health/live or /health/ready.',
    });
  };
}

function measure(
  { metrics, tracer, unread }: Pick<RouterOptions, 'metrics' | 'tracer' | 'unread'>,
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const begin = performance.now();
  unread.add(response);
  response.once('close', () => {
    unread.delete(response);
    const status = response.writableFinished ? response.statusCode : 0;
    const duration = performance.now() - begin;
    metrics.answered(route, request.method, status, duration);
    tracer?.answered(request, { route, status, duration });
  });
}

function routeOf(path: string): Route {
  if (path === '/graphql') return 'graphql';
  if (path === '/graphql/stream') return 'stream';
  if (path === '/metrics') return 'metrics';
  return path.startsWith('/health/') ? 'health' : 'pages';
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/';
}
