import type { WebSocketLimits } from '../../model/server-limits.js';
import { ClientCounts } from './client-counts.js';
import { Refusal, errorOf } from './refusal.js';

type Limits = Pick<WebSocketLimits, 'subscriptions' | 'subscriptionsPerClient' | 'subscriptionsPerConnection'>;

const SETTINGS = { inTotal: 'subscriptions', perClient: 'subscriptionsPerClient' } as const;

/** Characters of variables for each subscription that there may be: they are kept as long as it lives, and some need more than others. */
const CHARACTERS_OF_EACH = 2_048;

/** However few there may be. */
const LEAST_CHARACTERS = 256 * 1_024;

const WHOSE = {
  subscriptions: 'All clients together',
  subscriptionsPerClient: 'A client',
  subscriptionsPerConnection: 'A connection',
};

/** Bounds how many subscriptions there are, on a connection, of a client, and together; and how much their variables hold. */
export class SubscriptionCounts {
  private readonly counts: ClientCounts;
  private readonly characters: ClientCounts;

  constructor(private readonly limits: Limits) {
    const { subscriptions: inTotal, subscriptionsPerClient: perClient } = limits;
    this.counts = new ClientCounts({ inTotal, perClient });
    this.characters = new ClientCounts({ inTotal: charactersOf(inTotal), perClient: charactersOf(perClient) });
  }

  /** @param onConnection operations under way on a connection, with the one that is to begin @throws Refusal */
  check(onConnection: number): void {
    if (onConnection <= this.limits.subscriptionsPerConnection) return;
    throw tooMany('subscriptionsPerConnection', this.limits);
  }

  /** Begins a subscription of a client. Returns how it leaves. @throws GraphQLError */
  begin(client: string, variables: unknown, subscribe: () => () => void): () => void {
    const excess = this.counts.excess(client);
    if (excess !== null) throw errorOf(tooMany(SETTINGS[excess], this.limits));
    const characters = JSON.stringify(variables ?? null).length;
    const large = this.characters.excess(client, characters);
    if (large !== null) throw errorOf(tooLarge(SETTINGS[large], this.limits));
    const leave = subscribe();
    const left = [this.counts.enter(client), this.characters.enter(client, characters)];
    return () => {
      for (const uncount of left) uncount();
      leave();
    };
  }
}

function charactersOf(subscriptions: number): number {
  return Math.max(LEAST_CHARACTERS, subscriptions * CHARACTERS_OF_EACH);
}

function tooMany(setting: keyof Limits, limits: Limits): Refusal {
  const limit = limits[setting];
  const message = `${WHOSE[setting]} may have ${limit} subscriptions; end one before another begins.`;
  return new Refusal(429, { code: 'TOO_MANY_SUBSCRIPTIONS', message, setting: `webSocket.${setting}`, limit });
}

function tooLarge(setting: keyof Limits, limits: Limits): Refusal {
  const limit = charactersOf(limits[setting]);
  const message = `${WHOSE[setting]} may have ${limit} characters in the variables of subscriptions; ask with shorter lists, or end one before another begins.`;
  return new Refusal(429, { code: 'SUBSCRIPTIONS_TOO_LARGE', message, setting: `webSocket.${setting}`, limit });
}
