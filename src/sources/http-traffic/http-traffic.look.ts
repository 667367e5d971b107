import { ExpositionClient } from '../../clients/exposition.js';
import { PrometheusClient } from '../../clients/prometheus.js';
import { PrometheusError } from '../../clients/prometheus-error.js';
import type { HttpTrafficConfig } from './http-traffic.config.js';
import { PRESETS, type ProxyPreset, metricsOf } from './http-traffic.presets.js';
import { type MetricSample, type TrafficSample, trafficOf } from './http-traffic.samples.js';

/** What each proxy counts, by the name of the proxy. */
export type Counted = ReadonlyMap<string, readonly TrafficSample[]>;

/** One way to the counters of one or many proxies. */
export interface Way {
  /** What is asked, as findings call it. */
  readonly name: string;
  /** The same, as messages do. */
  readonly place: string;
  /** @throws PrometheusError, or the signal's reason once it has aborted */
  look(signal: AbortSignal): Promise<Counted>;
  close(): void;
}

/** Bytes of a page of metrics, or an answer of Prometheus. */
const LONGEST = 64 * 1_024 ** 2;

export function waysTo(config: HttpTrafficConfig): readonly Way[] {
  const preset = PRESETS[config.proxy];
  const where = { ...preset.where, ...config.where };
  if (config.prometheus !== null) return [askingPrometheus(config.prometheus, preset, where, config.maximumSeries)];
  const bounds = { longest: LONGEST, mostSamples: config.maximumSeries };
  return config.endpoints.map((access) => {
    const client = new ExpositionClient(access, bounds);
    const name = nameOf(access.url);
    return {
      name,
      place: client.place,
      look: async (signal) => {
        const samples = await client.read(metricsOf(preset), preset.prefix, signal);
        const named = samples.map(({ name, labels, value }) => ({ metric: name, labels, value }));
        return new Map([[name, [...trafficOf(named, preset, where)]]]);
      },
      close: () => {
        client.close();
      },
    };
  });
}

/** One query brings every counter of every proxy as it is: only so is it seen which of them began anew. */
function askingPrometheus(
  access: NonNullable<HttpTrafficConfig['prometheus']>,
  preset: ProxyPreset,
  where: Readonly<Record<string, string>>,
  most: number,
): Way {
  const client = new PrometheusClient(access, LONGEST);
  const query = selectorOf(preset, where);
  return {
    name: nameOf(access.url),
    place: client.place,
    look: async (signal) => {
      const byProxy = new Map<string, MetricSample[]>();
      const answer = await client.query(query, signal);
      // It forgets who does not answer it: what it says nothing of is not calm.
      if (answer.length === 0) throw new PrometheusError('lost', nothingThere(client.place, preset));
      if (answer.length > most)
        throw new PrometheusError('invalid', `${client.place} has more than ${most} series of what is read.`);
      for (const { labels, value } of answer) {
        const { __name__: metric = '', ...rest } = labels;
        const proxy = [rest['job'], rest['instance'], rest['pod']].join('/');
        const samples = byProxy.get(proxy) ?? [];
        samples.push({ metric, labels: ownLabels(rest), value });
        byProxy.set(proxy, samples);
      }
      return new Map([...byProxy].map(([proxy, samples]) => [proxy, [...trafficOf(samples, preset, {})]]));
    },
    close: () => {
      client.close();
    },
  };
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

export function selectorOf(preset: ProxyPreset, where: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(where).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `{${[`__name__=~"${[...metricsOf(preset)].join('|')}"`, ...matchers].join(',')}}`;
}
