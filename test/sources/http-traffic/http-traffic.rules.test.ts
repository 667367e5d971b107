import type { DurationTotals } from '../../../src/model/http-traffic.js';
import { HealthStatus, type Reading } from '../../../src/model/health.js';
import { type ResourceId, systemId } from '../../../src/model/ids.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { MINUTE, type Milliseconds, SECOND } from '../../../src/model/time.js';
import { NO_SETTINGS } from '../../../src/registry/limit-book.js';
import { CART, INGRESS, type PerSecond, SHOP, SOURCE, Traffic, trafficWorld } from './traffic-world.js';

const CALM: PerSecond = { requests: 20 };

/** Calm for so long that every window is known. */
function known(): Traffic {
  return new Traffic(trafficWorld()).pass(6 * MINUTE, { shop: CALM, cart: CALM });
}

function reading(
  { world }: Traffic,
  signal: SignalName,
  subject: string | null = null,
  id: ResourceId = SHOP,
): Reading | undefined {
  // prettier-ignore
  return world.readings(id).find((one) => one.signal === signal && one.subject === subject);
}

describe('the rate of 5xx', () => {
  it.each<[string, PerSecond, Milliseconds, readonly string[]]>([
    ['none', CALM, 5 * MINUTE, []],
    ['1 % for 5 m', { requests: 20, serverErrors: 0.2 }, 5 * MINUTE, []],
    ['more than 1 % for 5 m', { requests: 20, serverErrors: 0.3 }, 5 * MINUTE, ['HTTP_5XX_HIGH WARNING']],
    ['5 % for 5 m', { requests: 20, serverErrors: 1 }, 5 * MINUTE, ['HTTP_5XX_HIGH WARNING']],
    ['more than 5 % for 5 m', { requests: 20, serverErrors: 1.2 }, 5 * MINUTE, ['HTTP_5XX_HIGH CRITICAL']],
    ['half of 9 in 5 m', { requests: 0.06, serverErrors: 0.03 }, 5 * MINUTE, []],
    ['all of 12 in 5 m', { requests: 0.04, serverErrors: 0.04 }, 5 * MINUTE, ['HTTP_5XX_HIGH CRITICAL']],
    ['10 % for a minute', { requests: 20, serverErrors: 2 }, MINUTE, ['HTTP_5XX_HIGH WARNING']],
    ['20 % for ten seconds: fast', { requests: 20, serverErrors: 14 }, 10 * SECOND, ['HTTP_5XX_HIGH CRITICAL']],
    ['all of 9 in a minute', { requests: 0.15, serverErrors: 0.15 }, MINUTE, []],
    ['errors of the proxy itself', { requests: 20, withoutStatus: 1.2 }, 5 * MINUTE, ['HTTP_5XX_HIGH CRITICAL']],
  ])('%s', (_, shop, time, expected) => {
    const quiet = { ...shop, serverErrors: 0, withoutStatus: 0 };
    const traffic = new Traffic(trafficWorld()).pass(6 * MINUTE, { shop: quiet }).pass(time, { shop });
    expect(traffic.world.summary(SHOP)).toEqual(expected);
  });

  it('is judged once a fifth of its window is known', () => {
    const mild = new Traffic(trafficWorld()).pass(50 * SECOND, { shop: { requests: 20, serverErrors: 1.8 } });
    expect(mild.world.summary(SHOP)).toEqual([]);
    expect(reading(mild, SignalName.HTTP_5XX_RATE)).toMatchObject({ value: null, unavailable: 'warming up' });
    mild.pass(10 * SECOND, { shop: { requests: 20, serverErrors: 1.8 } });
    expect(mild.world.summary(SHOP)).toEqual(['HTTP_5XX_HIGH CRITICAL']);
    expect(reading(mild, SignalName.HTTP_5XX_RATE)?.value).toBeCloseTo(0.09);

    const fast = new Traffic(trafficWorld()).pass(10 * SECOND, { shop: { requests: 20, serverErrors: 20 } });
    expect(fast.world.summary(SHOP)).toEqual([]);
    fast.pass(10 * SECOND, { shop: { requests: 20, serverErrors: 20 } });
    expect(fast.world.summary(SHOP)).toEqual(['HTTP_5XX_HIGH CRITICAL']);

    const few = new Traffic(trafficWorld()).pass(50 * SECOND, { shop: { requests: 0.38, serverErrors: 0.38 } });
    expect(few.world.summary(SHOP)).toEqual([]);
  });

  it('says how many, and of which window; what has no status is inferred', () => {
    const traffic = known().pass(5 * MINUTE, { shop: { requests: 20, serverErrors: 1 } });
    const [finding] = traffic.world.findings(SHOP);
    expect(finding).toMatchObject({ evidence: 'MEASURED', subject: null });
    expect(finding?.message).toBe('300 of the 6000 requests of the last 5m (5.0 %) ended in a server error (5xx).');
    traffic.pass(5 * MINUTE, { cart: { requests: 20, withoutStatus: 20 } });
    expect(traffic.world.findings(CART)[0]).toMatchObject({ evidence: 'INFERRED' });
    expect(traffic.world.findings(CART)[0]?.message).toMatch(/as errors of the proxy itself\.$/);
  });

  it('clears a minute after its share is small again', () => {
    const traffic = known().pass(MINUTE, { shop: { requests: 20, serverErrors: 20 } });
    let held = 0;
    while (traffic.world.summary(SHOP).length > 0 && held < 20 * MINUTE) {
      traffic.pass(10 * SECOND, { shop: CALM });
      held += 10 * SECOND;
    }
    // Five minutes until the errors are out of the window, and one on the good side.
    expect(held).toBeGreaterThanOrEqual(6 * MINUTE - 20 * SECOND);
    expect(held).toBeLessThanOrEqual(6 * MINUTE + 20 * SECOND);
  });

  it('takes other limits', () => {
    const values = { warnAt: 0.5, criticalAt: 0.6, window: 20 * SECOND, fastAt: 1, fastWindow: 20 * SECOND };
    const override = { reason: 'HTTP_5XX_HIGH' as never, where: {}, values, origin: 'limits[0]' };
    const traffic = new Traffic(trafficWorld({ overrides: [override] }));
    traffic.pass(30 * SECOND, { shop: { requests: 20, serverErrors: 11 } }, 2 * SECOND);
    expect(traffic.world.summary(SHOP)).toEqual(['HTTP_5XX_HIGH WARNING']);
    expect(reading(traffic, SignalName.HTTP_5XX_RATE)).toMatchObject({ limit: { warnAt: 0.5, origin: 'limits[0]' } });
  });
});

