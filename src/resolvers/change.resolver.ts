import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { HealthChangeRecord } from '../model/change.js';
import { HealthChange } from '../model/health-view.js';
import type { ResourceId } from '../model/ids.js';
import { Resource } from '../model/resource.js';
import { CursorScalar } from '../model/scalars.js';
import type { ChangeRange } from '../registry/change-log.js';
import { badInput } from './bad-input.js';
import { ChangeMatcher, changeEvent, readCursor } from './changes.js';
import { type Connection, LONGEST_PAGE } from './connection.js';
import { HealthChangeConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { ChangeFilter } from './filters.js';
import { NOTHING } from './list-budget.js';
import type { Optional } from './optional.js';

const DEFAULT_PAGE = 50;

@ArgsType()
export class ChangeRangeArgs {
  @Field(() => Int, { nullable: true, description: 'The first so many, from the old end; up to 500.' })
  first?: number | null;

  @Field(() => CursorScalar, { nullable: true, description: 'Those after this one.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The last so many, from the new end; up to 500. Without both: the next 50 with `after`, else the last 50.',
  })
  last?: number | null;

  @Field(() => CursorScalar, { nullable: true, description: 'Those before this one.' })
  before?: string | null;
}

@Resolver(() => HealthChange)
export class ChangeResolver {
  @FieldResolver(() => Resource, { nullable: true, description: 'Null for SYNCED and BOOKMARK, and once it is gone.' })
  resource(@Root() { resourceId }: HealthChange, @Ctx() { registry }: GraphContext): Resource | null {
    return resourceId === null ? null : ((registry.get(resourceId)?.main ?? null) as Resource | null);
  }

  @Query(() => HealthChangeConnection, {
    description: 'What changed, always in order: forward with first/after, backward with last/before.',
  })
  async changes(
    @Arg('filter', () => ChangeFilter, { nullable: true, description: 'Which changes.' })
    filter: Optional<ChangeFilter>,
    @Args(() => ChangeRangeArgs) range: ChangeRangeArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<HealthChange>> {
    const matcher = new ChangeMatcher(filter ?? {}, context.registry);
    await context.turns.next();
    return changesPage(context, range, { filter: (change) => matcher.matches(change) });
  }

  @Subscription(() => HealthChange, {
    subscribe: neverHere,
    description:
      'Verdicts as they change. `initial` first sends the current state of all that match, then SYNCED, then changes, without a gap or a repetition. `after` resumes; a cursor that is too old or from another server life ends with CURSOR_EXPIRED.',
  })
  healthChanges(
    @Root() { healthChanges }: { healthChanges: HealthChange },
    @Arg('filter', () => ChangeFilter, { nullable: true, description: 'Which changes.' })
    _filter: Optional<ChangeFilter>,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this change.' })
    _after: Optional<string>,
    @Arg('initial', () => Boolean, { defaultValue: false, description: 'Begin with the current state.' })
    _initial: boolean,
  ): HealthChange {
    return healthChanges;
  }

  @Subscription(() => Resource, {
    nullable: true,
    subscribe: neverHere,
    description:
      'One resource, at once and after each change of its verdict; null once it is gone. May skip to the latest.',
  })
  resourceHealth(
    @Root() { resourceHealth }: { resourceHealth: Resource | null },
    @Arg('id', () => ID, { description: 'Its id.' }) _id: ResourceId,
  ): Resource | null {
    return resourceHealth;
  }
}

/** Subscriptions are delivered by the server, once per group of subscribers; GraphQL's own way would be once for each. */
function neverHere(): never {
  throw badInput('Subscriptions are served over WebSocket (graphql-transport-ws) and SSE (/graphql/stream).');
}

/** A page of the stream. Always in order, whichever end it is read from. */
export function changesPage(
  { registry, budget }: GraphContext,
  args: ChangeRangeArgs,
  range: Pick<ChangeRange, 'filter' | 'resourceId'>,
): Connection<HealthChange> {
  if (budget.isSpent) return NOTHING;
  const { changes } = registry;
  if (args.first != null && args.last != null) throw badInput('last: give either `first` or `last`, not both.');
  for (const name of ['first', 'last'] as const) {
    const value = args[name];
    if (value != null && (value < 0 || value > LONGEST_PAGE))
      throw badInput(`${name}: ${value} is out of range; ask for 0 to ${LONGEST_PAGE}.`);
  }
  budget.rows(changes.lastSequence - changes.oldestSequence + 1);
  const all = changes.range(range);
  const after = args.after == null ? 0 : readCursor(changes, args.after, 'after');
  const before = args.before == null ? Infinity : readCursor(changes, args.before, 'before');
  const [start, end] = [countUntil(all, after), countUntil(all, before - 1)];
  const size = args.first ?? args.last ?? DEFAULT_PAGE;
  // Who gives only `after` reads on from there: to begin at the new end would leave a gap.
  const isForward = args.first != null || (args.after != null && args.last == null);
  const from = isForward ? start : Math.max(start, end - size);
  const to = isForward ? Math.min(end, start + size) : end;
  const edges = all.slice(from, to).map((record) => {
    const node = changeEvent(changes, record);
    return { cursor: node.cursor ?? '', node };
  });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: to < all.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: all.length,
  };
}

/** How many of them are not newer than that one. */
function countUntil(all: readonly HealthChangeRecord[], sequence: number): number {
  const index = all.findIndex((change) => change.sequence > sequence);
  return index < 0 ? all.length : index;
}
