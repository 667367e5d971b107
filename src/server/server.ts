import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { hostAndPort } from '../model/address.js';
import { DEFAULT_SERVER_LIMITS, type ServerLimits } from '../model/server-limits.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import { type Auth, openAuth } from './auth/auth.js';
import { parsedDocuments } from './bounded-cache.js';
import { usualCompileBudget } from './fast/compile-budget.js';
import type { Readiness } from './health-endpoints.js';
import { Admission } from './limits/admission.js';
import { addressReader, peerReader } from './limits/client-address.js';
import { Clients } from './limits/clients.js';
import { ownHosts } from './limits/own-hosts.js';
import type { TrustedDocuments } from './limits/trusted-documents.js';
import { type Listener, type Patience, createListener } from './listener.js';
import { EventStreams } from './live/event-streams.js';
import type { SocketLimits } from './live/live-client.js';
import { LiveConnections } from './live/live-connections.js';
import type { LiveLimits } from './live/live-limits.js';
import { LiveOperations } from './live/live-operations.js';
import { Waiting } from './live/waiting.js';
import { RequestLimits } from './request-limits.js';
import { type SiteOptions, createSite, tidyWith } from './site.js';
import { exposeHealth } from './metrics/health-metrics.js';
import { Metrics } from './metrics/metrics.js';
import type { RequestTracer } from './request-tracer.js';
import { createRouter } from './router.js';
import type { CertificateFiles } from './tls-files.js';
import { serveWebSocket } from './live/web-socket.js';

/** Draining and saying goodbye take no longer together: what ends only then, such as the last traces, has to end in time, too. */
const END_WITHIN: Milliseconds = 6 * SECOND;

export interface ServerOptions extends Pick<
  SiteOptions,
  'schema' | 'isIntrospectable' | 'registry' | 'clock' | 'log' | 'liveFields' | 'contextOf'
> {
  readonly host: string;
  readonly port: number;
  /** The folder of built pages; where it is not there, none are served. */
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
  readonly tls?: CertificateFiles | null;
  /** Null or left out: any document is executed. */
  readonly documents?: TrustedDocuments | null;
  /** Other origins whose pages may open a WebSocket or a stream of events, such as `https://portal.example.com`. */
  readonly origins?: readonly string[];
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** How long it goes on answering, not ready any more, once it is told to stop. */
  readonly drain?: Milliseconds;
  readonly patience?: Patience;
  /** What is measured; left out where nobody else measures anything. */
  readonly metrics?: Metrics;
  /** Follows requests; null or left out: nobody does. */
  readonly tracer?: RequestTracer | null;
}

export interface RunningServer {
  readonly url: string;
  /** Live subscriptions at the moment. */
  subscribers(): number;
  /** @param isHurried nobody is sent here any more: it need not wait for that */
  stop(isHurried?: boolean): Promise<void>;
}

/** Everything that listens: GraphQL over HTTP, WebSocket and SSE, pages, and health for Kubernetes. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, log, tls = null, drain = 0, patience, metrics = new Metrics() } = options;
  const limits = { ...DEFAULT_SERVER_LIMITS, ...options.serverLimits };
  const peerOf = peerReader(options.trustedProxies ?? []);
  const onRefused = (): void => {
    metrics.wentWrong('TOO_MANY_CONNECTIONS');
  };
  const listener = createListener({ tls, limits, peerOf, log, onRefused, patience });
  const state = { isStopping: false };
  const serving = await serve({ ...options, metrics }, limits, listener, state);
  await listener.listen(host, port).catch(async (error: unknown) => {
    await serving.stop();
    throw error;
  });
  const end = async (left: Milliseconds): Promise<void> => {
    await Promise.all([listener.close(left), serving.closeLive(left)]);
    await serving.stop();
  };
  const { port: listening } = listener.server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    url: `${listener.scheme}://${hostAndPort(host, listening)}`,
    subscribers: () => serving.subscribers(),
    stop: (isHurried = false) => {
      state.isStopping = true;
      const wait = isHurried ? 0 : drain;
      return (stopped ??= delay(wait).then(() => end(END_WITHIN - wait)));
    },
  };
}

/** What answers on a server that listens. */
interface Serving {
  /** Live subscriptions at the moment. */
  subscribers(): number;
  /** Says goodbye to all whose connections live, within so long. */
  closeLive(deadline: Milliseconds): Promise<void>;
  stop(): Promise<void>;
}

async function serve(
  options: ServerOptions & { readonly metrics: Metrics },
  limits: ServerLimits,
  { server, unread }: Listener,
  state: { readonly isStopping: boolean },
): Promise<Serving> {
  const { schema, log, isIntrospectable, documents = null, origins = [] } = options;
  const { metrics, tracer = null } = options;
  exposeHealth(metrics, options.registry, options.clock);
  const requestLimits = new RequestLimits(schema, isIntrospectable, limits);
  const clients = new Clients(addressReader(options.trustedProxies ?? []));
  const admission = new Admission({ limits, clientOf: clients.of, log });
  exposeLoad(metrics, admission);
  const common = {
    ...options,
    limits,
    requestLimits,
    parsed: parsedDocuments(),
    admission,
    documents,
    metrics,
    tracer,
    liveLimits: options.limits?.live,
    compiling: usualCompileBudget(),
    waiting: new Waiting(options.limits?.live?.inTotal),
  };
  const site = await createSite({ ...common, subscribersBeside: () => auth?.sites.subscribers ?? 0 });
  const auth = options.auth === undefined ? null : openAuth(options.auth, site, { ...common, clients });
  const access = auth?.access ?? null;
  const bounds = { limits: options.limits?.socket, serverLimits: limits };
  const connections = new LiveConnections(limits.webSocket, clients, origins);
  const operations = new LiveOperations({ ...common, ...bounds, clients });
  const whom = { site, access, clients, lookedAtAgain: options.auth?.lookedAtAgain };
  const foreignHost = ownHosts({ host: options.host, isGuarded: auth !== null, origins });
  const living = { ...whom, ...bounds, operations, connections, admission, documents, metrics, log, foreignHost, tidy: tidyWith({ isIntrospectable, log, metrics }) }; // prettier-ignore
  const streams = new EventStreams(living);
  const graphql = { graphql: access?.answer ?? site.answer, stream: streams.answer };
  const routing = { ...options, metrics, admission, tracer, unread, foreignHost };
  server.on('request', createRouter(routing, state, { ...graphql, access }));
  const closeSockets = serveWebSocket(server, living);
  const subscribers = (): number => site.live.subscribers + (auth?.sites.subscribers ?? 0);
  metrics.countSubscriptions(() => operations.subscriptions);
  return {
    subscribers,
    closeLive: async (deadline) => {
      streams.close(deadline);
      await closeSockets(deadline);
    },
    stop: async () => {
      admission.stop();
      await Promise.all([site.stop(), auth?.sites.stop()]);
    },
  };
}

function exposeLoad(metrics: Metrics, admission: Admission): void {
  metrics.gauge('vitals_requests_in_flight', 'Requests that are executed at the moment.', [], (gauge) => {
    gauge.set(admission.inFlight);
  });
  metrics.gauge('vitals_overloaded', 'Whether requests are turned away.', [], (gauge) => {
    gauge.set(Number(admission.isOverloaded));
  });
}
