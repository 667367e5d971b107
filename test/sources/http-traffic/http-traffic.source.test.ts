import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { systemClock } from '../../../src/model/clock.js';
import type { Observation } from '../../../src/model/facts.js';
import type { Ingress, Route } from '../../../src/model/http-traffic.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { createSources } from '../../../src/observing.js';
import { httpTraffic } from '../../../src/sources/http-traffic/definition.js';
import { httpTrafficConfigSchema } from '../../../src/sources/http-traffic/http-traffic.config.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { SourceReports } from '../../support/source-reports.js';

/** What is different about an answer, beside what is counted. */
type Script = (response: ServerResponse, page: string) => void;

const TEXT = { 'content-type': 'text/plain; version=0.0.4' };

const well: Script = (response, page) => {
  response.writeHead(200, TEXT);
  response.end(page);
};

/** A proxy whose counters are moved by hand. */
class Proxy {
  script: Script = well;
  version = '2.6.12';
  counts: Record<string, number> = { shop: 0 };
  asked = 0;
  readonly server = createServer((_, response) => {
    this.asked += 1;
    this.script(response, this.page());
  });

  page(): string {
    return Object.entries(this.counts)
      .map(([name, count]) => `haproxy_backend_http_responses_total{proxy="${name}",code="5xx"} ${count}\n`)
      .concat(`haproxy_process_build_info{version="${this.version}"} 1\n`)
      .join('');
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<Proxy> {
    const proxy = new Proxy();
    await servers.listen(proxy.server);
    return proxy;
  }
}

/** A machine that is busy may take its time. */
const PATIENCE = 30_000;

const servers = new LoopbackServers();
let running: RunningSource | null = null;
let reports: SourceReports;

beforeEach(() => {
  reports = new SourceReports(systemClock, 20_000);
});

afterEach(async () => {
  await running?.stop();
  running = null;
  await servers.close();
});

function start(more: object): void {
  const configuration = httpTrafficConfigSchema.parse({
    name: 'edge',
    proxy: 'haproxy',
    interval: '1s',
    deadline: '1s',
    ...more,
  });
  running = httpTraffic.create(configuration, reports.context);
  running.start();
}

const metrics = (...proxies: readonly Proxy[]): object => ({
  metrics: proxies.map(({ address }) => `http://${address}/metrics`),
});

const source = (): Source => reports.one(ResourceKind.SOURCE) as Source;
const ingress = (): Ingress => reports.one(ResourceKind.INGRESS) as Ingress;
const route = (name = 'shop'): Route | undefined => reports.one(ResourceKind.ROUTE, name);
const errors = (name = 'shop'): number | undefined => route(name)?.totals.serverErrors;

it(
  'sums what grew at each proxy, whichever of them began anew',
  async () => {
    const [one, other] = [await Proxy.start(), await Proxy.start()];
    one.counts = { shop: 1_000 };
    other.counts = { shop: 500 };
    other.version = '2.8.3';
    start(metrics(one, other));
    await reports.until('both proxies', () => ingress().answeringCount === 2);
    expect(errors()).toBe(0);
    one.counts = { shop: 1_004 };
    other.counts = { shop: 2 };
    await reports.until('what grew at both', () => errors() === 6);
    expect(ingress().version).toBe('2.6.12, 2.8.3');
    expect(source()).toMatchObject({ state: 'ok', endpointId: null, partOf: 'ingresses' });
  },
  PATIENCE,
);

it(
  'has a route that came meanwhile, with the workload behind it, and sums those beyond the most',
  async () => {
    const proxy = await Proxy.start();
    const workloads = [{ route: 'shop', namespace: 'shop', name: 'web' }];
    start({ ...metrics(proxy), maximumRoutes: 1, kubernetes: { cluster: 'prod' }, workloads });
    await reports.until('a first look', () => errors() === 0);
    expect(route()?.workload).toEqual({ cluster: 'prod', namespace: 'shop', name: 'web' });
    proxy.counts = { shop: 1, cart: 2, pay: 3 };
    await reports.until('the other routes', () => errors('(other routes)') === 5);
    expect(route('(other routes)')).toMatchObject({ isRest: true, service: null, workload: null });
    expect(ingress().summedRoutes).toBe(2);
  },
  PATIENCE,
);

it(
  'counts the routes that are summed over all proxies, whichever of them was asked last',
  async () => {
    const [one, other] = [await Proxy.start(), await Proxy.start()];
    one.counts = { shop: 1, cart: 2, pay: 3 };
    start({ ...metrics(one, other), maximumRoutes: 1 });
    await reports.until('both proxies', () => ingress().answeringCount === 2);
    const { asked } = other;
    await reports.until('two more looks at the other one', () => other.asked >= asked + 2);
    const told = reports.events
      .filter(({ kind }) => kind === ResourceKind.INGRESS)
      .map((event) => (event as Observation<ResourceKind.INGRESS>).facts);
    const summed = told.filter(({ answeringCount }) => answeringCount === 2).map(({ summedRoutes }) => summedRoutes);
    expect(new Set(summed)).toEqual(new Set([2]));
  },
  PATIENCE,
);

/** Ways to give no answer, and what is said of each. */
const BROKEN: readonly (readonly [string, Script, string, RegExp])[] = [
  ['it hangs', () => undefined, 'lost', /gave no answer within 1s/],
  ['it breaks off', (response) => response.socket?.destroy(), 'lost', /broke/],
  ['half a reply', (response, page) => { response.writeHead(200, { ...TEXT, 'content-length': '999' }).write(page, () => response.socket?.destroy()); }, 'lost', /broke/], // prettier-ignore
  ['half a page', (response, page) => { response.shouldKeepAlive = false; well(response, page.slice(0, -1)); }, 'invalid', /or half of it/], // prettier-ignore
  ['rubbish', (response) => response.writeHead(200, TEXT).end(Buffer.from([0, 255, 7, 10])), 'invalid', /text format/],
  ['a login page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>\n'), 'invalid', /text format/], // prettier-ignore
  ['a password is missing', (response) => response.writeHead(401).end(), 'forbidden', /401/],
];

