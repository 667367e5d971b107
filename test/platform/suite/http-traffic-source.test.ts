import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rm, writeFile } from 'node:fs/promises';
import { systemClock } from '../../../src/model/clock.js';
import type { Ingress, Route } from '../../../src/model/http-traffic.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Sight, Source } from '../../../src/model/source.js';
import { httpTraffic } from '../../../src/sources/http-traffic/definition.js';
import { httpTrafficConfigSchema } from '../../../src/sources/http-traffic/http-traffic.config.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { LatestFacts } from '../../support/source-reports.js';
import { CADDY_METRICS, CADDY_URL, HAPROXY_METRICS, HAPROXY_URL } from '../components/http-addresses.js';
import { behaviourFile } from '../components/http-backend.component.js';
import {
  PROMETHEUS_URL,
  SCRAPE_SECONDS,
  addScrapeTarget,
  removeScrapeTarget,
} from '../components/prometheus.component.js';
import { faultNamed } from '../faults/index.js';
import { openPlatform } from '../lifecycle.js';

/** Two looks that hang, one after the other, and what a busy machine adds. */
const SOON = 15_000;

/** Prometheus has read both pages twice, and a few times more. */
const SCRAPED = 6 * SCRAPE_SECONDS * 1_000;

/** One running source, and what it reported. Runs in the platform's network namespace. */
class Watched {
  private readonly facts = new LatestFacts(systemClock, SOON);
  private readonly running: RunningSource;

  constructor(
    name: string,
    proxy: string,
    way: { readonly metrics?: readonly string[]; readonly prometheus?: object },
  ) {
    const configuration = httpTrafficConfigSchema.parse({ name, proxy, ...way, interval: '1s', deadline: '2s' });
    this.running = httpTraffic.create(configuration, this.facts.context);
    this.running.start();
  }

  get source(): Source {
    return this.facts.one(ResourceKind.SOURCE) as Source;
  }

  get ingress(): Ingress {
    return this.facts.one(ResourceKind.INGRESS) as Ingress;
  }

  route(name: string): Route | undefined {
    return this.facts.one(ResourceKind.ROUTE, name);
  }

  requests(name: string): number {
    return this.route(name)?.totals.requests ?? 0;
  }

  sight(url: string): Sight | undefined {
    const { host, pathname } = new URL(url);
    return this.source.sights.find(({ subject }) => subject === host || subject === `${host}${pathname}`);
  }

  /** Resolves once it is so; rejects when the time is over. */
  until(what: string, holds: () => boolean, within?: number): Promise<void> {
    return this.facts.until(what, holds, within);
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}

/** Answers with the page of HAProxy, in its own way. */
async function relaying(answer: (response: ServerResponse, page: string) => void): Promise<Server> {
  const server = createServer((_, response) => {
    void fetch(HAPROXY_METRICS)
      .then((page) => page.text())
      .then((page) => {
        answer(response, page);
      })
      // Whoever asked has gone, or HAProxy has: it is a connection that broke.
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Only the half of it. */
function halving(): Promise<Server> {
  return relaying((response, page) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(page.length) });
    response.write(page.slice(0, page.length / 2), () => response.socket?.destroy());
  });
}

/** As if it were that of a second HAProxy, with a backend of its own. */
function second(backend: string): Promise<Server> {
  return relaying((response, page) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(page.replaceAll('proxy="shop"', `proxy="${backend}"`));
  });
}

function addressOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function end(server: Server): void {
  server.closeAllConnections();
  server.close();
}

