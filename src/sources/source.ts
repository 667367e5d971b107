import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Clock } from '../model/clock.js';
import type { SourceEvent } from '../model/facts.js';
import type { ResourceId } from '../model/ids.js';
import type { CauseDefinition, KindDefinition } from '../model/kind-definition.js';
import type { ResourceKind } from '../model/kinds.js';
import type { Rule } from '../model/rule.js';
import type { Milliseconds } from '../model/time.js';
import type { Looked } from '../sampling/probe.js';

/** What a running source is given. */
export interface SourceContext {
  /** Hands over what was seen, in one batch: it is judged as one moment. Never throws, never waits. */
  readonly report: (events: readonly SourceEvent[]) => void;
  readonly clock: Clock;
  readonly log: Logger;
  /** To be told of each look of its probes; left out where nobody counts them. Must not throw. */
  readonly looked?: Looked | undefined;
}

/** The I/O for one configured system. It reports and never judges. */
export interface RunningSource {
  /** Id of its SOURCE record. */
  readonly id: ResourceId;
  /** Begins; returns at once. Its first report is its own SOURCE record and whatever configuration alone tells. */
  start(): void;
  /** Ends all its connections and timers; bounded. */
  stop(): Promise<void>;
  /** The shortest time between two askings; callers who want it fresher get the last answer. */
  readonly floor: Milliseconds;
  /**
   * Looks again now; resolves when what was seen has been reported, or the probe's own deadline has passed. Single flight:
   * callers share a look that is under way. Absent for what is watched: it is as fresh as its stream.
   */
  refresh?(): Promise<void>;
  /** What it sees of other sources' systems: when their verdict changes, it is alerted, too. Stays what it is. */
  readonly alsoMeasures?: readonly Measured[];
  /**
   * The verdict of its system, or of what it also measures, changed, or would by one more look: look closely for a while, no
   * closer than the floor.
   * Absent for what is watched.
   */
  alert?(): void;
}

/** All resources of one kind in one configured system. */
export interface Measured {
  readonly kind: ResourceKind;
  readonly system: string;
}

/** Whose a token is, as a system that knows it says. */
export interface ReviewedToken {
  readonly user: string;
  readonly groups: readonly string[];
}

/** A system that knows tokens. */
export interface TokenReviews {
  /** Null: the token is not good. Rejects within seconds where nobody answers; its message holds nothing of the token. */
  review(token: string): Promise<ReviewedToken | null>;
  /** Ends its connections. */
  stop(): void;
}

/** One sort of system that can be watched: its folder's only export to the outside. */
export interface SourceDefinition<C = unknown> {
  /** The folder, and the configuration's key: a list of named systems. */
  readonly name: string;
  /** The shape of one entry of that list. */
  readonly configuration: z.ZodType<C>;
  /** What its systems are, for the row of the front page that sums them up. Null: it sees other sources' resources. */
  readonly endpointKind: ResourceKind | null;
  readonly kinds: readonly KindDefinition[];
  readonly rules: readonly Rule[];
  readonly causes: readonly CauseDefinition[];
  create(configuration: C, context: SourceContext): RunningSource;
  /** For a system that knows tokens of its own: asks it whose they are. Absent where none does. */
  createTokenReviews?(configuration: C, audiences: readonly string[]): TokenReviews;
}