describe('the rate of 4xx', () => {
  it.each<[string, PerSecond, readonly string[]]>([
    ['20 %', { requests: 20, clientErrors: 4 }, []],
    ['more than 20 %', { requests: 20, clientErrors: 4.4 }, ['HTTP_4XX_HIGH WARNING']],
    ['50 %', { requests: 20, clientErrors: 10 }, ['HTTP_4XX_HIGH WARNING']],
    ['more than 50 %', { requests: 20, clientErrors: 12 }, ['HTTP_4XX_HIGH CRITICAL']],
    ['all of 96 requests', { requests: 0.31, clientErrors: 0.31 }, []],
    ['all of 105 requests', { requests: 0.35, clientErrors: 0.35 }, ['HTTP_4XX_HIGH CRITICAL']],
  ])('%s', (_, shop, expected) => {
    const traffic = new Traffic(trafficWorld()).pass(5 * MINUTE, { shop });
    expect(traffic.world.summary(SHOP)).toEqual(expected);
  });

  it('tells 401 and 403 from 404 where the proxy does', () => {
    const shop: PerSecond = { requests: 20, clientErrors: 12, refused: 2, notFound: 9 };
    const traffic = new Traffic(trafficWorld()).pass(5 * MINUTE, { shop });
    expect(traffic.world.findings(SHOP)[0]?.message).toBe('3600 of the 6000 requests of the last 5m (60.0 %) were turned down (4xx): 600 with 401 or 403, 2700 with 404.'); // prettier-ignore
    expect(reading(traffic, SignalName.HTTP_4XX_KINDS, '401/403')?.value).toBeCloseTo(0.1);
    expect(reading(traffic, SignalName.HTTP_4XX_KINDS, '404')?.value).toBeCloseTo(0.45);
    const coarse = new Traffic(trafficWorld(), { unavailable: { codes: 'unsupported' } }).pass(5 * MINUTE, { shop });
    expect(coarse.world.findings(SHOP)[0]?.message).toMatch(/turned down \(4xx\)\.$/);
    expect(reading(coarse, SignalName.HTTP_4XX_KINDS, '404')).toMatchObject({ unavailable: 'unsupported' });
  });
});

