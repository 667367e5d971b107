import { KIBIBYTE } from './bytes.js';
import { type Milliseconds, SECOND } from './time.js';

/** How fast one client may ask: so many requests a second, and so many at once after a rest. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Of connections that live: over WebSocket, and streams of events (SSE), which have one operation each. */
export interface WebSocketLimits {
  /** Connections in total. */
  readonly connections: number;
  readonly connectionsPerClient: number;
  /** Operations under way in total. */
  readonly subscriptions: number;
  readonly subscriptionsPerClient: number;
  readonly subscriptionsPerConnection: number;
  /** How long a client may take to say `connection_init`. */
  readonly initTimeout: Milliseconds;
  /** How often a client is asked whether it is there; one that has not answered by the next time is closed. */
  readonly pingInterval: Milliseconds;
}

/** What one request, one client and all of them together may take of the server: `server.limits` in the configuration. */
export interface ServerLimits {
  /** Bytes of a request's body, or of one WebSocket message. */
  readonly body: number;
  /** Lexical tokens of a document. */
  readonly tokens: number;
  /** Nesting of fields in a document. The introspection query of GraphiQL needs 15. */
  readonly depth: number;
  /** Fields of a document once its fragments are put in their places. */
  readonly fields: number;
  /** How many of these have an alias. */
  readonly aliases: number;
  /** Directives of a document. */
  readonly directives: number;
  /** Items of all lists of an answer together, counted while it is made. */
  readonly listItems: number;
  /** What an operation may cost at the most, reckoned from its words and variables before it is executed. */
  readonly cost: number;
  /** The same for each event of a subscription: it is executed again and again. */
  readonly eventCost: number;
  /** How long an operation may take to be executed. */
  readonly deadline: Milliseconds;
  /** Of one client; null: as fast as it likes. */
  readonly rate: Rate | null;
  /** So many clients are told apart; of more, those that were not heard of for longest begin anew. */
  readonly clients: number;
  /** Requests that are executed at once; answers that are kept are not counted. */
  readonly inFlight: number;
  /** How late the event loop may be on average of a second. */
  readonly eventLoopDelay: Milliseconds;
  /** Open connections in total, of all sorts. */
  readonly connections: number;
  /** The same from one address, unless it is that of a trusted proxy. */
  readonly connectionsPerAddress: number;
  readonly webSocket: WebSocketLimits;
}

/** So many addresses may have all connections between them, where nothing else is said. */
const ADDRESSES = 5;

/**
 * Connections of one address where none are said: a part of all, so that one alone does not take them; but no fewer than one client
 * may have of those that live.
 */
export function usualPerAddress(connections: number, ofAClient = 0): number {
  return Math.min(connections, Math.max(Math.ceil(connections / ADDRESSES), ofAClient));
}

export const DEFAULT_SERVER_LIMITS: ServerLimits = {
  body: 256 * KIBIBYTE,
  tokens: 4_000,
  depth: 18,
  fields: 5_000,
  aliases: 500,
  directives: 200,
  listItems: 100_000,
  cost: 1_000_000,
  eventCost: 5_000,
  deadline: 10 * SECOND,
  // Behind a proxy that is not named as one all clients have its address: no less than a crowd may ask.
  rate: { perSecond: 20_000, burst: 60_000 },
  clients: 10_000,
  inFlight: 500,
  eventLoopDelay: SECOND,
  connections: 25_000,
  connectionsPerAddress: 5_000,
  webSocket: {
    connections: 10_000,
    connectionsPerClient: 1_000,
    subscriptions: 50_000,
    subscriptionsPerClient: 5_000,
    subscriptionsPerConnection: 200,
    initTimeout: 5 * SECOND,
    pingInterval: 12 * SECOND,
  },
};
