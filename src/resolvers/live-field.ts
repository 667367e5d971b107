import type { HealthChangeRecord } from '../model/change.js';
import type { Topic } from './live-topics.js';

/** Something to tell the subscribers of a field. */
export interface LiveEvent {
  /** The change it speaks of, or after which it was true: subscribers who have seen that one do not get it. */
  readonly sequence: number;
  /** Says nothing new, so nobody has seen it yet. */
  readonly isBookmark?: boolean;
  /** What the subscription's field resolves from. */
  readonly root: unknown;
}

/**
 * How a subscription's field follows the stream of changes. Pure but for reading the registry: who listens, how answers are
 * made and shared, and what happens to slow listeners is the server's business.
 */
export interface LiveField<A = Record<string, unknown>> {
  /**
   * `every`: each event reaches each subscriber, once and in order; who cannot keep up is sent away and resumes.
   * `latest`: only the newest matters, older ones may be skipped.
   */
  readonly delivery: 'every' | 'latest';
  /** Arguments that only say where to begin: subscribers who differ in nothing else share their events. */
  readonly startArguments: readonly string[];
  /** What a change has to be about to be of interest: no other one is offered. */
  topics(args: A): readonly Topic[];
  /**
   * The change up to which a new subscriber has heard everything. Null: it begins with the state of the moment, which is the same
   * for all others who do so, but for their other arguments. Throws a GraphQLError where it cannot begin there.
   */
  from(args: A): number | null;
  /** What a new subscriber hears first. Throws a GraphQLError where it cannot begin there. */
  opening(args: A): readonly LiveEvent[];
  /** What a change means for subscribers with these arguments; null: nothing. */
  event(change: HealthChangeRecord, args: A): LiveEvent | null;
  /** Said after a quiet time, so that a cursor stays young; null: nothing is said. */
  bookmark(sequence: number, args: A): LiveEvent | null;
}
