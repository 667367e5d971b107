import type { RouteTotals } from '../../model/http-traffic.js';
import type { Sample } from '../../model/health.js';
import type { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import { type Instant, MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { knownIncrease } from '../counters.js';

export type RouteSeen = Seen<ResourceKind.ROUTE>;
export type CountSeries = Exclude<keyof RouteTotals, 'durations'>;

/** The subject under which all measured requests are kept beside those within each boundary. */
export const ALL_MEASURED = 'all';

/** So much of a window must be known before it is judged: after a start, nobody waits for the whole of it. */
const LEAST_KNOWN = 1 / 5;

/** What is not seen any more is judged and read as of when it was. */
function asOf({ main: { unseenSince } }: RouteSeen, now: Instant): Instant {
  return unseenSince ?? now;
}

/** How much a counter grew in the window that ends now, or as much of it as is known; null: that is too little. */
function grown(samples: readonly Sample[], window: Milliseconds, now: Instant): number | null {
  const [oldest, second] = samples;
  if (oldest === undefined || second === undefined || now - oldest.at < window * LEAST_KNOWN) return null;
  return knownIncrease(samples, window, now);
}

/** What happened on a route in the window that ends now, or as much of it as is known. */
export interface RouteWindow {
  readonly requests: number;
  /** Answered 5xx, or ended in an error of the proxy that has no status. */
  readonly serverErrors: number;
  readonly withoutStatus: number;
  readonly clientErrors: number;
  readonly refused: number;
  readonly notFound: number;
  readonly perSecond: number;
}

export function windowOf(route: RouteSeen, window: Milliseconds, now: Instant): RouteWindow | null {
  const at = asOf(route, now);
  const count = (series: CountSeries): number | null => grown(route.samples(series), window, at);
  const requests = count('requests');
  if (requests === null) return null;
  const withoutStatus = count('withoutStatus') ?? 0;
  return {
    requests,
    serverErrors: (count('serverErrors') ?? 0) + withoutStatus,
    withoutStatus,
    clientErrors: count('clientErrors') ?? 0,
    refused: count('refused') ?? 0,
    notFound: count('notFound') ?? 0,
    perSecond: (requests * SECOND) / spanOf(route, window, at),
  };
}

/** What a reading is of where no limit says how far to look back. */
const READ_OVER: Milliseconds = 5 * MINUTE;

/** As far back as a reading looks, or as is known; null: one look tells nothing. */
export function readableWindow(route: RouteSeen, now: Instant): Milliseconds | null {
  const [oldest, second] = route.samples('requests');
  return oldest === undefined || second === undefined ? null : Math.min(READ_OVER, asOf(route, now) - oldest.at);
}

export function recentOf(route: RouteSeen, now: Instant): RouteWindow | null {
  const window = readableWindow(route, now);
  return window === null ? null : windowOf(route, window, now);
}

/** From the last look before the window to the newest one: what grew, grew in that time. */
function spanOf(route: RouteSeen, window: Milliseconds, now: Instant): Milliseconds {
  const samples = route.samples('requests');
  const base = samples.findLast(({ at }) => at <= now - window) ?? samples[0];
  const newest = samples.at(-1);
  if (base === undefined || newest === undefined || newest.at <= base.at) return window;
  return newest.at - base.at;
}

/** A histogram of the requests of a window. */
export interface DurationWindow {
  readonly count: number;
  /** Ascending; seconds. */
  readonly boundaries: readonly number[];
  /** How many took no longer than each of them. */
  readonly within: readonly number[];
}

export function durationsOf(route: RouteSeen, window: Milliseconds, now: Instant): DurationWindow | null {
  const boundaries = route.main.totals.durations?.boundaries ?? [];
  const at = asOf(route, now);
  const count = grown(route.samples('durations', ALL_MEASURED), window, at);
  if (count === null || boundaries.length === 0) return null;
  let most = 0;
  const within = boundaries.map((boundary) => {
    // Not every proxy need have every boundary: never fewer than within a shorter one.
    most = Math.max(most, grown(route.samples('durations', String(boundary)), window, at) ?? 0);
    return most;
  });
  return { count: Math.max(count, most), boundaries, within };
}

/**
 * Seconds within which a share of the requests was answered: interpolated between the boundaries around it, as Prometheus
 * does it; the last boundary where it lies beyond. Null where there were none.
 */
export function quantileOf({ count, boundaries, within }: DurationWindow, share: number): number | null {
  if (count === 0) return null;
  const rank = share * count;
  const index = within.findIndex((few) => few >= rank);
  if (index === -1) return boundaries.at(-1) ?? null;
  const [low, high] = [boundaries[index - 1] ?? 0, boundaries[index] ?? 0];
  const [before, here] = [within[index - 1] ?? 0, within[index] ?? 0];
  return here === before ? high : low + ((high - low) * (rank - before)) / (here - before);
}

/**
 * How many took longer than the next boundary at or above `seconds`: the only thing that a histogram knows for certain.
 * Null where it has no boundary that high.
 */
export function beyond(
  { count, boundaries, within }: DurationWindow,
  seconds: number,
): { readonly boundary: number; readonly requests: number } | null {
  const index = boundaries.findIndex((boundary) => boundary >= seconds);
  const boundary = boundaries[index];
  return boundary === undefined ? null : { boundary, requests: count - (within[index] ?? 0) };
}
