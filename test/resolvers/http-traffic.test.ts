import { dataOf } from '../support/asked.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { MINUTE } from '../../src/model/time.js';
import { kubernetes } from '../../src/sources/kubernetes/definition.js';
import { Traffic, trafficWorld } from '../sources/http-traffic/traffic-world.js';
import { workload } from './graph-world.js';

function data({ world }: Traffic, source: string): Promise<unknown> {
  return dataOf(world, source);
}

const durations = { count: 20, boundaries: [0.5, 1, 2.5], within: [10, 16, 20] };

/** One route that fails, one that is slow, one that is calm. */
function busy(): Traffic {
  return new Traffic(trafficWorld()).pass(6 * MINUTE, {
    shop: { requests: 20, serverErrors: 2 },
    cart: { requests: 10, clientErrors: 1, refused: 0.5, notFound: 0.2, durations },
    pay: { requests: 40 },
  });
}

describe('an ingress in the graph', () => {
  let known: Traffic;

  beforeAll(() => {
    known = busy();
  });

  it('is walked from the front page to its routes and back', async () => {
    const query = `{
      platform { systems { name members health { status } } }
      ingresses { name kind proxy summedRoutes pods { name } routes { totalCount nodes { name ingress { name } } } }
      ingress(name: "edge") { health { status readings { signal value required } } }
      nobody: ingress(name: "nobody") { name }
    }`;
    expect(await data(known, query)).toEqual({
      platform: {
        systems: expect.arrayContaining([{ name: 'ingresses', members: 'INGRESS', health: { status: 'DEGRADED' } }]) as unknown, // prettier-ignore
      },
      ingresses: [
        {
          name: 'edge',
          kind: 'INGRESS',
          proxy: 'caddy',
          summedRoutes: 0,
          pods: null,
          routes: {
            totalCount: 3,
            nodes: ['shop', 'cart', 'pay'].map((name) => ({ name, ingress: { name: 'edge' } })),
          },
        },
      ],
      ingress: { health: { status: 'DEGRADED', readings: [{ signal: 'INGRESS_REACH', value: 1, required: 1 }] } },
      nobody: null,
    });
  });

  it('has routes with their rates, shares and times', async () => {
    const query = `{ routes(orderBy: { field: NAME, direction: ASC }, first: 2) { nodes {
      name host service isRest requestsPerSecond ratio5xx ratio4xx ratioRefused ratioNotFound p50 p95 p99 averageSeconds
    } } }`;
    const near = (value: number): unknown => expect.closeTo(value, 5);
    expect(await data(known, query)).toEqual({
      routes: {
        nodes: [
          {
            name: 'cart',
            host: null,
            service: 'cart',
            isRest: false,
            requestsPerSecond: near(10),
            ratio5xx: 0,
            ratio4xx: near(0.1),
            ratioRefused: near(0.05),
            ratioNotFound: near(0.02),
            p50: near(0.5),
            p95: near(1 + (1.5 * 3) / 4),
            p99: near(1 + (1.5 * 3.8) / 4),
            averageSeconds: null,
          },
          expect.objectContaining({ name: 'pay', requestsPerSecond: near(40), p50: null, p99: null }),
        ],
      },
    });
  });

  it.each([
    ['REQUESTS', 'DESC', ['pay', 'shop', 'cart']],
    ['RATIO_5XX', 'DESC', ['shop', 'cart', 'pay']],
    ['RATIO_4XX', 'DESC', ['cart', 'pay', 'shop']],
    ['P99', 'ASC', ['cart', 'pay', 'shop']],
    ['SEVERITY', 'DESC', ['shop', 'cart', 'pay']],
  ])('has routes by %s, %s', async (field, direction, names) => {
    const query = `{ routes(orderBy: { field: ${field}, direction: ${direction} }) { nodes { name } } }`;
    expect(await data(known, query)).toEqual({ routes: { nodes: names.map((name) => ({ name })) } });
  });

  it.each([
    ['services: ["cart"]', ['cart']],
    ['hosts: ["shop.example.com"]', []],
    ['status: [UNHEALTHY]', ['shop']],
    ['clusters: ["edge"], name: "p*"', ['pay']],
  ])('has routes filtered by %s', async (filter, names) => {
    const query = `{ routes(filter: { ${filter} }) { nodes { name } } }`;
    expect(await data(known, query)).toEqual({ routes: { nodes: names.map((name) => ({ name })) } });
  });

  it('leads to the workload behind a route, whose want is why it fails', async () => {
    const behind = { workload: { cluster: 'prod', namespace: 'shop', name: 'web' } };
    const traffic = new Traffic(trafficWorld({}, kubernetes), behind);
    traffic.world.see(workload('web', { ready: 0, available: 0 }));
    traffic.pass(6 * MINUTE, { shop: { requests: 20, serverErrors: 2 } });
    const query = `{ routes { nodes {
      workload { name kind } dependsOn { nodes { name kind } }
      health { findings { reason causes { reason severity } } }
    } } }`;
    expect(await data(traffic, query)).toEqual({
      routes: {
        nodes: [
          {
            workload: { name: 'web', kind: ResourceKind.WORKLOAD },
            dependsOn: {
              nodes: expect.arrayContaining([
                { name: 'web', kind: 'WORKLOAD' },
                { name: 'edge', kind: 'INGRESS' },
              ]) as unknown,
            },
            health: {
              findings: [
                { reason: 'HTTP_5XX_HIGH', causes: [{ reason: 'WORKLOAD_UNAVAILABLE', severity: 'CRITICAL' }] },
              ],
            },
          },
        ],
      },
    });
  });
});
