import type DataLoader from 'dataloader';
import type { Clock } from '../model/clock.js';
import type { ResourceId } from '../model/ids.js';
import type { ServerState } from '../model/server.js';
import type { Milliseconds } from '../model/time.js';
import type { Registry } from '../registry/registry.js';
import type { ListBudget } from './list-budget.js';
import type { Turns } from './turns.js';

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
  /** Shared by all requests: together they do not hold up others for long. */
  readonly turns: Turns;
  readonly freshness: DataLoader<FreshnessKey, boolean, string>;
}

/** What changes by itself. */
type Moment = Pick<GraphContext, 'clock' | 'state' | 'subscribers' | 'freshness'>;

/** Notes when something of the moment is read. A class, since whoever copies it must not read all of it. */
export class RequestContext implements GraphContext {
  constructor(
    readonly registry: Registry,
    readonly budget: ListBudget,
    readonly turns: Turns,
    private readonly moment: Moment,
  ) {}

  get clock(): Clock {
    return this.now.clock;
  }

  get state(): ServerState {
    return this.now.state;
  }

  get subscribers(): number {
    return this.now.subscribers;
  }

  get freshness(): GraphContext['freshness'] {
    return this.now.freshness;
  }

  private get now(): Moment {
    this.registry.reads.noteMoment();
    return this.moment;
  }
}
