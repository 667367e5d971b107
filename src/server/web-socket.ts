import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  execute,
} from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { ServerLimits } from '../model/server-limits.js';
import { systemClock } from '../model/clock.js';
import type { Milliseconds } from '../model/time.js';
import type { Access } from './auth/access.js';
import { Sessions } from './auth/sessions.js';
import { SOCKET_LIMITS, type SocketLimits, closeSocket, liveClient } from './live-client.js';
import { TRY_AGAIN_LATER } from './live-group.js';
import type { Admission } from './limits/admission.js';
import { ClientCounts } from './limits/client-counts.js';
import type { Clients } from './limits/clients.js';
import { inTime } from './limits/deadline.js';
import { Refusal, errorOf } from './limits/refusal.js';
import { SubscriptionCounts } from './limits/subscription-counts.js';
import type { TrustedDocuments } from './limits/trusted-documents.js';
import type { Metrics } from './metrics/metrics.js';
import type { RequestLimits } from './request-limits.js';
import type { Site } from './site.js';
import { createPreparation } from './web-socket-request.js';
import { within } from './within.js';

/** How long a subscription may wait for the first picture. */
const FIRST_PICTURE_DEADLINE = 30_000;

export interface WebSocketOptions {
  readonly schema: GraphQLSchema;
  readonly isIntrospectable: boolean;
  /** For all clients where nobody is asked who they are. */
  readonly site: Site;
  /** Who asks each client who it is; null: nobody. */
  readonly access: Access | null;
  /** How soon they are asked again. Left out where the usual is right. */
  readonly lookedAtAgain?: Milliseconds | undefined;
  /** Drops what must not leave the server from the errors of a result. */
  readonly tidy: (result: ExecutionResult) => FormattedExecutionResult;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly admission: Admission;
  readonly requestLimits: RequestLimits;
  readonly serverLimits: Pick<ServerLimits, 'body' | 'deadline' | 'webSocket'>;
  /** Null: any document may be asked. */
  readonly documents: TrustedDocuments | null;
  readonly clients: Clients;
  /** Other origins whose pages may connect. */
  readonly origins: readonly string[];
  readonly limits?: SocketLimits | undefined;
  readonly firstPictureDeadline?: number | undefined;
}

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. Returns how to close all of it. */
export function serveWebSocket(server: Server, options: WebSocketOptions): () => Promise<void> {
  const { tidy, clients, serverLimits, limits = SOCKET_LIMITS } = options;
  const { webSocket, deadline: executionDeadline, body } = serverLimits;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: body, perMessageDeflate: false });
  acceptUpgrades(server, sockets, options);
  const subscriptions = new SubscriptionCounts(webSocket);
  const sessions = createSessions(options);
  const siteOf = ({ socket }: Extra): Site => sessions?.siteOf(socket) ?? options.site;
  /** Which subscription an execution is for: graphql-ws hands its arguments on, but not where they came from. */
  const origins: Origins = new WeakMap();
  const closing = useServer(
    {
      connectionInitWaitTimeout: webSocket.initTimeout,
      ...(sessions !== null && { onConnect: (context: Context<never, Extra>) => sessions.connect(context) }),
      onSubscribe: createOnSubscribe({ ...options, siteOf }, subscriptions, origins),
      execute: (args) => executed(args, executionDeadline, options.admission),
      subscribe: (args) => {
        const origin = origins.get(args);
        if (origin === undefined) throw new Error('A subscription came from nowhere.');
        const { socket, request } = origin.extra;
        return held(() =>
          subscriptions.begin(clients.of(request), () =>
            siteOf(origin.extra).live.subscribe(args, liveClient(socket, request.socket, origin.id, limits)),
          ),
        );
      },
      onNext: (_context, _id, _payload, _args, result) => tidy(result as ExecutionResult),
      onError: (_context, _id, _payload, errors) => tidy({ errors }).errors,
    },
    sockets,
    webSocket.pingInterval,
  );
  return async () => {
    const deadline = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, limits.goodbye);
    await closing.dispose();
    clearTimeout(deadline);
  };
}

function createSessions({ access, clients, lookedAtAgain, limits }: WebSocketOptions): Sessions | null {
  if (access === null) return null;
  const { goodbye } = limits ?? SOCKET_LIMITS;
  return new Sessions({ access, clients, goodbye, now: () => systemClock.now(), lookedAtAgain });
}

type Origins = WeakMap<ExecutionArgs, { readonly id: string; readonly extra: Extra }>;

type OnSubscribe = (
  context: Context<never, Extra>,
  id: string,
  payload: SubscribePayload,
) => Promise<ExecutionArgs | readonly GraphQLError[]>;

