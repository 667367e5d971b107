import { withoutBrackets } from '../../model/address.js';
import { bounded } from '../../model/bounded.js';
import type { Disappearance, Observation, SourceEvent } from '../../model/facts.js';
import type { Ingress, Route } from '../../model/http-traffic.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Sight, type Source, SourceMode } from '../../model/source.js';
import { type Instant, MINUTE, type Milliseconds, after } from '../../model/time.js';
import type { Reach } from '../../sampling/reach.js';
import { type SourceIdentity, looksOf, seenByAny, sourceId, sourceRecord } from '../source-record.js';
import type { RunningSource, SourceContext } from '../source.js';
import { joinedVersions } from '../versions.js';
import type { HttpTrafficConfig } from './http-traffic.config.js';
import { type GrowthByProxy, TrafficEye } from './http-traffic.eye.js';
import { waysTo } from './http-traffic.look.js';
import { PRESETS } from './http-traffic.presets.js';
import type { SeenProxy } from './http-traffic.proxy.js';
import { type CountedRoute, RouteBook } from './http-traffic.routes.js';
import { type RouteSight, RouteTellers } from './http-traffic.tellers.js';

type Whole = Pick<Source, 'state' | 'message'>;

/** A route that no proxy tells of any more, though each that did is seen, is gone: a proxy that was restarted tells of it with its first request. */
const GONE_AFTER: Milliseconds = 15 * MINUTE;

/** Of so many proxies behind one place it is said that they are lost. */
const MOST_LOST = 50;

const REST_NAME = '(other routes)';

