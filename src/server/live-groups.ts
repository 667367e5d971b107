import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  execute,
} from 'graphql';
import type { Clock } from '../model/clock.js';
import { type Milliseconds, SECOND, after } from '../model/time.js';
import type { Registry } from '../registry/registry.js';
import type { GraphContext } from '../resolvers/context.js';
import type { LiveEvent, LiveField } from '../resolvers/live-field.js';
import { type LiveClient, LiveGroup, type LiveLimits } from './live-group.js';
import { readLiveRequest } from './live-request.js';

/** How often a quiet subscriber hears that its cursor moved. */
const BOOKMARK_INTERVAL: Milliseconds = 10 * SECOND;

const INTERNAL = { message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
const BROKEN = JSON.stringify({ errors: [INTERNAL], data: null });

export interface LiveOptions {
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
}

/** All live subscriptions, grouped by what they ask. */
export class LiveGroups {
  private readonly groups = new Map<string, LiveGroup>();
  private readonly stopListening: () => void;
  private cancelReminder: () => void = () => undefined;
  private count = 0;

  constructor(private readonly options: LiveOptions) {
    this.stopListening = options.registry.changes.subscribe((changes) => {
      for (const group of this.groups.values()) group.take(changes);
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
      throw new GraphQLError(INTERNAL.message, { extensions: INTERNAL.extensions });
    }
  }

  stop(): void {
    this.stopListening();
    this.cancelReminder();
  }

  private join(args: ExecutionArgs, client: LiveClient): () => void {
    const { registry, fields, onDefect, limits } = this.options;
    const request = readLiveRequest(args, fields);
    const opening = request.field.opening(request.args);
    let group = this.groups.get(request.group);
    if (group === undefined) {
      const answer = (event: LiveEvent): Promise<string> => this.answer(args, request.name, event);
      group = new LiveGroup(request.field, request.args, answer, onDefect, limits);
      this.groups.set(request.group, group);
    }
    return this.enter(request.group, group, group.join(client, opening, registry.changes.lastSequence));
  }

  private enter(key: string, group: LiveGroup, leave: () => void): () => void {
    this.count += 1;
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      this.count -= 1;
      leave();
      if (group.size === 0 && this.groups.get(key) === group) this.groups.delete(key);
    };
  }

  private async answer(args: ExecutionArgs, name: string, event: LiveEvent): Promise<string> {
    const { contextOf, tidy, onDefect } = this.options;
    try {
      const result = await execute({ ...args, contextValue: contextOf(), rootValue: { [name]: event.root } });
      return JSON.stringify(tidy(result));
    } catch (error) {
      onDefect(error);
      return BROKEN;
    }
  }

  private remindLater(): void {
    const { clock, registry } = this.options;
    this.cancelReminder = clock.at(after(clock.now(), BOOKMARK_INTERVAL), () => {
      for (const group of this.groups.values()) group.remind(registry.changes.lastSequence);
      this.remindLater();
    });
  }
}
