import { mountDisk } from '../support/mounts.js';
import { type Component, type Platform } from '../support/platform.js';
import { NODE_NAME } from './kubelet.component.js';

export const STORAGE_CLASS = 'platform-local';
const DISK_MEBIBYTES = 64;
/** Each a disk of its own, so that full is full for one claim only. */
const VOLUMES = ['disk-1'] as const;

const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: STORAGE_CLASS },
  provisioner: 'kubernetes.io/no-provisioner',
  volumeBindingMode: 'WaitForFirstConsumer',
};

/** Where one of them is mounted. */
export function volumeDisk(platform: Platform, volume: string): string {
  return platform.state('volumes', volume);
}

function persistentVolume(platform: Platform, volume: string): object {
  const hostname = { key: 'kubernetes.io/hostname', operator: 'In', values: [NODE_NAME] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: volume },
    spec: {
      capacity: { storage: `${DISK_MEBIBYTES}Mi` },
      accessModes: ['ReadWriteOnce'],
      storageClassName: STORAGE_CLASS,
      persistentVolumeReclaimPolicy: 'Retain',
      // A `local` volume and not `hostPath`: only for the former does a kubelet report usage.
      local: { path: volumeDisk(platform, volume) },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [hostname] }] } },
    },
  };
}

/** Disks that can be claimed, each with a file system that is really its size. */
export const volumes: Component = {
  name: 'volumes',
  needs: ['kube-apiserver'],
  debianPackages: ['e2fsprogs', 'mount'],
  readyWithin: 15_000,
  async start(platform) {
    for (const volume of VOLUMES) {
      await mountDisk(platform.state('volumes', `${volume}.img`), volumeDisk(platform, volume), DISK_MEBIBYTES);
    }
    await platform.applyObjects([storageClass, ...VOLUMES.map((volume) => persistentVolume(platform, volume))]);
  },
  async missing(platform) {
    const names = (await platform.kubectl(['get', 'persistentvolumes', '--output=name'])).split('\n');
    return VOLUMES.find((volume) => !names.includes(`persistentvolume/${volume}`));
  },
};
