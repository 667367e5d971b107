import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import type { ExecutionResult, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Clock } from '../model/clock.js';
import type { Registry } from '../registry/registry.js';
import type { GraphContext } from '../resolvers/context.js';
import type { LiveField } from '../resolvers/live-field.js';
import { createApollo, wholeOrNothing, withoutInternals } from './apollo.js';
import { createGraphqlHandler, sendJson } from './graphql-handler.js';
import { type Readiness, answerHealth } from './health-endpoints.js';
import type { SocketLimits } from './live-client.js';
import type { LiveLimits } from './live-group.js';
import { LiveGroups } from './live-groups.js';
import { createStaticFileHandler } from './static-files.js';
import { serveWebSocket } from './web-socket.js';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly isIntrospectable: boolean;
  /** The folder of built pages; left out where there are none. */
  readonly pages: string;
  readonly schema: GraphQLSchema;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly log: Logger;
  readonly liveFields: Readonly<Record<string, LiveField>>;
  readonly contextOf: (subscribers: number) => GraphContext;
  readonly readiness: () => Readiness;
  /** Left out where the usual bounds are right. */
  readonly limits?: { readonly live?: LiveLimits; readonly socket?: SocketLimits };
  /** Milliseconds that a subscription may wait for the first picture. */
  readonly firstPictureDeadline?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Live subscriptions at the moment. */
  subscribers(): number;
  stop(): Promise<void>;
}

/** How long requests under way may take to finish once the server stops. */
const STOP_DEADLINE = 5_000;

/** How long a request may take to arrive. */
const REQUEST_DEADLINE = 30_000;

/** Everything that listens: GraphQL over HTTP and WebSocket, pages, and health for Kubernetes. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, schema, registry, clock, log, isIntrospectable, liveFields } = options;
  const apollo = createApollo(schema, isIntrospectable, log);
  await apollo.start();
  const tidy = (result: ExecutionResult): FormattedExecutionResult => tidied(result, log);
  const onDefect = (error: unknown): void => {
    log.error({ err: error }, 'live changes broke');
  };
  const contextOf = (): GraphContext => options.contextOf(live.subscribers);
  const { live: liveLimits, socket: limits } = options.limits ?? {};
  const live = new LiveGroups({ registry, clock, fields: liveFields, contextOf, tidy, onDefect, limits: liveLimits });
  const server = createServer({ requestTimeout: REQUEST_DEADLINE });
  server.on('request', createRouter(options, createGraphqlHandler(apollo, contextOf)));
  const { firstPictureDeadline } = options;
  const webSocket = { schema, isIntrospectable, live, contextOf, tidy, log, limits, firstPictureDeadline };
  const closeSockets = serveWebSocket(server, webSocket);
  await listen(server, host, port).catch(async (error: unknown) => {
    live.stop();
    await apollo.stop();
    throw error;
  });
  server.on('error', (error) => {
    log.error({ err: error }, 'the server broke');
  });
  const { port: listening } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    live.stop();
    await Promise.all([closeServer(server), closeSockets()]);
    await apollo.stop();
  };
  let stopped: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening}`,
    subscribers: () => live.subscribers,
    stop: () => (stopped ??= stop()),
  };
}

function createRouter(
  { pages, readiness, log }: ServerOptions,
  answerGraphql: ReturnType<typeof createGraphqlHandler>,
) {
  const answerPage = existsSync(pages) ? createStaticFileHandler(pages) : () => Promise.resolve(false);
  return (...[request, response]: Parameters<typeof answerGraphql>): void => {
    const path = request.url?.split('?')[0] ?? '/';
    const answer = async (): Promise<void> => {
      if (path === '/graphql') return answerGraphql(request, response);
      if (answerHealth(path, request, response, readiness)) return;
      if (await answerPage(request, response)) return;
      sendJson(response, 404, { error: 'Nothing here. Try /graphql, /graphiql, /health/live or /health/ready.' });
    };
    answer().catch((error: unknown) => {
      log.error({ err: error }, 'a request could not be answered');
      if (!response.headersSent) sendJson(response, 500, { errors: [{ message: 'Internal error' }] });
      else response.destroy();
    });
  };
}

function tidied({ errors, ...result }: ExecutionResult, log: Logger): FormattedExecutionResult {
  if (errors === undefined) return result;
  return wholeOrNothing({ ...result, errors: errors.map((error) => withoutInternals(error.toJSON(), error, log)) });
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  const listening = once(server, 'listening');
  server.listen(port, host);
  await listening;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, STOP_DEADLINE);
  await closed;
  clearTimeout(deadline);
}
