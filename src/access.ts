import type { Logger } from 'pino';
import type { Config, ServerConfig } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import { timeOfDay } from './model/clock.js';
import { isLoopback } from './model/loopback.js';
import type { Scope } from './model/scope.js';
import type { Registry } from './registry/registry.js';
import type { ScopedRegistries } from './registry/scope/scoped-registries.js';
import type { Graph } from './resolvers/schema.js';
import type { Auth } from './server/auth/auth.js';
import { createAuthorities } from './server/auth/authorities.js';
import { scopesKnownBeforehand } from './server/auth/grants.js';
import { sources } from './sources/index.js';
import type { TokenReviews } from './sources/source.js';

/** Refuses to be open to everybody where others than this machine come by, unless that is what is wanted. */
export function refuseOpenDoor({ host, auth }: ServerConfig, isInsecure: boolean): void {
  if (auth !== undefined || isInsecure || isLoopback(host)) return;
  throw new ConfigurationError(
    `${host} is reached from other machines, and nobody is asked who they are: configure server.auth, ` +
      'listen on 127.0.0.1, or say --insecure',
  );
}

/** Scopes of which it is known beforehand that somebody has them. */
export function keptScopes({ auth }: ServerConfig): readonly Scope[] {
  return auth === undefined ? [] : scopesKnownBeforehand(auth);
}

/** Asks who comes, as configured; null: nobody is asked. */
export function createAuth(
  { server: { auth }, systems }: Config,
  parts: {
    readonly scoped: ScopedRegistries;
    readonly graphOf: (registry: Registry) => Graph;
    readonly log: Logger;
  },
): { readonly auth: Auth; stop(): void } | null {
  if (auth === undefined) return null;
  const { scoped, graphOf, log } = parts;
  const reviews = auth.kubernetes === undefined ? null : reviewsOf(auth.kubernetes, systems);
  const authorities = createAuthorities(auth, {
    review: reviews === null ? null : (token) => reviews.review(token),
    now: timeOfDay,
    onFailure: (error) => {
      log.warn({ err: error }, 'whose a token is could not be found out');
    },
  });
  const viewOf: Auth['viewOf'] = async (scope) => {
    const registry = await scoped.of(scope);
    const { contextOf, liveFields } = graphOf(registry);
    return { registry, contextOf, liveFields, close: () => { scoped.giveUp(scope); } }; // prettier-ignore
  };
  return {
    auth: { authenticate: (token, client) => authorities.authenticate(token, client), viewOf },
    stop: () => reviews?.stop(),
  };
}

/** The cluster was found when the configuration was read. */
function reviewsOf(
  { cluster, audiences }: NonNullable<NonNullable<ServerConfig['auth']>['kubernetes']>,
  systems: Config['systems'],
): TokenReviews {
  for (const source of sources) {
    const system = systems.find((one) => one.source === source.name && one.name === cluster);
    const reviews = system === undefined ? undefined : source.createTokenReviews?.(system.configuration, audiences);
    if (reviews !== undefined) return reviews;
  }
  throw new ConfigurationError(`server.auth.kubernetes.cluster: there is no cluster "${cluster}"`);
}
