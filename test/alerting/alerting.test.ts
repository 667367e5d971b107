import { createServer } from 'node:http';
import { pino } from 'pino';
import type { Alert } from '../../src/alerting/alert.js';
import { Alerting, type AlertingParts, type AlertingSettings } from '../../src/alerting/alerting.js';
import { systemClock } from '../../src/model/clock.js';
import { Severity } from '../../src/model/health.js';
import type { Instant } from '../../src/model/time.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { type LimitSettings, NO_SETTINGS } from '../../src/registry/limit-book.js';
import { Registry } from '../../src/registry/registry.js';
import { parseRoute } from '../../src/web/board/route.js';
import { LoopbackServers } from '../support/loopback-servers.js';
import { gone, namespace, node, pod, roots, smallKinds, smallRules, source, cluster } from '../support/small-world.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { Told } from '../support/told.js';
import { until } from '../support/until.js';

/** What Alertmanager takes, and what it answers, are tried against the real one by the platform's suite; here, how it is told. */
class Listener {
  readonly requests: { readonly path: string; readonly authorization: string; readonly alerts: readonly Alert[] }[] =
    [];
  status = 200;
  /** What it does not accept. */
  refuses: (alert: Alert) => boolean = () => false;
  private readonly told = new Told();
  private readonly servers = new LoopbackServers();

  async open(port = 0): Promise<number> {
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const { url = '', headers } = request;
        const alerts = JSON.parse(body) as Alert[];
        this.requests.push({ path: url, authorization: headers.authorization ?? '', alerts });
        response.writeHead(alerts.some(this.refuses) ? 400 : this.status).end('secret words of a proxy');
        this.told.tell();
      });
    });
    return this.servers.listen(server, port);
  }

  close(): Promise<void> {
    return this.servers.close();
  }

  /** The newest word on each alert, without the heartbeat; by resource. */
  get latest(): ReadonlyMap<string, Alert> {
    const all = this.requests.flatMap(({ alerts }) => alerts);
    const own = all.filter(({ labels }) => labels['alertname'] !== 'VitalsAlive');
    return new Map(own.map((alert) => [`${alert.labels['resource'] ?? ''} ${alert.labels['severity'] ?? ''}`, alert]));
  }

  until(what: string, holds: () => boolean): Promise<void> {
    return this.told.until(what, holds, 15_000, () => JSON.stringify(this.requests.slice(-2)));
  }
}

const accessTo = (port: number): AlertingSettings['places'][number] => ({
  url: new URL(`http://127.0.0.1:${port}/am/`),
  user: null,
  password: null,
  token: { read: () => 'hush' },
  tls: null,
});

const isOver = ({ endsAt }: Alert): boolean => Date.parse(endsAt) <= Date.now();

