import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExposition } from '../../../src/clients/exposition-text.js';
import { LONGEST_NAME } from '../../../src/model/bounded.js';
import { type Instant, MINUTE, SECOND } from '../../../src/model/time.js';
import { type Growth, ProxyCounters } from '../../../src/sources/http-traffic/http-traffic.growth.js';
import { queryOf } from '../../../src/sources/http-traffic/http-traffic.look.js';
import { PRESETS, type ProxyName, metricsOf } from '../../../src/sources/http-traffic/http-traffic.presets.js';
import { type CountedRoute, RouteBook } from '../../../src/sources/http-traffic/http-traffic.routes.js';
import { type MetricSample, trafficOf, versionIn } from '../../../src/sources/http-traffic/http-traffic.samples.js';

function samplesOf(page: string, proxy: ProxyName): MetricSample[] {
  const { build } = PRESETS[proxy];
  const wanted = new Set([...metricsOf(PRESETS[proxy]), ...(build === null ? [] : [build.metric])]);
  const samples = parseExposition(Buffer.from(page), wanted);
  return [...samples].map(({ name, labels, value }) => ({ metric: name, labels, value }));
}

/** Word for word from the program; see the readme there. */
function recorded(file: string, proxy: ProxyName): MetricSample[] {
  return samplesOf(readFileSync(join(import.meta.dirname, 'recorded', file), 'utf8'), proxy);
}

const at = (seconds: number): Instant => (seconds * SECOND) as Instant;

/** Routes after looks that each brought these samples; what stands there first was there before. */
function routesAfter(
  proxy: ProxyName,
  looks: readonly (readonly MetricSample[])[],
  where = PRESETS[proxy].where,
): CountedRoute[] {
  // prettier-ignore
  const counters = new ProxyCounters(MINUTE);
  const book = new RouteBook(100, PRESETS[proxy]);
  const keys = looks.flatMap((samples, index) => {
    const growths = counters.take(trafficOf(samples, PRESETS[proxy], where), at(10 * index));
    return keysOf(book.add(new Map([[proxy, growths]])));
  });
  return [...new Set(keys)].flatMap((key) => book.get(key) ?? []);
}

function keysOf({ keys }: ReturnType<RouteBook['add']>): readonly string[] {
  return [...keys.values()].flatMap((of) => [...of]);
}

const idle = (samples: readonly MetricSample[]): MetricSample[] => samples.map((sample) => ({ ...sample, value: 0 }));

describe('what HAProxy 2.6.12 exposes', () => {
  it('is one route for each backend, by class of status, with an average and no histogram', () => {
    const page = recorded('haproxy-2.6.12.txt', 'haproxy');
    expect(routesAfter('haproxy', [idle(page), page])).toEqual([
      {
        host: null,
        service: 'shop',
        isRest: false,
        totals: { requests: 13, serverErrors: 4, withoutStatus: 0, clientErrors: 3, refused: 0, notFound: 0, durations: null }, // prettier-ignore
        averageSeconds: 0.002,
        unavailable: { durations: 'unsupported', codes: 'unsupported' },
      },
    ]);
  });
});

describe('what Caddy 2.6.2 exposes', () => {
  it('is one route for each server and handler, with a histogram; errors of its own have no status', () => {
    const page = recorded('caddy-2.6.2.txt', 'caddy');
    const [route, ...others] = routesAfter('caddy', [idle(page), page]);
    expect(others).toEqual([]);
    expect(route).toMatchObject({
      host: null,
      service: 'shop/subroute',
      totals: { requests: 16, serverErrors: 3, withoutStatus: 1, clientErrors: 3, refused: 0, notFound: 3 },
      unavailable: { average: 'unsupported' },
    });
    expect(route?.totals.durations).toEqual({
      count: 15,
      boundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      within: [11, 12, 12, 12, 12, 12, 15, 15, 15, 15, 15],
    });
  });
});

