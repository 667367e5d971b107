import { bounded } from '../../model/bounded.js';
import { joinedVersions } from '../versions.js';
import type { ProxyPreset } from './http-traffic.presets.js';

/** A sample as both ways bring it: read from a proxy, or asked of Prometheus. */
export interface MetricSample {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What a sample is a number of. */
export type Meaning =
  /** Requests of a status; `code` is null where only its class, the first digit, is told; both are null for what is none. */
  | { readonly of: 'status'; readonly code: number | null; readonly class: number | null }
  /** All requests, with a status or without. */
  | { readonly of: 'all' }
  /** Requests that took no longer than `boundary` seconds; infinite for all that were measured. */
  | { readonly of: 'duration'; readonly boundary: number }
  /** Requests that were measured together with streams: how long they took nobody can tell. */
  | { readonly of: 'untimed' }
  /** Seconds on average: a reading, no counter. */
  | { readonly of: 'average' };

/** A sample that counts for a route. */
export interface TrafficSample {
  /** Tells routes apart. */
  readonly route: string;
  readonly host: string | null;
  readonly service: string | null;
  /** Tells counters of one proxy apart. */
  readonly series: string;
  readonly meaning: Meaning;
  readonly value: number;
}

/** The class of 101 (switching protocols) and the like: no answer to a request. */
export const INFORMATIONAL = 1;

/** What a proxy's samples say of routes. What counts for none, or is no number, is left out. */
export function* trafficOf(
  samples: Iterable<MetricSample>,
  preset: ProxyPreset,
  where: Readonly<Record<string, string>>,
): Generator<TrafficSample> {
  for (const { metric, labels, value } of samples) {
    if (!holds(labels, where) || !Number.isFinite(value) || value < 0) continue;
    const meaning = meaningOf(metric, labels, preset);
    if (meaning === null || hasAny(labels, preset.unmatched) || hasAny(labels, preset.streams)) continue;
    const [host, service] = [joined(labels, preset.host), joined(labels, preset.service)];
    if (host === null && service === null) continue;
    yield { route: `${host ?? ''}\n${service ?? ''}`, host, service, series: seriesOf(metric, labels), meaning, value };
  }
}

function meaningOf(metric: string, labels: MetricSample['labels'], preset: ProxyPreset): Meaning | null {
  const { requests, all, durations, average } = preset;
  const status = statusOf(labels[requests.status] ?? '');
  if (metric === requests.metric) return { of: 'status', ...status };
  if (metric === all) return { of: 'all' };
  if (metric === average) return { of: 'average' };
  if (durations === null || metric !== `${durations.metric}_bucket`) return null;
  // What was switched to another protocol lasts as long as that is spoken.
  if (status.class === INFORMATIONAL) return null;
  const { le } = labels;
  if (hasAny(labels, preset.untimed)) return le === '+Inf' ? { of: 'untimed' } : null;
  if (le === '+Inf') return { of: 'duration', boundary: Infinity };
  const boundary = le === undefined || le === '' ? NaN : Number(le) * durations.secondsPerUnit;
  return Number.isFinite(boundary) && boundary > 0 ? { of: 'duration', boundary } : null;
}

/** "404", "4xx" or "4"; anything else is no status, such as that of a request whose client went away. */
function statusOf(text: string): { readonly code: number | null; readonly class: number | null } {
  const [, digit, rest] = /^([1-5])(\d\d|xx)?$/i.exec(text) ?? [];
  if (digit === undefined) return { code: null, class: null };
  return { code: rest === undefined || /x/i.test(rest) ? null : Number(text), class: Number(digit) };
}

function hasAny(labels: MetricSample['labels'], wanted: ProxyPreset['unmatched']): boolean {
  return Object.entries(wanted).some(([label, values]) => label in labels && values.includes(labels[label] ?? ''));
}

function joined(labels: MetricSample['labels'], names: readonly string[]): string | null {
  const values = names.map((name) => labels[name] ?? '').filter((value) => value !== '');
  return values.length === 0 ? null : bounded(values.join('/'));
}

/** Labels in an order of our own: the same counter is the same, however it is written. */
function seriesOf(metric: string, labels: MetricSample['labels']): string {
  const names = Object.keys(labels).sort();
  return `${metric}\n${names.map((name) => `${name}=${labels[name] ?? ''}`).join('\n')}`;
}

/** The version that a proxy tells of itself; of several, all. */
export function versionIn(samples: readonly MetricSample[], { build }: ProxyPreset): string | null {
  if (build === null) return null;
  const own = samples.filter(({ metric, labels }) => metric === build.metric && holds(labels, build.where));
  return joinedVersions(own.map(({ labels }) => labels[build.version] || null));
}

function holds(labels: MetricSample['labels'], where: MetricSample['labels']): boolean {
  return Object.entries(where).every(([label, only]) => (labels[label] ?? '') === only);
}
