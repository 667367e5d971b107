/** How one sort of proxy tells what passes through it. Data only: a new proxy is a new entry. */
export interface ProxyPreset {
  /** With this every name of its metrics begins: by it a page is known to be its own before anything passed through it. */
  readonly prefix: string;
  /** Counts requests by status. */
  readonly requests: {
    readonly metric: string;
    /** The label that holds the status: a code such as 404, or a class such as 4xx. */
    readonly status: string;
  };
  /** Counts all requests, also those that ended in an error of the proxy itself and have no status; null: all have one. */
  readonly all: string | null;
  /** A histogram of response times; null where there is none. */
  readonly durations: { readonly metric: string; readonly secondsPerUnit: number } | null;
  /** Seconds on average over the last requests, where there is nothing better. */
  readonly average: string | null;
  /** Labels that say whose request it was; several are joined by a slash. */
  readonly host: readonly string[];
  readonly service: readonly string[];
  /** Only series with these labels count. */
  readonly where: Readonly<Record<string, string>>;
  /** Tells, of the proxy itself, its version in a label; null where it does not. */
  readonly build: {
    readonly metric: string;
    readonly version: string;
    /** Only the series with these labels is of a proxy. */
    readonly where: Readonly<Record<string, string>>;
  } | null;
  /** Series of requests that no route took: any of these labels has any of these values. */
  readonly unmatched: Labelled;
  /** Series of what lasts as long as someone listens: no time of it is a response time. */
  readonly streams: Labelled;
  /** Series in which streams are counted together with what is answered at once: their requests count, their times do not. */
  readonly untimed: Labelled;
}

type Labelled = Readonly<Record<string, readonly string[]>>;

export const PROXIES = ['ingress-nginx', 'traefik', 'istio', 'envoy', 'haproxy', 'caddy'] as const;

export type ProxyName = (typeof PROXIES)[number];

export const PRESETS: Readonly<Record<ProxyName, ProxyPreset>> = {
  'ingress-nginx': {
    prefix: 'nginx_ingress_controller_',
    requests: { metric: 'nginx_ingress_controller_requests', status: 'status' },
    all: null,
    durations: { metric: 'nginx_ingress_controller_request_duration_seconds', secondsPerUnit: 1 },
    average: null,
    host: ['host'],
    service: ['namespace', 'service'],
    where: {},
    build: { metric: 'nginx_ingress_controller_build_info', version: 'release', where: {} },
    unmatched: { ingress: ['', '-'] },
    streams: {},
    untimed: {},
  },
  traefik: {
    prefix: 'traefik_',
    requests: { metric: 'traefik_service_requests_total', status: 'code' },
    all: null,
    durations: { metric: 'traefik_service_request_duration_seconds', secondsPerUnit: 1 },
    average: null,
    host: [],
    service: ['service'],
    where: {},
    // Its metrics know no version.
    build: null,
    unmatched: {},
    streams: { protocol: ['websocket', 'sse'] },
    untimed: {},
  },
  istio: {
    prefix: 'istio_',
    requests: { metric: 'istio_requests_total', status: 'response_code' },
    all: null,
    durations: { metric: 'istio_request_duration_milliseconds', secondsPerUnit: 0.001 },
    average: null,
    host: [],
    service: ['destination_service_namespace', 'destination_service_name'],
    // Both ends of a request count it. A gateway is the end where it begins.
    where: { reporter: 'source' },
    build: { metric: 'istio_build', version: 'tag', where: { component: 'proxy' } },
    unmatched: { destination_service_name: ['', 'unknown', 'PassthroughCluster', 'BlackHoleCluster'] },
    streams: {},
    untimed: { request_protocol: ['grpc'] },
  },
  envoy: {
    prefix: 'envoy_',
    requests: { metric: 'envoy_cluster_upstream_rq', status: 'envoy_response_code' },
    all: null,
    durations: { metric: 'envoy_cluster_upstream_rq_time', secondsPerUnit: 0.001 },
    average: null,
    host: [],
    service: ['envoy_cluster_name'],
    where: {},
    // `envoy_server_version` is a number made of a revision, which is no version to anyone.
    build: null,
    unmatched: {},
    streams: {},
    untimed: {},
  },
  haproxy: {
    prefix: 'haproxy_',
    requests: { metric: 'haproxy_backend_http_responses_total', status: 'code' },
    all: null,
    durations: null,
    average: 'haproxy_backend_response_time_average_seconds',
    host: [],
    service: ['proxy'],
    where: {},
    build: { metric: 'haproxy_process_build_info', version: 'version', where: {} },
    unmatched: {},
    streams: {},
    untimed: {},
  },
  caddy: {
    prefix: 'caddy_',
    requests: { metric: 'caddy_http_request_duration_seconds_count', status: 'code' },
    // Before 2.8 an error of the proxy itself, such as a backend that refuses, is counted here only.
    all: 'caddy_http_requests_total',
    durations: { metric: 'caddy_http_request_duration_seconds', secondsPerUnit: 1 },
    average: null,
    host: ['host'],
    // Each handler of a chain counts the same request: added up, they would be too many.
    service: ['server', 'handler'],
    where: {},
    // Its `go_build_info` is empty, or "(devel)".
    build: null,
    unmatched: { host: ['_other'] },
    streams: {},
    untimed: {},
  },
};

/** Every metric of its traffic that is read of such a proxy. */
export function metricsOf({ requests, all, durations, average }: ProxyPreset): ReadonlySet<string> {
  const names = [requests.metric, all, durations === null ? null : `${durations.metric}_bucket`, average];
  return new Set(names.filter((name) => name !== null));
}
