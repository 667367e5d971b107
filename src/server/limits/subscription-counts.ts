import type { DocumentNode, ExecutionArgs } from 'graphql';
import type { WebSocketLimits } from '../../model/server-limits.js';
import { ClientCounts } from './client-counts.js';
import { type Excess, Refusal, errorOf } from './refusal.js';

type Limits = Pick<WebSocketLimits, 'subscriptions' | 'subscriptionsPerClient' | 'subscriptionsPerConnection'>;

type Asked = Pick<ExecutionArgs, 'document' | 'variableValues'>;

const SETTINGS = { inTotal: 'subscriptions', perClient: 'subscriptionsPerClient' } as const;

const WHOSE = {
  subscriptions: 'All clients together',
  subscriptionsPerClient: 'A client',
  subscriptionsPerConnection: 'A connection',
};

/** Characters of variables for each subscription that there may be, some of which need more than others; and however few there may be. */
const VARIABLES = { each: 2_048, least: 256 * 1_024 };

/** Characters of different documents: as parsed, they take more than a hundred times as much. */
const DOCUMENTS = { inTotal: 4 * 1_024 ** 2, perClient: 256 * 1_024 };

/**
 * Bounds how many subscriptions there are, on a connection, of a client, and together; and what is kept of them as long as they
 * live: of each its variables, and documents once for all who ask with the same.
 */
export class SubscriptionCounts {
  private readonly counts: ClientCounts;
  private readonly variables: ClientCounts;
  private readonly documents = new ClientCounts(DOCUMENTS);
  private readonly held = new Map<DocumentNode, { holders: number; readonly uncount: () => void }>();

  constructor(private readonly limits: Limits) {
    const { subscriptions: inTotal, subscriptionsPerClient: perClient } = limits;
    this.counts = new ClientCounts({ inTotal, perClient });
    this.variables = new ClientCounts({ inTotal: variablesOf(inTotal), perClient: variablesOf(perClient) });
  }

  /** @param onConnection operations under way on a connection, with the one that is to begin @throws Refusal */
  check(onConnection: number): void {
    if (onConnection <= this.limits.subscriptionsPerConnection) return;
    throw tooMany('subscriptionsPerConnection', this.limits);
  }

  /** Begins a subscription of a client. Returns how it leaves. @throws GraphQLError */
  begin(client: string, { document, variableValues }: Asked, subscribe: () => () => void): () => void {
    const excess = this.counts.excess(client);
    if (excess !== null) throw errorOf(tooMany(SETTINGS[excess], this.limits));
    const characters = JSON.stringify(variableValues ?? null).length;
    this.checkSizes(client, document, characters);
    const leave = subscribe();
    const left = [this.counts.enter(client), this.variables.enter(client, characters), this.hold(client, document)];
    return () => {
      for (const uncount of left) uncount();
      leave();
    };
  }

  private checkSizes(client: string, document: DocumentNode, characters: number): void {
    const variables = this.variables.excess(client, characters);
    if (variables !== null) {
      const limit = variablesOf(this.limits[SETTINGS[variables]]);
      const setting = `webSocket.${SETTINGS[variables]}`;
      throw errorOf(tooLarge(WHOSE[SETTINGS[variables]], { what: 'variables', limit, setting }));
    }
    const documents = this.held.has(document) ? null : this.documents.excess(client, sizeOf(document));
    if (documents !== null)
      throw errorOf(tooLarge(WHOSE[SETTINGS[documents]], { what: 'different documents', limit: DOCUMENTS[documents] }));
  }

  /** Counts a document for the client that came with it first, until nobody has it. Returns how one of those who have leaves. */
  private hold(client: string, document: DocumentNode): () => void {
    const held = this.held.get(document) ?? { holders: 0, uncount: this.documents.enter(client, sizeOf(document)) };
    this.held.set(document, held);
    held.holders += 1;
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      held.holders -= 1;
      if (held.holders > 0) return;
      this.held.delete(document);
      held.uncount();
    };
  }
}

function variablesOf(subscriptions: number): number {
  return Math.max(VARIABLES.least, subscriptions * VARIABLES.each);
}

function sizeOf({ loc }: DocumentNode): number {
  return loc?.end ?? 0;
}

function tooMany(setting: keyof Limits, limits: Limits): Refusal {
  const limit = limits[setting];
  const message = `${WHOSE[setting]} may have ${limit} subscriptions; end one before another begins.`;
  return new Refusal(429, { code: 'TOO_MANY_SUBSCRIPTIONS', message, setting: `webSocket.${setting}`, limit });
}

function tooLarge(
  whose: string,
  { what, ...excess }: { readonly what: string } & Pick<Excess, 'limit' | 'setting'>,
): Refusal {
  const message = `${whose} may have ${excess.limit ?? 0} characters in the ${what} of subscriptions; ask with less, or end one before another begins.`;
  return new Refusal(429, { code: 'SUBSCRIPTIONS_TOO_LARGE', message, ...excess });
}
