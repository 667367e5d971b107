import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { Ingress, Route } from '../model/http-traffic.js';
import { ResourceKind } from '../model/kinds.js';
import { SignalName } from '../model/signal-name.js';
import { Workload } from '../model/workload.js';
import type { Entry } from '../registry/entry.js';
import { type Condition, allOf, among } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { RouteConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { RouteFilter } from './filters.js';
import { type Listing, byName, entryOf, isObtained, list, obtained } from './listing.js';
import { measured } from './measured.js';
import type { Optional } from './optional.js';
import { type Measure, RouteOrder, resourceOrdering } from './orders.js';
import { systemNamed } from './systems.js';

type RouteEntry = Entry<ResourceKind.ROUTE>;

@Resolver(() => Ingress)
export class IngressResolver {
  @Query(() => [Ingress], { description: 'Ingresses that are configured: proxies that serve the same routes.' })
  ingresses(@Ctx() { registry }: GraphContext): readonly Ingress[] {
    return byName(registry.entries(ResourceKind.INGRESS));
  }

  @Query(() => Ingress, {
    nullable: true,
    description: 'An ingress by its configured name; null where there is none.',
  })
  ingress(
    @Arg('name', { description: 'Its configured name.' }) name: string,
    @Ctx() { registry }: GraphContext,
  ): Ingress | null {
    return systemNamed(registry, ResourceKind.INGRESS, name);
  }

  @FieldResolver(() => RouteConnection, {
    nullable: true,
    description: 'Routes through it that had a request since Vitals watches it; null where it was never seen.',
  })
  routes(
    @Root() ingress: Ingress,
    @Arg('filter', () => RouteFilter, { nullable: true, description: 'Which routes.' }) filter: Optional<RouteFilter>,
    @Arg('orderBy', () => RouteOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<RouteOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Route>> | null {
    if (!isObtained(context.registry, ResourceKind.ROUTE, ingress.system)) return null;
    const all = entryOf(context.registry, ResourceKind.INGRESS, ingress)?.from('ingress', ResourceKind.ROUTE) ?? [];
    return routePage(all, filter, orderBy, page, context);
  }
}

@Resolver(() => Route)
export class RouteResolver {
  @Query(() => RouteConnection, { nullable: true, description: 'Routes of all ingresses.' })
  routes(
    @Arg('filter', () => RouteFilter, { nullable: true, description: 'Which routes.' }) filter: Optional<RouteFilter>,
    @Arg('orderBy', () => RouteOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<RouteOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Route>> {
    return routePage(obtained(context.registry, ResourceKind.ROUTE, filter?.clusters), filter, orderBy, page, context);
  }

  @FieldResolver(() => Ingress, { nullable: true, description: 'The ingress that serves it.' })
  ingress(@Root() route: Route, @Ctx() { registry }: GraphContext): Ingress | null {
    return entryOf(registry, ResourceKind.ROUTE, route)?.one('ingress', ResourceKind.INGRESS)?.main ?? null;
  }

  @FieldResolver(() => Workload, {
    nullable: true,
    description: 'What answers behind it, where configuration says so and it is there.',
  })
  workload(@Root() route: Route, @Ctx() { registry }: GraphContext): Workload | null {
    return entryOf(registry, ResourceKind.ROUTE, route)?.one('backend', ResourceKind.WORKLOAD)?.main ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Over the last 5 minutes, or as much of them as is known; null until there were two looks.',
  })
  requestsPerSecond(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_REQUEST_RATE);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Share of requests answered 4xx over the window of its limit; null until a fifth of that is known.',
  })
  ratio4xx(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_4XX_RATE);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Share of requests answered 401 or 403; null where the proxy does not tell it from other 4xx.',
  })
  ratioRefused(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_4XX_KINDS, '401/403');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Share of requests answered 404; null where the proxy does not tell it from other 4xx.',
  })
  ratioNotFound(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_4XX_KINDS, '404');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Share of requests that ended in a server error over the window of its limit; null until a fifth of that is known.',
  })
  ratio5xx(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_5XX_RATE);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Seconds within which half of the requests are answered; null where the proxy has no histogram.',
  })
  p50(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_TYPICAL_RESPONSE_TIME, 'p50');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Seconds within which 95 % of the requests are answered; null where the proxy has no histogram.',
  })
  p95(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_TYPICAL_RESPONSE_TIME, 'p95');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Seconds within which 99 % of the requests are answered over the window of its limit; null until a fifth of that is known, and ' +
      'where the proxy has no histogram.',
  })
  p99(@Root() route: Route, @Ctx() context: GraphContext): number | null {
    return numberOf(route, context, SignalName.HTTP_RESPONSE_TIME);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Seconds on average over its last requests as the proxy has it: what HAProxy tells in the place of a histogram.',
  })
  averageSeconds(@Root() { averageSeconds }: Route): number | null {
    return averageSeconds;
  }
}

function numberOf(
  { id }: { readonly id: Route['id'] },
  context: GraphContext,
  signal: SignalName,
  subject: string | null = null,
): number | null {
  const readings = measured(context.registry.get(id), [signal], context);
  return readings.find((reading) => reading.subject === subject)?.value ?? null;
}

function routeCondition(filter: Optional<RouteFilter>): Condition<RouteEntry> {
  return allOf<RouteEntry>(
    among(filter?.hosts, ({ main }) => main.host ?? ''),
    among(filter?.services, ({ main }) => main.service ?? ''),
  );
}

function routePage(
  records: Listing<ResourceKind.ROUTE>['records'],
  filter: Optional<RouteFilter>,
  orderBy: Optional<RouteOrder>,
  page: PageArgs,
  context: GraphContext,
): Promise<Connection<Route>> {
  const by =
    (signal: SignalName): Measure =>
    ({ id }) =>
      numberOf({ id }, context, signal);
  const ordering = resourceOrdering('routes', orderBy, {
    REQUESTS: by(SignalName.HTTP_REQUEST_RATE),
    RATIO_5XX: by(SignalName.HTTP_5XX_RATE),
    RATIO_4XX: by(SignalName.HTTP_4XX_RATE),
    P99: by(SignalName.HTTP_RESPONSE_TIME),
  });
  return list({ records, filter, condition: routeCondition(filter), ordering }, page, context);
}
