import { NODE_NAME } from '../components/kubelet.component.js';
import { type Platform } from '../support/platform.js';
import { type Fault } from './fault.js';
import { remove, shell, SHOP, statsOf } from './shop.js';

const LEDGER = 'ledger-0';

/** Fills the ledger's volume from inside its pod until `percent` of it is used; less than is used already empties it. */
export async function fillVolume(platform: Platform, percent: number): Promise<void> {
  const used = `set -- $(df -k /data | tail -n 1); bytes=$(( ($2 * ${percent} / 100 - ($2 - $4)) * 1024 ))`;
  await shell(platform, LEDGER, `rm -f /data/fill; ${used}; [ $bytes -le 0 ] || fallocate -l $bytes /data/fill`);
}

const volumeFull: Fault = {
  name: 'volume-full',
  describe: "the ledger's volume is filled to 99 % by its own pod; well again in place",
  inject: (platform) => fillVolume(platform, 99),
  repair: async (platform) => {
    await shell(platform, LEDGER, 'rm -f /data/fill');
  },
  async evident(platform) {
    const volume = (await statsOf(platform, LEDGER))?.volume?.find((candidate) => candidate.pvcRef !== undefined);
    return volume !== undefined && volume.availableBytes < 0.02 * volume.capacityBytes;
  },
};

const CLAIM = 'exports';
const MISSING_CLASS = 'premium';

const claimPending: Fault = {
  name: 'claim-pending',
  describe: `a claim for a storage class that is not there → Pending; repaired by offering a volume of that class`,
  async inject(platform) {
    await removeClaim(platform);
    const spec = {
      accessModes: ['ReadWriteOnce'],
      storageClassName: MISSING_CLASS,
      resources: { requests: { storage: '10Mi' } },
    };
    const metadata = { name: CLAIM, namespace: SHOP };
    await platform.applyObjects([{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec }]);
  },
  repair: (platform) => platform.applyObjects([claimedVolume(platform)]),
  async evident(platform) {
    const phase = '--output=jsonpath={.items[?(@.metadata.name=="exports")].status.phase}';
    return (await platform.kubectl(['get', 'persistentvolumeclaims', `--namespace=${SHOP}`, phase])) === 'Pending';
  },
};

async function removeClaim(platform: Platform): Promise<void> {
  await remove(platform, `persistentvolumeclaim/${CLAIM}`);
  await platform.kubectl(['delete', '--ignore-not-found', `persistentvolume/${CLAIM}`]);
}

function claimedVolume(platform: Platform): object {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: CLAIM },
    spec: {
      capacity: { storage: '10Mi' },
      accessModes: ['ReadWriteOnce'],
      storageClassName: MISSING_CLASS,
      hostPath: { path: platform.state('volumes', CLAIM), type: 'DirectoryOrCreate' },
    },
  };
}

const DETACHED = 'warehouse';
const DRIVER = 'disk.csi.platform.test';

const attachFailed: Fault = {
  name: 'attach-failed',
  describe: 'a VolumeAttachment on which its attacher has reported an attachError',
  async inject(platform) {
    const capacity = { storage: '1Gi' };
    const csi = { driver: DRIVER, volumeHandle: DETACHED };
    const volume = { capacity, csi, accessModes: ['ReadWriteOnce'], storageClassName: MISSING_CLASS };
    const attachment = { attacher: DRIVER, nodeName: NODE_NAME, source: { persistentVolumeName: DETACHED } };
    const metadata = { name: DETACHED };
    await platform.applyObjects([
      { apiVersion: 'v1', kind: 'PersistentVolume', metadata, spec: volume },
      { apiVersion: 'storage.k8s.io/v1', kind: 'VolumeAttachment', metadata, spec: attachment },
    ]);
    const attachError = { time: new Date().toISOString(), message: `rpc error: volume ${DETACHED} does not exist` };
    const patch = `--patch=${JSON.stringify({ status: { attached: false, attachError } })}`;
    const subject = ['--subresource=status', '--type=merge', `volumeattachment/${DETACHED}`];
    await platform.kubectl(['patch', ...subject, patch]);
  },
  async repair(platform) {
    for (const kind of ['volumeattachment', 'persistentvolume']) {
      await platform.kubectl(['delete', '--ignore-not-found', '--timeout=30s', `${kind}/${DETACHED}`]);
    }
  },
  async evident(platform) {
    const error = '--output=jsonpath={.items[*].status.attachError.message}';
    return (await platform.kubectl(['get', 'volumeattachments', error])) !== '';
  },
};

export const volumeFaults: readonly Fault[] = [volumeFull, claimPending, attachFailed];