it(
  'says by name why it cannot see each, keeps what it counted, and sees the others as ever',
  async () => {
    const broken = await Promise.all(BROKEN.map(() => Proxy.start()));
    const other = await Proxy.start();
    other.counts = { cart: 0 };
    start(metrics(...broken, other));
    await reports.until('all proxies', () => ingress().answeringCount === BROKEN.length + 1);
    for (const [index, [, script]] of BROKEN.entries()) Object.assign(broken[index] ?? {}, { script });
    await reports.until('one proxy is left', () => ingress().answeringCount === 1);
    const told = broken.map(({ address }) => source().sights.find(({ subject }) => subject === address));
    expect(told).toMatchObject(
      BROKEN.map(([, , state, message]) => ({ state, kind: null, message: expect.stringMatching(message) as string })),
    );
    expect(source()).toMatchObject({ state: 'ok', message: null });
    expect(source().sights.find(({ subject }) => subject === 'routes')).toMatchObject({ kind: 'ROUTE', state: 'ok' });
    other.counts = { cart: 9 };
    await reports.until('the route of the one that is left', () => errors('cart') === 9);
    for (const proxy of broken) Object.assign(proxy, { script: well, counts: { shop: 4 } });
    await reports.until(
      'all are back',
      () => ingress().answeringCount === BROKEN.length + 1 && errors() === 4 * BROKEN.length,
    );
  },
  PATIENCE,
);

it(
  'does not see the routes of a proxy that is lost, but for those that another one tells of',
  async () => {
    const [one, other] = [await Proxy.start(), await Proxy.start()];
    one.counts = { shop: 1, both: 1 };
    other.counts = { cart: 1, both: 1 };
    start(metrics(one, other));
    await reports.until('all routes', () => ['shop', 'cart', 'both'].every((name) => errors(name) === 0));
    one.script = () => undefined;
    await reports.until('one proxy is lost', () => ingress().answeringCount === 1);
    await reports.until('its route is unseen', () => route('shop')?.unseenSince != null);
    expect([route('cart')?.unseenSince, route('both')?.unseenSince]).toEqual([null, null]);
    const said = reports.events.filter((event) => event.id === route('shop')?.id).at(-1);
    expect(said).toMatchObject({ observedAt: route('shop')?.unseenSince });
    expect(Date.now() - (route('shop')?.unseenSince ?? 0)).toBeGreaterThan(2_000);
    one.script = well;
    await reports.until('it is seen again', () => route('shop')?.unseenSince === null);
  },
  PATIENCE,
);

it(
  'names itself once in each line of the log',
  async () => {
    const proxy = await Proxy.start();
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const configuration = httpTrafficConfigSchema.parse({ name: 'edge', proxy: 'haproxy', ...metrics(proxy) });
    const systems = [{ source: 'http-traffic', name: 'edge', configuration }];
    [running = null] = createSources(systems, { ...reports.context, log });
    running?.start();
    await reports.until('a first look', () => errors() === 0);
    expect(lines[0]?.match(/"(?:source|system|endpoint)":"[^"]*"/g)).toEqual([
      '"source":"http-traffic"',
      '"system":"edge"',
      `"endpoint":"${proxy.address}"`,
    ]);
  },
  PATIENCE,
);

