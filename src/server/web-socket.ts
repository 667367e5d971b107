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
import type { Context } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GraphContext } from '../resolvers/context.js';
import { SOCKET_LIMITS, type SocketLimits, closeSocket, liveClient } from './live-client.js';
import { TRY_AGAIN_LATER } from './live-group.js';
import type { LiveGroups } from './live-groups.js';
import { REQUEST_LIMITS } from './request-limits.js';
import { createPreparation } from './web-socket-request.js';

const MOST_CLIENTS = 10_000;
const MOST_SUBSCRIPTIONS_PER_CLIENT = 200;
const INIT_DEADLINE = 5_000;
const PING_INTERVAL = 12_000;

/** How long a subscription may wait for the first picture. */
const FIRST_PICTURE_DEADLINE = 30_000;

export interface WebSocketOptions {
  readonly schema: GraphQLSchema;
  readonly isIntrospectable: boolean;
  readonly live: LiveGroups;
  readonly contextOf: () => GraphContext;
  /** Drops what must not leave the server from the errors of a result. */
  readonly tidy: (result: ExecutionResult) => FormattedExecutionResult;
  readonly log: Logger;
  readonly limits?: SocketLimits | undefined;
  readonly firstPictureDeadline?: number | undefined;
}

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. Returns how to close all of it. */
export function serveWebSocket(server: Server, options: WebSocketOptions): () => Promise<void> {
  const { schema, isIntrospectable, live, contextOf, tidy, limits = SOCKET_LIMITS } = options;
  const prepare = createPreparation(schema, isIntrospectable);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: REQUEST_LIMITS.body, perMessageDeflate: false });
  acceptUpgrades(server, sockets, options.log);
  /** Which subscription an execution is for: graphql-ws hands its arguments on, but not where they came from. */
  const origins = new WeakMap<ExecutionArgs, { readonly id: string; readonly socket: WebSocket }>();
  const closing = useServer(
    {
      connectionInitWaitTimeout: INIT_DEADLINE,
      onSubscribe: async ({ subscriptions, extra: { socket } }: Context<never, Extra>, id, payload) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS_PER_CLIENT) return [tooMany()];
        const prepared = prepare(payload);
        if (!('args' in prepared)) return prepared;
        const args = { ...prepared.args, contextValue: contextOf() };
        if (!prepared.isSubscription) return args;
        if (!(await within(options.firstPictureDeadline ?? FIRST_PICTURE_DEADLINE, live.opened))) {
          closeSocket(socket, TRY_AGAIN_LATER, 'The first picture is not complete yet', limits.goodbye);
          return [new GraphQLError('The first picture is not complete yet.')];
        }
        origins.set(args, { id, socket });
        return args;
      },
      execute,
      subscribe: (args) => {
        const origin = origins.get(args);
        if (origin === undefined) throw new Error('A subscription came from nowhere.');
        return held(() => live.subscribe(args, liveClient(origin.socket, origin.id, limits)));
      },
      onNext: (_context, _id, _payload, _args, result) => tidy(result as ExecutionResult),
      onError: (_context, _id, _payload, errors) => tidy({ errors }).errors,
    },
    sockets,
    PING_INTERVAL,
  );
  return async () => {
    const deadline = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, limits.goodbye);
    await closing.dispose();
    clearTimeout(deadline);
  };
}

function tooMany(): GraphQLError {
  return new GraphQLError(
    `A client may have ${MOST_SUBSCRIPTIONS_PER_CLIENT} subscriptions; open another connection for more.`,
    { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } },
  );
}

function acceptUpgrades(server: Server, sockets: WebSocketServer, log: Logger): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, sockets.clients.size);
    if (refusal !== null) {
      // Nobody else listens any more: without this, a client that is gone already would end the process.
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
      return;
    }
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

/** The status an upgrade is refused with; null: it is accepted. */
function refusalOf({ url, headers: { origin, host } }: IncomingMessage, clients: number): string | null {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  if (origin !== undefined && hostOf(origin) !== host?.toLowerCase()) return '403 Forbidden';
  return clients >= MOST_CLIENTS ? '503 Service Unavailable' : null;
}

/** Browsers say which page asks, and let any page ask: a foreign one would read all that its visitor may read. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** False when it takes longer. */
async function within(milliseconds: number, promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  const isInTime = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return isInTime;
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
