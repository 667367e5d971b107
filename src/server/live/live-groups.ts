import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { HealthChangeRecord } from '../../model/change.js';
import type { Clock } from '../../model/clock.js';
import { type Milliseconds, SECOND, after } from '../../model/time.js';
import type { Registry } from '../../registry/registry.js';
import type { GraphContext } from '../../resolvers/context.js';
import type { LiveEvent, LiveField } from '../../resolvers/live-field.js';
import { type Topic, topicsOf } from '../../resolvers/live-topics.js';
import { Turns } from '../../resolvers/turns.js';
import { INTERNAL_ERROR, internalError } from '../errors-told.js';
import type { CompileBudget } from '../fast/compile-budget.js';
import { CompiledQueries } from '../fast/compiled-queries.js';
import { type LiveClient, encodedPayload } from './live-client.js';
import { LiveGroup } from './live-group.js';
import { LIVE_LIMITS, type LiveLimits } from './live-limits.js';
import { LiveOpening } from './live-opening.js';
import { type LiveRequest, readLiveRequest } from './live-request.js';
import { SharedTurns } from './shared-turns.js';
import { TopicIndex } from './topic-index.js';
import { Waiting } from './waiting.js';

/** Parts of what the log keeps, after each of which it is looked at who falls behind. */
const LOOKS = 16;

/** How often a quiet subscriber hears that its cursor moved. */
const BOOKMARK_INTERVAL: Milliseconds = 10 * SECOND;

/** Parts of what the log keeps, after each of which it hears that, too: a cursor is never older than half of the log. */
const REMINDERS = 4;

const BROKEN = encodedPayload({ errors: [INTERNAL_ERROR], data: null });

export interface LiveOptions {
  readonly schema: GraphQLSchema;
  readonly registry: Registry;
  readonly clock: Clock;
  /** By the name of the field of `Subscription`. */
  readonly fields: Readonly<Record<string, LiveField>>;
  /** Made anew for each event: what it gathers and remembers is of one moment. */
  readonly contextOf: () => GraphContext;
  /** Drops what must not leave the server from the errors of a result. */
  readonly tidy: (result: ExecutionResult) => FormattedExecutionResult;
  /** Told of what should not have happened: for the log. */
  readonly onDefect: (error: unknown) => void;
  readonly limits?: LiveLimits | undefined;
  readonly compiling?: CompileBudget | undefined;
  /** What waits, here and wherever else there are subscribers. */
  readonly waiting?: Waiting | undefined;
}

/** All live subscriptions, grouped by what they ask. */
export class LiveGroups {
  private readonly groups = new Map<string, LiveGroup>();
  private readonly byTopic = new TopicIndex<LiveGroup>();
  /** One for each document, whatever the variables of those who ask. */
  private readonly queries: CompiledQueries;
  private readonly openings = new SharedTurns();
  private readonly waiting: Waiting;
  private readonly log: { newest: number; readonly kept: number };
  /** The change at which it was looked who falls behind. */
  private lookedAt: number;
  /** The change at which quiet subscribers heard where the stream stands. */
  private remindedAt: number;
  private isReminding = false;
  private readonly stopListening: () => void;
  private cancelReminder: () => void = () => undefined;
  private count = 0;

  constructor(private readonly options: LiveOptions) {
    const { schema, registry, waiting = new Waiting(options.limits?.inTotal) } = options;
    this.queries = new CompiledQueries(schema, options.compiling);
    this.waiting = waiting;
    this.log = { newest: registry.changes.lastSequence, kept: registry.changes.capacity };
    this.lookedAt = this.remindedAt = this.log.newest;
    this.stopListening = registry.changes.subscribe((changes) => {
      for (const change of changes) this.offer(change);
      this.log.newest = changes.at(-1)?.sequence ?? this.log.newest;
      this.look();
      if (this.log.newest - this.remindedAt >= this.log.kept / REMINDERS) this.remind();
    });
    this.remindLater();
  }

  get subscribers(): number {
    return this.count;
  }

  /** Resolves once the first picture is complete: before, there is nothing true to begin with. */
  get opened(): Promise<void> {
    return this.options.registry.opened;
  }

  /** Adds a subscriber. Returns how it leaves. Throws a GraphQLError where it cannot begin like that. */
  subscribe(args: ExecutionArgs, client: LiveClient): () => void {
    try {
      return this.join(args, client);
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      this.options.onDefect(error);
      throw internalError();
    }
  }

  stop(): void {
    this.stopListening();
    this.cancelReminder();
  }

  private offer(change: HealthChangeRecord): void {
    for (const topic of topicsOf(change)) for (const group of this.byTopic.of(topic)) group.take(change);
  }

  private look(): void {
    const { newest, kept } = this.log;
    const isUrgent = newest - this.lookedAt >= kept / LOOKS;
    if (this.waiting.lookSoon(isUrgent)) this.lookedAt = newest;
  }

  private join(args: ExecutionArgs, client: LiveClient): () => void {
    const request = readLiveRequest(args, this.options.fields);
    const opening = this.openingOf(request);
    const topics = request.field.topics(request.args);
    const group = this.groups.get(request.group) ?? this.begin(request, topics, args);
    const leave = group.join(client, opening);
    return this.enter(request.group, group, topics, leave);
  }

  private openingOf({ field, args, group }: LiveRequest): LiveOpening {
    const sequence = this.options.registry.changes.lastSequence;
    const from = field.from(args);
    const shared = from === null ? this.groups.get(group)?.openingOf(sequence) : undefined;
    return shared ?? new LiveOpening({ from, sequence, events: field.opening(args) });
  }

  private begin(request: LiveRequest, topics: readonly Topic[], args: ExecutionArgs): LiveGroup {
    const { onDefect, limits = LIVE_LIMITS } = this.options;
    const { openings, waiting, log } = this;
    const answer = (event: LiveEvent): Promise<Buffer> => this.answer(request, args, event);
    const group = new LiveGroup(request.field, request.args, answer, onDefect, { limits, openings, waiting, log });
    this.groups.set(request.group, group);
    this.byTopic.add(group, topics);
    return group;
  }

  private enter(key: string, group: LiveGroup, topics: readonly Topic[], leave: () => void): () => void {
    this.count += 1;
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      this.count -= 1;
      leave();
      if (group.size > 0 || this.groups.get(key) !== group) return;
      this.groups.delete(key);
      this.byTopic.delete(group, topics);
    };
  }

  private async answer({ name, queryHash }: LiveRequest, args: ExecutionArgs, event: LiveEvent): Promise<Buffer> {
    const { contextOf, tidy, onDefect } = this.options;
    const { document, operationName, variableValues } = args;
    try {
      const rootValue = { [name]: event.root };
      const asked = { document, operationName, variableValues, queryHash, rootValue, contextValue: contextOf() };
      return encodedPayload(tidy(await this.queries.execute(asked, contextOf)));
    } catch (error) {
      onDefect(error);
      return BROKEN;
    }
  }

  private remindLater(): void {
    const { clock } = this.options;
    this.cancelReminder = clock.at(after(clock.now(), BOOKMARK_INTERVAL), () => {
      this.remind();
      this.remindLater();
    });
  }

  private remind(): void {
    if (this.isReminding) return;
    this.remindedAt = this.log.newest;
    this.remindAll().catch(this.options.onDefect);
  }

  /** In turns: there may be thousands of groups. */
  private async remindAll(): Promise<void> {
    this.isReminding = true;
    const turns = new Turns();
    try {
      for (const group of this.groups.values()) {
        group.remind(this.log.newest);
        await turns.next();
      }
    } finally {
      this.isReminding = false;
    }
  }
}
