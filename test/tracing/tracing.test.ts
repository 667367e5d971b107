import { createServer } from 'node:http';
import { pino } from 'pino';
import { Tracing } from '../../src/tracing/tracing.js';
import { LoopbackServers } from '../support/loopback-servers.js';
import { type Served, serve } from '../support/served.js';
import { Told } from '../support/told.js';

/** As OTLP writes it in JSON. */
interface Span {
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code: number };
}

interface Request {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Span['attributes'] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

const [SERVER, CLIENT] = [2, 3];
const [UNSET, ERROR] = [0, 2];
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

describe('traces', () => {
  const servers = new LoopbackServers();
  const told = new Told();
  const bodies: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const lines: { readonly level: number; readonly msg: string }[] = [];
  let answer: number;
  let tracing: Tracing;
  let url: URL;

  const spans = (): readonly Span[] =>
    bodies.flatMap((body) =>
      (JSON.parse(body) as Request).resourceSpans.flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap((scope) => scope.spans),
      ),
    );
  const attributesOf = ({ attributes }: Pick<Span, 'attributes'>): object =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
  const until = (what: string, holds: () => boolean): Promise<void> =>
    told.until(what, holds, 10_000, () => JSON.stringify([bodies.slice(-2), lines.slice(-2)]));

  function begin(sample = 1): void {
    const log = pino({ level: 'info' }, { write: (line: string) => { lines.push(JSON.parse(line) as { level: number; msg: string }); told.tell(); } }); // prettier-ignore
    const access = { url, user: null, password: null, token: { read: () => 'a token', file: null }, tls: null };
    tracing = new Tracing({ access, sample }, { version: '1.2.3', log, interval: 20 });
  }

  beforeEach(async () => {
    for (const all of [bodies, authorizations, lines]) all.length = 0;
    answer = 200;
    const collector = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        if (answer === 200) bodies.push(body);
        authorizations.push(request.url === '/v1/traces' ? request.headers.authorization : undefined);
        response.writeHead(answer).end('the secret words of a proxy');
        told.tell();
      });
    });
    url = new URL(`http://127.0.0.1:${await servers.listen(collector)}/`);
  });

  afterEach(async () => {
    await tracing.stop();
    await servers.close();
  });

  describe('of requests', () => {
    let served: Served;

    afterEach(() => served.stop(true));

    async function ask(
      query: string,
      headers: Readonly<Record<string, string>> = {},
      path = '/graphql',
    ): Promise<number> {
      const response = await fetch(`${served.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables: { who: 'a secret' } }),
      });
      await response.text();
      return response.status;
    }

    it('say what was asked and how that ended, and go on with the trace of who asked', async () => {
      begin();
      served = await serve({ tracer: tracing });
      const before = Date.now();
      const traceparent = `00-${TRACE}-${PARENT}-01`;
      await ask('query Overview { platform { name } }', { traceparent });
      await ask('query Overview { platform { name } }', { traceparent });
      await until('both', () => spans().length === 2);
      expect(spans().map((span) => [span.traceId, span.parentSpanId, span.name, span.kind, span.status.code])).toEqual([
        [TRACE, PARENT, 'POST /graphql', SERVER, UNSET],
        [TRACE, PARENT, 'POST /graphql', SERVER, UNSET],
      ]);
      const common = {
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Overview',
      };
      expect(spans().map(attributesOf)).toEqual([
        { ...common, 'vitals.kept': false },
        { ...common, 'vitals.kept': true },
      ]);
      for (const { startTimeUnixNano, endTimeUnixNano } of spans()) {
        expect(Number(startTimeUnixNano) / 1e6).toBeGreaterThanOrEqual(before - 1);
        expect(BigInt(endTimeUnixNano)).toBeGreaterThan(BigInt(startTimeUnixNano));
      }
      const [first] = (JSON.parse(bodies[0] ?? '') as Request).resourceSpans;
      expect(attributesOf(first?.resource ?? { attributes: [] })).toEqual({
        'service.name': 'vitals',
        'service.version': '1.2.3',
      });
      expect(new Set(authorizations)).toEqual(new Set(['Bearer a token']));
      expect(bodies.join()).not.toContain('secret');
    });

    it('follow only whom they are to, unless who asks has decided that', async () => {
      begin(0);
      served = await serve({ tracer: tracing });
      await ask('{ __typename }');
      await ask('{ __typename }', { traceparent: `00-${TRACE}-${PARENT}-00` });
      await ask('{ __typename }', { traceparent: `00-${TRACE}-${PARENT}-01` });
      await until('the one', () => spans().length > 0);
      await tracing.stop();
      expect(spans().map(({ traceId }) => traceId)).toEqual([TRACE]);
    });

    it('know nothing of pages, health and what is refused before it is read, but its status', async () => {
      begin();
      served = await serve({ tracer: tracing });
      await fetch(`${served.url}/health/live`).then((response) => response.text());
      const statuses = [await ask('{ nothing }'), await ask('', {}, '/graphql?name=secret')];
      expect(statuses).toEqual([200, 400]);
      await until('both', () => spans().length === 2);
      expect(spans().map(attributesOf)).toEqual(
        statuses.map((status) => ({
          'http.request.method': 'POST',
          'http.route': '/graphql',
          'http.response.status_code': status,
        })),
      );
      expect(bodies.join()).not.toContain('secret');
    });
  });

  it('of probes say whose they were, how long they took, and whether they failed', async () => {
    begin();
    tracing.looked('postgres/metadata', 'ok', 250);
    tracing.looked('kafka/events', 'late', 3_000);
    await until('both', () => spans().length === 2);
    expect(spans().map((span) => [span.name, span.kind, span.status.code, attributesOf(span)])).toEqual([
      ['probe postgres/metadata', CLIENT, UNSET, { 'vitals.source': 'postgres/metadata', 'vitals.outcome': 'ok' }],
      ['probe kafka/events', CLIENT, ERROR, { 'vitals.source': 'kafka/events', 'vitals.outcome': 'late' }],
    ]);
    const took = spans().map(
      ({ startTimeUnixNano, endTimeUnixNano }) => Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6,
    );
    expect(took.map(Math.round)).toEqual([250, 3_000]);
  });

  it('that a collector does not take are lost, which is said once, and not what it answered', async () => {
    begin();
    answer = 503;
    for (let n = 1; n <= 3; n += 1) {
      tracing.looked('postgres/metadata', 'ok', n);
      await until(`try ${n}`, () => authorizations.length >= n);
    }
    answer = 200;
    tracing.looked('postgres/metadata', 'ok', 4);
    await until('that it is there again', () => lines.length === 2);
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      [40, `traces are lost: ${url.host} does not take them (503).`],
      [30, 'traces are sent'],
    ]);
  });

  it('never wait for more spans than they may', async () => {
    begin();
    for (let n = 0; n < 10_000; n += 1) tracing.looked('postgres/metadata', 'ok', 1);
    await tracing.stop();
    expect(spans().length).toBeGreaterThan(0);
    expect(spans().length).toBeLessThanOrEqual(2_048 + 512);
  });
});
