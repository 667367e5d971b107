import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Health, HealthChange } from '../model/health-view.js';
import { HealthStatus, Reading } from '../model/health.js';
import type { ResourceId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import type { PlatformSystem } from '../model/platform.js';
import { Label, Resource } from '../model/resource.js';
import { DateTimeScalar, DurationScalar } from '../model/scalars.js';
import { SignalName } from '../model/signal-name.js';
import type { Instant, Milliseconds } from '../model/time.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { badInput } from './bad-input.js';
import { ChangeRangeArgs, changesPage } from './change.resolver.js';
import { type Connection, PageArgs } from './connection.js';
import { HealthChangeConnection, ResourceConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { RecordsOf, list } from './listing.js';
import { measured } from './measured.js';
import { resourceOrdering } from './orders.js';
import type { Optional } from './optional.js';

/** What a search or a list of ids may ask for at once. */
const MOST_IDS = 500;
const MOST_FOUND = 100;

/** What every resource can be asked. */
@Resolver(() => Resource)
export class ResourceResolver {
  @FieldResolver(() => Health, {
    description:
      'The verdict. With `maxAge`, observations older than that are refreshed first; without it the answer is immediate.',
  })
  health(
    @Root() { id }: Resource,
    @Arg('maxAge', () => DurationScalar, { nullable: true, description: 'How old its facts may be.' })
    maxAge: Optional<Milliseconds>,
    @Ctx() context: GraphContext,
  ): Promise<Health> {
    return freshHealth(id, maxAge ?? 0, context);
  }

  @FieldResolver(() => ResourceConnection, { description: 'What this needs in order to be well.' })
  dependsOn(
    @Root() { id }: Resource,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Resource>> {
    return neighbours(id, 'dependsOn', page, context);
  }

  @FieldResolver(() => ResourceConnection, { description: 'What needs this.' })
  dependents(
    @Root() { id }: Resource,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Resource>> {
    return neighbours(id, 'dependents', page, context);
  }

  @FieldResolver(() => HealthChangeConnection, {
    description: 'Its past verdicts in order: forward with first/after, backward with last/before.',
  })
  changes(
    @Root() { id }: Resource,
    @Args(() => ChangeRangeArgs) range: ChangeRangeArgs,
    @Ctx() context: GraphContext,
  ): Connection<HealthChange> {
    return changesPage(context, range, { resourceId: id });
  }

  @FieldResolver(() => [Label], { description: 'Kubernetes labels, or those given in configuration.' })
  labels(@Root() { labels }: Resource): readonly Label[] {
    return Object.entries(labels).map(([key, value]) => ({ key, value }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who looks after it: from configuration, or from a label.',
  })
  team(@Root() { id }: Resource, @Ctx() { registry }: GraphContext): string | null {
    const entry = registry.get(id);
    return entry === undefined ? null : registry.duties.teamOf(entry);
  }

  @Query(() => Resource, { nullable: true, description: 'Any resource by its id; null where there is none.' })
  resource(
    @Arg('id', () => ID, { description: 'Its id.' }) id: ResourceId,
    @Ctx() { registry }: GraphContext,
  ): Resource | null {
    return (registry.get(id)?.main ?? null) as Resource | null;
  }

  @Query(() => [Resource], {
    nullable: 'items',
    description: 'Several resources by their ids, in that order; null in the place of those there are not.',
  })
  resources(
    @Arg('ids', () => [ID], { description: `Up to ${MOST_IDS} ids.` }) ids: ResourceId[],
    @Ctx() { registry }: GraphContext,
  ): readonly (Resource | null)[] {
    if (ids.length > MOST_IDS) throw badInput(`ids: ${ids.length} are too many; ask for up to ${MOST_IDS} at once.`);
    return ids.map((id) => (registry.get(id)?.main ?? null) as Resource | null);
  }

  @Query(() => Resource, {
    nullable: true,
    description: 'By the names people know, such as kind POD with cluster, namespace and name.',
  })
  lookup(
    @Arg('kind', () => ResourceKind, { description: 'What it is.' }) kind: ResourceKind,
    @Arg('name', { description: 'Its name.' }) name: string,
    @Arg('cluster', () => String, { nullable: true, description: 'The cluster or configured system it belongs to.' })
    cluster: Optional<string>,
    @Arg('namespace', () => String, { nullable: true, description: 'Its Kubernetes namespace.' })
    namespace: Optional<string>,
    @Ctx() { registry }: GraphContext,
  ): Resource | null {
    const [found, ...others] = registry.lookup(kind, name, cluster, namespace);
    if (others.length > 0)
      throw badInput(
        `name: ${others.length + 1} of kind ${kind} are called "${name}"; give cluster and namespace too.`,
      );
    return (found?.main ?? null) as Resource | null;
  }

  @Query(() => [Resource], { description: 'Resources whose name contains a text, the worst first.' })
  async search(
    @Arg('text', { description: 'Part of the name; case does not matter.' }) text: string,
    @Arg('kinds', () => [ResourceKind], { nullable: true, description: 'Kinds to look at; all without it.' })
    kinds: Optional<ResourceKind[]>,
    @Arg('first', () => Int, { defaultValue: 20, description: `How many at the most, up to ${MOST_FOUND}.` })
    first: number,
    @Ctx() context: GraphContext,
  ): Promise<readonly Resource[]> {
    if (first < 0 || first > MOST_FOUND) throw badInput(`first: ${first} is out of range; ask for 0 to ${MOST_FOUND}.`);
    const wanted = text.toLowerCase();
    const records = new RecordsOf([...new Set(kinds ?? Object.values(ResourceKind))]);
    const condition = ({ main }: Entry<ResourceKind>): boolean => main.name.toLowerCase().includes(wanted);
    const page = await list({ records, condition, ordering: resourceOrdering('search', null) }, { first }, context);
    return page.nodes;
  }
}

/** Facts, verdict and readings of one resource as the registry holds them: a `Health` is the entry itself. */
@Resolver(() => Health)
export class HealthResolver {
  @FieldResolver(() => DateTimeScalar, { nullable: true })
  observedAt(@Root() health: Health | Entry, @Ctx() { registry }: GraphContext): Instant | null {
    return 'kind' in health ? seenAt(health, registry) : health.observedAt;
  }

  @FieldResolver(() => [Reading], {
    description: 'The numbers behind the verdict with their limits, so that a client can draw them.',
  })
  readings(
    @Root() entry: Entry,
    @Arg('signal', () => [SignalName], { nullable: true, description: 'Only these signals.' })
    signals: Optional<SignalName[]>,
    @Ctx() context: GraphContext,
  ): readonly Reading[] {
    return signals == null ? context.registry.readings(entry) : measured(entry, signals, context);
  }
}

/** What only sums up others is never seen itself. */
function seenAt(entry: Entry, registry: Registry): Instant | null {
  const { kind, main } = entry;
  if (kind === ResourceKind.SYSTEM) return oldest(registry.entries((main as PlatformSystem).members), registry);
  if (kind === ResourceKind.PLATFORM) return oldest(configuredSystems(registry), registry);
  return entry.observedAt;
}

function configuredSystems(registry: Registry): readonly Entry<ResourceKind.SYSTEM>[] {
  return [...registry.entries(ResourceKind.SYSTEM)].filter(({ main }) => main.isConfigured);
}

/** Null where one was never seen, or where there is none. */
function oldest(entries: Iterable<unknown>, registry: Registry): Instant | null {
  const times = Array.from(entries as Iterable<Entry>, (entry) => seenAt(entry, registry));
  return times.reduce((a, b) => (a === null || b === null ? null : (Math.min(a, b) as Instant)), times[0] ?? null);
}

/** The verdict as it is; immediate. A resource that went while the answer was made is not known any more. */
export function presentHealth(id: ResourceId, context: GraphContext): Health {
  const entry = context.registry.get(id);
  if (entry !== undefined) return entry;
  return { status: HealthStatus.UNKNOWN, findings: [], since: context.clock.now(), observedAt: null, isStale: true };
}

async function freshHealth(id: ResourceId, maxAge: Milliseconds, context: GraphContext): Promise<Health> {
  await context.freshness.load({ id, maxAge });
  return presentHealth(id, context);
}

function neighbours(
  id: ResourceId,
  direction: 'dependsOn' | 'dependents',
  page: PageArgs,
  context: GraphContext,
): Promise<Connection<Resource>> {
  const { registry } = context;
  const entry = registry.get(id);
  const records = (entry === undefined ? [] : registry.neighbours(entry, direction)) as readonly Entry<ResourceKind>[];
  return list({ records, ordering: resourceOrdering(direction, null) }, page, context);
}
