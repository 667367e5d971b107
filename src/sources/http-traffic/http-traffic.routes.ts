import { getOrMake } from '../../model/get-or-make.js';
import type { DurationTotals, Route, RouteTotals } from '../../model/http-traffic.js';
import type { Growth } from './http-traffic.growth.js';
import type { ProxyPreset } from './http-traffic.presets.js';
import { INFORMATIONAL } from './http-traffic.samples.js';

/** What is known of a route from its proxies. */
export type CountedRoute = Pick<Route, 'host' | 'service' | 'isRest' | 'totals' | 'averageSeconds' | 'unavailable'>;

const REST = 'rest';

type Counts = { -readonly [K in Exclude<keyof RouteTotals, 'durations' | 'withoutStatus'>]: number };

/** The sums of one route over all proxies. */
class RouteSums {
  private readonly counts: Counts = { requests: 0, serverErrors: 0, clientErrors: 0, refused: 0, notFound: 0 };
  /** All requests where the proxy counts them beside those with a status. */
  private all = 0;
  private informational = 0;
  private withoutStatus = 0;
  private measured = 0;
  private readonly within = new Map<number, number>();
  private areCodesTold = true;
  private isUntimed = false;
  private average: number | null = null;

  constructor(
    readonly host: string | null,
    readonly service: string | null,
    readonly isRest: boolean,
    private readonly preset: ProxyPreset,
  ) {}

  /** A look begins: averages of the proxies are of one time. */
  beginLook(): void {
    this.average = null;
  }

  add({ meaning, value }: Growth): void {
    if (meaning.of === 'untimed') this.isUntimed = true;
    else if (meaning.of === 'all') this.all += value;
    else if (meaning.of === 'average') this.average = Math.max(this.average ?? 0, value);
    else if (meaning.of === 'status') this.addStatus(meaning.code, meaning.class, value);
    else if (meaning.boundary === Infinity) this.measured += value;
    else this.within.set(meaning.boundary, (this.within.get(meaning.boundary) ?? 0) + value);
  }

  private addStatus(code: number | null, status: number | null, value: number): void {
    const { counts } = this;
    if (status === INFORMATIONAL) {
      this.informational += value;
      return;
    }
    counts.requests += value;
    if (status === 5) counts.serverErrors += value;
    if (status !== 4) return;
    counts.clientErrors += value;
    if (code === null) this.areCodesTold = false;
    if (code === 401 || code === 403) counts.refused += value;
    if (code === 404) counts.notFound += value;
  }

  facts(): CountedRoute {
    // A proxy counts a request here a moment before it does there: what was without a status once is not so for good.
    this.withoutStatus = Math.max(this.withoutStatus, this.all - this.counts.requests - this.informational);
    const { host, service, isRest, counts, withoutStatus } = this;
    const totals = { ...counts, requests: counts.requests + withoutStatus, withoutStatus, durations: this.durations() };
    return { host, service, isRest, totals, averageSeconds: this.average, unavailable: this.unavailable() };
  }

  private durations(): DurationTotals | null {
    if (this.within.size === 0) return null;
    const sorted = [...this.within].sort(([a], [b]) => a - b);
    return { count: this.measured, boundaries: sorted.map(([at]) => at), within: sorted.map(([, count]) => count) };
  }

  private unavailable(): Readonly<Record<string, string>> {
    const { durations, average } = this.preset;
    const isUnsupported = durations === null || this.isUntimed;
    return {
      ...(this.within.size === 0 && { durations: isUnsupported ? 'unsupported' : 'warming up' }),
      ...(this.average === null && { average: average === null ? 'unsupported' : 'warming up' }),
      ...(!this.areCodesTold && { codes: 'unsupported' }),
    };
  }
}

/** The routes that one look told of. */
export interface Told<P> {
  /** By the proxy that did. */
  readonly keys: ReadonlyMap<P, ReadonlySet<string>>;
  /** Those of them that have no place of their own. */
  readonly summed: ReadonlySet<string>;
}

/** The routes of one ingress: so many of their own, in the order in which they came, and the sum of the rest. */
export class RouteBook {
  private readonly own = new Map<string, RouteSums>();
  private rest: RouteSums | null = null;

  constructor(
    private readonly most: number,
    private readonly preset: ProxyPreset,
  ) {}

  /** Adds what grew at some proxies between two looks. */
  add<P>(growths: ReadonlyMap<P, readonly Growth[]>): Told<P> {
    const begun = new Set<string>();
    const summed = new Set<string>();
    const keys = new Map<P, Set<string>>();
    for (const [proxy, grown] of growths) {
      const told = getOrMake(keys, proxy, () => new Set<string>());
      for (const growth of grown) {
        const place = this.placeOf(growth);
        if (place === REST) summed.add(growth.route);
        const sums = place === REST ? this.rest : this.own.get(place);
        if (!begun.has(place)) sums?.beginLook();
        begun.add(place);
        told.add(place);
        sums?.add(growth);
      }
    }
    return { keys, summed };
  }

  get(key: string): CountedRoute | null {
    return (key === REST ? this.rest : this.own.get(key))?.facts() ?? null;
  }

  forget(key: string): void {
    if (key === REST) this.rest = null;
    else this.own.delete(key);
  }

  private placeOf({ route, host, service }: Growth): string {
    if (this.own.has(route)) return route;
    if (this.own.size < this.most) {
      this.own.set(route, new RouteSums(host, service, false, this.preset));
      return route;
    }
    this.rest ??= new RouteSums(null, null, true, this.preset);
    return REST;
  }
}
