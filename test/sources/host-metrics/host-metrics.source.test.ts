import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../src/model/clock.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import type { DatabaseHost, VolumeDevice } from '../../../src/model/host.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { hostMetrics } from '../../../src/sources/host-metrics/definition.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { volumeDeviceId } from '../../../src/sources/volume-device.js';
import { type Exchange, ScriptedServer } from '../../clients/scripted-server.js';
import { SourceReports } from '../../support/source-reports.js';
import { configured } from './configured.js';

/** A machine that is busy may take its time. */
const PATIENCE = 30_000;

const DATABASE = resourceId(ResourceKind.DATABASE, 'meta', 'meta');
const DEVICE = volumeDeviceId('platform', 'handle', 'vol-0123456789abcdef0');

interface Result {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

function recorded(name: string): readonly Result[] {
  const text = readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8');
  return (JSON.parse(text) as { data: { result: readonly Result[] } }).data.result;
}

const ANSWERS = { database: recorded('node-exporter-database'), volumes: recorded('ebs-csi-volumes') };

type Behaviour = (exchange: Exchange, about: keyof typeof ANSWERS) => void;

function say({ answer }: Exchange, result: readonly Result[]): void {
  answer(200, { status: 'success', data: { resultType: 'vector', result } });
}

const well: Behaviour = (exchange, about) => {
  say(exchange, ANSWERS[about]);
};

describe('HostMetricsSource', () => {
  let server: ScriptedServer;
  let running: RunningSource | null = null;
  let behaviour: Behaviour = well;
  let reports: SourceReports;

  beforeEach(() => {
    reports = new SourceReports(systemClock, PATIENCE);
  });

  afterEach(async () => {
    await running?.stop();
    await server.close();
    [running, behaviour] = [null, well];
  });

  async function start(different: object = {}): Promise<void> {
    const serve = (exchange: Exchange): void => {
      const body: Buffer[] = [];
      exchange.request.on('data', (chunk: Buffer) => body.push(chunk));
      exchange.request.on('end', () => {
        const query = new URLSearchParams(Buffer.concat(body).toString()).get('query') ?? '';
        behaviour(exchange, query.includes('aws_ebs') ? 'volumes' : 'database');
      });
    };
    server = await ScriptedServer.start(...Array.from({ length: 100 }, () => serve));
    const prometheus = { url: `http://127.0.0.1:${server.port}`, user: 'vitals', password: 'hunter2' };
    const config = configured({ prometheus, interval: '1s', deadline: '1s', ...different });
    running = hostMetrics.create(config, reports.context);
    running.start();
  }

  /** Waits until what was reported last of a record fits. */
  async function until<T>(id: ResourceId, aspect: string, fits: (facts: T) => boolean): Promise<T> {
    let facts: T | undefined;
    await reports.until(`${aspect} of ${Buffer.from(id, 'base64url').toString()}`, () => {
      facts = reports.of(id, aspect) as T | undefined;
      return facts !== undefined && fits(facts);
    });
    return facts as T;
  }

  const source = (fits: (facts: Source) => boolean): Promise<Source> => until(running?.id as ResourceId, 'main', fits);
  const any = (): boolean => true;

  it('says what it measures of other systems: their databases and volumes', async () => {
    await start();
    expect(running?.alsoMeasures).toEqual([
      { kind: ResourceKind.DATABASE, system: 'meta' },
      { kind: ResourceKind.VOLUME, system: 'platform' },
    ]);
  });

  it(
    'reports the machine of a database and the disks of volumes, one request for each preset',
    async () => {
      await start();
      const host = await until<DatabaseHost>(DATABASE, 'host', any);
      expect(host).toMatchObject({
        preset: 'node-exporter',
        diskBytes: 303_971_328,
        cpu: 1,
        provisionedIops: 500,
        burstBalance: null,
        unavailable: { burstBalance: 'unsupported' },
        freshFor: 2 * 5_000 + 2 * 1_000 + 1_000,
      });
      expect(host.unavailable).not.toHaveProperty('cpu');
      // It is configured.
      expect(host.unavailable).not.toHaveProperty('provisionedIops');
      const device = await until<VolumeDevice>(DEVICE, 'main', any);
      expect(device).toMatchObject({
        name: 'vol-0123456789abcdef0',
        system: 'platform',
        iops: 100,
        exceededIopsSeconds: 0,
        busy: null,
        provisioned: { gp3: { iops: 3_000 } },
        unavailable: { busy: 'unsupported' },
      });
      const facts = await source(({ state }) => state === 'ok');
      expect(facts).toMatchObject({ partOf: 'databases', endpointId: null, name: 'host-metrics/monitoring' });
      expect(facts.sights.map(({ subject }) => subject)).toEqual(['node-exporter of databases', 'ebs-csi of volumes']);
      expect(new Set(server.requests.map(({ request }) => request.url))).toEqual(new Set(['/api/v1/query']));
    },
    PATIENCE,
  );

  it(
    'says when what it tells was measured, and by whose clock',
    async () => {
      await start();
      const host = await until<DatabaseHost>(DATABASE, 'host', any);
      // Measured 3.24 s before the moment that Prometheus was asked about, as it says.
      expect(Date.now() - Number(host.observedAt)).toBeGreaterThanOrEqual(3_240);
      expect(Date.now() - Number(host.observedAt)).toBeLessThan(3_240 + PATIENCE);
      const { clockSkew } = await source((facts) => facts.clockSkew !== null);
      expect(Math.abs(Number(clockSkew) - (1_795_705_275_680 - Date.now()))).toBeLessThan(PATIENCE);
    },
    PATIENCE,
  );

  it(
    'one preset that Prometheus does not like spoils no other',
    async () => {
      behaviour = (exchange, about) => {
        if (about === 'database') exchange.answer(422, { status: 'error', errorType: 'execution', error: 'hunter2' });
        else well(exchange, about);
      };
      await start();
      await until(DEVICE, 'main', any);
      const facts = await source(({ sights }) => sights.every(({ state }) => state !== 'starting'));
      expect(facts.state).toBe('ok');
      expect(facts.sights.map(({ state }) => state)).toEqual(['invalid', 'ok']);
      expect(JSON.stringify(reports.events)).not.toContain('hunter2');
    },
    PATIENCE,
  );

  it.each<[string, Behaviour, Source['state'], RegExp]>([
    ['that hangs', () => undefined, 'lost', /gave no answer within 1s/],
    ['that hangs in the middle', ({ response }) => response.write('{"status":'), 'lost', /gave no answer within 1s/],
    ['that breaks off', ({ cut }) => { cut(); }, 'lost', /broke/], // prettier-ignore
    ['that answers half', ({ answer }) => { answer(200, '{"status":"succ'); }, 'invalid', /or half of it/], // prettier-ignore
    ['that answers something else', ({ answer }) => { answer(200, '<html>hunter2'); }, 'invalid', /or half of it/], // prettier-ignore
    ['that does not know us', ({ answer }) => { answer(401, 'hunter2'); }, 'forbidden', /401/], // prettier-ignore
  ])(
    'a Prometheus %s',
    async (_, does, state, message) => {
      behaviour = does;
      await start();
      const facts = await source((seen) => seen.state === state);
      expect(facts.message).toMatch(message);
      expect(JSON.stringify(reports.events)).not.toContain('hunter2');
      behaviour = well;
      await until(DATABASE, 'host', any);
      expect((await source((seen) => seen.state === 'ok')).message).toBeNull();
    },
    PATIENCE,
  );

  it(
    'a failed look changes nothing of what was measured before',
    async () => {
      await start();
      await until(DATABASE, 'host', any);
      behaviour = () => undefined;
      const before = reports.events.length;
      await source(({ state }) => state === 'lost');
      const after = reports.events.slice(before).filter(({ kind }) => kind !== ResourceKind.SOURCE);
      // What was under way when it fell silent may still have come.
      expect(after.length).toBeLessThanOrEqual(2);
    },
    PATIENCE,
  );

  it(
    'a Prometheus that answers and does not see the machines any more is said to, and changes nothing of them',
    async () => {
      await start({ scrapeInterval: '1s' });
      const now = Math.round(Date.now() / 1_000);
      const fresh = (results: readonly Result[], age: string): readonly Result[] =>
        results.map(({ metric, value }) => ({ metric, value: [now, metric['vitals'] === age ? `${now}` : value[1]] }));
      behaviour = (exchange, about) => {
        say(exchange, about === 'volumes' ? fresh(ANSWERS.volumes, '6') : fresh(ANSWERS.database, '6'));
      };
      const host = await until<DatabaseHost>(DATABASE, 'host', ({ observedAt }) => observedAt !== null);
      await until<VolumeDevice>(DEVICE, 'main', ({ observedAt }) => observedAt !== null);
      expect((await source(({ state }) => state === 'ok')).sights).toHaveLength(2);
      behaviour = (exchange) => {
        say(exchange, []);
      };
      const facts = await source(({ sights }) => sights.length === 4);
      expect(facts.state).toBe('ok');
      expect(facts.sights.slice(2)).toMatchObject([
        { subject: 'node-exporter of database meta', kind: null, state: 'lost' },
        { subject: 'ebs-csi of volumes of platform', kind: null, state: 'lost' },
      ]);
      for (const { message, contactAt, since } of facts.sights.slice(2)) {
        expect(message).toMatch(/answers and has no sample of \S+ of (?:database meta|volumes of platform): /);
        expect(Number(since) - Number(contactAt)).toBe(2 * 1_000 + 2 * 1_000 + 1_000);
      }
      expect(reports.of(DATABASE, 'host')).toMatchObject({ diskBytes: host.diskBytes, cpu: null });
      expect(Number((reports.of(DATABASE, 'host') as DatabaseHost).observedAt)).toBeLessThan(Number(facts.sights[2]?.since)); // prettier-ignore
      expect(reports.events.some((event) => 'goneAspect' in event)).toBe(false);
      behaviour = (exchange, about) => {
        say(exchange, about === 'volumes' ? fresh(ANSWERS.volumes, '6') : fresh(ANSWERS.database, '6'));
      };
      expect((await source(({ sights }) => sights.length === 2)).state).toBe('ok');
    },
    PATIENCE,
  );

  it(
    'a disk that is no longer measured is gone, a value that is missing is said so',
    async () => {
      await start();
      await until(DEVICE, 'main', any);
      const other = ANSWERS.volumes.map(({ metric, value }) => ({ metric: { ...metric, volume_id: 'vol-1' }, value }));
      behaviour = (exchange, about) => {
        say(exchange, about === 'volumes' ? other : ANSWERS.database.filter(({ metric }) => metric['vitals'] !== '5'));
      };
      const host = await until<DatabaseHost>(DATABASE, 'host', ({ cpu }) => cpu === null);
      expect(host).toMatchObject({ diskBytes: 303_971_328, unavailable: { cpu: 'probe failed' } });
      const isGone = (event: SourceEvent): boolean => 'goneAspect' in event && event.id === DEVICE;
      await reports.until('the disk is gone', () => reports.events.some(isGone));
      expect(reports.events.findLast(isGone)).toEqual({
        id: DEVICE,
        kind: SupportKind.VOLUME_DEVICE,
        goneAspect: 'main',
      });
    },
    PATIENCE,
  );
});