/** Reads what the proxies of one ingress count, each at its own time: one that hangs holds up no other. */
export class HttpTrafficSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly ingressId: ResourceId;
  private readonly eyes: readonly TrafficEye[];
  private readonly routes: RouteBook;
  private readonly tellers = new RouteTellers<SeenProxy>();
  /** Routes that were reported as unseen. */
  private readonly unseen = new Set<string>();
  /** Routes without a place of their own, by the place whose last look told of them. */
  private readonly summed = new Map<TrafficEye, ReadonlySet<string>>();
  private summedRoutes = 0;
  private whole: Whole = { state: 'starting', message: null };
  private wholeSince: Instant;
  private observedAt: Instant | null = null;

  constructor(
    private readonly config: HttpTrafficConfig,
    private readonly context: SourceContext,
  ) {
    const { name, maximumRoutes, proxy, interval } = config;
    // Traffic may pass where metrics cannot be read: the endpoint is beside the ingress, not the ingress.
    this.identity = {
      name: `http-traffic/${name}`,
      system: name,
      partOf: 'ingresses',
      mode: SourceMode.PROBED,
      interval,
      endpointId: null,
    };
    this.id = sourceId(this.identity);
    this.ingressId = resourceId(ResourceKind.INGRESS, name, name);
    this.wholeSince = context.clock.now();
    this.routes = new RouteBook(maximumRoutes, PRESETS[proxy]);
    this.eyes = waysTo(config).map((way) => {
      const eye: TrafficEye = new TrafficEye(way, config, context, (growths) => {
        this.take(eye, growths);
      });
      return eye;
    });
    this.floor = Math.max(...this.eyes.map(({ probe }) => probe.floor));
  }

  start(): void {
    this.context.report([this.sourceRecord(), this.ingressRecord()]);
    for (const { probe } of this.eyes) probe.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.eyes.map((eye) => eye.stop()));
  }

  async refresh(): Promise<void> {
    await Promise.all(this.eyes.map(({ probe }) => probe.refresh()));
  }

  alert(): void {
    for (const { probe } of this.eyes) probe.alert();
  }

  private take(eye: TrafficEye, growths: GrowthByProxy | null): void {
    // Routes are seen as long as one proxy tells of them.
    const whole = seenByAny(this.eyes);
    if (whole.state !== this.whole.state) this.wholeSince = this.context.clock.now();
    this.whole = whole;
    const told = growths === null ? [] : this.takeGrowths(eye, growths);
    this.context.report([this.sourceRecord(), this.ingressRecord(), ...this.routeEvents(told)]);
  }

  /** Returns all routes that its proxies ever told of: what they do not tell of now is what it was, seen now. */
  private takeGrowths(eye: TrafficEye, growths: GrowthByProxy): Iterable<string> {
    const now = this.context.clock.now();
    const { keys, summed } = this.routes.add(growths);
    this.observedAt = now;
    this.summed.set(eye, summed);
    this.summedRoutes = new Set([...this.summed.values()].flatMap((routes) => [...routes])).size;
    for (const [proxy, told] of keys) this.tellers.note(proxy, told, now);
    const there = new Set(this.eyes.flatMap(({ proxies }) => proxies));
    this.tellers.keep((proxy) => there.has(proxy));
    return this.tellers.keys(new Set(eye.proxies));
  }

  /** Of those routes, and of all that came into sight or went out of it. */
  private routeEvents(told: Iterable<string>): readonly SourceEvent[] {
    // While nothing is seen, they are unknown by that alone.
    if (this.whole.state !== 'ok') return [];
    const over = after(this.context.clock.now(), -GONE_AFTER);
    const isOther = (key: string): boolean => this.tellers.sightOf(key)?.isUnseen !== this.unseen.has(key);
    const keys = new Set([...told, ...[...this.tellers.keys()].filter(isOther)]);
    return Array.from(keys, (key) => this.routeEvent(key, over));
  }

  private routeEvent(key: string, over: Instant): SourceEvent {
    const counted = this.routes.get(key);
    const sight = this.tellers.sightOf(key);
    if (counted === null || sight === null || this.tellers.isOver(key, over)) return this.takeAway(key);
    if (sight.isUnseen) this.unseen.add(key);
    else this.unseen.delete(key);
    return this.routeRecord(key, counted, sight);
  }

  private takeAway(key: string): Disappearance {
    this.routes.forget(key);
    this.tellers.forget(key);
    this.unseen.delete(key);
    return { id: this.routeId(key), kind: ResourceKind.ROUTE, goneAspect: 'main' };
  }

  private routeId(key: string): ResourceId {
    return resourceId(ResourceKind.ROUTE, this.config.name, key);
  }

  private routeRecord(key: string, counted: CountedRoute, { seenAt, isUnseen }: RouteSight): Observation {
    const { name: system, labels } = this.config;
    const { host, service, isRest } = counted;
    const name = isRest ? REST_NAME : bounded([host, service].filter((part) => part !== null).join('/'));
    const facts: Route = {
      ...counted,
      id: this.routeId(key),
      kind: ResourceKind.ROUTE,
      name,
      system,
      namespace: null,
      labels,
      workload: this.workloadBehind(name),
      unseenSince: isUnseen ? seenAt : null,
    };
    return { id: facts.id, kind: ResourceKind.ROUTE, aspect: 'main', facts, observedAt: seenAt };
  }

  private workloadBehind(route: string): Route['workload'] {
    const { workloads, kubernetes } = this.config;
    const known = workloads.find((one) => one.route === route);
    if (known === undefined || kubernetes === null) return null;
    return { cluster: kubernetes.cluster, namespace: known.namespace, name: known.name };
  }

  private ingressRecord(): Observation {
    const { name, labels, proxy, kubernetes, endpoints } = this.config;
    const { eyes, summedRoutes, observedAt } = this;
    // Behind one place there may be many proxies; until it told of one, it stands for itself.
    const places = eyes.flatMap((eye): readonly { readonly reach: Reach }[] => (eye.proxies.length === 0 ? [eye] : eye.proxies)); // prettier-ignore
    const facts: Ingress = {
      id: this.ingressId,
      kind: ResourceKind.INGRESS,
      name,
      system: name,
      namespace: null,
      labels,
      proxy,
      version: joinedVersions(eyes.flatMap(({ proxies }) => proxies.map(({ version: one }) => one))),
      summedRoutes,
      placement: kubernetes,
      hosts: endpoints.map(({ url }) => withoutBrackets(url.hostname)),
      askedCount: places.length,
      answeringCount:
        this.whole.state === 'starting' ? null : places.filter(({ reach }) => reach.state === 'ok').length,
    };
    return { id: this.ingressId, kind: ResourceKind.INGRESS, aspect: 'main', facts, observedAt };
  }

  private sourceRecord(): Observation {
    return sourceRecord(
      this.identity,
      {
        ...this.whole,
        ...looksOf(this.eyes),
        stateSince: this.wholeSince,
        sights: [this.routesSight(), ...this.eyes.flatMap((eye) => this.proxySights(eye))],
        clockSkew: null,
      },
      this.context.clock.now(),
    );
  }

  private routesSight(): Sight {
    const { state, message } = this.whole;
    const since = this.wholeSince;
    return {
      subject: 'routes',
      kind: ResourceKind.ROUTE,
      resourceId: null,
      state,
      message,
      since,
      contactAt: this.observedAt,
    };
  }

  /** The place, and, while it is seen, which of the proxies behind it are not. */
  private proxySights({ way, reach: place, proxies }: TrafficEye): readonly Sight[] {
    const lost = place.state === 'ok' ? proxies.filter(({ reach }) => reach.state === 'lost') : [];
    const seen = [{ name: way.name, reach: place }, ...lost.slice(0, MOST_LOST)];
    return seen.map(({ name: subject, reach: { state, message, since, contactAt } }) => {
      return { subject, kind: null, resourceId: this.ingressId, state, message, since, contactAt };
    });
  }
}
