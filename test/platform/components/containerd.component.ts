import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tryRun } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { remember, removeOwn, restore } from '../support/machine.js';
import { unmountBelow } from '../support/mounts.js';
import { type Platform } from '../support/platform.js';
import { allPids, commandLineOf, sendSignal } from '../support/process-table.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { PAUSE_IMAGE } from './images.component.js';

export function containerdSocket(platform: Platform): string {
  return platform.state('containerd', 'containerd.sock');
}

function configuration(platform: Platform): string {
  const folder = (name: string): string => JSON.stringify(platform.state('containerd', name));
  return `version = 2
root = ${folder('root')}
state = ${folder('state')}
[grpc]
  address = ${JSON.stringify(containerdSocket(platform))}
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${PAUSE_IMAGE}"
  # Without CAP_SYS_RESOURCE a negative oom_score_adj (pause, Guaranteed pods) fails in runc.
  restrict_oom_score_adj = true
  # The pods' network namespaces are below the state folder too, and go with it.
  netns_mounts_under_state_dir = true
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
      Root = ${folder('runc')}
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = ${folder('cni')}
`;
}

function podNetwork(platform: Platform): string {
  return JSON.stringify({
    cniVersion: '0.4.0',
    name: platform.settings.name,
    plugins: [
      {
        type: 'bridge',
        bridge: 'pods0',
        isGateway: true,
        ipMasq: false,
        ipam: {
          type: 'host-local',
          dataDir: platform.state('containerd', 'leases'),
          ranges: [[{ subnet: '10.244.0.0/24' }]],
          routes: [{ dst: '0.0.0.0/0' }],
        },
      },
    ],
  });
}

function shims(platform: Platform): number[] {
  return allPids().filter((pid) => {
    const words = commandLineOf(pid);
    return words[0]?.endsWith('containerd-shim-runc-v2') === true && words.includes(containerdSocket(platform));
  });
}

/** A shim listens here whatever the configuration says; its bundle names the socket. */
const SHIM_SOCKETS = '/run/containerd/s';
/** The CNI library keeps what it did here, and each record names the pod's network namespace. */
const CNI_RESULTS = '/var/lib/cni/results';
const TRACES = { sharedFolders: [SHIM_SOCKETS, dirname(SHIM_SOCKETS), CNI_RESULTS, dirname(CNI_RESULTS)] };

function shimSockets(platform: Platform): string[] {
  const bundles = platform.state('containerd', 'state', 'io.containerd.runtime.v2.task', 'k8s.io');
  if (!existsSync(bundles)) return [];
  const files = readdirSync(bundles).map((bundle) => join(bundles, bundle, 'address'));
  return files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8').replace('unix://', ''));
}

async function removeTraces(platform: Platform): Promise<void> {
  const sockets = new Set(shimSockets(platform));
  await removeOwn(SHIM_SOCKETS, (path) => sockets.has(path));
  await removeOwn(CNI_RESULTS, (path) => readFileSync(path, 'utf8').includes(`${platform.settings.stateFolder}/`));
  await restore('containerd', platform.settings.stateFolder);
}

export const containerd = daemon({
  name: 'containerd',
  needs: ['namespace'],
  debianPackages: ['containerd', 'runc', 'containernetworking-plugins'],
  async prepare(platform) {
    await remember('containerd', platform.settings.stateFolder, TRACES);
    const networks = platform.state('containerd', 'cni');
    await mkdir(networks, { recursive: true });
    await writeFile(join(networks, '10-pods.conflist'), podNetwork(platform));
    await writeFile(platform.state('containerd', 'config.toml'), configuration(platform));
  },
  command: (platform) => ['containerd', '--config', platform.state('containerd', 'config.toml')],
  async missing(platform) {
    const client = ['ctr', '--connect-timeout=1s', '--address', containerdSocket(platform)];
    const { exitCode, errorOutput } = await tryRun([...client, 'version'], { timeout: 5_000 });
    return exitCode === 0 ? undefined : errorOutput.trim();
  },
  async remove(platform) {
    await waitUntilNothingMissing(
      'end of the container shims',
      () => {
        const pids = shims(platform);
        for (const pid of pids) sendSignal(pid, 'SIGKILL');
        return pids.length === 0 ? undefined : `${pids.length} left`;
      },
      { within: 10_000, every: 50 },
    );
    await removeTraces(platform);
    await unmountBelow(platform.state('containerd'));
  },
  leftovers: (platform) => Promise.resolve(shims(platform).map((pid) => `container shim ${pid}`)),
});
