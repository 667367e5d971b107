import {
  type ExecutionArgs,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  execute,
  getArgumentValues,
  getOperationAST,
  print,
} from 'graphql';
import type { Clock } from '../model/clock.js';
import { type Milliseconds, SECOND, after } from '../model/time.js';
import type { Registry } from '../registry/registry.js';
import type { LiveEvent, LiveField } from '../resolvers/live-field.js';
import { type LiveClient, LiveGroup } from './live-group.js';

/** How often a quiet subscriber hears that its cursor moved. */
const BOOKMARK_INTERVAL: Milliseconds = 10 * SECOND;

export interface LiveOptions {
  readonly registry: Registry;
  readonly clock: Clock;
  /** By the name of the field of `Subscription`. */
  readonly fields: Readonly<Record<string, LiveField>>;
  /** Drops what must not leave the server from the errors of a result. */
  readonly tidy: (result: unknown) => unknown;
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

  /** Adds a subscriber. Returns how it leaves, or the errors with which it is refused. */
  subscribe(args: ExecutionArgs, client: LiveClient): (() => void) | readonly GraphQLError[] {
    try {
      return this.join(args, client);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  stop(): void {
    this.stopListening();
    this.cancelReminder();
  }

  private join(args: ExecutionArgs, client: LiveClient): () => void {
    const { name, field, values, node } = this.fieldOf(args);
    const sequence = this.options.registry.changes.lastSequence;
    const opening = field.opening(values);
    const key = groupKey(args, node, field);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = new LiveGroup(field, values, (event) => this.answer(args, name, event));
      this.groups.set(key, group);
    }
    const joined = group;
    const leave = joined.join(client, opening, sequence);
    this.count += 1;
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      this.count -= 1;
      leave();
      if (joined.size === 0 && this.groups.get(key) === joined) this.groups.delete(key);
    };
  }

  private fieldOf({ schema, document, operationName, variableValues }: ExecutionArgs): {
    name: string;
    field: LiveField;
    values: Record<string, unknown>;
    node: FieldNode;
  } {
    const operation = getOperationAST(document, operationName ?? undefined) as OperationDefinitionNode;
    const [node] = operation.selectionSet.selections;
    const definition =
      node?.kind === Kind.FIELD ? schema.getSubscriptionType()?.getFields()[node.name.value] : undefined;
    if (node?.kind !== Kind.FIELD || definition === undefined) {
      throw new GraphQLError('A subscription names its one field directly, not through a fragment.');
    }
    const field = this.options.fields[node.name.value];
    if (field === undefined) throw new GraphQLError(`${node.name.value} cannot be subscribed to.`);
    const values = getArgumentValues(definition, node, variableValues ?? {});
    return { name: node.name.value, field, values, node };
  }

  private async answer(args: ExecutionArgs, name: string, event: LiveEvent): Promise<string> {
    const result = await execute({ ...args, rootValue: { [name]: event.root } });
    return JSON.stringify(this.options.tidy(result));
  }

  private remindLater(): void {
    const { clock, registry } = this.options;
    this.cancelReminder = clock.at(after(clock.now(), BOOKMARK_INTERVAL), () => {
      for (const group of this.groups.values()) group.remind(registry.changes.lastSequence);
      this.remindLater();
    });
  }
}

/** The same words and values, but for where to begin, are one group. */
function groupKey(
  { document, operationName, variableValues }: ExecutionArgs,
  node: FieldNode,
  field: LiveField,
): string {
  const values: Record<string, unknown> = { ...variableValues };
  for (const { name, value } of node.arguments ?? []) {
    if (field.startArguments.includes(name.value) && value.kind === Kind.VARIABLE)
      Reflect.deleteProperty(values, value.name.value);
  }
  const source = document.loc?.source.body ?? print(document);
  return JSON.stringify([source, operationName ?? null, values]);
}
