import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { Alerting } from '../../../src/alerting/alerting.js';
import { systemClock } from '../../../src/model/clock.js';
import { Severity } from '../../../src/model/health.js';
import { Registry } from '../../../src/registry/registry.js';
import { freePort } from '../../support/free-port.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { cluster, namespace, node, pod, roots, smallKinds, smallRules, source } from '../../support/small-world.js';
import { type HttpProgram, startHttpProgram } from '../support/loopback-program.js';
import { waitUntilNothingMissing } from '../support/wait.js';

/** Debian's Alertmanager, which tells a webhook of what it hears. */
interface Held {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly generatorURL: string;
  readonly status: { readonly state: string };
}

interface Notified {
  readonly status: string;
  readonly labels: Readonly<Record<string, string>>;
}

const RESEND = 1_000;

describe('a real Alertmanager', () => {
  let folder: string;
  let port: number;
  let alertmanager: HttpProgram;
  let alerting: Alerting;
  let registry: Registry;
  const notified: Notified[] = [];
  const lines: string[] = [];
  const servers = new LoopbackServers();

  const launch = (): Promise<HttpProgram> =>
    startHttpProgram(
      [
        'prometheus-alertmanager',
        `--config.file=${join(folder, 'alertmanager.yml')}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ],
      { port, readyPath: '/-/ready' },
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitals-alertmanager-'));
    port = await freePort();
    const webhook = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        notified.push(...(JSON.parse(body) as { readonly alerts: readonly Notified[] }).alerts);
        response.writeHead(200).end();
      });
    });
    const url = `http://127.0.0.1:${await servers.listen(webhook)}/`;
    const timing = { group_wait: '0s', group_interval: '1s', repeat_interval: '1h' };
    const route = { receiver: 'webhook', group_by: ['...'], ...timing };
    const receivers = [{ name: 'webhook', webhook_configs: [{ url, send_resolved: true }] }];
    await writeFile(join(folder, 'alertmanager.yml'), stringify({ route, receivers }));
    alertmanager = await launch();
    const clock = systemClock;
    registry = new Registry({ kinds: smallKinds, rules: smallRules, causes: [], clock });
    registry.report([...roots, source([{}]), cluster(), namespace('shop'), node('n1'), pod('web')]);
    registry.open();
    const access = { url: new URL(alertmanager.url), user: null, password: null, token: null, tls: null };
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    alerting = new Alerting(
      { places: [access], severity: Severity.WARNING, resend: RESEND, labels: { environment: 'test' }, externalUrl: 'http://vitals.example.com' }, // prettier-ignore
      { registry, clock, log, retry: 500 },
    );
    alerting.start();
  });

  afterAll(async () => {
    await alerting.stop();
    registry.stop();
    await alertmanager.stop();
    await servers.close();
    await rm(folder, { recursive: true });
  });

  async function held(): Promise<readonly Held[]> {
    const response = await fetch(`${alertmanager.url}/api/v2/alerts`, { signal: AbortSignal.timeout(5_000) });
    return (await response.json()) as readonly Held[];
  }

  const names = async (): Promise<readonly string[]> =>
    (await held()).map(({ labels }) => labels['resource'] ?? labels['alertname'] ?? '').sort();

  const until = (what: string, within: number, holds: () => boolean | Promise<boolean>): Promise<void> =>
    waitUntilNothingMissing(what, async () => ((await holds()) ? undefined : JSON.stringify(notified.slice(-3))), {
      within,
    });

  const isNotified = (status: string, resource: string) => () =>
    notified.some((one) => one.status === status && one.labels['resource'] === resource);

  it('holds what is wrong, and the heartbeat', async () => {
    registry.report([pod('worker', { critical: 'x' })]);
    await until('the alert', 10_000, async () => (await names()).includes('worker'));
    const alert = (await held()).find(({ labels }) => labels['resource'] === 'worker');
    expect(alert).toMatchObject({
      labels: { alertname: 'CONTAINER_RESTARTING', severity: 'critical', kind: 'POD', system: 'prod', namespace: 'shop', environment: 'test' }, // prettier-ignore
      annotations: { message: 'x is bad.', advice: 'Look.', parts: 'x' },
      status: { state: 'active' },
    });
    expect(alert?.generatorURL).toMatch(/^http:\/\/vitals\.example\.com\/#\/resource\/./);
    await until('a heartbeat', 10_000, async () => (await names()).includes('VitalsAlive'));
    await until('the notification', 20_000, isNotified('firing', 'worker'));
  });

  it('goes on holding it for longer than it would without being told again', async () => {
    const end = Date.now() + 6 * RESEND;
    while (Date.now() < end) {
      expect(await names()).toEqual(['VitalsAlive', 'worker']);
      await delay(500);
    }
  });

  it('hears that it is over, and says so', async () => {
    registry.report([pod('worker')]);
    await until('the end', 10_000, async () => !(await names()).includes('worker'));
    await until('the notification', 20_000, isNotified('resolved', 'worker'));
  });

  it('that was away is told all of it when it is back; nothing else notices', async () => {
    await alertmanager.stop();
    registry.report([pod('meanwhile', { warn: 'x' })]);
    await until('the loss', 10_000, () => alerting.alertmanagers[0]?.isReached === false);
    await rm(join(folder, 'data'), { recursive: true });
    alertmanager = await launch();
    await until('all of it', 15_000, async () => (await names()).join() === 'VitalsAlive,meanwhile');
    expect(lines.filter((line) => line.includes('alerts are not sent'))).toHaveLength(1);
  });

  it('lets all of it end where Vitals is gone, the heartbeat too', async () => {
    await alerting.stop();
    await until('nothing', 10 * RESEND, async () => (await names()).length === 0);
    await until('that the heartbeat ended', 20_000, () =>
      notified.some(({ status, labels }) => status === 'resolved' && labels['alertname'] === 'VitalsAlive'),
    );
  });
});
