import type { ExecutionArgs } from 'graphql';
import { KIBIBYTE, MEBIBYTE } from '../../model/bytes.js';
import type { WebSocketLimits } from '../../model/server-limits.js';
import { ClientCounts } from './client-counts.js';
import { DocumentCounts } from './document-counts.js';
import { Refusal, errorOf } from './refusal.js';

type Limits = Pick<WebSocketLimits, 'subscriptions' | 'subscriptionsPerClient' | 'subscriptionsPerConnection'>;

type Asked = Pick<ExecutionArgs, 'document' | 'variableValues'>;

const SETTINGS = { inTotal: 'subscriptions', perClient: 'subscriptionsPerClient' } as const;

const WHOSE = {
  subscriptions: 'All clients together',
  subscriptionsPerClient: 'A client',
  subscriptionsPerConnection: 'A connection',
};

/** Characters that may be kept of subscriptions. */
interface Room {
  readonly what: string;
  /** For each subscription that there may be, some of which need more than others. */
  readonly each: number;
  /** However many there may be. */
  readonly most: number;
}

/** However few there may be. */
const LEAST_ROOM = 256 * KIBIBYTE;

const VARIABLES: Room = { what: 'variables', each: 2_048, most: Infinity };

/** As parsed, documents take more than a hundred times as much. */
const DOCUMENTS: Room = { what: 'different documents', each: 256, most: 4 * MEBIBYTE };

/**
 * Bounds how many subscriptions there are, on a connection, of a client, and together; and what is kept of them as long as they
 * live: of each its variables, and documents once for all who ask with the same.
 */
export class SubscriptionCounts {
  private readonly counts: ClientCounts;
  private readonly variables: ClientCounts;
  private readonly documents: DocumentCounts;

  constructor(private readonly limits: Limits) {
    const { subscriptions: inTotal, subscriptionsPerClient: perClient } = limits;
    const most = (room: Room) => ({ inTotal: sizeOf(room, inTotal), perClient: sizeOf(room, perClient) });
    this.counts = new ClientCounts({ inTotal, perClient });
    this.variables = new ClientCounts(most(VARIABLES));
    this.documents = new DocumentCounts(most(DOCUMENTS));
  }

  /** @param onConnection operations under way on a connection, with the one that is to begin @throws Refusal */
  check(onConnection: number): void {
    if (onConnection <= this.limits.subscriptionsPerConnection) return;
    throw tooMany('subscriptionsPerConnection', this.limits);
  }

  /** Counts a subscription of a client. Returns how it leaves, however often that is called. @throws GraphQLError */
  enter(client: string, { document, variableValues }: Asked): () => void {
    const many = this.counts.excess(client);
    if (many !== null) throw errorOf(tooMany(SETTINGS[many], this.limits));
    const characters = JSON.stringify(variableValues ?? null).length;
    const large = this.variables.excess(client, characters);
    if (large !== null) throw errorOf(tooLarge(VARIABLES, SETTINGS[large], this.limits));
    const different = this.documents.excess(client, document);
    if (different !== null) throw errorOf(tooLarge(DOCUMENTS, SETTINGS[different], this.limits));
    const left = [
      this.counts.enter(client),
      this.variables.enter(client, characters),
      this.documents.enter(client, document),
    ];
    return () => {
      for (const uncount of left) uncount();
    };
  }
}

function sizeOf({ each, most }: Room, subscriptions: number): number {
  return Math.min(most, Math.max(LEAST_ROOM, subscriptions * each));
}

function tooMany(setting: keyof Limits, limits: Limits): Refusal {
  const limit = limits[setting];
  const message = `${WHOSE[setting]} may have ${limit} subscriptions; end one before another begins.`;
  return new Refusal(429, { code: 'TOO_MANY_SUBSCRIPTIONS', message, setting: `webSocket.${setting}`, limit });
}

function tooLarge(room: Room, setting: keyof Limits, limits: Limits): Refusal {
  const limit = sizeOf(room, limits[setting]);
  const message = `${WHOSE[setting]} may have ${limit} characters in the ${room.what} of subscriptions; ask with less, or end one before another begins.`;
  return new Refusal(429, {
    code: 'SUBSCRIPTIONS_TOO_LARGE',
    message,
    // Where no setting makes more room, none is named.
    ...(limit === room.most ? {} : { setting: `webSocket.${setting}` }),
    limit,
  });
}
