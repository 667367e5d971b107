import { type IncomingMessage, STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ServerLimits } from '../../model/server-limits.js';
import { timeOfDay } from '../../model/clock.js';
import type { Milliseconds } from '../../model/time.js';
import { internalError } from '../errors-told.js';
import { Sessions } from '../auth/sessions.js';
import { SOCKET_LIMITS, closeSocket, liveClient } from './live-client.js';
import type { LiveOptions } from './live-options.js';
import { TRY_AGAIN_LATER } from './live-group.js';
import { FIRST_PICTURE_MISSING } from './live-operations.js';
import { ShortMessages } from './short-messages.js';
import { AllUnread, Unread } from './unread.js';
import type { Clients } from '../limits/clients.js';
import { Refusal, errorOf } from '../limits/refusal.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Site } from '../site.js';

export interface WebSocketOptions extends LiveOptions {
  readonly metrics: Metrics;
  readonly serverLimits: Pick<ServerLimits, 'body' | 'webSocket'>;
  readonly clients: Clients;
  /** Why a client is not let in under the name that it names; null: it is. */
  readonly foreignHost: (request: IncomingMessage) => Refusal | null;
}

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. Returns how to close all of it, within so long. */
export function serveWebSocket(server: Server, options: WebSocketOptions): (deadline: Milliseconds) => Promise<void> {
  const { tidy, operations, serverLimits, limits = SOCKET_LIMITS } = options;
  const { webSocket, body } = serverLimits;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: body, perMessageDeflate: false });
  const unread = new WeakMap<WebSocket, Unread>();
  const messages = new WeakMap<WebSocket, ShortMessages>();
  const all = new AllUnread(sockets.clients);
  acceptUpgrades(server, sockets, options, (socket, wire) => {
    const own = new Unread(socket, wire, limits);
    unread.set(socket, own);
    socket.on('message', own.heard).on('ping', own.heard).on('pong', own.heard);
  });
  const shorten = (socket: WebSocket): unknown => messages.set(socket, new ShortMessages(socket));
  const askedOf = ({ socket }: Extra): SubscribePayload | null => messages.get(socket)?.take() ?? null;
  const sessions = createSessions(options);
  const siteOf = ({ socket }: Extra): Site => sessions?.siteOf(socket) ?? options.site;
  /** Which operation an execution is for: graphql-ws hands its arguments on, but not where they came from. */
  const origins: Origins = new WeakMap();
  const originOf = (args: ExecutionArgs): OperationOrigin => {
    const origin = origins.get(args);
    if (origin === undefined) throw new Error('An operation came from nowhere.');
    return origin;
  };
  const closing = useServer(
    {
      // Otherwise it tells clients what broke, unless NODE_ENV says that it must not.
      isProd: true,
      connectionInitWaitTimeout: webSocket.initTimeout,
      onConnect: async (context: Context<never, Extra>) => {
        const isLetIn = sessions === null || (await sessions.connect(context));
        // The library keeps it as long as the connection lives, and it may be as long as any message.
        Object.assign(context, { connectionParams: undefined });
        return isLetIn;
      },
      onSubscribe: createOnSubscribe({ ...options, siteOf, askedOf }, origins),
      execute: async (args) => {
        const { extra, isWanted } = originOf(args);
        const own = unread.get(extra.socket);
        if (all.isTooMuch || own?.isFull === true) return { errors: [errorOf(TOO_MUCH_WAITS)] };
        return (await own?.answer(() => operations.execute(args), isWanted)) ?? { errors: [CLOSED] };
      },
      subscribe: (args) => {
        const { id, extra } = originOf(args);
        const { socket, request } = extra;
        const client = liveClient(socket, request.socket, id, limits);
        return operations.subscription(args, { request, site: siteOf(extra), transport: 'websocket', client });
      },
      onNext: (_context, _id, _payload, _args, result) => tidy(result as ExecutionResult),
      onError: (_context, _id, _payload, errors) => tidy({ errors }).errors,
    },
    sockets,
    webSocket.pingInterval,
  );
  // After the library, which listens to each connection by then.
  sockets.on('connection', shorten);
  return (within) => closeAll(sockets, closing, Math.min(limits.goodbye, within));
}

async function closeAll(
  sockets: WebSocketServer,
  closing: ReturnType<typeof useServer>,
  within: Milliseconds,
): Promise<void> {
  const deadline = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, within);
  await closing.dispose();
  clearTimeout(deadline);
}

function createSessions({ access, clients, lookedAtAgain, limits }: WebSocketOptions): Sessions | null {
  if (access === null) return null;
  const { goodbye } = limits ?? SOCKET_LIMITS;
  return new Sessions({ access, clients, goodbye, now: timeOfDay, lookedAtAgain });
}

interface OperationOrigin {
  readonly id: string;
  readonly extra: Extra;
  /** Whether its client has not ended it. */
  readonly isWanted: () => boolean;
}

