import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Finding, HealthStatus } from '../model/health.js';
import { platformId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import { Platform, PlatformSystem, StatusCount, rowOf } from '../model/platform.js';
import type { Resource } from '../model/resource.js';
import type { Entry } from '../registry/entry.js';
import { badInput, sourceUnavailable } from './bad-input.js';
import type { GraphContext } from './context.js';
import { worstOf } from './finding.resolver.js';

/** More of them are had from `findings`, page by page. */
const MOST_ROOTS = 500;

@Resolver(() => Platform)
export class PlatformResolver {
  @Query(() => Platform, { description: 'Everything Vitals watches as one verdict, with the systems it is made of.' })
  platform(@Ctx() { registry }: GraphContext): Platform {
    const entry = registry.get(platformId);
    if (entry === undefined) throw sourceUnavailable('The platform is not there yet; ask again.');
    return entry.main as Platform;
  }

  @FieldResolver(() => [PlatformSystem], { description: 'The systems it is made of, configured or not.' })
  systems(@Ctx() { registry }: GraphContext): readonly PlatformSystem[] {
    return Array.from(registry.entries(ResourceKind.SYSTEM), ({ main }) => main);
  }

  @FieldResolver(() => [StatusCount], { description: 'How many systems have which status.' })
  counts(@Ctx() { registry }: GraphContext): readonly StatusCount[] {
    return toCounts(registry.counts(ResourceKind.SYSTEM));
  }

  @FieldResolver(() => [Finding], {
    description: 'The worst findings that are told by themselves: see `Finding.isRoot`.',
  })
  roots(
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many at the most, up to 500.' }) first: number,
    @Ctx() context: GraphContext,
  ): Promise<readonly Finding[]> {
    return worstRoots(context, first, () => true);
  }
}

@Resolver(() => PlatformSystem)
export class PlatformSystemResolver {
  @FieldResolver(() => [StatusCount], { description: 'How many members have which status.' })
  counts(@Root() { members }: PlatformSystem, @Ctx() { registry }: GraphContext): readonly StatusCount[] {
    return toCounts(registry.counts(members));
  }

  @FieldResolver(() => [Finding], {
    description: 'Its worst findings that are told by themselves: see `Finding.isRoot`.',
  })
  roots(
    @Root() system: PlatformSystem,
    @Arg('first', () => Int, { defaultValue: 3, description: 'How many at the most, up to 500.' }) first: number,
    @Ctx() context: GraphContext,
  ): Promise<readonly Finding[]> {
    return worstRoots(context, first, ({ main }) => rowOf(main as Resource) === system.name);
  }
}

async function worstRoots(
  context: GraphContext,
  first: number,
  isWanted: (entry: Entry) => boolean,
): Promise<readonly Finding[]> {
  const { registry } = context;
  if (!Number.isInteger(first) || first < 0 || first > MOST_ROOTS)
    throw badInput(
      `first: ${first} is out of range; ask for 0 to ${MOST_ROOTS}, or for findings with rootsOnly, page by page.`,
    );
  const isWantedRoot = (finding: Finding): boolean => {
    const entry = registry.get(finding.resourceId);
    return entry !== undefined && finding.ignored === null && isWanted(entry) && registry.isRoot(finding);
  };
  return (await worstOf('roots', { first }, isWantedRoot, context)).nodes;
}

export function toCounts(counts: ReadonlyMap<HealthStatus, number>): readonly StatusCount[] {
  return Object.values(HealthStatus)
    .map((status) => ({ status, count: counts.get(status) ?? 0 }))
    .filter(({ count }) => count > 0);
}