it(
  'is lost as a whole when no proxy answers, and knows what grew until then',
  async () => {
    const proxy = await Proxy.start();
    start(metrics(proxy));
    await reports.until('a first look', () => errors() === 0);
    const { address } = proxy;
    proxy.server.closeAllConnections();
    proxy.server.close();
    const since = Date.now();
    await reports.until('it is lost', () => source().state === 'lost');
    expect(Date.now() - since).toBeGreaterThan(2_000);
    expect(source()).toMatchObject({ message: `${address} refuses connections.` });
    expect(source().sights.find(({ kind }) => kind === ResourceKind.ROUTE)?.state).toBe('lost');
    expect(ingress().answeringCount).toBe(0);
    expect(errors()).toBe(0);
  },
  PATIENCE,
);

type Sampled = readonly [labels: Record<string, string | undefined>, value: number];

/** As Prometheus 2.42 answers. */
function vector(...result: readonly Sampled[]): string {
  const samples = result.map(([labels, value]) => ({
    metric: { __name__: 'haproxy_backend_http_responses_total', code: '5xx', job: 'edge', ...labels },
    value: [1795702362.351, String(value)],
  }));
  return JSON.stringify({ status: 'success', data: { resultType: 'vector', result: samples } });
}

it(
  'asks Prometheus once for all proxies, and holds them apart',
  async () => {
    const prometheus = await Proxy.start();
    let answer = vector([{ instance: 'a', proxy: 'shop' }, 100]);
    prometheus.script = (response) => response.end(answer);
    start({ prometheus: { url: `http://${prometheus.address}` } });
    await reports.until('a first look', () => errors() === 0);
    // A proxy that was not seen before is another one: what it counted until now is nobody's.
    const build = { __name__: 'haproxy_process_build_info', instance: 'a', version: '2.6.12' };
    answer = vector([{ instance: 'a', proxy: 'shop' }, 103], [{ instance: 'b', proxy: 'shop' }, 700], [build, 1]);
    await reports.until('what grew at one', () => errors() === 3);
    expect(ingress().version).toBe('2.6.12');
    answer = vector(
      [{ instance: 'a', proxy: 'shop' }, 1],
      [{ instance: 'b', exported_proxy: 'shop', proxy: 'x' }, 705],
    );
    await reports.until('what grew at both', () => (errors() ?? 0) > 3);
    expect(route()?.totals.serverErrors).toBe(4 + 705);
    answer = vector([build, 1]);
    await reports.until('it is lost', () => source().state === 'lost');
    expect(source().message).toMatch(/no series of haproxy_backend_http_responses_total/);
  },
  PATIENCE,
);

it(
  'loses a proxy that Prometheus says it cannot read, and misses none that it reads no more',
  async () => {
    const prometheus = await Proxy.start();
    const well = (instance: string): Sampled => [{ instance, proxy: `shop-${instance}` }, 1];
    const [a, b, c] = [well('a'), well('b'), well('c')];
    // When it was read last: as a time, without a name.
    let read = 1_795_702_300;
    const down = (instance: string): Sampled => [{ __name__: undefined, instance }, read];
    let answer = vector(a, b, c);
    prometheus.script = (response) => response.end(answer);
    start({ prometheus: { url: `http://${prometheus.address}` } });
    await reports.until('a first look', () => route('shop-c') !== undefined);
    // One that it never told of may be anybody's.
    answer = vector(a, down('b'), down('somebody-else'));
    const { asked } = prometheus;
    await reports.until('three looks', () => prometheus.asked > asked + 3);
    // However often it is looked at: it was one try.
    expect(route('shop-b')?.unseenSince).toBeNull();
    read += 15;
    answer = vector(a, down('b'), down('somebody-else'));
    await reports.until('its route is unseen', () => route('shop-b')?.unseenSince != null);
    expect([route('shop-a')?.unseenSince, route('shop-c')?.unseenSince]).toEqual([null, null]);
    expect(source()).toMatchObject({ state: 'ok' });
    expect(ingress()).toMatchObject({ askedCount: 3, answeringCount: 2 });
    expect(source().sights.filter(({ state }) => state === 'lost')).toMatchObject([
      { subject: 'edge/b', kind: null, message: expect.stringMatching(/cannot read the page of edge\/b/) as string },
    ]);
    answer = vector(a, b, c);
    await reports.until('it is seen again', () => route('shop-b')?.unseenSince === null);
    expect(source().sights.every(({ state }) => state === 'ok')).toBe(true);
  },
  PATIENCE,
);

it(
  'lets go of everything when it is stopped, and looks at once when someone wants it fresher',
  async () => {
    const proxy = await Proxy.start();
    start({ ...metrics(proxy), interval: '1h' });
    await reports.until('a first look', () => errors() === 0);
    const { asked } = proxy;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await running?.refresh?.();
    expect(proxy.asked).toBe(asked + 1);
    proxy.script = () => undefined;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const looking = running?.refresh?.();
    await running?.stop();
    await looking;
    // It closes when nobody holds a connection to it any more.
    const closed = once(proxy.server, 'close', { signal: AbortSignal.timeout(5_000) });
    proxy.server.close();
    await closed;
  },
  PATIENCE,
);
