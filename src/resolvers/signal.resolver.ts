import { Arg, Args, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from 'type-graphql';
import type { FindingReason } from '../model/finding-reason.js';
import type { ResourceId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import { Resource } from '../model/resource.js';
import type { Rule } from '../model/rule.js';
import { Coverage, CoverageState, Signal } from '../model/signal.js';
import { SignalName } from '../model/signal-name.js';
import type { LimitBook } from '../registry/limit-book.js';
import { limitOf } from '../registry/readings.js';
import { type Connection, PageArgs, paginate } from './connection.js';
import { ResourceConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { coverageOf } from './coverage.js';
import { isAmong } from './filters.js';
import type { Optional } from './optional.js';

@InputType({ description: 'Fields given are all to hold; lists mean any of.' })
export class SignalFilter {
  @Field(() => [SignalName], { nullable: true, description: 'Signals, by name.' })
  names?: SignalName[] | null;

  @Field(() => [ResourceKind], { nullable: true, description: 'What they are looked at on.' })
  kinds?: ResourceKind[] | null;

  @Field(() => [CoverageState], { nullable: true, description: 'Whether they can be seen here.' })
  coverage?: CoverageState[] | null;
}

/** A row of the catalogue with the rule behind it. */
type RuledSignal = Signal & { readonly rule: Rule };

@Resolver(() => Signal)
export class SignalResolver {
  @Query(() => [Signal], {
    description: 'The catalogue: what is looked at, with which limits, and what cannot be seen here and why.',
  })
  signals(
    @Arg('filter', () => SignalFilter, { nullable: true, description: 'Which signals.' })
    filter: Optional<SignalFilter>,
    @Ctx() context: GraphContext,
  ): readonly RuledSignal[] {
    return context.registry.rules
      .filter(({ signal, kind }) => isAmong(filter?.names, signal) && isAmong(filter?.kinds, kind))
      .filter((rule) => filter?.coverage == null || filter.coverage.includes(coverageOf(rule, context).state))
      .map((rule) => signalOf(rule, context.registry.limits));
  }

  @FieldResolver(() => Coverage, {
    description: 'Whether it can be seen on this platform, and for how many resources.',
  })
  coverage(@Root() { rule }: RuledSignal, @Ctx() context: GraphContext): Coverage {
    return coverageOf(rule, context);
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
      { listName: 'uncovered', name: 'NAME', keyOf: ({ name, id }) => [name, id], descending: [] },
      page,
      budget,
    );
  }
}

function signalOf(rule: Rule, book: LimitBook): RuledSignal {
  const { signal, title, description, unit, kind } = rule;
  const reasons = Object.keys(rule.limits) as FindingReason[];
  const { limits, origins } = book.general(kind);
  return {
    rule,
    name: signal,
    title,
    description,
    unit,
    kind,
    reasons,
    limits: reasons.map((reason) => limitOf(rule, reason, limits[reason], origins[reason] ?? 'default')),
  };
}