/** Boundaries as Caddy has them around the limits; `within` each of them, a second. */
function durations(count: number, ...within: readonly number[]): { readonly durations: DurationTotals } {
  return { durations: { count, boundaries: [0.5, 1, 2.5, 5, 10].slice(0, within.length), within } };
}

describe('the response time', () => {
  it.each<[string, DurationTotals, readonly string[]]>([
    ['all fast', durations(20, 20, 20, 20, 20, 20).durations, []],
    ['1 % over 1 s', durations(20, 19, 19.8, 20, 20, 20).durations, []],
    ['2 % over 1 s', durations(20, 19, 19.6, 20, 20, 20).durations, ['HTTP_SLOW WARNING']],
    ['2 % over 2.5 s: 3 s is not certain', durations(20, 19, 19, 19.6, 20, 20).durations, ['HTTP_SLOW WARNING']],
    ['2 % over 5 s', durations(20, 19, 19, 19, 19.6, 20).durations, ['HTTP_SLOW CRITICAL']],
    ['beyond every boundary', durations(20, 0, 0, 0, 0, 0).durations, ['HTTP_SLOW CRITICAL']],
    ['no boundary as high as 3 s', durations(20, 19, 19, 19).durations, ['HTTP_SLOW WARNING']],
    ['no boundary as high as 1 s', durations(20, 10).durations, []],
    ['90 requests', durations(0.3, 0, 0, 0, 0, 0).durations, []],
  ])('%s', (_, durations, expected) => {
    const traffic = new Traffic(trafficWorld()).pass(5 * MINUTE, { shop: { requests: 20, durations } });
    expect(traffic.world.summary(SHOP)).toEqual(expected);
  });

  it('is read between boundaries as Prometheus does it', () => {
    const traffic = new Traffic(trafficWorld()).pass(5 * MINUTE, {
      shop: { requests: 20, ...durations(20, 10, 16, 19.6, 20, 20) },
    });
    expect(reading(traffic, SignalName.HTTP_TYPICAL_RESPONSE_TIME, 'p50')?.value).toBeCloseTo(0.5);
    expect(reading(traffic, SignalName.HTTP_TYPICAL_RESPONSE_TIME, 'p95')?.value).toBeCloseTo(1 + (1.5 * 3) / 3.6);
    expect(reading(traffic, SignalName.HTTP_RESPONSE_TIME)?.value).toBeCloseTo(2.5 + (2.5 * 0.2) / 0.4);
    expect(reading(traffic, SignalName.HTTP_RESPONSE_TIME)?.limit).toMatchObject({ warnAt: 1, criticalAt: 3 });
    expect(traffic.world.findings(SHOP)[0]?.message).toBe('1200 of the 6000 requests of the last 5m (20.0 %) took longer than 1 s.'); // prettier-ignore
  });

  it('beyond the last boundary is that boundary, and of no requests is none', () => {
    const traffic = new Traffic(trafficWorld()).pass(5 * MINUTE, { shop: { requests: 20, ...durations(20, 0, 0) } });
    expect(reading(traffic, SignalName.HTTP_RESPONSE_TIME)?.value).toBe(1);
    traffic.pass(6 * MINUTE, {});
    expect(reading(traffic, SignalName.HTTP_RESPONSE_TIME)).toMatchObject({ value: null, unavailable: 'no requests' });
    expect(reading(traffic, SignalName.HTTP_REQUEST_RATE)?.value).toBe(0);
  });

  it('is an average without p99 where the proxy has no more', () => {
    const traffic = new Traffic(trafficWorld(), { averageSeconds: 0.2 }).pass(5 * MINUTE, { shop: CALM });
    expect(reading(traffic, SignalName.HTTP_RESPONSE_TIME)).toMatchObject({ value: null, unavailable: 'unsupported' });
    expect(reading(traffic, SignalName.HTTP_TYPICAL_RESPONSE_TIME, 'average')?.value).toBe(0.2);
    expect(reading(traffic, SignalName.HTTP_TYPICAL_RESPONSE_TIME, 'p50')).toBeUndefined();
  });
});

