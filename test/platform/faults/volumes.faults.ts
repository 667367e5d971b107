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
    const volume = await ledgerVolume(platform);
    return volume !== undefined && volume.availableBytes < 0.02 * volume.capacityBytes;
  },
};

/** As the kubelet last measured it. */
async function ledgerVolume(platform: Platform) {
  return (await statsOf(platform, LEDGER))?.volume?.find((candidate) => candidate.pvcRef !== undefined);
}

/** Of the 16,384 that a file system of that size has. */
const MANY = 15_900;

const inodesLow: Fault = {
  name: 'volume-inodes-low',
  describe: `the ledger's volume holds ${MANY} empty files; well again in place`,
  inject: async (platform) => {
    const script = `mkdir -p /data/many && cd /data/many && seq 1 ${MANY} | xargs touch`;
    await shell(platform, LEDGER, script);
  },
  repair: async (platform) => {
    await shell(platform, LEDGER, 'rm -rf /data/many');
  },
  async evident(platform) {
    const volume = await ledgerVolume(platform);
    return volume !== undefined && volume.inodesFree < 0.1 * volume.inodes;
  },
};

const MEBIBYTE = 1024 ** 2;

const filling: Fault = {
  name: 'volume-filling',
  describe: "the ledger's volume gains 0.2 MiB a second and would be full within five minutes; well again in place",
  async inject(platform) {
    const grow = 'while [ -e /data/growing ]; do dd if=/dev/zero bs=100k count=1 >> /data/growth; sleep 0.5; done';
    const begin = `touch /data/growing; (${grow}) </dev/null >/dev/null 2>&1 &`;
    await shell(platform, LEDGER, `[ -e /data/growing ] || { ${begin} }`);
  },
  repair: async (platform) => {
    await shell(platform, LEDGER, 'rm -f /data/growing; sleep 1; rm -f /data/growth');
  },
  evident: async (platform) => ((await ledgerVolume(platform))?.usedBytes ?? 0) > 5 * MEBIBYTE,
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

export const volumeFaults: readonly Fault[] = [volumeFull, inodesLow, filling, claimPending];
