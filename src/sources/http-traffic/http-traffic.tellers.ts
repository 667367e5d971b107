import type { Instant } from '../../model/time.js';
import type { Reach } from '../../sampling/reach.js';

/** A proxy, as far as it matters here. */
type Teller = { readonly reach: Pick<Reach, 'state' | 'contactAt'> };

/** How well one route is seen. */
export interface RouteSight {
  /** When one of the proxies that told of it was seen last. */
  readonly seenAt: Instant;
  /** Nobody who told of it is seen now. */
  readonly isUnseen: boolean;
}

/** Which proxies told of which routes: a route is seen as long as one of them is. */
export class RouteTellers<T extends Teller = Teller> {
  private readonly routes = new Map<string, { readonly tellers: Set<T>; toldAt: Instant }>();

  /** @param keys the routes that it told of in a look */
  note(teller: T, keys: Iterable<string>, now: Instant): void {
    for (const key of keys) {
      const { tellers } = this.routes.get(key) ?? { tellers: new Set<T>() };
      this.routes.set(key, { tellers: tellers.add(teller), toldAt: now });
    }
  }

  /** All routes that were ever told of; those of some proxies, where these are given, and those that nobody is left to tell of. */
  *keys(some?: ReadonlySet<T>): Generator<string> {
    for (const [key, { tellers }] of this.routes)
      if (some === undefined || tellers.size === 0 || [...tellers].some((teller) => some.has(teller))) yield key;
  }

  /** Lets go of proxies that are no more: what they told of is seen by the others, or calm. */
  keep(isThere: (teller: T) => boolean): void {
    for (const { tellers } of this.routes.values())
      for (const teller of tellers) if (!isThere(teller)) tellers.delete(teller);
  }

  /** Null: nobody told of it. */
  sightOf(key: string): RouteSight | null {
    const route = this.routes.get(key);
    if (route === undefined) return null;
    const reaches = Array.from(route.tellers, ({ reach }) => reach);
    const contacts = reaches.flatMap(({ contactAt }) => contactAt ?? []);
    return {
      seenAt: Math.max(...contacts, route.toldAt) as Instant,
      isUnseen: reaches.length > 0 && reaches.every(({ state }) => state !== 'ok'),
    };
  }

  /** Everyone who told of it is seen, and has not done so since then. */
  isOver(key: string, since: Instant): boolean {
    const route = this.routes.get(key);
    return route !== undefined && route.toldAt < since && this.sightOf(key)?.isUnseen === false;
  }

  forget(key: string): void {
    this.routes.delete(key);
  }
}
