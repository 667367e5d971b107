import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '../../support/free-port.js';
import { type VitalsProcess, listeningAt, startVitals } from '../../support/vitals-process.js';
import { run } from '../support/command.js';
import { type HttpProgram, startHttpProgram } from '../support/loopback-program.js';
import { waitUntilNothingMissing } from '../support/wait.js';

/** Debian's Prometheus and promtool, against a Vitals that replays its built-in recording. */
const RULES = join(import.meta.dirname, '../../../deploy/prometheus');

interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

describe('a real Prometheus', () => {
  let folder: string;
  let vitals: VitalsProcess;
  let url: string;
  let prometheus: HttpProgram | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitals-metrics-'));
    vitals = startVitals(['serve', '--port', '0']);
    url = await listeningAt(vitals);
  });

  afterAll(async () => {
    await prometheus?.stop();
    vitals.child.kill('SIGTERM');
    await vitals.ended;
    await rm(folder, { recursive: true });
  });

  it('finds nothing to say of the metrics, the alerts, and what makes them fire', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(await run(['promtool', 'check', 'metrics'], { stdin: text })).toBe('');
    expect(await run(['promtool', 'check', 'rules', join(RULES, 'rules.yaml')])).toContain('SUCCESS');
    expect(await run(['promtool', 'test', 'rules', join(RULES, 'rules.test.yaml')])).toContain('SUCCESS');
  });

  it('scrapes them, and evaluates the alerts', async () => {
    const port = await freePort();
    const configuration = {
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: [join(RULES, 'rules.yaml')],
      scrape_configs: [{ job_name: 'vitals', static_configs: [{ targets: [new URL(url).host] }] }],
    };
    const file = join(folder, 'prometheus.yml');
    await writeFile(file, stringify(configuration));
    const command = ['prometheus', `--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${port}`]; // prettier-ignore
    prometheus = await startHttpProgram(command, { port, readyPath: '/-/ready' });
    const api = `${prometheus.url}/api/v1`;
    const ask = async (query: string): Promise<readonly Series[]> => {
      const response = await fetch(`${api}/query?query=${encodeURIComponent(query)}`);
      return ((await response.json()) as { readonly data: { readonly result: readonly Series[] } }).data.result;
    };
    const look = async (): Promise<string | undefined> =>
      (await ask('sum(vitals_platform_status)')).length > 0 ? undefined : 'no sample';
    await waitUntilNothingMissing('a scrape', look, { within: 30_000 });
    expect((await ask('up{job="vitals"}')).map(({ value }) => value[1])).toEqual(['1']);
    expect((await ask('sum(vitals_platform_status)')).map(({ value }) => value[1])).toEqual(['1']);
    expect((await ask('vitals_info')).map(({ metric }) => metric['mode'])).toEqual(['REPLAY']);
    const rules = (await (await fetch(`${api}/rules`)).json()) as {
      readonly data: { readonly groups: readonly { readonly rules: readonly { readonly health: string }[] }[] };
    };
    const health = rules.data.groups.flatMap((group) => group.rules.map((rule) => rule.health));
    expect(health.length).toBeGreaterThan(5);
    expect(health.filter((one) => one === 'err')).toEqual([]);
  });
});