function createOnSubscribe(
  options: WebSocketOptions & { readonly siteOf: (extra: Extra) => Site },
  counts: SubscriptionCounts,
  origins: Origins,
): OnSubscribe {
  const { schema, isIntrospectable, siteOf, admission, documents, requestLimits } = options;
  const prepare = createPreparation(schema, isIntrospectable, requestLimits);
  return async ({ subscriptions, extra }, id, payload) => {
    const refused = refusalOf(() => {
      counts.check(Object.keys(subscriptions).length);
      admission.admitOperation(extra.request);
    });
    if (refused !== null) return [refused];
    const named = documents === null ? payload : trusted(payload, documents);
    if (named instanceof GraphQLError) return [named];
    const prepared = prepare(named);
    if (!('args' in prepared)) return prepared;
    const { live, contextOf } = siteOf(extra);
    const args = { ...prepared.args, contextValue: contextOf() };
    if (!prepared.isSubscription) return args;
    if (!(await within(options.firstPictureDeadline ?? FIRST_PICTURE_DEADLINE, live.opened))) {
      const { goodbye } = options.limits ?? SOCKET_LIMITS;
      closeSocket(extra.socket, TRY_AGAIN_LATER, 'The first picture is not complete yet', goodbye);
      return [new GraphQLError('The first picture is not complete yet.')];
    }
    origins.set(args, { id, extra });
    return args;
  };
}

function trusted(payload: SubscribePayload, documents: TrustedDocuments): SubscribePayload | GraphQLError {
  try {
    return { ...payload, query: documents.textOf(payload) };
  } catch (error) {
    if (error instanceof Refusal) return errorOf(error);
    throw error;
  }
}

function refusalOf(check: () => void): GraphQLError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return errorOf(error);
    throw error;
  }
}

/** What is not begun, or not ready in time, is an answer, too. */
async function executed(args: ExecutionArgs, deadline: Milliseconds, admission: Admission): Promise<ExecutionResult> {
  try {
    return await admission.run(() => inTime(deadline, Promise.resolve(execute(args))));
  } catch (error) {
    if (error instanceof GraphQLError) return { data: null, errors: [error] };
    if (error instanceof Refusal) return { errors: [errorOf(error)] };
    throw error;
  }
}

function acceptUpgrades(
  server: Server,
  sockets: WebSocketServer,
  { log, origins, clients, metrics, serverLimits: { webSocket } }: WebSocketOptions,
): void {
  const counts = new ClientCounts({ inTotal: webSocket.connections, perClient: webSocket.connectionsPerClient });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const client = clients.of(request);
    const excess = FULL[counts.excess(client) ?? 'none'];
    const foreign = refusedUpgrade(request, origins);
    const refusal = foreign ?? excess;
    if (refusal !== null) {
      metrics.wentWrong(foreign === null ? 'TOO_MANY_CONNECTIONS' : 'FORBIDDEN');
      // Nobody else listens any more: without this, a client that is gone already would end the process.
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const leave = counts.enter(client);
    socket.once('close', leave);
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      sockets.emit('connection', accepted, request);
      // graphql-ws would print what a client did wrong; the socket closes by itself, with a code that says what.
      accepted.removeAllListeners('error');
      accepted.on('error', (error) => {
        log.debug({ err: error }, 'a client broke its connection');
      });
    });
  });
}

const FULL = {
  inTotal: '503 Service Unavailable\r\nRetry-After: 5',
  perClient: '429 Too Many Requests\r\nRetry-After: 5',
  none: null,
} as const;

/** The status an upgrade is refused with for what it is; null: it may be accepted. */
function refusedUpgrade(
  { url, headers: { origin, host } }: IncomingMessage,
  origins: readonly string[],
): string | null {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  // Browsers say which page asks, and let any page ask: a foreign one would read all that its visitor may read.
  const isForeign =
    origin !== undefined && hostOf(origin) !== host?.toLowerCase() && !origins.includes(origin.toLowerCase());
  return isForeign ? '403 Forbidden' : null;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * What graphql-ws holds while a subscription lives. Events go to the socket directly, so it never yields; it breaks when the
 * subscription cannot begin, which graphql-ws tells the client as the operation's error.
 */
function held(begin: () => () => void): AsyncIterableIterator<never> {
  let end: (result: IteratorResult<never>) => void = () => undefined;
  const ended = new Promise<IteratorResult<never>>((resolve) => {
    end = resolve;
  });
  let leave: (() => void) | null = null;
  let isOver = false;
  return {
    next: () => {
      if (!isOver) leave ??= begin();
      return ended;
    },
    return: () => {
      isOver = true;
      leave?.();
      end({ done: true, value: undefined });
      return ended;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
