import { chmod, copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { besidePrograms } from '../support/go-programs.js';
import { daemon } from '../support/daemon.js';
import { type Component, type Platform } from '../support/platform.js';
import { missingAt } from '../support/probe.js';
import { argoPrograms, DEFINITIONS } from './argo-programs.js';
import { importImage } from './images.component.js';

export const ARGO_NAMESPACE = 'argo';
export const WORKFLOW_NAMESPACE = 'pipelines';
export const CONTROLLER = 'workflow-controller';
export const CONTROLLER_CONFIG_MAP = 'workflow-controller-configmap';

const EXECUTOR_IMAGE = 'platform.test/argoexec:1';

async function applyDefinitions(platform: Platform): Promise<void> {
  const folder = besidePrograms(platform.settings, argoPrograms, DEFINITIONS);
  const files = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
  await platform.apply((await Promise.all(files)).join('\n---\n'));
  await platform.kubectl(['wait', '--for=condition=Established', '--timeout=30s', 'crd/workflows.argoproj.io']);
}

/** Runs beside the container of each step: an image with nothing but its program. */
async function importExecutor(platform: Platform): Promise<void> {
  const folder = platform.state('images', 'argoexec');
  await rm(folder, { recursive: true, force: true });
  for (const name of ['bin', 'tmp', 'etc']) await mkdir(join(folder, name), { recursive: true });
  await copyFile(platform.program('argoexec'), join(folder, 'bin', 'argoexec'));
  await chmod(join(folder, 'bin', 'argoexec'), 0o755);
  await importImage(platform, EXECUTOR_IMAGE, folder, ['argoexec']);
  await rm(folder, { recursive: true });
}

/** Argo Workflows; it takes part in an election with itself, so that its Lease says whether it lives. */
export const workflowController = daemon({
  name: CONTROLLER,
  needs: ['kube-controller-manager', 'kube-scheduler', 'kubelet'],
  goModule: argoPrograms,
  async prepare(platform) {
    await applyDefinitions(platform);
    await platform.apply(await readFile(platform.source('manifests', 'argo.yaml'), 'utf8'));
    await importExecutor(platform);
  },
  command: (platform) => [
    platform.program('workflow-controller'),
    `--kubeconfig=${platform.adminKubeconfig}`,
    `--namespace=${ARGO_NAMESPACE}`,
    `--configmap=${CONTROLLER_CONFIG_MAP}`,
    `--executor-image=${EXECUTOR_IMAGE}`,
    '--executor-image-pull-policy=IfNotPresent',
    '--loglevel=warn',
  ],
  environment: () => ({ LEADER_ELECTION_IDENTITY: CONTROLLER }),
  patience: 3_000,
  async missing(platform) {
    const lease = ['get', 'leases', `--namespace=${ARGO_NAMESPACE}`, '--output=name'];
    if (!(await platform.kubectl(lease)).includes(CONTROLLER)) return 'nobody leads yet';
    return missingAt(platform, 'http://127.0.0.1:6060/healthz');
  },
});

/** A workflow each minute; ready when one has come to its end. */
export const workflowLife: Component = {
  name: 'workflow-life',
  needs: [CONTROLLER],
  readyWithin: 150_000,
  start: async (platform) => platform.apply(await readFile(platform.source('manifests', 'workflow-life.yaml'), 'utf8')),
  async missing(platform) {
    const phases = '--output=jsonpath={.items[*].status.phase}';
    const seen = await platform.kubectl(['get', 'workflows', `--namespace=${WORKFLOW_NAMESPACE}`, phases]);
    return seen.includes('Succeeded') ? undefined : `no workflow has succeeded yet (${seen})`;
  },
};
