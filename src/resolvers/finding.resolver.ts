import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Finding, Reading, Sample } from '../model/health.js';
import type { RecordKind } from '../model/kinds.js';
import { Resource } from '../model/resource.js';
import { DurationScalar } from '../model/scalars.js';
import { MINUTE, type Milliseconds } from '../model/time.js';
import { severityRank } from '../model/verdict.js';
import type { Registry } from '../registry/registry.js';
import { type Connection, PageArgs, Sorting, paginate } from './connection.js';
import { FindingConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { FindingFilter, isIn, refuseUnknown, setOf } from './filters.js';
import { NOTHING } from './list-budget.js';
import { measured } from './measured.js';
import type { Optional } from './optional.js';
import type { Ordering } from './ordering.js';
import { visit } from './visit.js';

@Resolver(() => Finding)
export class FindingResolver {
  @FieldResolver(() => Resource, { nullable: true, description: 'What it is about; null once that is gone.' })
  resource(@Root() { resourceId }: Finding, @Ctx() { registry }: GraphContext): Resource | null {
    return (registry.get(resourceId)?.main ?? null) as Resource | null;
  }

  @FieldResolver(() => Reading, { nullable: true, description: 'The number behind it, where there is one.' })
  reading(@Root() { resourceId, signal, reason, subject }: Finding, @Ctx() context: GraphContext): Reading | null {
    const readings = measured(context.registry.get(resourceId), [signal], context);
    const own = readings.filter((reading) => reading.subject === subject);
    return own.find(({ limit }) => limit?.reason === reason) ?? own[0] ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it is explained what to do, as configured; null where no runbook is.',
  })
  runbookUrl(@Root() { reason, resourceId }: Finding, @Ctx() { registry }: GraphContext): string | null {
    return registry.duties.runbookOf(reason, registry.get(resourceId));
  }

  @FieldResolver(() => Boolean, {
    description:
      'Told by itself: no consequence of another finding that is as severe or more, and not ignored. Of findings ' +
      'that follow from nothing but each other, the oldest.',
  })
  isRoot(@Root() finding: Finding, @Ctx() { registry }: GraphContext): boolean {
    return registry.isRoot(finding);
  }

  @FieldResolver(() => [Finding], { description: 'Other findings of which this is a consequence.' })
  causes(@Root() finding: Finding, @Ctx() { registry }: GraphContext): readonly Finding[] {
    return registry.causesOf(finding);
  }

  @FieldResolver(() => FindingConnection, { description: 'Findings that are consequences of this one.' })
  consequences(
    @Root() finding: Finding,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { registry, budget }: GraphContext,
  ): Connection<Finding> {
    return paginate(registry.consequencesOf(finding), worstFirst('consequences', registry), page, budget);
  }

  @Query(() => FindingConnection, {
    description: 'Everything that is wrong now, worst first, roots before consequences.',
  })
  findings(
    @Arg('filter', () => FindingFilter, { nullable: true, description: 'Which findings.' })
    filter: Optional<FindingFilter>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Finding>> {
    refuseUnknown(filter?.clusters, context.registry);
    return worstOf('findings', page, matching(filter ?? {}, context.registry), context);
  }
}

@Resolver(() => Reading)
export class ReadingResolver {
  @FieldResolver(() => [Sample], {
    nullable: true,
    description: 'For signals that declare a history; null for others.',
  })
  history(
    @Root() { resourceId, series, subject }: Reading,
    @Arg('last', () => DurationScalar, { defaultValue: 30 * MINUTE, description: 'How far back.' }) last: Milliseconds,
    @Ctx() { registry, clock }: GraphContext,
  ): readonly Sample[] | null {
    if (series === null) return null;
    const from = clock.now() - last;
    return registry.samples(resourceId, series, subject).filter(({ at }) => at >= from);
  }
}

/** Worst first; of these, roots before consequences; of these, the oldest. */
function worstFirst(listName: string, registry: Registry): Ordering<Finding> {
  return {
    listName,
    name: 'WORST',
    lead: ({ severity }) => severityRank(severity),
    rest: [(finding) => (registry.isRoot(finding) ? 1 : 0), ({ since }) => since, ({ id }) => id],
    descending: [true, true],
  };
}

/** A page of all findings that are wanted, worst first: in turns from the first on, since several may be asked for at once. */
export async function worstOf(
  listName: string,
  page: PageArgs,
  isWanted: (finding: Finding) => boolean,
  context: GraphContext,
): Promise<Connection<Finding>> {
  const { registry, budget, turns } = context;
  if (budget.isSpent) return NOTHING;
  const sorting = new Sorting(worstFirst(listName, registry), page);
  await turns.next();
  await visit([...registry.findings()], context, (finding) => {
    if (isWanted(finding)) sorting.take(finding);
    return false;
  });
  return sorting.page();
}

/** Whether a finding is asked for. */
function matching(filter: FindingFilter, registry: Registry): (finding: Finding) => boolean {
  const [reasons, kinds, clusters] = [setOf(filter.reasons), setOf<RecordKind>(filter.kinds), setOf(filter.clusters)];
  const [namespaces, teams] = [setOf(filter.namespaces), setOf(filter.teams)];
  return (finding) => {
    const entry = registry.get(finding.resourceId);
    if (entry === undefined) return false;
    const { main, kind } = entry;
    if (finding.ignored !== null && filter.includeIgnored !== true) return false;
    if (filter.minSeverity != null && severityRank(finding.severity) < severityRank(filter.minSeverity)) return false;
    if (!isIn(reasons, finding.reason) || !isIn(kinds, kind) || !isIn(clusters, main.system)) return false;
    if (!isIn(namespaces, main.namespace)) return false;
    if (teams !== null && !teams.has(registry.duties.teamOf(entry) ?? '')) return false;
    if (filter.since != null && finding.since < filter.since) return false;
    return filter.rootsOnly !== true || registry.isRoot(finding);
  };
}
