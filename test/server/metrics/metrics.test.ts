import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Metrics } from '../../../src/server/metrics/metrics.js';
import { ManualClock } from '../../support/manual-clock.js';
import { type Sample, samplesIn } from '../../support/exposed.js';
import { type Served, type ServedOptions, connect, listen, serve } from '../../support/served.js';
import { pod, source } from '../../support/small-world.js';

let served: Served;

afterEach(async () => {
  await served.stop();
});

async function start(options: ServedOptions = {}): Promise<void> {
  served = await serve(options);
}

const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');

function fetchMetrics(token?: string, method = 'GET'): Promise<Response> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return fetch(`${served.url}/metrics`, { method, headers, signal: AbortSignal.timeout(10_000) });
}

async function samples(): Promise<readonly Sample[]> {
  return samplesIn(await (await fetchMetrics()).text());
}

/** Waits until what is told holds: it is put together anew once a second at the most. */
async function until(holds: (all: readonly Sample[]) => boolean): Promise<readonly Sample[]> {
  for (let look = 0; look < 50; look += 1) {
    const all = await samples();
    if (holds(all)) return all;
    await delay(100);
  }
  throw new Error(`It did not come: ${JSON.stringify(await samples())}`);
}

function valueOf(all: readonly Sample[], name: string, labels: Record<string, string> = {}): number | undefined {
  return all.find(
    (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  )?.value;
}

/** The labels of those that are 1. */
function set(all: readonly Sample[], name: string): readonly object[] {
  return all.filter((one) => one.name === name && one.value === 1).map(({ labels }) => labels);
}

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('health as metrics', () => {
  it('tells the platform, systems, sources, resources and findings', async () => {
    await start({ clock: new ManualClock() });
    const all = await samples();
    expect(set(all, 'vitals_platform_status')).toEqual([{ status: 'DEGRADED' }]);
    expect(set(all, 'vitals_system_status')).toEqual([{ system: 'kubernetes', kind: 'SYSTEM', status: 'DEGRADED' }]);
    expect(set(all, 'vitals_source_state')).toEqual([{ source: 'kubernetes/prod', state: 'ok' }]);
    expect(valueOf(all, 'vitals_resources', { kind: 'POD', status: 'HEALTHY' })).toBe(1);
    expect(valueOf(all, 'vitals_resources', { kind: 'POD', status: 'DEGRADED' })).toBe(1);
    expect(valueOf(all, 'vitals_resources', { kind: 'POD', status: 'UNHEALTHY' })).toBe(0);
    expect(valueOf(all, 'vitals_resources', { kind: 'KAFKA' })).toBeUndefined();
    expect(valueOf(all, 'vitals_findings', { severity: 'WARNING' })).toBe(1);
    expect(valueOf(all, 'vitals_findings', { severity: 'CRITICAL' })).toBe(0);
    expect([valueOf(all, 'vitals_ready'), valueOf(all, 'vitals_metrics_left_out')]).toEqual([1, 0]);
  });

  it('follows what changes, and forgets what is no more so', async () => {
    await start();
    served.registry.report([source([{}], { state: 'lost' }), pod('worker'), pod('web', { critical: 'x,y' })]);
    const all = await until((now) => (valueOf(now, 'vitals_changes_total') ?? 0) > 0);
    expect(set(all, 'vitals_source_state')).toEqual([{ source: 'kubernetes/prod', state: 'lost' }]);
    expect(valueOf(all, 'vitals_findings', { severity: 'WARNING' })).toBe(0);
    expect(valueOf(all, 'vitals_findings', { severity: 'CRITICAL' })).toBe(2);
  });

  it('says how old the last word of a source is, and nothing where there was none', async () => {
    const clock = new ManualClock();
    await start({ clock, facts: [{ ...source([{}]), observedAt: clock.now() }] });
    clock.advance(90_000);
    expect(valueOf(await samples(), 'vitals_source_age_seconds', { source: 'kubernetes/prod' })).toBe(90);
    await served.stop();
    await start({ facts: [{ ...source([{}]), observedAt: null }] });
    expect(valueOf(await samples(), 'vitals_source_age_seconds')).toBeUndefined();
  });

  it('is not ready before the first picture is complete', async () => {
    await start({ isOpen: false });
    expect(valueOf(await samples(), 'vitals_ready')).toBe(0);
  });

  it('has no more series with many resources than with few', async () => {
    await start({ facts: Array.from({ length: 3_000 }, (_, index) => pod(`p${index}`, { warn: `w${index}` })) });
    const all = (await samples()).filter(({ name }) => name.startsWith('vitals_'));
    expect(valueOf(all, 'vitals_findings', { severity: 'WARNING' })).toBe(3_000);
    expect(all.length).toBeLessThan(100);
  });
});

describe('what Vitals tells of itself', () => {
  it('counts requests by what they came for, method and status, and how long they took', async () => {
    await start();
    await ask('{ platform { health { status } } }');
    await ask('{ platform { health { status } } }');
    await fetch(`${served.url}/nowhere?x=${'y'.repeat(50)}`, { method: 'DELETE' });
    const all = await until((now) => valueOf(now, 'vitals_http_requests_total', { route: 'pages' }) === 1);
    expect(valueOf(all, 'vitals_http_requests_total', { route: 'graphql', method: 'POST', status: '2xx' })).toBe(2);
    expect(valueOf(all, 'vitals_http_requests_total', { route: 'pages', method: 'other', status: '4xx' })).toBe(1);
    expect(valueOf(all, 'vitals_http_request_duration_seconds_count', { route: 'graphql' })).toBe(2);
  });

  it('counts what was refused or went wrong by its code, once for each operation', async () => {
    await start({
      serverLimits: { depth: 5 },
      adapt: (schema) => {
        const fields = schema.getQueryType()?.getFields();
        for (const name of ['platform', 'server'])
          Object.assign(fields?.[name] ?? {}, { resolve: () => { throw new Error('secret'); } }); // prettier-ignore
      },
    });
    await ask('{ server { version } again: server { version } }');
    await ask('{ pods { nodes { node { pods { nodes { name } } } } } }');
    await ask('{ nothing }');
    await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    const client = connect(served);
    await expect(listen(client, '{ nothing }').over).rejects.toThrow();
    await client.dispose();
    const code = (name: string) => ({ code: name });
    const all = await until(
      (now) => valueOf(now, 'vitals_request_errors_total', code('GRAPHQL_VALIDATION_FAILED')) === 2,
    );
    expect(valueOf(all, 'vitals_request_errors_total', code('INTERNAL_SERVER_ERROR'))).toBe(1);
    expect(valueOf(all, 'vitals_request_errors_total', code('QUERY_TOO_DEEP'))).toBe(1);
    expect(valueOf(all, 'vitals_request_errors_total', code('BAD_REQUEST'))).toBe(1);
  });

  it('counts subscriptions, looks at systems, and the process', async () => {
    const metrics = new Metrics();
    await start({ metrics });
    metrics.looked('kafka/events', 'late', 5_000);
    const client = connect(served);
    const listening = listen(client, 'subscription { healthChanges(initial: true) { type } }');
    await listening.until((_, count) => count > 1);
    const all = await until((now) => valueOf(now, 'vitals_subscriptions', { transport: 'websocket' }) === 1);
    expect(valueOf(all, 'vitals_probe_duration_seconds_sum', { source: 'kafka/events', outcome: 'late' })).toBe(5);
    expect(valueOf(all, 'nodejs_heap_size_used_bytes')).toBeGreaterThan(1e6);
    expect(valueOf(all, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
    await client.dispose();
    await until((now) => valueOf(now, 'vitals_subscriptions', { transport: 'websocket' }) === 0);
  });
});

describe('who may read metrics', () => {
  const auth = {
    tokens: [
      { name: 'prometheus', sha256: sha256('all') },
      { name: 'shop', sha256: sha256('some'), scopes: ['shop'] },
    ],
    scopes: [{ name: 'shop', users: [], groups: [], see: [{ clusters: null, namespaces: ['shop'], kinds: null }] }],
  };

  it('is who may see everything', async () => {
    await start({ auth });
    const [none, wrong, some, all] = await Promise.all([fetchMetrics(), fetchMetrics('other'), fetchMetrics('some'), fetchMetrics('all')]); // prettier-ignore
    expect([none.status, wrong.status, some.status, all.status]).toEqual([401, 401, 403, 200]);
    for (const refused of [none, wrong, some]) expect(await refused.text()).not.toContain('vitals_');
    expect(none.headers.get('www-authenticate')).toBe('Bearer realm="vitals"');
    expect(some.headers.get('www-authenticate')).toContain('insufficient_scope');
    expect(await all.text()).toContain('vitals_platform_status');
  });

  it('is anybody where nobody is asked; with GET and HEAD only', async () => {
    await start();
    const [get, head, post] = await Promise.all([fetchMetrics(), fetchMetrics(undefined, 'HEAD'), fetchMetrics(undefined, 'POST')]); // prettier-ignore
    expect([get.status, head.status, post.status]).toEqual([200, 200, 405]);
    expect(get.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await head.text()).toBe('');
  });

  it('asks no faster than others', async () => {
    await start({ serverLimits: { rate: { perSecond: 0.01, burst: 2 } } });
    const statuses: number[] = [];
    for (let request = 0; request < 3; request += 1) statuses.push((await fetchMetrics()).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});
