import type { Server } from 'node:http';
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  execute,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Context } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GraphContext } from '../resolvers/context.js';
import type { LiveClient } from './live-group.js';
import type { LiveGroups } from './live-groups.js';
import { REQUEST_LIMITS, parseOptions, validationRules } from './request-limits.js';

/** Bytes that may wait in one client's socket: a client that reads never gets there. */
const MOST_BUFFERED = 1024 * 1024;

/** How long to wait for a slow client's socket before giving it up. */
const DRAIN_DEADLINE = 30_000;

const MOST_CLIENTS = 10_000;
const MOST_SUBSCRIPTIONS_PER_CLIENT = 200;
const INIT_DEADLINE = 5_000;
const PING_INTERVAL = 12_000;

export interface WebSocketOptions {
  readonly schema: GraphQLSchema;
  readonly isIntrospectable: boolean;
  readonly live: LiveGroups;
  readonly contextOf: () => GraphContext;
}

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. Returns how to close all of it. */
export function serveWebSocket(
  server: Server,
  { schema, isIntrospectable, live, contextOf }: WebSocketOptions,
): () => Promise<void> {
  const rules = validationRules(isIntrospectable);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: REQUEST_LIMITS.body, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    const isOurs = request.url?.split('?')[0] === '/graphql';
    if (!isOurs || sockets.clients.size >= MOST_CLIENTS) {
      socket.end(`HTTP/1.1 ${isOurs ? '503 Service Unavailable' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request));
  });
  /** Which subscription an execution is for: graphql-ws hands its arguments on, but not where they came from. */
  const origins = new WeakMap<ExecutionArgs, { readonly id: string; readonly socket: WebSocket }>();
  const dispose = useServer(
    {
      connectionInitWaitTimeout: INIT_DEADLINE,
      onSubscribe: (context: Context<never, Extra>, id, { query, operationName, variables }) => {
        if (Object.keys(context.subscriptions).length > MOST_SUBSCRIPTIONS_PER_CLIENT) {
          return [
            new GraphQLError(
              `A client may have ${MOST_SUBSCRIPTIONS_PER_CLIENT} subscriptions; open another connection.`,
            ),
          ];
        }
        const args = prepare(schema, { query, operationName, variables }, rules, contextOf);
        if (!isErrors(args)) origins.set(args, { id, socket: context.extra.socket });
        return args;
      },
      execute,
      subscribe: (args) => {
        const origin = origins.get(args);
        if (origin === undefined) throw new Error('A subscription came from nowhere.');
        const leave = live.subscribe(args, clientOf(origin.socket, origin.id));
        return typeof leave === 'function' ? untilReturned(leave) : { errors: leave };
      },
    },
    sockets,
    PING_INTERVAL,
  );
  return async () => {
    await dispose.dispose();
  };
}

function prepare(
  schema: GraphQLSchema,
  {
    query,
    operationName,
    variables,
  }: {
    query: string;
    operationName?: string | null | undefined;
    variables?: Record<string, unknown> | null | undefined;
  },
  rules: ReturnType<typeof validationRules>,
  contextOf: () => GraphContext,
): ExecutionArgs | readonly GraphQLError[] {
  let document;
  try {
    document = parse(query, parseOptions);
  } catch (error) {
    return [error as GraphQLError];
  }
  const operation = getOperationAST(document, operationName ?? undefined);
  if (operation == null) return [new GraphQLError('Name one of the operations of the document.')];
  const errors = validate(schema, document, [...specifiedRules, ...rules]);
  if (errors.length > 0) return errors;
  if (operation.operation === OperationTypeNode.MUTATION) return [new GraphQLError('There is nothing to mutate here.')];
  return {
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables ?? {},
    contextValue: contextOf(),
  };
}

function isErrors(args: ExecutionArgs | readonly GraphQLError[]): args is readonly GraphQLError[] {
  return Array.isArray(args);
}

/** Writes events as graphql-ws would, around a payload that all of a group share. */
function clientOf(socket: WebSocket, id: string): LiveClient {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  return {
    send: (payload) => {
      if (socket.readyState === socket.OPEN) socket.send(`${head}${payload}}`);
    },
    isClogged: () => socket.bufferedAmount > MOST_BUFFERED,
    drained: () => drained(socket),
    close: (code, reason) => {
      socket.close(code, reason);
      // A client that does not read does not see a close frame either.
      setTimeout(() => {
        socket.terminate();
      }, INIT_DEADLINE).unref();
    },
  };
}

/** An empty frame's callback comes when all that waited before it was taken. */
function drained(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => {
      socket.terminate();
      resolve();
    }, DRAIN_DEADLINE);
    socket.ping(undefined, undefined, () => {
      clearTimeout(deadline);
      resolve();
    });
  });
}

/** What graphql-ws holds while a subscription lives. Events go to the socket directly, so it never yields. */
function untilReturned(leave: () => void): AsyncIterableIterator<never> {
  let end: (result: IteratorResult<never>) => void = () => undefined;
  const ended = new Promise<IteratorResult<never>>((resolve) => {
    end = resolve;
  });
  return {
    next: () => ended,
    return: () => {
      leave();
      end({ done: true, value: undefined });
      return ended;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
