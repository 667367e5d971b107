import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { daemon } from '../support/daemon.js';
import { type Platform } from '../support/platform.js';
import { missingAt } from '../support/probe.js';
import { tryRun } from '../support/command.js';

export const PROMETHEUS_URL = 'http://127.0.0.1:9090';
export const SCRAPE_SECONDS = 5;

/** Where components say what is to be scraped: a file each, read again when it changes. */
function targetsFolder(platform: Platform): string {
  return platform.state('prometheus-targets');
}

/** Has Prometheus scrape `/metrics` at an address, whether it runs by now or not. */
export async function addScrapeTarget(platform: Platform, job: string, address: string): Promise<void> {
  await mkdir(targetsFolder(platform), { recursive: true });
  const targets = [{ targets: [address], labels: { job } }];
  await writeFile(targetFile(platform, job), JSON.stringify(targets));
}

export async function removeScrapeTarget(platform: Platform, job: string): Promise<void> {
  await rm(targetFile(platform, job), { force: true });
}

function targetFile(platform: Platform, job: string): string {
  return join(targetsFolder(platform), `${job}.json`);
}

interface Answer {
  readonly data: { readonly result: readonly { readonly value: readonly [number, string] }[] };
}

/** The value of an expression now, of the first series that it has; undefined where it has none. */
export async function askPrometheus(platform: Platform, expression: string): Promise<number | undefined> {
  const request = ['--silent', '--max-time', '2', '--data-urlencode', `query=${expression}`];
  const command = platform.inNamespace(['curl', ...request, `${PROMETHEUS_URL}/api/v1/query`]);
  const { exitCode, output } = await tryRun(command, { timeout: 5_000 });
  if (exitCode !== 0) return undefined;
  const [first] = (JSON.parse(output) as Answer).data.result;
  return first === undefined ? undefined : Number(first.value[1]);
}

/** The machine may have a second platform, with volumes of the same names: file systems of others are passed over. */
function ownFileSystems({ settings: { stateFolder } }: Platform): readonly object[] {
  const mark = '__tmp_own';
  return [
    { source_labels: ['mountpoint'], regex: `${stateFolder}/.*`, target_label: mark, replacement: 'own' },
    { source_labels: ['__name__', mark], regex: 'node_filesystem_[^;]*;', action: 'drop' },
    { regex: mark, action: 'labeldrop' },
  ];
}

/** Scrapes often, so that what is measured is heard of soon. */
export const prometheus = daemon({
  name: 'prometheus',
  needs: ['namespace'],
  // Beside it the Alertmanager, which the suite starts for itself.
  debianPackages: ['prometheus', 'prometheus-alertmanager', 'curl'],
  async prepare(platform) {
    await mkdir(targetsFolder(platform), { recursive: true });
    const configuration = {
      global: { scrape_interval: `${SCRAPE_SECONDS}s`, scrape_timeout: `${SCRAPE_SECONDS - 1}s` },
      scrape_configs: [
        {
          job_name: 'platform',
          file_sd_configs: [{ files: [join(targetsFolder(platform), '*.json')] }],
          metric_relabel_configs: ownFileSystems(platform),
        },
      ],
    };
    await writeFile(platform.state('prometheus', 'prometheus.yml'), stringify(configuration));
  },
  command: (platform) => [
    'prometheus',
    `--config.file=${platform.state('prometheus', 'prometheus.yml')}`,
    `--storage.tsdb.path=${platform.state('prometheus', 'data')}`,
    '--storage.tsdb.retention.time=1h',
    `--web.listen-address=${new URL(PROMETHEUS_URL).host}`,
    '--log.level=warn',
  ],
  missing: (platform) => missingAt(platform, `${PROMETHEUS_URL}/-/ready`),
});
