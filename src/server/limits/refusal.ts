import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { sendJson } from '../json-answer.js';

/** Which limit was passed, as its code and its setting say, and by how much. */
export interface Excess {
  /** Such as `QUERY_TOO_DEEP`. */
  readonly code: string;
  /** One sentence: what there is too much of, and what to do. */
  readonly message: string;
  /** The setting below `server.limits`. */
  readonly setting?: string;
  readonly limit?: number;
  /** What was asked for; left out where it was not counted to the end. */
  readonly value?: number;
}

/** A request that is refused before GraphQL has a word in it: the status, and the answer in GraphQL's shape. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly excess: Excess,
    /** Seconds after which it is worth another try; null: it never is. */
    readonly retryAfter: number | null = null,
  ) {
    super(excess.message);
  }
}

/** Seconds after which who was turned away at overload may try again: spread, so that not all come back at once. */
const BACK_AFTER = { least: 1, spread: 4 };

/** What may be tried again soon, once there is less to do. */
export function turnedAway(excess: Pick<Excess, 'setting' | 'limit' | 'value'>): Refusal {
  const message = 'Vitals has more to do than it can in time: try again in a few seconds.';
  const later = BACK_AFTER.least + Math.floor(Math.random() * BACK_AFTER.spread);
  return new Refusal(503, { code: 'OVERLOADED', message, ...excess }, later);
}

/** A request that cannot be read. */
export function badRequest(message: string): Refusal {
  return new Refusal(400, { code: 'BAD_REQUEST', message });
}

/** The same as an error of GraphQL, for what is refused while it is read, validated or executed. */
export function excessError({ message, ...extensions }: Excess, status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
}

/** A refusal where there is no status: over WebSocket, or in a stream of events. */
export function errorOf({ excess: { message, ...extensions }, retryAfter }: Refusal): GraphQLError {
  const later = retryAfter === null ? {} : { retryAfter };
  return new GraphQLError(message, { extensions: { ...extensions, ...later } });
}

/** Answers with a refusal. */
export function sendRefusal(response: ServerResponse, { status, excess, retryAfter }: Refusal): void {
  const { message, ...extensions } = excess;
  if (retryAfter !== null) response.setHeader('retry-after', String(retryAfter));
  sendJson(response, status, { errors: [{ message, extensions }] });
}

/** The same, to a request of which something may not have come yet. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  // What is left of a body that is refused is not worth reading.
  if (!request.complete && refusal.status !== 429) response.setHeader('connection', 'close');
  sendRefusal(response, refusal);
}