describe('requests a second', () => {
  it('are read from the second look on', () => {
    const traffic = new Traffic(trafficWorld());
    traffic.pass(0, { shop: CALM });
    expect(reading(traffic, SignalName.HTTP_REQUEST_RATE)).toMatchObject({ value: null, unavailable: 'warming up' });
    traffic.pass(20 * SECOND, { shop: CALM });
    expect(reading(traffic, SignalName.HTTP_REQUEST_RATE)?.value).toBeCloseTo(20);
    traffic.pass(5 * MINUTE, { shop: CALM }, 2 * SECOND);
    expect(reading(traffic, SignalName.HTTP_REQUEST_RATE)?.value).toBeCloseTo(20);
  });
});

describe('an ingress', () => {
  const row = systemId('ingresses');

  it('is as bad as its routes, and unhealthy once none of them works', () => {
    const failing: PerSecond = { requests: 20, serverErrors: 20 };
    const traffic = known().pass(MINUTE, { shop: failing, cart: CALM });
    expect([traffic.world.status(INGRESS), traffic.world.status(row)]).toEqual([HealthStatus.DEGRADED, HealthStatus.DEGRADED]); // prettier-ignore
    traffic.pass(MINUTE, { shop: failing, cart: failing });
    expect([traffic.world.status(INGRESS), traffic.world.status(row)]).toEqual([HealthStatus.UNHEALTHY, HealthStatus.UNHEALTHY]); // prettier-ignore
  });

  it.each([
    ['lost', 'SOURCE_UNREACHABLE WARNING'],
    ['forbidden', 'SOURCE_FORBIDDEN WARNING'],
    ['invalid', 'SOURCE_ANSWER_INVALID WARNING'],
  ] as const)('that is %s is unknown with its routes, and only its source says why', (state, finding) => {
    const { world } = known().lose(state);
    expect(world.summary()).toEqual([finding]);
    expect(world.summary(SOURCE)).toEqual([finding]);
    expect([INGRESS, SHOP].map((id) => world.status(id))).toEqual([HealthStatus.UNKNOWN, HealthStatus.UNKNOWN]);
    expect(world.status(row)).toBe(HealthStatus.UNKNOWN);
    expect(world.registry.get(SHOP)?.isStale).toBe(true);
    expect(world.readings(INGRESS)).toMatchObject([{ signal: 'INGRESS_REACH', value: 0, required: 1 }]);
  });
});

describe('a route of whose proxies none is seen', () => {
  it('is unknown and stale, keeps what was wrong with it, and is well again when it is', () => {
    const failing: PerSecond = { requests: 20, serverErrors: 20 };
    const traffic = known().pass(MINUTE, { shop: failing, cart: CALM }).forsake();
    const { world } = traffic;
    const seenAt = world.clock.now();
    world.advance(20 * MINUTE);
    for (const id of [SHOP, CART, INGRESS]) expect(world.status(id)).toBe(HealthStatus.UNKNOWN);
    expect(world.summary(SHOP)).toEqual(['HTTP_5XX_HIGH CRITICAL']);
    expect([world.registry.get(CART)?.isStale, world.registry.get(CART)?.observedAt]).toEqual([true, seenAt]);
    world.registry.resettle(NO_SETTINGS);
    expect(world.summary(SHOP)).toEqual(['HTTP_5XX_HIGH CRITICAL']);
    traffic.pass(10 * MINUTE, { shop: CALM, cart: CALM });
    expect([world.status(SHOP), world.status(CART), world.summary()]).toEqual([
      HealthStatus.HEALTHY,
      HealthStatus.HEALTHY,
      [],
    ]);
    expect(world.registry.get(CART)?.isStale).toBe(false);
  });
});
