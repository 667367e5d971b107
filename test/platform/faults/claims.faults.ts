import { type Platform } from '../support/platform.js';
import { type Fault } from './fault.js';
import { remove, SHOP } from './shop.js';

/** A volume and the claim that it is bound to; nothing mounts them, and no storage class has a part in it. */
async function bind(platform: Platform, name: string, changes: object = {}): Promise<void> {
  const capacity = { storage: '10Mi' };
  const common = { accessModes: ['ReadWriteOnce'], storageClassName: '' };
  const hostPath = { path: platform.state('volumes', name), type: 'DirectoryOrCreate' };
  const volume = { ...common, capacity, claimRef: { namespace: SHOP, name }, hostPath, ...changes };
  const claim = { ...common, volumeName: name, resources: { requests: capacity } };
  await platform.applyObjects([
    { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name }, spec: volume },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, namespace: SHOP }, spec: claim },
  ]);
  const bound = ['--for=jsonpath={.status.phase}=Bound', '--timeout=30s'];
  await platform.kubectl(['wait', `--namespace=${SHOP}`, ...bound, `persistentvolumeclaim/${name}`]);
}

async function unbind(platform: Platform, name: string): Promise<void> {
  await remove(platform, `persistentvolumeclaim/${name}`);
  await platform.kubectl(['delete', '--ignore-not-found', '--timeout=40s', `persistentvolume/${name}`]);
}

/** One field of a volume or claim; nothing where it is not there. */
async function field(platform: Platform, kind: string, name: string, path: string): Promise<string> {
  const output = `--output=jsonpath={${path}}`;
  return platform.kubectl(['get', `--namespace=${SHOP}`, '--ignore-not-found', `${kind}/${name}`, output]);
}

const REMOTE = 'mirror';
/** No node was ever there. */
const ELSEWHERE = { key: 'topology.kubernetes.io/zone', operator: 'In', values: ['zone-d'] };

const zoneConflict: Fault = {
  name: 'volume-zone-conflict',
  describe: 'a claim is bound to a volume of a zone without nodes',
  inject: (platform) =>
    bind(platform, REMOTE, {
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [ELSEWHERE] }] } },
    }),
  repair: (platform) => unbind(platform, REMOTE),
  evident: async (platform) => (await field(platform, 'persistentvolume', REMOTE, '.status.phase')) === 'Bound',
};

const KEPT = 'invoices';

const reclaimFailed: Fault = {
  name: 'volume-reclaim-failed',
  describe: 'the claim of a volume goes that is to be deleted with it and that nobody can delete → Failed',
  async inject(platform) {
    // Only volumes below /tmp are deleted by the deleter of such volumes.
    await bind(platform, KEPT, { persistentVolumeReclaimPolicy: 'Delete' });
    await remove(platform, `persistentvolumeclaim/${KEPT}`);
  },
  repair: (platform) => unbind(platform, KEPT),
  evident: async (platform) => (await field(platform, 'persistentvolume', KEPT, '.status.phase')) === 'Failed',
};

const HELD = 'photos';

const stuckTerminating: Fault = {
  name: 'volume-stuck-terminating',
  describe: 'a volume is deleted that a claim is bound to → Terminating; repaired by deleting the claim',
  async inject(platform) {
    await bind(platform, HELD);
    await platform.kubectl(['delete', '--wait=false', `persistentvolume/${HELD}`]);
  },
  repair: (platform) => unbind(platform, HELD),
  evident: async (platform) => (await field(platform, 'persistentvolume', HELD, '.metadata.deletionTimestamp')) !== '',
};

const LOST = 'drafts';

const claimLost: Fault = {
  name: 'claim-lost',
  describe: 'somebody takes the protection away from a volume that is in use, and deletes it → its claim is Lost',
  async inject(platform) {
    await bind(platform, LOST);
    const patch = '--patch={"metadata":{"finalizers":null}}';
    await platform.kubectl(['delete', '--wait=false', `persistentvolume/${LOST}`]);
    await platform.kubectl(['patch', `persistentvolume/${LOST}`, patch]);
  },
  repair: (platform) => unbind(platform, LOST),
  evident: async (platform) => (await field(platform, 'persistentvolumeclaim', LOST, '.status.phase')) === 'Lost',
};

export const claimFaults: readonly Fault[] = [zoneConflict, reclaimFailed, stuckTerminating, claimLost];
