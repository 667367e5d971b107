import { chmod, copyFile, cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../support/command.js';
import { type GoModule } from '../support/go-programs.js';

const MODULE = 'github.com/argoproj/argo-workflows/v3';
const ARGO_VERSION = 'v3.7.4';
const ENV = { CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' };
const DOWNLOAD_TIMEOUT = 10 * 60_000;

/** Beside the programs: the definitions of Argo's resources, without their schemas. */
export const DEFINITIONS = 'definitions';

/** Go's modules are read-only, and `go build` writes into none: so is a copy of one. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
}

/**
 * The module proxy's copy of Argo lacks a file that is a symbolic link upstream (signal_linux.go → signal_darwin.go): it is
 * built from a copy that has it.
 */
async function mend(sources: string, output: string): Promise<void> {
  const go = (...args: string[]): Promise<string> =>
    run(['go', ...args], { cwd: sources, env: ENV, timeout: DOWNLOAD_TIMEOUT });
  await go('mod', 'edit', `-dropreplace=${MODULE}`);
  const { Dir } = JSON.parse(await go('mod', 'download', '-json', `${MODULE}@${ARGO_VERSION}`)) as { Dir: string };
  const copy = join(sources, 'argo');
  await cp(Dir, copy, { recursive: true });
  await makeWritable(copy);
  const signals = join(copy, 'workflow', 'executor', 'osspecific');
  await copyFile(join(signals, 'signal_darwin.go'), join(signals, 'signal_linux.go'));
  await go('mod', 'edit', `-replace=${MODULE}=./argo`);
  const definitions = join(copy, 'manifests', 'base', 'crds', 'minimal');
  await mkdir(join(output, DEFINITIONS));
  for (const name of await readdir(definitions))
    if (name.startsWith('argoproj.io_')) await copyFile(join(definitions, name), join(output, DEFINITIONS, name));
}

/** The controller of workflows, and what runs beside each of their steps. */
export const argoPrograms: GoModule = {
  name: 'argo',
  programs: {
    'workflow-controller': `${MODULE}/cmd/workflow-controller`,
    argoexec: `${MODULE}/cmd/argoexec`,
  },
  linkerFlags: `-X ${MODULE}.version=${ARGO_VERSION}`,
  prepare: mend,
};
