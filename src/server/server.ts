import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { DEFAULT_SERVER_LIMITS, type ServerLimits } from '../model/server-limits.js';
import type { Milliseconds } from '../model/time.js';
import { type Auth, openAuth } from './auth/auth.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { type Readiness, answerHealth } from './health-endpoints.js';
import { sendJson } from './json-answer.js';
import { Admission } from './limits/admission.js';
import { addressReader } from './limits/client-address.js';
import { Clients } from './limits/clients.js';
import type { TrustedDocuments } from './limits/trusted-documents.js';
import { type Patience, createListener } from './listener.js';
import type { SocketLimits } from './live-client.js';
import type { LiveLimits } from './live-group.js';
import { RequestLimits } from './request-limits.js';
import { STRICT_TRANSPORT } from './security-headers.js';
import { type SiteOptions, createSite, tidyWith } from './site.js';
import { createStaticFileHandler } from './static-files.js';
import type { TlsFiles } from './tls-files.js';
import { serveWebSocket } from './web-socket.js';

export interface ServerOptions extends Pick<
  SiteOptions,
  'schema' | 'isIntrospectable' | 'registry' | 'clock' | 'log' | 'liveFields' | 'contextOf'
> {
  readonly host: string;
  readonly port: number;
  /** The folder of built pages; left out where there are none. */
  readonly pages: string;
  readonly readiness: () => Readiness;
  /** Who may ask, and see what; left out where everybody may, and everything. */
  readonly auth?: Auth | undefined;
  /** Left out where the usual bounds are right. */
  readonly limits?: { readonly live?: LiveLimits; readonly socket?: SocketLimits };
  /** What differs from the usual limits of requests and clients. */
  readonly serverLimits?: Partial<ServerLimits>;
  /** Milliseconds that a subscription may wait for the first picture. */
  readonly firstPictureDeadline?: number;
  /** Null or left out: plain HTTP. */
  readonly tls?: TlsFiles | null;
  /** Null or left out: any document is executed. */
  readonly documents?: TrustedDocuments | null;
  /** Other origins whose pages may open a WebSocket, such as `https://portal.example.com`. */
  readonly origins?: readonly string[];
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** How long it goes on answering, not ready any more, once it is told to stop. */
  readonly drain?: Milliseconds;
  readonly patience?: Patience;
}

export interface RunningServer {
  readonly url: string;
  /** Live subscriptions at the moment. */
  subscribers(): number;
  /** @param isHurried nobody is sent here any more: it need not wait for that */
  stop(isHurried?: boolean): Promise<void>;
}

/** Everything that listens: GraphQL over HTTP and WebSocket, pages, and health for Kubernetes. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, log, tls = null, drain = 0, patience } = options;
  const limits = { ...DEFAULT_SERVER_LIMITS, ...options.serverLimits };
  const listener = createListener({ tls, connections: limits.connections, log, patience });
  const state = { isStopping: false };
  const serving = await serve(options, limits, listener.server, state);
  await listener.listen(host, port).catch(async (error: unknown) => {
    await serving.stop();
    throw error;
  });
  const end = async (): Promise<void> => {
    await Promise.all([listener.close(), serving.closeSockets()]);
    await serving.stop();
  };
  const { port: listening } = listener.server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    url: `${listener.scheme}://${host.includes(':') ? `[${host}]` : host}:${listening}`,
    subscribers: () => serving.subscribers(),
    stop: (isHurried = false) => {
      state.isStopping = true;
      return (stopped ??= delay(isHurried ? 0 : drain).then(end));
    },
  };
}

/** What answers on a server that listens. */
interface Serving {
  /** Live subscriptions at the moment. */
  subscribers(): number;
  closeSockets(): Promise<void>;
  stop(): Promise<void>;
}

async function serve(
  options: ServerOptions,
  limits: ServerLimits,
  server: Server,
  state: { readonly isStopping: boolean },
): Promise<Serving> {
  const { schema, log, isIntrospectable, documents = null, firstPictureDeadline, origins = [] } = options;
  const requestLimits = new RequestLimits(schema, isIntrospectable, limits);
  const clients = new Clients(addressReader(options.trustedProxies ?? []));
  const admission = new Admission({ limits, clientOf: clients.of, log });
  const common = { ...options, limits, requestLimits, admission, documents, liveLimits: options.limits?.live };
  const site = await createSite({ ...common, subscribersBeside: () => auth?.sites.subscribers ?? 0 });
  const auth = options.auth === undefined ? null : openAuth(options.auth, site, { ...common, clients });
  const access = auth?.access ?? null;
  server.on('request', createRouter(options, state, access?.answer ?? site.answer));
  const whatItServes = { schema, isIntrospectable, tidy: tidyWith(log), log, requestLimits, admission, documents };
  const whomItServes = { site, access, clients, origins, lookedAtAgain: options.auth?.lookedAtAgain };
  const bounds = { serverLimits: limits, limits: options.limits?.socket, firstPictureDeadline };
  const closeSockets = serveWebSocket(server, { ...whatItServes, ...whomItServes, ...bounds });
  return {
    subscribers: () => site.live.subscribers + (auth?.sites.subscribers ?? 0),
    closeSockets,
    stop: async () => {
      admission.stop();
      await Promise.all([site.stop(), auth?.sites.stop()]);
    },
  };
}

function createRouter(
  { pages, readiness, log, auth, tls = null }: ServerOptions,
  state: { readonly isStopping: boolean },
  answerGraphql: GraphqlHandler,
) {
  // Whoever asks may be anybody: names of systems are for those who are known.
  const told = auth === undefined ? readiness : (): Readiness => ({ isReady: readiness().isReady });
  const answerPage = existsSync(pages) ? createStaticFileHandler(pages) : () => Promise.resolve(false);
  const currentReadiness = (): Readiness => ({ ...told(), isStopping: state.isStopping });
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request);
    const fail = (error: unknown): void => {
      log.error({ err: error }, 'a request could not be answered');
      if (!response.headersSent) sendJson(response, 500, { errors: [{ message: 'Internal error' }] });
      else response.destroy();
    };
    // Who comes again is to come to another one.
    if (state.isStopping) response.setHeader('connection', 'close');
    if (path === '/graphql') {
      answerGraphql(request, response, fail);
      return;
    }
    const answer = async (): Promise<void> => {
      if (tls !== null) response.setHeader('strict-transport-security', STRICT_TRANSPORT);
      if (answerHealth(path, request, response, currentReadiness)) return;
      if (await answerPage(request, response)) return;
      sendJson(response, 404, { error: 'Nothing here. Try /, /graphql, /graphiql, /health/live or /health/ready.' });
    };
    answer().catch(fail);
  };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/';
}
