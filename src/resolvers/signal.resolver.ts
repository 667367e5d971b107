import { Arg, Args, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from 'type-graphql';
import type { FindingReason } from '../model/finding-reason.js';
import { getOrMake } from '../model/get-or-make.js';
import type { ResourceId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import { Resource } from '../model/resource.js';
import type { Rule } from '../model/rule.js';
import { Coverage, CoverageState, Signal } from '../model/signal.js';
import { SignalName } from '../model/signal-name.js';
import { CoverageTally } from '../registry/coverage.js';
import { limitOf } from '../registry/readings.js';
import { type Connection, PageArgs, paginate } from './connection.js';
import { ResourceConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { isAmong } from './filters.js';
import type { Optional } from './optional.js';
import { visit } from './visit.js';

@InputType({ description: 'Fields given are all to hold; lists mean any of.' })
export class SignalFilter {
  @Field(() => [SignalName], { nullable: true, description: 'Signals, by name.' })
  names?: SignalName[] | null;

  @Field(() => [ResourceKind], { nullable: true, description: 'What they are looked at on.' })
  kinds?: ResourceKind[] | null;

  @Field(() => [CoverageState], { nullable: true, description: 'Whether they can be seen here.' })
  coverage?: CoverageState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that cannot be seen of some resource, or at all; or, when false, only the others.',
  })
  hasBlindSpots?: boolean | null;
}

/** A row of the catalogue; how much of it is covered is found out when somebody asks. */
type CoveredSignal = Signal & { readonly coverage: () => Promise<Coverage> };

type Coverages = Map<Rule, Promise<Coverage>>;

/** Found out once for each request, by however many names it is asked for: all resources are looked at for it. */
const foundOut = new WeakMap<GraphContext, Coverages>();

@Resolver(() => Signal)
export class SignalResolver {
  @Query(() => [Signal], {
    description: 'The catalogue: what is looked at, with which limits, and what cannot be seen here and why.',
  })
  async signals(
    @Arg('filter', () => SignalFilter, { nullable: true, description: 'Which signals.' })
    filter: Optional<SignalFilter>,
    @Ctx() context: GraphContext,
  ): Promise<readonly CoveredSignal[]> {
    const { names, kinds, coverage, hasBlindSpots } = filter ?? {};
    const wanted: CoveredSignal[] = [];
    for (const rule of context.registry.rules) {
      if (!isAmong(names, rule.signal) || !isAmong(kinds, rule.kind)) continue;
      const signal = signalOf(rule, context);
      if (coverage != null && !coverage.includes((await signal.coverage()).state)) continue;
      if (hasBlindSpots != null && isBlind(await signal.coverage()) !== hasBlindSpots) continue;
      wanted.push(signal);
    }
    return wanted;
  }

  @FieldResolver(() => Coverage, {
    description: 'Whether it can be seen on this platform, and for how many resources.',
  })
  coverage(@Root() { coverage }: CoveredSignal): Promise<Coverage> {
    return coverage();
  }
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => ResourceConnection, { description: 'Resources for which it cannot be seen.' })
  uncovered(
    @Root() { uncoveredIds }: Coverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { registry, budget }: GraphContext,
  ): Connection<Resource> {
    const resources = uncoveredIds.flatMap((id) => registry.get(id as ResourceId)?.main ?? []) as unknown as Resource[];
    return paginate(
      resources,
      { listName: 'uncovered', name: 'NAME', lead: ({ name }) => name, rest: [({ id }) => id], descending: [] },
      page,
      budget,
    );
  }
}

/** Of some resources, or of whatever there may be. */
function isBlind({ reason, uncoveredIds }: Coverage): boolean {
  return uncoveredIds.length > 0 || reason !== null;
}

function signalOf(rule: Rule, context: GraphContext): CoveredSignal {
  const { signal, title, description, unit, kind, evidence, source = null } = rule;
  const reasons = Object.keys(rule.limits) as FindingReason[];
  const { limits, origins } = context.registry.limits.general(kind);
  return {
    name: signal,
    title,
    description,
    unit,
    kind,
    evidence,
    source,
    reasons,
    limits: reasons.map((reason) => limitOf(rule, reason, limits[reason], origins[reason] ?? 'default')),
    coverage: () => getOrMake(coveragesOf(context), rule, () => lookAtAll(rule, context)),
  };
}

function coveragesOf(context: GraphContext): Coverages {
  const known = foundOut.get(context) ?? new Map<Rule, Promise<Coverage>>();
  foundOut.set(context, known);
  return known;
}

async function lookAtAll(rule: Rule, context: GraphContext): Promise<Coverage> {
  const tally = new CoverageTally(rule, context.registry);
  // All that are asked for begin at once.
  await context.turns.next();
  await visit([...context.registry.entries(rule.kind)], context, (entry) => {
    tally.look(entry);
    return false;
  });
  return tally.coverage();
}
