import 'reflect-metadata';
import type { Logger } from 'pino';
import { keptScopes } from './access.js';
import type { Config } from './config/config.js';
import type { Clock } from './model/clock.js';
import type { LimitSettings } from './registry/limit-book.js';
import { Registry } from './registry/registry.js';
import type { Catalogue } from './registry/scope/scoped-catalogue.js';
import { ScopedRegistries } from './registry/scope/scoped-registries.js';
import { catalogue } from './sources/index.js';

/** Empty, and taught all that Vitals knows: its kinds, rules and causes. */
export function createRegistry(
  clock: Clock,
  settings: LimitSettings,
  log: Logger,
  taught: Catalogue = catalogue,
): Registry {
  const onDefect = (where: string, error: unknown): void => {
    log.error({ err: error }, `${where} broke`);
  };
  return new Registry({ ...taught, clock, settings, onDefect });
}

/** The registry, and beside it one for each scope that somebody has. */
export function createRegistries({ server }: Config, clock: Clock, settings: LimitSettings, log: Logger) {
  const full = createRegistry(clock, settings, log);
  const make = (taught: Catalogue, newest: LimitSettings): Registry => createRegistry(clock, newest, log, taught);
  const scoped = new ScopedRegistries({ full, catalogue, settings, make, kept: keptScopes(server) });
  return { full, scoped };
}
