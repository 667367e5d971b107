import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { daemon } from '../support/daemon.js';
import { type GoModule } from '../support/go-programs.js';
import { type Component, type Platform } from '../support/platform.js';
import { FAKE_NODES } from './kwok.component.js';

/** As the driver calls itself. */
export const CSI_DRIVER = 'disk.csi.platform.test';

/** The attacher of the Kubernetes project, and a driver of ours that shares its pins. */
const csiPrograms: GoModule = {
  name: 'csi',
  programs: { 'csi-attacher': 'github.com/kubernetes-csi/external-attacher/v4/cmd/csi-attacher', 'csi-driver': '.' },
  linkerFlags: '',
};

function socket(platform: Platform): string {
  return platform.state('csi-driver', 'driver.sock');
}

/** A disk of the driver: there while this file is, attached to the node that the file names, busy while it is locked. */
export function csiDisk(platform: Platform, handle: string): string {
  return platform.state('csi-driver', 'disks', handle);
}

export const csiDriver = daemon({
  name: 'csi-driver',
  needs: ['namespace'],
  goModule: csiPrograms,
  prepare: async (platform) => {
    await mkdir(platform.state('csi-driver', 'disks'), { recursive: true });
  },
  command: (platform) => [platform.program('csi-driver'), socket(platform), platform.state('csi-driver', 'disks')],
  missing: (platform) => Promise.resolve(existsSync(socket(platform)) ? undefined : 'no socket'),
});

export const csiAttacher = daemon({
  name: 'csi-attacher',
  needs: ['csi-driver', 'kube-controller-manager'],
  command: (platform) => [
    platform.program('csi-attacher'),
    `--csi-address=${socket(platform)}`,
    `--kubeconfig=${platform.adminKubeconfig}`,
    // What is well again is tried again within seconds, not up to five minutes later.
    '--retry-interval-max=2s',
  ],
  missing: () => Promise.resolve(undefined),
});

/** What a kubelet would write when a driver registers with it: that the driver knows this node, and by what name. */
function csiNode(name: string): object {
  const drivers = [{ name: CSI_DRIVER, nodeID: name, topologyKeys: [] }];
  return { apiVersion: 'storage.k8s.io/v1', kind: 'CSINode', metadata: { name }, spec: { drivers } };
}

const driverObject = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',
  metadata: { name: CSI_DRIVER },
  spec: { attachRequired: true, podInfoOnMount: false },
};

/** The driver is installed on the fake nodes: what is attached to them nobody has to mount. */
export const csiNodes: Component = {
  name: 'csi-nodes',
  needs: ['csi-attacher', 'fake-nodes'],
  readyWithin: 10_000,
  start: (platform) => platform.applyObjects([driverObject, ...FAKE_NODES.map(({ name }) => csiNode(name))]),
  async missing(platform) {
    const names = (await platform.kubectl(['get', 'csinodes', '--output=name'])).split('\n');
    const without = FAKE_NODES.find(({ name }) => !names.includes(`csinode.storage.k8s.io/${name}`));
    return without === undefined ? undefined : `${without.name} has no driver`;
  },
};
