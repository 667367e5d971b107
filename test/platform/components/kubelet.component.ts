import { lstatSync, readlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { createCgroup, destroyCgroup, existingCgroups } from '../support/cgroups.js';
import { daemon } from '../support/daemon.js';
import { remember, removeOwn, restore } from '../support/machine.js';
import { unmountBelow } from '../support/mounts.js';
import { type Platform } from '../support/platform.js';
import { missingAt } from '../support/probe.js';
import { containerdSocket } from './containerd.component.js';
import { kubernetesPrograms } from './kubernetes-programs.js';
import { NODE_ADDRESS } from './namespace.component.js';

export const NODE_NAME = 'node-a';
export const KUBELET_PORT = 10_250;

/** What a kubelet sets for the whole machine; put back when the last one has stopped. */
const KERNEL_SETTINGS = ['vm/overcommit_memory', 'kernel/panic', 'kernel/panic_on_oops'].map(
  (name) => `/proc/sys/${name}`,
);

function configuration(platform: Platform): string {
  return stringify({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true, cacheTTL: '10s' },
      x509: { clientCAFile: platform.state('pki', 'ca.crt') },
    },
    authorization: { mode: 'Webhook' },
    tlsCertFile: platform.state('pki', 'kubelet.crt'),
    tlsPrivateKeyFile: platform.state('pki', 'kubelet.key'),
    address: NODE_ADDRESS,
    port: KUBELET_PORT,
    containerRuntimeEndpoint: `unix://${containerdSocket(platform)}`,
    cgroupDriver: 'cgroupfs',
    // Two kubelets with one root would kill each other's pods.
    cgroupRoot: `/${platform.settings.name}`,
    podLogsDir: platform.state('kubelet', 'logs'),
    // Nobody answers there; without an address every pod gets a warning event.
    clusterDNS: ['10.96.0.10'],
    clusterDomain: 'cluster.local',
    failSwapOn: false,
    evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
    // Both below the 12 s after which the controller manager gives a node up.
    nodeStatusUpdateFrequency: '4s',
    nodeLeaseDurationSeconds: 12,
    volumeStatsAggPeriod: '10s',
    featureGates: { KubeletCrashLoopBackOffMax: true },
    crashLoopBackOff: { maxContainerRestartPeriod: '20s' },
  });
}

/** Where a kubelet puts its plugin socket whatever its root folder is. */
const PLUGINS = '/var/lib/kubelet/device-plugins';
/** Where a kubelet links the logs of its containers. */
const LOG_LINKS = '/var/log/containers';

const TRACES = {
  files: KERNEL_SETTINGS,
  ownFolders: [PLUGINS],
  sharedFolders: [dirname(PLUGINS), LOG_LINKS],
};

function isOurLink(platform: Platform, path: string): boolean {
  return lstatSync(path).isSymbolicLink() && readlinkSync(path).startsWith(platform.state('kubelet'));
}

/** One real node, in zone-a. */
export const kubelet = daemon({
  name: 'kubelet',
  needs: ['kube-apiserver', 'images'],
  goModule: kubernetesPrograms,
  async prepare(platform) {
    await remember('kubelet', platform.settings.stateFolder, TRACES);
    await createCgroup(platform.settings.name);
    await writeFile(platform.state('kubelet', 'config.yaml'), configuration(platform));
  },
  command: (platform) => [
    platform.program('kubelet'),
    `--config=${platform.state('kubelet', 'config.yaml')}`,
    `--kubeconfig=${platform.state('kubelet.kubeconfig')}`,
    `--hostname-override=${NODE_NAME}`,
    `--node-ip=${NODE_ADDRESS}`,
    '--node-labels=topology.kubernetes.io/zone=zone-a,topology.kubernetes.io/region=region-1',
    `--root-dir=${platform.state('kubelet', 'root')}`,
    `--cert-dir=${platform.state('kubelet', 'certificates')}`,
    // For cAdvisor, which would look at the usual place and then report containers without their names.
    `--containerd=${containerdSocket(platform)}`,
    '--containerd-namespace=k8s.io',
  ],
  async missing(platform) {
    // After a restart the API still says Ready from before.
    const unhealthy = await missingAt(platform, 'http://127.0.0.1:10248/healthz');
    if (unhealthy !== undefined) return unhealthy;
    const ready = '--output=jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}';
    const status = await platform.kubectl(['get', 'nodes', `--field-selector=metadata.name=${NODE_NAME}`, ready]);
    return status.trim() === 'True' ? undefined : `node ${NODE_NAME} is not Ready`;
  },
  async remove(platform) {
    await destroyCgroup(platform.settings.name);
    await unmountBelow(platform.state('kubelet'));
    await removeOwn(LOG_LINKS, (path) => isOurLink(platform, path));
    await restore('kubelet', platform.settings.stateFolder);
  },
  leftovers: (platform) => Promise.resolve(existingCgroups(platform.settings.name)),
});