describe('what other proxies expose, made after their documentation', () => {
  it.each<[ProxyName, string, object]>([
    [
      'ingress-nginx',
      `nginx_ingress_controller_requests{ingress="shop",namespace="shop",service="cart",host="shop.example.com",path="/",method="GET",status="200"} 7
nginx_ingress_controller_requests{ingress="shop",namespace="shop",service="cart",host="shop.example.com",path="/",method="POST",status="403"} 2
nginx_ingress_controller_requests{ingress="shop",namespace="shop",service="cart",host="shop.example.com",path="/",method="GET",status="101"} 5
nginx_ingress_controller_requests{ingress="",namespace="",service="",host="_",path="",method="GET",status="404"} 99
nginx_ingress_controller_request_duration_seconds_bucket{ingress="shop",namespace="shop",service="cart",host="shop.example.com",path="/",method="GET",status="200",le="0.5"} 6
nginx_ingress_controller_request_duration_seconds_bucket{ingress="shop",namespace="shop",service="cart",host="shop.example.com",path="/",method="GET",status="200",le="+Inf"} 7
nginx_ingress_controller_request_duration_seconds_bucket{ingress="shop",namespace="shop",service="cart",host="shop.example.com",path="/",method="GET",status="101",le="+Inf"} 5
`,
      { host: 'shop.example.com', service: 'shop/cart', totals: { requests: 9, clientErrors: 2, refused: 2, notFound: 0, durations: { count: 7, boundaries: [0.5], within: [6] } } }, // prettier-ignore
    ],
    [
      'traefik',
      `traefik_service_requests_total{code="200",method="GET",protocol="http",service="shop-cart-80@kubernetes"} 7
traefik_service_requests_total{code="503",method="GET",protocol="http",service="shop-cart-80@kubernetes"} 2
traefik_service_requests_total{code="200",method="GET",protocol="sse",service="shop-cart-80@kubernetes"} 4
traefik_service_request_duration_seconds_bucket{code="200",method="GET",protocol="http",service="shop-cart-80@kubernetes",le="1.2"} 7
traefik_service_request_duration_seconds_bucket{code="200",method="GET",protocol="websocket",service="shop-cart-80@kubernetes",le="1.2"} 3
`,
      { host: null, service: 'shop-cart-80@kubernetes', totals: { requests: 9, serverErrors: 2, durations: { boundaries: [1.2], within: [7] } } }, // prettier-ignore
    ],
    [
      'istio',
      `istio_requests_total{reporter="source",destination_service_namespace="shop",destination_service_name="cart",response_code="200"} 7
istio_requests_total{reporter="source",destination_service_namespace="shop",destination_service_name="cart",response_code="0"} 1
istio_requests_total{reporter="destination",destination_service_namespace="shop",destination_service_name="cart",response_code="200"} 7
istio_requests_total{reporter="source",destination_service_namespace="unknown",destination_service_name="unknown",response_code="404"} 50
istio_request_duration_milliseconds_bucket{reporter="source",destination_service_namespace="shop",destination_service_name="cart",response_code="200",le="1000"} 6
istio_request_duration_milliseconds_bucket{reporter="source",destination_service_namespace="shop",destination_service_name="cart",response_code="200",le="+Inf"} 7
`,
      { host: null, service: 'shop/cart', totals: { requests: 8, clientErrors: 0, durations: { count: 7, boundaries: [1], within: [6] } } }, // prettier-ignore
    ],
    [
      'envoy',
      `envoy_cluster_upstream_rq{envoy_response_code="200",envoy_cluster_name="cart"} 7
envoy_cluster_upstream_rq{envoy_response_code="404",envoy_cluster_name="cart"} 3
envoy_cluster_upstream_rq_time_bucket{envoy_cluster_name="cart",le="500"} 9
envoy_cluster_upstream_rq_time_bucket{envoy_cluster_name="cart",le="+Inf"} 10
`,
      { service: 'cart', totals: { requests: 10, notFound: 3, durations: { count: 10, boundaries: [0.5], within: [9] } } }, // prettier-ignore
    ],
    [
      'caddy',
      `caddy_http_requests_total{handler="subroute",host="shop.example.com",server="srv0"} 8
caddy_http_requests_total{handler="subroute",host="_other",server="srv0"} 5
caddy_http_request_duration_seconds_count{code="101",handler="subroute",host="shop.example.com",method="GET",server="srv0"} 1
caddy_http_request_duration_seconds_count{code="502",handler="subroute",host="shop.example.com",method="GET",server="srv0"} 7
`,
      { host: 'shop.example.com', service: 'srv0/subroute', totals: { requests: 7, serverErrors: 7, withoutStatus: 0 }, unavailable: { durations: 'warming up' } }, // prettier-ignore
    ],
  ])('%s', (proxy, page, route) => {
    const samples = samplesOf(page, proxy);
    const routes = routesAfter(proxy, [idle(samples), samples]);
    expect(routes).toHaveLength(1);
    expect(routes).toMatchObject([route]);
  });

  it('is no response time where streams are counted with what is answered at once: gRPC of Istio', () => {
    const of = (protocol: string, name: string): string => {
      const labels = `reporter="source",destination_service_namespace="shop",destination_service_name="${name}",request_protocol="${protocol}",response_code="200"`; // prettier-ignore
      const bucket = `istio_request_duration_milliseconds_bucket{${labels},le=`;
      return `istio_requests_total{${labels}} 7\n${bucket}"1000"} 1\n${bucket}"+Inf"} 7\n`;
    };
    const samples = samplesOf(of('grpc', 'cart') + of('grpc', 'feed') + of('http', 'cart'), 'istio');
    const routes = routesAfter('istio', [idle(samples), samples]);
    expect(routes).toMatchObject([
      { service: 'shop/cart', totals: { requests: 14, durations: { count: 7, boundaries: [1], within: [1] } } },
      { service: 'shop/feed', totals: { requests: 7, durations: null }, unavailable: { durations: 'unsupported' } },
    ]);
  });

  it('is asked of Prometheus in one query', () => {
    expect(queryOf(PRESETS.istio, { job: 'a "b"' })).toBe(
      '{__name__=~"istio_requests_total|istio_request_duration_milliseconds_bucket",reporter="source",job="a \\"b\\""}' +
        ' or {__name__="istio_build",component="proxy",job="a \\"b\\""} or (timestamp(up) and (up == 0))',
    );
    expect(queryOf(PRESETS.traefik, {}).split(' or ')).toHaveLength(2);
  });

  it.each<[ProxyName, string, string | null]>([
    // As the documentation of each shows it.
    ['ingress-nginx', 'nginx_ingress_controller_build_info{build="a2514768",release="v1.2.0",repository="r"} 1\n', 'v1.2.0'], // prettier-ignore
    ['istio', 'istio_build{component="proxy",tag="1.16.5"} 1\nistio_build{component="pilot",tag="1.17.0"} 1\n', '1.16.5'], // prettier-ignore
    ['haproxy', 'haproxy_process_build_info{version="2.8.3"} 1\nhaproxy_process_build_info{version="2.6.12"} 1\n', '2.6.12, 2.8.3'], // prettier-ignore
    ['haproxy', 'haproxy_process_build_info{version=""} 1\n', null],
    // Of Envoy it is no version, of the others nothing is told.
    ['envoy', 'envoy_server_version{} 4151803\n', null],
    ['traefik', 'go_info{version="go1.22.1"} 1\n', null],
    ['caddy', 'go_build_info{checksum="",path="",version=""} 1\ngo_info{version="go1.19.8"} 1\n', null],
  ])('knows the version of %s where it is told: %s', (proxy, page, version) => {
    expect(versionIn(samplesOf(page, proxy), PRESETS[proxy])).toBe(version);
  });

  it('knows the version of a real HAProxy, and none of a real Caddy', () => {
    expect(versionIn(recorded('haproxy-2.6.12.txt', 'haproxy'), PRESETS.haproxy)).toBe('2.6.12-1+deb12u4');
    expect(versionIn(recorded('caddy-2.6.2.txt', 'caddy'), PRESETS.caddy)).toBeNull();
  });

  it('counts only with the labels that are asked for', () => {
    const samples = samplesOf('envoy_cluster_upstream_rq{envoy_response_code="200",envoy_cluster_name="a"} 1\nenvoy_cluster_upstream_rq{envoy_response_code="200",envoy_cluster_name="b"} 1\n', 'envoy'); // prettier-ignore
    const routes = routesAfter('envoy', [samples], { envoy_cluster_name: 'b' });
    expect(routes.map(({ service }) => service)).toEqual(['b']);
  });
});