describe('the source of HTTP traffic, before real proxies', () => {
  const platform = openPlatform();
  let edge: Watched;
  let gateway: Watched;

  beforeEach(async () => {
    edge = new Watched('edge', 'haproxy', { metrics: [HAPROXY_METRICS] });
    gateway = new Watched('gateway', 'caddy', { metrics: [CADDY_METRICS] });
    await Promise.all([edge, gateway].map((one) => one.until('a first look', () => one.source.state === 'ok')));
  });

  afterEach(async () => {
    await Promise.all([edge.stop(), gateway.stop()]);
    // Of no effect where all is well: a test that fails half-way must not take the others with it.
    await faultNamed('http-proxy-hangs').repair(platform);
    await rm(behaviourFile(platform), { force: true });
  });

  it('sees what passes through HAProxy and Caddy, in step with their users', async () => {
    await edge.until('requests through HAProxy', () => edge.requests('shop') >= 30);
    await gateway.until('requests through Caddy', () => gateway.requests('shop/reverse_proxy') >= 30);
    expect(edge.route('shop')).toMatchObject({
      totals: { serverErrors: 0, clientErrors: 0, durations: null },
      averageSeconds: expect.any(Number) as number,
      unavailable: { durations: 'unsupported' },
    });
    const { totals } = gateway.route('shop/reverse_proxy') ?? {};
    expect(totals).toMatchObject({ serverErrors: 0, withoutStatus: 0, clientErrors: 0 });
    expect(totals?.durations?.count).toBe(totals?.requests);
    expect(totals?.durations?.boundaries).toContain(1);
  });

  it('loses one that hangs within two looks, sees the other as ever, and finds it again by itself', async () => {
    platform.signal('haproxy', 'SIGSTOP');
    const [since, before] = [Date.now(), gateway.requests('shop/reverse_proxy')];
    await edge.until('HAProxy lost', () => edge.source.state === 'lost');
    expect(Date.now() - since).toBeLessThan(10_000);
    expect(edge.source.message).toMatch(/gave no answer within 2s/);
    expect(edge.ingress.answeringCount).toBe(0);
    expect(gateway.source).toMatchObject({ state: 'ok', consecutiveFailures: 0 });
    expect(gateway.requests('shop/reverse_proxy')).toBeGreaterThan(before);
    expect(gateway.source.lastDurationMilliseconds).toBeLessThan(2_000);
    platform.signal('haproxy', 'SIGCONT');
    await edge.until('HAProxy back', () => edge.source.state === 'ok');
  });

  it('loses one that refuses, and counts on when it began anew', async () => {
    await edge.until('requests through HAProxy', () => edge.requests('shop') >= 10);
    const before = edge.requests('shop');
    await platform.stop('haproxy');
    await edge.until('HAProxy lost', () => edge.source.state === 'lost');
    expect(edge.source.message).toMatch(/refuses connections/);
    expect(edge.requests('shop')).toBeGreaterThanOrEqual(before);
    const lost = edge.requests('shop');
    await platform.start('haproxy');
    await edge.until('HAProxy back, counting', () => edge.source.state === 'ok' && edge.requests('shop') > lost);
    // What it counted since is all there is to add, whatever it had counted before.
    expect(edge.requests('shop') - lost).toBeLessThan(before + 500);
  });

  it('hears the same from a Prometheus that reads their pages', async () => {
    const prometheus = { url: PROMETHEUS_URL };
    const asked = (['haproxy', 'caddy'] as const).map((proxy) => new Watched(`asked-${proxy}`, proxy, { prometheus }));
    const [haproxy, caddy] = asked as [Watched, Watched];
    try {
      await haproxy.until('requests through HAProxy', () => haproxy.requests('shop') >= 30, SCRAPED);
      await caddy.until('requests through Caddy', () => caddy.requests('shop/reverse_proxy') >= 30, SCRAPED);
      expect(haproxy.route('shop')).toMatchObject({ totals: { serverErrors: 0, durations: null } });
      const { totals } = caddy.route('shop/reverse_proxy') ?? {};
      expect(totals?.durations?.count).toBe(totals?.requests);
    } finally {
      await Promise.all(asked.map((one) => one.stop()));
    }
  });

  it('says by name what is no page of metrics: rubbish, half a reply, one that is slow', async () => {
    const server = await halving();
    const half = `http://${addressOf(server)}/metrics`;
    const metrics = [HAPROXY_METRICS, HAPROXY_URL, half, CADDY_METRICS, CADDY_URL];
    const watched = new Watched('odd', 'haproxy', { metrics });
    try {
      await watched.until('rubbish', () => watched.sight(HAPROXY_URL)?.state === 'invalid');
      expect(watched.sight(HAPROXY_URL)?.message).toMatch(/not the text format/);
      await watched.until('metrics of another program', () => watched.sight(CADDY_METRICS)?.state === 'invalid');
      expect(watched.sight(CADDY_METRICS)?.message).toMatch(/none that begins with haproxy_/);
      await watched.until('half a reply', () => watched.sight(half)?.state === 'lost');
      expect(watched.sight(half)?.message).toMatch(/broke/);
      await writeFile(behaviourFile(platform), JSON.stringify({ delay: 4_000 }));
      await watched.until('slow', () => watched.sight(CADDY_URL)?.state === 'lost');
      expect(watched.sight(CADDY_URL)?.message).toMatch(/gave no answer within 2s/);
      expect(watched.source.state).toBe('ok');
      expect(watched.sight(HAPROXY_METRICS)?.state).toBe('ok');
    } finally {
      await watched.stop();
      end(server);
    }
  });

  it('loses a proxy that Prometheus cannot read, and misses it no more once Prometheus does not read it', async () => {
    const server = await second('annex');
    const watched = new Watched('asked', 'haproxy', { prometheus: { url: PROMETHEUS_URL } });
    try {
      await addScrapeTarget(platform, 'annex', addressOf(server));
      await watched.until('both', () => ['shop', 'annex'].every((name) => watched.route(name) !== undefined), SCRAPED);
      end(server);
      await watched.until('it is lost', () => watched.route('annex')?.unseenSince != null, SCRAPED);
      const lost = watched.source.sights.filter(({ state }) => state === 'lost');
      expect(lost).toMatchObject([{ subject: expect.stringMatching(/^annex\//) as string }]);
      expect(watched.source.state).toBe('ok');
      expect(watched.route('shop')?.unseenSince).toBeNull();
      await removeScrapeTarget(platform, 'annex');
      await watched.until('it is not missed', () => watched.route('annex')?.unseenSince === null, SCRAPED);
      expect(watched.source.sights.every(({ state }) => state === 'ok')).toBe(true);
    } finally {
      await removeScrapeTarget(platform, 'annex');
      await watched.stop();
      end(server);
    }
  });
});
