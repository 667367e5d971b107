import type DataLoader from 'dataloader';
import type { Clock } from '../model/clock.js';
import type { ResourceId } from '../model/ids.js';
import type { ServerState } from '../model/server.js';
import type { Milliseconds } from '../model/time.js';
import type { Registry } from '../registry/registry.js';
import type { ListBudget } from './list-budget.js';

/** Looks again at what someone wants to know fresher. Resolves when the probes answered or their deadlines passed. */
export interface Refresher {
  refresh(ids: readonly ResourceId[], maxAge: Milliseconds): Promise<void>;
}

/** One wish for freshness; those of one request are gathered into one call. */
export interface FreshnessKey {
  readonly id: ResourceId;
  readonly maxAge: Milliseconds;
}

/** What resolvers are given, made anew for each request. */
export interface GraphContext {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly state: ServerState;
  readonly subscribers: number;
  readonly budget: ListBudget;
  readonly freshness: DataLoader<FreshnessKey, boolean, string>;
}
