import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { CheckReport } from '../../../src/check-report.js';
import { blocksOf, page, sectionOf } from '../../docs/pages.js';
import { openPlatform } from '../lifecycle.js';
import { tryRun } from '../support/command.js';

/** Where the page puts what it makes. */
const ITS_FOLDER = '/etc/vitals';

/** What `docs/connecting.md` tells people to run, as it is printed there. Runs in the platform's network namespace. */
describe('connecting a cluster, as the page says', () => {
  const platform = openPlatform();
  const { repositoryFolder } = platform.settings;
  const section = sectionOf(page('docs/connecting.md'), 'kubernetes');
  let folder: string;

  const printed = (language: string): string =>
    blocksOf(section, language)
      .map(({ text }) => text.replaceAll(ITS_FOLDER, folder))
      .join('');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitals-test-'));
    // It is run where the repository is, and leaves files there.
    await symlink(join(repositoryFolder, 'deploy'), join(folder, 'deploy'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('makes a kubeconfig that holds nothing of ours, by which all of it is seen', async () => {
    const env = {
      KUBECONFIG: platform.adminKubeconfig,
      PATH: [dirname(platform.program('kubectl')), process.env['PATH']].join(delimiter),
    };
    const commands = await tryRun(['bash', '-euo', 'pipefail', '-c', printed('sh')], { cwd: folder, env });
    expect(commands).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^yes$/m) as string });
    const made = await readFile(join(folder, 'kubeconfig'), 'utf8');
    expect(made).toMatch(/token:/);
    expect(made).not.toMatch(/client-(certificate|key)/);

    const configuration = join(folder, 'vitals.yaml');
    await writeFile(configuration, printed('yaml'));
    const cli = join(repositoryFolder, 'dist', 'cli.js');
    const checked = await tryRun([process.execPath, cli, 'check', '--config', configuration, '--output', 'json'], {
      cwd: folder,
      env: { NODE_OPTIONS: '' },
    });
    const { systems } = JSON.parse(checked.output) as CheckReport;
    expect(systems.find(({ source }) => source === 'kubernetes')).toMatchObject({
      system: 'prod',
      reach: { state: 'ok' },
      permissionsMissing: [],
    });
  }, 90_000);
});
