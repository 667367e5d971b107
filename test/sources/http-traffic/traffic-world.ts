import type { Observation } from '../../../src/model/facts.js';
import type { Route, RouteTotals } from '../../../src/model/http-traffic.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { type Sight, type SightState, type Source, SourceMode } from '../../../src/model/source.js';
import { type Instant, type Milliseconds, SECOND } from '../../../src/model/time.js';
import type { LimitSettings } from '../../../src/registry/limit-book.js';
import { httpTraffic } from '../../../src/sources/http-traffic/definition.js';
import { platformKinds, platformRecords, platformRules } from '../../../src/sources/platform.js';
import type { SourceDefinition } from '../../../src/sources/source.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { type World, judgedWorld } from '../../support/judged.js';

export const INGRESS = resourceId(ResourceKind.INGRESS, 'edge', 'edge');
export const SOURCE = resourceId(ResourceKind.SOURCE, 'edge', 'http-traffic/edge');
export const SHOP = routeId('shop');
export const CART = routeId('cart');

export function routeId(name: string): ResourceId {
  return resourceId(ResourceKind.ROUTE, 'edge', name);
}

/** A registry with the kinds and rules of this source, and the rows of the front page. */
export function trafficWorld(
  settings: Partial<LimitSettings> = {},
  more?: Pick<SourceDefinition, 'kinds' | 'rules'>,
): World {
  const world = judgedWorld({
    kinds: [...platformKinds, ...httpTraffic.kinds, ...(more?.kinds ?? [])],
    rules: [...platformRules, ...sourceRules, ...httpTraffic.rules, ...(more?.rules ?? [])],
    causes: httpTraffic.causes,
    settings,
  });
  return world.see(...platformRecords(() => true, world.clock.now()));
}

const NONE: RouteTotals = { requests: 0, serverErrors: 0, withoutStatus: 0, clientErrors: 0, refused: 0, notFound: 0, durations: null }; // prettier-ignore

/** What happens on a route in a second. */
export type PerSecond = Partial<RouteTotals>;

type Named = Readonly<Record<string, PerSecond>>;

function sum(a: RouteTotals, b: PerSecond, seconds: number): RouteTotals {
  const of = (key: Exclude<keyof RouteTotals, 'durations'>): number => a[key] + (b[key] ?? 0) * seconds;
  const { durations = null } = b;
  return {
    requests: of('requests'),
    serverErrors: of('serverErrors'),
    withoutStatus: of('withoutStatus'),
    clientErrors: of('clientErrors'),
    refused: of('refused'),
    notFound: of('notFound'),
    durations:
      durations === null
        ? a.durations
        : {
            count: (a.durations?.count ?? 0) + durations.count * seconds,
            boundaries: durations.boundaries,
            within: durations.within.map((within, index) => (a.durations?.within[index] ?? 0) + within * seconds),
          },
  };
}

/** Traffic of the routes of one ingress, looked at every ten seconds. */
export class Traffic {
  private readonly totals = new Map<string, RouteTotals>();

  constructor(
    readonly world: World,
    private readonly facts: Partial<Route> = {},
    state: SightState = 'ok',
  ) {
    world.see(this.ingress(state === 'ok' ? 1 : 0), sourceRecord(world, state));
  }

  /** Lets so much time pass with this traffic. The first look is at its beginning. */
  pass(time: Milliseconds, routes: Named, every: Milliseconds = 10 * SECOND): this {
    if (this.totals.size === 0) this.look(routes, 0);
    for (let passed = 0; passed < time; passed += every) {
      this.world.advance(every);
      this.look(routes, every / SECOND);
    }
    return this;
  }

  private look(routes: Named, seconds: number): void {
    for (const [name, perSecond] of Object.entries(routes))
      this.totals.set(name, sum(this.totals.get(name) ?? NONE, perSecond, seconds));
    this.world.see(...[...this.totals].map(([name, totals]) => this.route(name, totals)));
  }

  private route(name: string, totals: RouteTotals, unseenSince: Instant | null = null): Observation {
    const facts: Route = {
      id: routeId(name),
      kind: ResourceKind.ROUTE,
      name,
      system: 'edge',
      namespace: null,
      labels: {},
      host: null,
      service: name,
      isRest: false,
      totals,
      averageSeconds: null,
      workload: null,
      unseenSince,
      unavailable: totals.durations === null ? { durations: 'unsupported' } : {},
      ...this.facts,
    };
    return { id: facts.id, kind: ResourceKind.ROUTE, aspect: 'main', facts, observedAt: this.world.clock.now() };
  }

  ingress(answeringCount: number): Observation {
    return {
      id: INGRESS,
      kind: ResourceKind.INGRESS,
      aspect: 'main',
      facts: {
        id: INGRESS,
        kind: ResourceKind.INGRESS,
        name: 'edge',
        system: 'edge',
        namespace: null,
        labels: {},
        proxy: 'caddy',
        version: null,
        summedRoutes: 0,
        placement: null,
        hosts: ['proxy'],
        askedCount: 1,
        answeringCount,
      },
      observedAt: this.world.clock.now(),
    };
  }

  /** The proxy of all routes answers no more, while another one does: they were seen now for the last time. */
  forsake(): this {
    const now = this.world.clock.now();
    this.world.see(...[...this.totals].map(([name, totals]) => this.route(name, totals, now)));
    return this;
  }

  /** Its one proxy answers no more. */
  lose(state: SightState): this {
    this.world.see(this.ingress(0), sourceRecord(this.world, state));
    return this;
  }
}

function sourceRecord(world: World, state: SightState): Observation {
  const now = world.clock.now();
  const message = state === 'ok' ? null : `proxy:9180 is ${state}.`;
  const sight: Sight = { subject: 'routes', kind: ResourceKind.ROUTE, resourceId: null, state, message, since: now, contactAt: now }; // prettier-ignore
  const facts: Source = {
    id: SOURCE,
    kind: ResourceKind.SOURCE,
    name: 'http-traffic/edge',
    system: 'edge',
    namespace: null,
    labels: {},
    mode: SourceMode.PROBED,
    interval: 10 * SECOND,
    lastDurationMilliseconds: 1,
    consecutiveFailures: 0,
    partOf: 'ingresses',
    endpointId: null,
    state,
    message,
    stateSince: now,
    sights: [sight],
    clockSkew: null,
  };
  return { id: SOURCE, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt: now };
}
