import { daemon } from '../support/daemon.js';
import { type Component, type Platform } from '../support/platform.js';
import { missingAt } from '../support/probe.js';
import { scriptCommand } from '../support/script.js';
import { addScrapeTarget } from './prometheus.component.js';

const HOST = '127.0.0.1';
/** That of the node service of the driver. */
const PORT = 3302;

export const EBS_STORAGE_CLASS = 'gp3';
export const EBS_VOLUME = { name: 'archive', handle: 'vol-0123456789abcdef0' } as const;

/** As long as it is there, more is asked of the disk than it may do. */
export function heldBackFile(platform: Platform): string {
  return platform.state('ebs-exporter', 'held-back');
}

/** The one thing here that is no real system: it serves the documented metrics of a disk that only AWS has. */
export const ebsExporter = daemon({
  name: 'ebs-exporter',
  needs: ['namespace'],
  debianPackages: ['curl'],
  prepare: (platform) => addScrapeTarget(platform, 'ebs-csi', `${HOST}:${PORT}`),
  command: (platform) =>
    scriptCommand(
      platform.source('components', 'ebs-exporter.main.ts'),
      HOST,
      String(PORT),
      EBS_VOLUME.handle,
      heldBackFile(platform),
    ),
  missing: (platform) => missingAt(platform, `http://${HOST}:${PORT}/metrics`),
});

const volume = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: EBS_VOLUME.name },
  spec: {
    capacity: { storage: '100Gi' },
    accessModes: ['ReadWriteOnce'],
    storageClassName: EBS_STORAGE_CLASS,
    persistentVolumeReclaimPolicy: 'Retain',
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: EBS_VOLUME.handle },
  },
};

/** A volume on that disk, which nobody mounts. */
export const ebsVolume: Component = {
  name: 'ebs-volume',
  needs: ['kube-apiserver', 'ebs-exporter'],
  readyWithin: 15_000,
  start: (platform) => platform.applyObjects([volume]),
  async missing(platform) {
    const names = (await platform.kubectl(['get', 'persistentvolumes', '--output=name'])).split('\n');
    return names.includes(`persistentvolume/${EBS_VOLUME.name}`) ? undefined : 'no volume';
  },
};