describe('alerts', () => {
  let listener: Listener;
  let alerting: Alerting;
  let registry: Registry;
  const lines: { readonly level: number; readonly msg: string }[] = [];

  beforeEach(() => {
    listener = new Listener();
    lines.length = 0;
  });

  afterEach(async () => {
    await alerting.stop();
    registry.stop();
    await listener.close();
  });

  async function start(
    settings: Partial<AlertingSettings> = {},
    parts: Partial<AlertingParts> = {},
    limits: Partial<LimitSettings> = {},
    port?: number,
  ): Promise<void> {
    const at = port ?? (await listener.open());
    const clock = systemClock;
    registry = new Registry({
      kinds: smallKinds,
      rules: smallRules,
      causes: [],
      clock,
      settings: { ...NO_SETTINGS, ...limits },
    });
    registry.report([...roots, source([{}]), cluster(), namespace('shop'), node('n1'), pod('web')]);
    const log = pino(
      { level: 'info' },
      { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) },
    );
    const usual = { places: [accessTo(at)], severity: Severity.WARNING, resend: 60_000, labels: {}, externalUrl: null };
    alerting = new Alerting({ ...usual, ...settings }, { registry, clock, log, retry: 200, ...parts });
    alerting.start();
    registry.open();
  }

  it('say what is wrong with which resource, and lead there', async () => {
    const runbooks = [{ reason: FindingReason.CONTAINER_RESTARTING, where: {}, url: 'https://wiki/restarts' }];
    await start({ labels: { environment: 'test' }, externalUrl: 'https://vitals.example.com' }, {}, { runbooks });
    registry.report([pod('worker', { warn: 'b,a', team: 'shop-team' })]);
    await listener.until('the alert', () => listener.latest.has('worker warning'));
    const [first] = listener.requests;
    expect([first?.path, first?.authorization]).toEqual(['/am/api/v2/alerts', 'Bearer hush']);
    const alert = listener.latest.get('worker warning');
    expect(alert?.labels).toEqual({
      environment: 'test',
      alertname: 'CONTAINER_RESTARTING',
      severity: 'warning',
      kind: 'POD',
      resource: 'worker',
      system: 'prod',
      namespace: 'shop',
      team: 'shop-team',
    });
    expect(alert?.annotations).toMatchObject({ advice: 'Look.', runbook_url: 'https://wiki/restarts' });
    expect(alert?.annotations['parts']?.split(', ').sort()).toEqual(['a', 'b']);
    const link = new URL(alert?.generatorURL ?? '');
    expect([link.origin, link.pathname]).toEqual(['https://vitals.example.com', '/']);
    expect(parseRoute(link.hash)).toMatchObject({ page: 'resource', rest: pod('worker').id });
    const [begin, end] = [Date.parse(alert?.startsAt ?? ''), Date.parse(alert?.endsAt ?? '')];
    expect(end - Date.now()).toBeGreaterThan(200_000);
    expect(Math.abs(Date.now() - begin)).toBeLessThan(15_000);
  });

  it('stand again and again before they end, and are over once they are: also what is gone', async () => {
    await start({ resend: 1_000 });
    registry.report([pod('worker', { warn: 'x' }), pod('other', { critical: 'x' })]);
    const count = (name: string): number =>
      listener.requests.filter(({ alerts }) => alerts.some(({ labels }) => labels['resource'] === name)).length;
    await listener.until('it said three times', () => count('worker') >= 3);
    registry.report([pod('worker'), gone(ResourceKind.POD, 'other')]);
    await listener.until('both over', () => [...listener.latest.values()].every(isOver));
    expect(listener.latest.get('other critical')?.annotations['message']).toBe('x is bad.');
    const before = listener.requests.length;
    await listener.until('heartbeats alone', () => listener.requests.length >= before + 2);
    const after = listener.requests.slice(before).flatMap(({ alerts }) => alerts);
    expect(after.map(({ labels }) => labels)).toEqual(
      after.map(() => ({ alertname: 'VitalsAlive', severity: 'none' })),
    );
    expect(new Set(after.map(isOver))).toEqual(new Set([false]));
  });

  it('of another severity are other ones: the former is over', async () => {
    await start();
    registry.report([pod('worker', { warn: 'x' })]);
    await listener.until('a warning', () => listener.latest.has('worker warning'));
    registry.report([pod('worker', { critical: 'x' })]);
    await listener.until('critical', () => listener.latest.has('worker critical'));
    const over = [...listener.latest].map(([name, alert]) => [name, isOver(alert)]);
    expect(over).toEqual([['worker warning', true], ['worker critical', false]]); // prettier-ignore
  });

  it('are of what is bad enough and not ignored', async () => {
    const ignores = [{ reason: null, where: { name: 'quiet' }, untilAt: null, because: 'x' }];
    await start({ severity: Severity.CRITICAL }, {}, { ignores });
    registry.report([pod('a', { warn: 'x' }), pod('quiet', { critical: 'x' }), pod('b', { critical: 'x' })]);
    await listener.until('one', () => listener.latest.size > 0);
    expect([...listener.latest.keys()]).toEqual(['b critical']);
  });

  it('come in batches, the worst where they are too many; how many are left out is said', async () => {
    await start({}, { most: 450 });
    registry.report(
      Array.from({ length: 600 }, (_, index) => pod(`p${index}`, index < 100 ? { critical: 'x' } : { warn: 'x' })),
    );
    await listener.until('all', () => listener.latest.size >= 450);
    expect(Math.max(...listener.requests.map(({ alerts }) => alerts.length))).toBe(200);
    expect(listener.latest.size).toBe(450);
    expect([...listener.latest.keys()].filter((key) => key.endsWith('critical'))).toHaveLength(100);
    expect([alerting.standing, alerting.leftOut]).toEqual([450, 150]);
    expect(lines.map(({ msg }) => msg)).toContain('more alerts stand than are sent: the worst are');
  });

  it('say when by the time of day, and since when it stands the same each time, however far that is from our clock', async () => {
    let ahead = 3_600_000;
    const wall = (): Instant => (Date.now() + ahead) as Instant;
    await start({ resend: 1_000 }, { wall });
    registry.report([pod('worker', { warn: 'x' })]);
    await listener.until('the alert', () => listener.latest.has('worker warning'));
    const first = listener.latest.get('worker warning');
    expect(Math.abs(wall() - Date.parse(first?.startsAt ?? ''))).toBeLessThan(15_000);
    expect(Date.parse(first?.endsAt ?? '')).toBeGreaterThan(wall() - 15_000);
    ahead += 60_000;
    await listener.until('it again', () => listener.latest.get('worker warning')?.endsAt !== first?.endsAt);
    expect(listener.latest.get('worker warning')?.startsAt).toBe(first?.startsAt);
    ahead = -3_600_000;
    const isBack = (): boolean => Date.parse(listener.latest.get('worker warning')?.endsAt ?? '') < Date.now();
    await listener.until('it by the clock that was set back', isBack);
    const { startsAt = '', endsAt = '' } = listener.latest.get('worker warning') ?? {};
    expect(Date.parse(endsAt) - Date.parse(startsAt)).toBeGreaterThanOrEqual(4_000);
  });

  it('arrive though another Alertmanager hangs', async () => {
    const silent = new LoopbackServers();
    const hung = await silent.listen(createServer());
    try {
      await start({ places: [accessTo(hung), accessTo(await listener.open())] });
      await listener.until('the heartbeat', () => listener.requests.length > 0);
      registry.report([pod('worker', { warn: 'x' })]);
      await listener.until('the alert', () => listener.latest.has('worker warning'));
      expect(alerting.alertmanagers.map(({ isReached }) => isReached)).toEqual([null, true]);
      await alerting.stop();
    } finally {
      await silent.close();
    }
  });

  it('that are crowded out are not said to be over while they stand, and are said again once there is room', async () => {
    await start({}, { most: 1 });
    const count = (): number =>
      listener.requests.filter(({ alerts }) => alerts.some(({ labels }) => labels['resource'] === 'mild')).length;
    registry.report([pod('mild', { warn: 'b,a' })]);
    await listener.until('the first', () => listener.latest.has('mild warning'));
    registry.report([pod('bad', { critical: 'x' })]);
    await listener.until('the worse', () => listener.latest.has('bad critical'));
    expect([count(), alerting.standing, alerting.leftOut]).toEqual([1, 1, 1]);
    registry.report([pod('bad')]);
    await listener.until('the first again', () => count() === 2);
    expect([...listener.latest].map(([name, alert]) => [name, isOver(alert)])).toEqual([['mild warning', false], ['bad critical', true]]); // prettier-ignore
    registry.report([pod('mild')]);
    await listener.until('all over', () => [...listener.latest.values()].every(isOver));
  });

  it('are sent though others before them are not accepted', async () => {
    listener.refuses = ({ labels }) => labels['alertname'] === 'VitalsAlive';
    await start();
    registry.report(Array.from({ length: 300 }, (_, index) => pod(`p${index}`, { warn: 'x' })));
    await listener.until('all', () => listener.latest.size === 300);
    await until(() => lines.length > 0);
    expect(alerting.alertmanagers[0]?.isReached).toBe(false);
    expect(lines.map(({ msg }) => msg.replace(/:\d+/, ':port'))).toEqual([
      'alerts are not sent: 127.0.0.1:port does not accept the alerts (400).',
    ]);
  });

  it('that are not taken are tried again; it is said once, and without a word of what was answered', async () => {
    listener.status = 500;
    await start();
    registry.report([pod('worker', { warn: 'x' })]);
    await listener.until('three tries', () => listener.requests.length >= 3);
    expect(alerting.alertmanagers[0]?.isReached).toBe(false);
    listener.status = 200;
    const before = listener.requests.length;
    await listener.until('another', () => listener.requests.length > before);
    registry.report([pod('late', { warn: 'x' })]);
    await listener.until('what came later', () => listener.latest.has('late warning'));
    expect(alerting.alertmanagers[0]?.isReached).toBe(true);
    expect(lines.map(({ level, msg }) => [level, msg.replace(/:\d+/, ':port')])).toEqual([
      [40, 'alerts are not sent: 127.0.0.1:port answers with status 500.'],
      [30, 'Alertmanager is told of alerts'],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|hush/);
  });

  it('wait for the first picture, and end quietly where nobody listens', async () => {
    const port = await listener.open();
    await listener.close();
    await start({}, {}, {}, port);
    registry.report([pod('worker', { warn: 'x' })]);
    await until(() => alerting.alertmanagers[0]?.isReached !== null);
    expect(alerting.alertmanagers[0]?.isReached).toBe(false);
    await listener.open(port);
    await listener.until('the alert', () => listener.latest.has('worker warning'));
  });
});
