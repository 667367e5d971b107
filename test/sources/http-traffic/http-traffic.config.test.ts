import { httpTrafficConfigSchema } from '../../../src/sources/http-traffic/http-traffic.config.js';

const METRICS = 'http://proxy-0.example.com:8405/metrics';
const asked = { name: 'edge', proxy: 'haproxy' };
const ingress = { ...asked, metrics: [METRICS] };

describe('the configuration of an ingress', () => {
  it('needs a name, what the proxies are, and where their metrics are; the rest has defaults', () => {
    expect(httpTrafficConfigSchema.parse(ingress)).toEqual({
      name: 'edge',
      proxy: 'haproxy',
      endpoints: [{ url: new URL(METRICS), user: null, password: null, token: null, tls: null }],
      prometheus: null,
      where: {},
      kubernetes: null,
      workloads: [],
      interval: 10_000,
      deadline: 5_000,
      maximumRoutes: 200,
      maximumSeries: 50_000,
      labels: {},
    });
  });

  it('takes a Prometheus in the place of addresses', () => {
    const prometheus = { url: 'http://prometheus.example.com:9090', token: 'secret' };
    const config = httpTrafficConfigSchema.parse({ ...asked, prometheus });
    expect(config.endpoints).toEqual([]);
    expect(config.prometheus?.token?.read()).toBe('secret');
  });

  it('gives all proxies the same credentials', () => {
    const config = httpTrafficConfigSchema.parse({ ...ingress, user: 'vitals', password: 'secret' });
    expect(config.endpoints.map(({ user, password }) => [user, password?.read()])).toEqual([['vitals', 'secret']]);
  });

  it.each([
    ['a misspelt key', { metric: [METRICS] }, /metric/],
    ['another proxy', { proxy: 'squid' }, /no proxy "squid"; there are caddy, .*ingress-nginx/],
    ['a misspelt proxy', { proxy: 'haprxy' }, /no proxy "haprxy"; did you mean haproxy\?/],
    ['TLS without https', { tls: { ca: 'ca.pem' } }, /begins with "http:", where nothing of tls is used/],
    ['a Prometheus with TLS without https', { metrics: undefined, prometheus: { url: 'http://prometheus:9090', tls: {} } }, /begins with "http:"/], // prettier-ignore
    ['no addresses', { metrics: [] }, />=1/],
    ['neither addresses nor Prometheus', { metrics: undefined }, /either the addresses/],
    ['both', { prometheus: { url: 'http://prometheus:9090' } }, /either the addresses/],
    ['an address twice', { metrics: [METRICS, METRICS] }, /twice/],
    ['an address that is none', { metrics: ['proxy-0:8405'] }, /no address of metrics/],
    ['credentials in an address', { metrics: ['http://a:b@proxy-0:8405/metrics'] }, /holds a user or password/],
    ['a password without its user', { password: 'secret' }, /needs its user/],
    ['a token and a password', { user: 'a', password: 'secret', token: 'secret' }, /exclude each other/],
    ['a label that is none', { where: { 'a-b': 'c' } }, /no name of one/],
    ['an interval below a second', { interval: '900ms' }, /at least 1s/],
    ['workloads of nowhere', { workloads: [{ route: 'shop', namespace: 'shop', name: 'web' }] }, /of a cluster/],
    ['no route', { maximumRoutes: 0 }, />=1/],
  ])('refuses %s', (_, more, message) => {
    const { error } = httpTrafficConfigSchema.safeParse({ ...ingress, ...more });
    expect(error?.issues.map((issue) => issue.message).join('; ')).toMatch(message);
    expect(JSON.stringify(error?.issues)).not.toContain('secret');
  });

  it('refuses credentials that go nowhere', () => {
    const { error } = httpTrafficConfigSchema.safeParse({ ...asked, user: 'a', prometheus: { url: 'http://prometheus:9090' } }); // prettier-ignore
    expect(error?.issues[0]?.message).toMatch(/credentials and TLS of its own/);
  });
});