const counter = (value: number, code = '200', service = 'cart'): MetricSample => ({
  metric: 'envoy_cluster_upstream_rq',
  labels: { envoy_response_code: code, envoy_cluster_name: service },
  value,
});

describe('a counter', () => {
  it.each<[string, readonly (readonly MetricSample[])[], number]>([
    ['at the first look tells nothing', [[counter(500)]], 0],
    ['grows', [[counter(500)], [counter(510)], [counter(530)]], 30],
    ['that began anew grew by what it is', [[counter(500)], [counter(20)]], 20],
    ['that was not there before began at zero', [[counter(500)], [counter(500), counter(3, '500')]], 3],
    ['that comes back began at zero', [[counter(500)], [], [counter(4)]], 4],
    ['that falls to what is no number is left out', [[counter(500)], [counter(NaN)], [counter(-1)]], 0],
  ])('%s', (_, looks, requests) => {
    expect(routesAfter('envoy', looks)[0]?.totals.requests).toBe(requests);
  });

  it('is the same however its labels are ordered', () => {
    const one = counter(501);
    const turned = { ...one, labels: Object.fromEntries(Object.entries(one.labels).reverse()) };
    expect(routesAfter('envoy', [[counter(500)], [turned]])[0]?.totals.requests).toBe(1);
  });

  it('begins anew after a time in which nobody looked', () => {
    const counters = new ProxyCounters(MINUTE);
    const look = (value: number, seconds: number): number | undefined =>
      counters.take(trafficOf([counter(value)], PRESETS.envoy, {}), at(seconds))[0]?.value;
    expect([look(100, 0), look(110, 60), look(900, 121), look(905, 131)]).toEqual([0, 10, 0, 5]);
  });
});

