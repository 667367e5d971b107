import { rm, statfs, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { systemClock } from '../../../src/model/clock.js';
import type { DatabaseHost, VolumeDevice } from '../../../src/model/host.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { hostMetrics } from '../../../src/sources/host-metrics/definition.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { EBS_VOLUME, heldBackFile } from '../components/ebs-exporter.component.js';
import { readEndpoints } from '../endpoints.js';
import { openPlatform } from '../lifecycle.js';
import { run } from '../support/command.js';
import { mountsBelow } from '../support/mounts.js';
import { OverheardPrometheus } from '../support/overheard-prometheus.js';
import { waitUntilNothingMissing } from '../support/wait.js';

/** Runs in the platform's network namespace. */
const PATIENCE = 40_000;

const NODE_EXPORTER = { preset: 'node-exporter', where: { job: 'node-exporter' } } as const;
const MANY_DATABASES = 30;

/** Of a Prometheus that asks for one. */
const PASSWORD = 'vitals-may-ask';
const PASSWORD_AS_BCRYPT = '$2b$05$8DMN3yhTyAqUivIA8WeWt.9EsZBVxDarBHY41fQwiMRBGJ3TkOoo6';
const LOCKED = { name: 'prometheus-locked', url: 'http://127.0.0.1:9091' } as const;

describe('the source of a real Prometheus', () => {
  const platform = openPlatform();
  const { prometheus, postgresql } = readEndpoints(platform);
  const machine = { database: 'metadata', mountpoint: postgresql.disk, ...NODE_EXPORTER };
  const window = `${4 * prometheus.scrapeSeconds}s`;
  let overheard: OverheardPrometheus;
  let source: RunningSource | undefined;
  let reports: SourceReports;

  const itself = (): Source => reports.one(ResourceKind.SOURCE) as Source;
  const hostOf = (database: string): DatabaseHost | undefined =>
    reports.of(resourceId(ResourceKind.DATABASE, database, database), 'host') as DatabaseHost | undefined;
  const devices = (): readonly VolumeDevice[] => reports.all(SupportKind.VOLUME_DEVICE);
  const ebs = (): VolumeDevice | undefined => devices().find(({ name }) => name === EBS_VOLUME.handle);

  async function start(different: object): Promise<void> {
    await stop();
    overheard = new OverheardPrometheus(prometheus.url);
    reports = new SourceReports(systemClock, PATIENCE);
    const access = { url: await overheard.open() };
    const scrapeInterval = `${prometheus.scrapeSeconds}s`;
    const config = { name: 'monitoring', prometheus: access, interval: '1s', scrapeInterval, ...different };
    source = hostMetrics.create(hostMetrics.configuration.parse(config), reports.context);
    source.start();
  }

  async function stop(): Promise<void> {
    if (source === undefined) return;
    await source.stop();
    source = undefined;
    await overheard.close();
  }

  afterEach(async () => {
    await stop();
    await rm(heldBackFile(platform), { force: true });
  });

  /** The value of an expression of one series, at a moment that is over. */
  async function valueAt(seconds: number, query: string): Promise<number> {
    const body = new URLSearchParams({ query, time: String(seconds) });
    const answer = await fetch(`${prometheus.url}/api/v1/query`, { method: 'POST', body });
    const { data } = (await answer.json()) as { data: { result: readonly { value: readonly [number, string] }[] } };
    expect(data.result).toHaveLength(1);
    return Number(data.result[0]?.value[1]);
  }

  /** Waits for a look of which all is known and that was not made while Prometheus asked: its moment, in seconds. */
  async function settledLook(isKnown: () => boolean, about: string): Promise<number> {
    let at = 0;
    await reports.until('a look between two scrapes', () => {
      at = overheard.questions.findLast(({ query }) => query.includes(about))?.evaluatedAt ?? 0;
      const age = Date.now() - Number(hostOf('metadata')?.observedAt ?? 0);
      return isKnown() && age > 1_000 && age < 1_000 * (prometheus.scrapeSeconds - 1);
    });
    return at;
  }

  it('hears of the machine under a database what the machine and Prometheus themselves say', async () => {
    await start({ databases: [machine] });
    const isKnown = (): boolean => hostOf('metadata')?.iops != null && hostOf('metadata')?.cpu != null;
    const at = await settledLook(isKnown, 'node_');
    const host = hostOf('metadata') as DatabaseHost;
    const { blocks, bsize } = await statfs(postgresql.disk);
    expect(host.diskBytes).toBe(blocks * bsize);
    const device = basename((await run(['findmnt', '--noheadings', '--output', 'SOURCE', '--mountpoint', postgresql.disk])).trim()); // prettier-ignore
    const rate = (metric: string): string => `rate(${metric}{device="${device}"}[${window}])`;
    const idle = `sum(rate(node_cpu_seconds_total{mode=~"idle|iowait"}[${window}]))`;
    const expected = {
      diskFreeBytes: `node_filesystem_avail_bytes{mountpoint="${postgresql.disk}"}`,
      iops: `${rate('node_disk_reads_completed_total')} + ${rate('node_disk_writes_completed_total')}`,
      deviceBusy: rate('node_disk_io_time_seconds_total'),
      queueDepth: rate('node_disk_io_time_weighted_seconds_total'),
      cpu: `1 - ${idle} / count(node_cpu_seconds_total{mode="idle"})`,
    } as const;
    for (const [name, expression] of Object.entries(expected)) {
      const heard = host[name as keyof typeof expected];
      expect({ name, heard }).toEqual({ name, heard: expect.closeTo(await valueAt(at, expression), 6) as number });
    }
    expect(Object.keys(host.unavailable).sort()).toEqual(['burstBalance', 'byteBalance', 'cpuCredits', 'ioBalance', 'provisionedIops']); // prettier-ignore
    // As old as what Prometheus scraped last, not as its answer.
    const scrapedAt = 1_000 * (await valueAt(at, 'max(timestamp(node_load1))'));
    expect(Number(host.observedAt)).toBeGreaterThanOrEqual(scrapedAt - 1);
    expect(Number(host.observedAt)).toBeLessThan(scrapedAt + 1_000);
    expect(Math.abs(itself().clockSkew ?? Infinity)).toBeLessThan(2_000);
  });

  it('hears how long a disk was held back for, to the quarter of a second that its driver counts', async () => {
    await start({ volumes: [{ cluster: 'platform', preset: 'ebs-csi' }] });
    await writeFile(heldBackFile(platform), '');
    const before = await exceeded();
    await waitUntilNothingMissing('held back', async () => ((await exceeded()) >= before + 2 ? undefined : 'no'), { within: PATIENCE }); // prettier-ignore
    await rm(heldBackFile(platform));
    const counted = await exceeded();
    await reports.until('all of it', () => ebs()?.exceededIopsSeconds === counted);
    expect(ebs()).toMatchObject({ instanceExceededIopsSeconds: 0, busy: null, unavailable: { busy: 'unsupported' } });
  });

  /** What the page of the driver says: one that is read while its file is taken away may be a quarter behind. */
  async function exceeded(): Promise<number> {
    const read = (): Promise<string> => run(['curl', '--silent', '--fail', 'http://127.0.0.1:3302/metrics']);
    const pages = [await read(), await read()];
    const [first, second] = pages.map((page) => Number(/^aws_ebs_csi_exceeded_iops_seconds_total\S* (\S+)$/m.exec(page)?.[1])); // prettier-ignore
    return Math.max(first ?? 0, second ?? 0);
  }

  it('knows the disks behind volumes by the names under which the kubelet has mounted them', async () => {
    await start({ databases: [machine], volumes: [{ cluster: 'platform', ...NODE_EXPORTER }] });
    const mounted = mountsBelow(platform.settings.stateFolder).flatMap(
      (mount) => /kubernetes\.io~local-volume\/([^/]+)$/.exec(mount)?.[1] ?? [],
    );
    expect(mounted.length).toBeGreaterThan(0);
    await reports.until('volumes', () => devices().length > 0 && devices().every(({ iops }) => iops !== null));
    expect(devices().map(({ name }) => name).sort()).toEqual([...new Set(mounted)].sort()); // prettier-ignore
  });

  it(`asks once for each preset, for ${MANY_DATABASES} databases as for one`, async () => {
    const databases = Array.from({ length: MANY_DATABASES }, (_, index) => ({ ...machine, database: `db-${index}` }));
    const began = Date.now();
    await start({
      databases,
      volumes: [
        { cluster: 'platform', ...NODE_EXPORTER },
        { cluster: 'platform', preset: 'ebs-csi' },
      ],
    });
    const asked = (): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const { query } of overheard.questions) counts.set(query, (counts.get(query) ?? 0) + 1);
      return counts;
    };
    await reports.until('a few looks at all', () => asked().size === 3 && Math.min(...asked().values()) >= 5);
    expect(asked().size).toBe(3);
    // A look each second, a tenth sooner at most, and the first.
    const looks = Math.floor((Date.now() - began) / 900) + 1;
    expect(overheard.questions.length).toBeLessThanOrEqual(3 * looks);
    expect(itself().sights.map(({ subject, state }) => `${subject} ${state}`)).toEqual([
      'node-exporter of databases ok',
      'node-exporter of volumes ok',
      'ebs-csi of volumes ok',
    ]);
    const { blocks, bsize } = await statfs(postgresql.disk);
    expect(databases.map(({ database }) => hostOf(database)?.diskBytes)).toEqual(databases.map(() => blocks * bsize));
  });

  it('says of an exporter that hangs that it is not reached, and of all others what they are', async () => {
    await start({ databases: [machine], volumes: [{ cluster: 'platform', preset: 'ebs-csi' }] });
    const sight = () => itself().sights.find(({ subject }) => subject === 'node-exporter of database metadata');
    await reports.until('all is known', () => hostOf('metadata')?.cpu != null && ebs()?.iops != null);
    try {
      platform.signal('node-exporter', 'SIGSTOP');
      await reports.until('that it is lost', () => sight()?.state === 'lost');
      expect(sight()?.message).toMatch(/answers and has no sample of node-exporter of database metadata/);
      expect(ebs()).toMatchObject({ iops: expect.any(Number) as number });
      expect(itself().state).toBe('ok');
    } finally {
      platform.signal('node-exporter', 'SIGCONT');
    }
    await reports.until('that it is back', () => sight() === undefined);
  });

  it('is told that its password is wrong, or missing, and says so without it', async () => {
    await startLocked();
    try {
      const access = { url: LOCKED.url, user: 'vitals' };
      for (const [password, state] of [
        ['not-this-one', 'forbidden'],
        [PASSWORD, 'ok'],
      ] as const) {
        await start({ prometheus: { ...access, password }, databases: [machine] });
        await reports.until(state, () => itself().state === state);
        expect(JSON.stringify(reports.events)).not.toContain(password);
        if (state === 'forbidden') expect(itself().message).toMatch(/ asks for other credentials \(401\)\.$/);
        // Which has scraped nothing yet.
        else expect(hostOf('metadata')).toMatchObject({ cpu: null, unavailable: { cpu: 'probe failed' } });
      }
      await start({ prometheus: { url: LOCKED.url }, databases: [machine] });
      await reports.until('it is refused', () => itself().state === 'forbidden');
    } finally {
      await platform.processes.end(LOCKED.name, 5_000);
      await rm(platform.state(LOCKED.name), { recursive: true, force: true });
    }
  });

  /** A second Prometheus, which lets in only who has a password, and scrapes nobody. */
  async function startLocked(): Promise<void> {
    const folder = platform.state(LOCKED.name);
    await run(['mkdir', '--parents', folder]);
    await writeFile(`${folder}/prometheus.yml`, '{}\n');
    await writeFile(`${folder}/web.yml`, JSON.stringify({ basic_auth_users: { vitals: PASSWORD_AS_BCRYPT } }));
    const files = [`--config.file=${folder}/prometheus.yml`, `--web.config.file=${folder}/web.yml`];
    const more = [`--storage.tsdb.path=${folder}/data`, `--web.listen-address=${new URL(LOCKED.url).host}`];
    await platform.processes.launch(LOCKED.name, ['prometheus', ...files, ...more, '--log.level=warn'], {
      cwd: folder,
    });
    const look = async (): Promise<string | undefined> => {
      const answer = await fetch(`${LOCKED.url}/-/ready`).catch(String);
      return typeof answer === 'string' ? answer : answer.status === 401 ? undefined : String(answer.status);
    };
    await waitUntilNothingMissing('a Prometheus with a password', look, { within: PATIENCE });
  }
});
