import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../support/command.js';
import { type GoModule, besidePrograms } from '../support/go-programs.js';
import { type Component } from '../support/platform.js';
import { type Settings } from '../support/settings.js';

const MODULE = 'github.com/prometheus-operator/prometheus-operator';
const SERVICE_MONITORS = 'monitoring.coreos.com_servicemonitors.yaml';
const DOWNLOAD_TIMEOUT = 5 * 60_000;

const definitions: GoModule = {
  name: 'prometheus-operator',
  programs: {},
  linkerFlags: '',
  prepare: async (sources, output) => {
    const go = (...args: string[]): Promise<string> =>
      run(['go', ...args], { cwd: sources, timeout: DOWNLOAD_TIMEOUT });
    const { Dir } = JSON.parse(await go('mod', 'download', '-json', MODULE)) as { Dir: string };
    await copyFile(join(Dir, 'example', 'prometheus-operator-crd', SERVICE_MONITORS), join(output, SERVICE_MONITORS));
  },
};

/** What the chart may ask for of the Prometheus operator, which does not run here: the cluster learns of it only where a test wants it to. */
export const operatorDefinitions: Component = {
  name: 'operator-definitions',
  needs: [],
  goModule: definitions,
  readyWithin: 1_000,
  start: () => Promise.resolve(),
  missing: () => Promise.resolve(undefined),
};

/** The real definition of `ServiceMonitor`. */
export function serviceMonitorDefinition(settings: Settings): Promise<string> {
  return readFile(besidePrograms(settings, definitions, SERVICE_MONITORS), 'utf8');
}
