import { ExpositionClient } from '../../clients/exposition.js';
import { PrometheusClient } from '../../clients/prometheus.js';
import { ExchangeError } from '../../clients/exchange-error.js';
import { MEBIBYTE } from '../../model/bytes.js';
import { getOrMake } from '../../model/get-or-make.js';
import { type Instant, SECOND, instant } from '../../model/time.js';
import type { HttpTrafficConfig } from './http-traffic.config.js';
import { PRESETS, type ProxyPreset, metricsOf } from './http-traffic.presets.js';
import { type MetricSample, type TrafficSample, trafficOf, versionIn } from './http-traffic.samples.js';

/** What one proxy tells. */
export interface ProxyCount {
  readonly samples: readonly TrafficSample[];
  /** Null where its metrics do not tell. */
  readonly version: string | null;
}

/** What one look brought, by the names of the proxies. */
export interface Counted {
  readonly proxies: ReadonlyMap<string, ProxyCount>;
  /** Those that somebody else reads, and could not at that time. */
  readonly lost: ReadonlyMap<string, Instant>;
}

/** One way to the counters of one or many proxies. */
export interface Way {
  /** What is asked, as findings call it. */
  readonly name: string;
  /** The same, as messages do. */
  readonly place: string;
  /** @throws ExchangeError, or the signal's reason once it has aborted */
  look(signal: AbortSignal): Promise<Counted>;
  close(): void;
}

type Labels = Readonly<Record<string, string>>;

/** Bytes of a page of metrics, or an answer of Prometheus. */
const LONGEST = 64 * MEBIBYTE;

export function waysTo(config: HttpTrafficConfig): readonly Way[] {
  const preset = PRESETS[config.proxy];
  if (config.prometheus !== null)
    return [askingPrometheus(config.prometheus, preset, config.where, config.maximumSeries)];
  const where = { ...preset.where, ...config.where };
  const bounds = { longest: LONGEST, mostSamples: config.maximumSeries };
  return config.endpoints.map((access) => {
    const client = new ExpositionClient(access, bounds);
    const name = nameOf(access.url);
    return {
      name,
      place: client.place,
      look: async (signal) => {
        const samples = await client.read(wantedOf(preset), preset.prefix, signal);
        const named = samples.map(({ name, labels, value }) => ({ metric: name, labels, value }));
        return { proxies: new Map([[name, countOf(named, preset, where)]]), lost: new Map() };
      },
      close: () => {
        client.close();
      },
    };
  });
}

/** When Prometheus could not read a page, of each that it cannot; without a name, as all that is reckoned. */
const DOWN = '(timestamp(up) and (up == 0))';

function hasName({ labels }: { readonly labels: Labels }): boolean {
  return labels['__name__'] !== undefined;
}

/** Whose page it was: as Prometheus calls those that it reads. */
function proxyOf({ job, instance, pod }: Labels): string {
  return [job, instance, pod].filter((part) => part !== undefined).join('/');
}

/** One query brings every counter of every proxy as it is: only so is it seen which of them began anew. */
function askingPrometheus(
  access: NonNullable<HttpTrafficConfig['prometheus']>,
  preset: ProxyPreset,
  where: Labels,
  most: number,
): Way {
  const client = new PrometheusClient(access, LONGEST);
  const query = queryOf(preset, where);
  return {
    name: nameOf(access.url),
    place: client.place,
    look: async (signal) => {
      const answer = await client.query(query, signal);
      const [told, down] = [answer.filter(hasName), answer.filter((sample) => !hasName(sample))];
      // It forgets who does not answer it: what it says nothing of is not calm. A version alone is no traffic.
      if (told.every(({ labels: { __name__: metric } }) => metric === preset.build?.metric))
        throw new ExchangeError('lost', nothingThere(client.place, preset));
      if (told.length > most)
        throw new ExchangeError('invalid', `${client.place} has more than ${most} series of what is read.`);
      const byProxy = new Map<string, MetricSample[]>();
      for (const { labels, value } of told) {
        const { __name__: metric = '', ...rest } = labels;
        const samples = getOrMake(byProxy, proxyOf(rest), () => []);
        samples.push({ metric, labels: ownLabels(rest), value });
      }
      return {
        proxies: new Map([...byProxy].map(([proxy, samples]) => [proxy, countOf(samples, preset, {})])),
        lost: new Map(down.map(({ labels, value }) => [proxyOf(labels), instant(value * SECOND)])),
      };
    },
    close: () => {
      client.close();
    },
  };
}

function countOf(samples: readonly MetricSample[], preset: ProxyPreset, where: Labels): ProxyCount {
  return { samples: [...trafficOf(samples, preset, where)], version: versionIn(samples, preset) };
}

function wantedOf(preset: ProxyPreset): ReadonlySet<string> {
  const { build } = preset;
  return build === null ? metricsOf(preset) : new Set([...metricsOf(preset), build.metric]);
}

function nothingThere(place: string, { requests }: ProxyPreset): string {
  return `${place} has no series of ${requests.metric}: it does not reach the proxies, or nothing has passed through them yet.`;
}

/** Where metrics are is known; who has them elsewhere says so. */
function nameOf({ host, pathname }: URL): string {
  return pathname === '/metrics' || pathname === '/' ? host : `${host}${pathname}`;
}

const EXPORTED = 'exported_';

/** Where its own labels are in the way, Prometheus keeps those of the proxy under this prefix. */
function ownLabels(labels: MetricSample['labels']): MetricSample['labels'] {
  const exported = Object.entries(labels).filter(([name]) => name.startsWith(EXPORTED));
  if (exported.length === 0) return labels;
  return { ...labels, ...Object.fromEntries(exported.map(([name, value]) => [name.slice(EXPORTED.length), value])) };
}

/** @param where only series with these labels, beside what the sort of proxy asks for: that is of its traffic alone */
export function queryOf(preset: ProxyPreset, where: Labels): string {
  const traffic = selectorOf(`__name__=~"${[...metricsOf(preset)].join('|')}"`, { ...preset.where, ...where });
  const { build } = preset;
  const builds = build === null ? [] : [selectorOf(`__name__="${build.metric}"`, { ...build.where, ...where })];
  return [traffic, ...builds, DOWN].join(' or ');
}

function selectorOf(name: string, where: Labels): string {
  const matchers = Object.entries(where).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `{${[name, ...matchers].join(',')}}`;
}