type Origins = WeakMap<ExecutionArgs, OperationOrigin>;

interface SubscribeOptions extends WebSocketOptions {
  readonly siteOf: (extra: Extra) => Site;
  /** What was asked by the message that is being heard; null: the library was told. */
  readonly askedOf: (extra: Extra) => SubscribePayload | null;
}

type OnSubscribe = (
  context: Context<never, Extra>,
  id: string,
  payload: SubscribePayload,
) => Promise<ExecutionArgs | readonly GraphQLError[]>;

function createOnSubscribe(options: SubscribeOptions, origins: Origins): OnSubscribe {
  const { operations, siteOf, askedOf, limits, log } = options;
  return async ({ subscriptions, extra }, id, told) => {
    // Before anything is waited for: the next message may be heard by then.
    const payload = askedOf(extra) ?? told;
    // What it said before it heard that it is sent away is not worth executing.
    if (extra.socket.readyState !== extra.socket.OPEN) return [CLOSED];
    if (id.length > LONGEST_ID) return [errorOf(tooLongAnId(id.length))];
    const onConnection = Object.keys(subscriptions).length;
    const origin = { request: extra.request, site: siteOf(extra), onConnection };
    const begun = await operations.begin(payload, origin).catch((error: unknown) => {
      if (error instanceof Refusal) return [errorOf(error)];
      // The library would print it, and tell the client.
      log.error({ err: error }, 'an operation could not be begun');
      return [internalError()];
    });
    // The library keeps it as long as the operation lives; what is executed is in `begun`, and counted.
    Object.assign(payload, { query: '', variables: null, extensions: null });
    if (begun === null) {
      closeSocket(extra.socket, TRY_AGAIN_LATER, FIRST_PICTURE_MISSING, (limits ?? SOCKET_LIMITS).goodbye);
      return [new GraphQLError(`${FIRST_PICTURE_MISSING}.`)];
    }
    if ('document' in begun) origins.set(begun, { id, extra, isWanted: () => id in subscriptions });
    return begun;
  };
}

function acceptUpgrades(
  server: Server,
  sockets: WebSocketServer,
  { log, connections, metrics, foreignHost }: WebSocketOptions,
  begin: (socket: WebSocket, wire: Duplex) => void,
): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    let leave: () => void;
    try {
      const foreign = foreignHost(request);
      if (foreign !== null) throw foreign;
      if (request.url?.split('?')[0] !== '/graphql') throw NOTHING_HERE;
      leave = connections.enter(request);
    } catch (error) {
      metrics.wentWrong(error instanceof Refusal ? error.excess.code : 'INTERNAL_SERVER_ERROR');
      // Nobody else listens any more: without this, a client that is gone already would end the process.
      socket.on('error', () => socket.destroy());
      socket.end(refusedUpgrade(error));
      return;
    }
    socket.once('close', leave);
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      begin(accepted, socket);
      sendQuietly(accepted);
      sockets.emit('connection', accepted, request);
      // graphql-ws would print what a client did wrong; the socket closes by itself, with a code that says what.
      accepted.removeAllListeners('error');
      accepted.on('error', (error) => {
        log.debug({ err: error }, 'a client broke its connection');
      });
    });
  });
}

/** graphql-ws would print why something could not be sent: that the connection is gone is heard as its end. */
function sendQuietly(socket: WebSocket): void {
  const send = socket.send.bind(socket) as (data: string, sent: () => void) => void;
  const quietly = (data: string, sent: () => void): void => {
    send(data, () => {
      sent();
    });
  };
  Object.assign(socket, { send: quietly });
}

/** Characters by which a client knows an operation: they are kept, and sent with each event. */
const LONGEST_ID = 200;

function tooLongAnId(value: number): Refusal {
  const message = `The id of the operation has ${value} characters; no more than ${LONGEST_ID} are taken.`;
  return new Refusal(400, { code: 'BAD_USER_INPUT', message, limit: LONGEST_ID, value });
}

const CLOSED = new GraphQLError('The connection is closed.');

/** Seconds after which who does not read is sent away at the latest. */
const RETRY_AFTER = 30;

const TOO_MUCH_WAITS = new Refusal(
  503,
  { code: 'OVERLOADED', message: 'Too much waits for clients that do not read: try again in half a minute.' },
  RETRY_AFTER,
);

const NOTHING_HERE = new Refusal(404, { code: 'BAD_REQUEST', message: 'WebSockets are at /graphql.' });

/** An answer without a body: whoever asks for a WebSocket reads none. */
function refusedUpgrade(error: unknown): string {
  const [status, retryAfter] = error instanceof Refusal ? [error.status, error.retryAfter] : [500, null];
  const later = retryAfter === null ? '' : `Retry-After: ${retryAfter}\r\n`;
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${later}Connection: close\r\nContent-Length: 0\r\n\r\n`;
}