describe('the routes of an ingress', () => {
  it('are so many, and the rest is summed', () => {
    const book = new RouteBook(2, PRESETS.envoy);
    const grown = (services: readonly string[]): ReturnType<RouteBook['add']> => {
      const samples = services.map((service) => counter(1, '500', service));
      const growths = [...trafficOf(samples, PRESETS.envoy, {})];
      return book.add(new Map([['proxy', growths]]));
    };
    expect(grown(['a', 'b']).summed.size).toBe(0);
    const told = grown(['a', 'c', 'd']);
    expect(told.summed.size).toBe(2);
    const keys = keysOf(told);
    const routes = keys.map((key) => book.get(key));
    expect(routes).toMatchObject([
      { service: 'a', isRest: false, totals: { requests: 2 } },
      { service: null, isRest: true, totals: { requests: 2, serverErrors: 2 } },
    ]);
    const [a = ''] = keys;
    book.forget(a);
    expect(grown(['c']).summed.size).toBe(0);
  });

  it('are told of by each proxy, and their average is that of the slowest in one look', () => {
    const average = (value: number): Growth => {
      return { route: 'a', host: null, service: 'a', value, meaning: { of: 'average' } };
    };
    const book = new RouteBook(2, PRESETS.haproxy);
    const look = (...values: readonly number[]): ReturnType<RouteBook['add']> =>
      book.add(new Map(values.map((value, index) => [`proxy-${index}`, [average(value)]])));
    const { keys } = look(0.3, 0.1);
    expect([...keys.values()].map((of) => [...of])).toEqual([['a'], ['a']]);
    expect(book.get('a')?.averageSeconds).toBe(0.3);
    look(0.1, 0.2);
    expect(book.get('a')?.averageSeconds).toBe(0.2);
  });

  it('never unsay an error that the proxy itself had', () => {
    const page = (all: number, coded: number): MetricSample[] => [
      { metric: 'caddy_http_requests_total', labels: { server: 's', handler: 'h' }, value: all },
      { metric: 'caddy_http_request_duration_seconds_count', labels: { server: 's', handler: 'h', code: '200' }, value: coded }, // prettier-ignore
    ];
    const counters = new ProxyCounters(MINUTE);
    const book = new RouteBook(1, PRESETS.caddy);
    const totals = [page(0, 0), page(10, 8), page(10, 10), page(20, 17)].map((samples, index) => {
      const growths = counters.take(trafficOf(samples, PRESETS.caddy, {}), at(index));
      const [key = ''] = keysOf(book.add(new Map([['proxy', growths]])));
      return book.get(key)?.totals;
    });
    expect(totals.map((one) => [one?.requests, one?.withoutStatus])).toEqual([
      [0, 0],
      [10, 2],
      [12, 2],
      [20, 3],
    ]);
  });
});

describe('names without an end', () => {
  it('are cut, and stay two where they begin alike', () => {
    const page = ['a', 'b'].map((end) => `haproxy_backend_http_responses_total{proxy="${'x'.repeat(5_000)}${end}",code="2xx"} 3\n`).join(''); // prettier-ignore
    const samples = samplesOf(page, 'haproxy');
    const services = routesAfter('haproxy', [idle(samples), samples]).map(({ service }) => service);
    expect(new Set(services).size).toBe(2);
    expect(services.map((service) => service?.length)).toEqual([LONGEST_NAME, LONGEST_NAME]);
  });
});
