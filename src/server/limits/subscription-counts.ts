import type { WebSocketLimits } from '../../model/server-limits.js';
import { ClientCounts } from './client-counts.js';
import { Refusal, errorOf } from './refusal.js';

type Limits = Pick<WebSocketLimits, 'subscriptions' | 'subscriptionsPerClient' | 'subscriptionsPerConnection'>;

const SETTINGS = { inTotal: 'subscriptions', perClient: 'subscriptionsPerClient' } as const;

/** Bounds how many subscriptions there are: on a connection, of a client, and together. */
export class SubscriptionCounts {
  private readonly counts: ClientCounts;

  constructor(private readonly limits: Limits) {
    this.counts = new ClientCounts({ inTotal: limits.subscriptions, perClient: limits.subscriptionsPerClient });
  }

  /** @param onConnection operations under way on a connection, with the one that is to begin @throws Refusal */
  check(onConnection: number): void {
    if (onConnection <= this.limits.subscriptionsPerConnection) return;
    throw tooMany('subscriptionsPerConnection', this.limits);
  }

  /** Begins a subscription of a client. Returns how it leaves. @throws GraphQLError */
  begin(client: string, subscribe: () => () => void): () => void {
    const excess = this.counts.excess(client);
    if (excess !== null) throw errorOf(tooMany(SETTINGS[excess], this.limits));
    const leave = subscribe();
    const uncount = this.counts.enter(client);
    return () => {
      uncount();
      leave();
    };
  }
}

function tooMany(setting: keyof Limits, limits: Limits): Refusal {
  const whose = {
    subscriptions: 'All clients together',
    subscriptionsPerClient: 'A client',
    subscriptionsPerConnection: 'A connection',
  };
  const limit = limits[setting];
  const message = `${whose[setting]} may have ${limit} subscriptions; end one before another begins.`;
  return new Refusal(429, { code: 'TOO_MANY_SUBSCRIPTIONS', message, setting: `webSocket.${setting}`, limit });
}
