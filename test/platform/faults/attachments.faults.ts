import { rm, writeFile } from 'node:fs/promises';
import { CSI_DRIVER, csiDisk } from '../components/csi.component.js';
import { run } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault } from './fault.js';
import { ON_FAKE_NODE, podSpec, remove, SHOP } from './shop.js';

/** Nothing else is done to this node. */
const NODE = 'zone-b-fake-3';

interface Attachment {
  readonly spec: { readonly source: { readonly persistentVolumeName: string } };
  readonly status: {
    readonly attached: boolean;
    readonly attachError?: { readonly message: string };
    readonly detachError?: { readonly message: string };
  };
}

async function attachmentOf(platform: Platform, volume: string): Promise<Attachment | undefined> {
  const { items } = await platform.get<{ items: Attachment[] }>('volumeattachments');
  return items.find(({ spec }) => spec.source.persistentVolumeName === volume);
}

/** A pod on a fake node, and a volume of the driver for it: the controllers do the rest, and the attacher asks the driver. */
async function runWithVolume(platform: Platform, name: string): Promise<void> {
  const capacity = { storage: '1Gi' };
  const common = { accessModes: ['ReadWriteOnce'], storageClassName: '' };
  const claimRef = { namespace: SHOP, name };
  const csi = { driver: CSI_DRIVER, volumeHandle: name };
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: name } }];
  const mount = { volumeMounts: [{ name: 'data', mountPath: '/data' }] };
  const spec = { ...podSpec(name, ['sleep', 'infinity'], mount), ...ON_FAKE_NODE, volumes };
  const metadata = { name, namespace: SHOP };
  await platform.applyObjects([
    { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name }, spec: { ...common, capacity, claimRef, csi } },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata,
      spec: { ...common, volumeName: name, resources: { requests: capacity } },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec: { ...spec, nodeSelector: { 'kubernetes.io/hostname': NODE } },
    },
  ]);
}

async function removeAll(platform: Platform, name: string): Promise<void> {
  await remove(platform, `pod/${name}`, `persistentvolumeclaim/${name}`);
  await platform.kubectl(['delete', '--ignore-not-found', '--timeout=40s', `persistentvolume/${name}`]);
}

async function untilAttached(platform: Platform, name: string): Promise<void> {
  const look = async (): Promise<string | undefined> =>
    (await attachmentOf(platform, name))?.status.attached === true ? undefined : 'not attached';
  await waitUntilNothingMissing(`attachment of ${name}`, look, { within: 60_000 });
}

/** The disk is there for the taking. Once it is attached the pod goes: nobody keeps it alive on a node that is no real one. */
async function healAttachment(platform: Platform, name: string): Promise<void> {
  if ((await attachmentOf(platform, name)) === undefined) return;
  await writeFile(csiDisk(platform, name), '');
  await untilAttached(platform, name);
  await removeAll(platform, name);
}

async function failsToAttach(platform: Platform, name: string): Promise<boolean> {
  const status = (await attachmentOf(platform, name))?.status;
  return status?.attached === false && status.attachError !== undefined;
}

const LOST = 'warehouse';

const attachFailed: Fault = {
  name: 'attach-failed',
  describe:
    'a pod whose volume names a disk that is not there: the attacher reports an attachError; repaired by the disk',
  async inject(platform) {
    await removeAll(platform, LOST);
    await rm(csiDisk(platform, LOST), { force: true });
    await runWithVolume(platform, LOST);
  },
  repair: (platform) => healAttachment(platform, LOST),
  evident: (platform) => failsToAttach(platform, LOST),
};

const TAKEN = 'ledger-copy';

const attachedElsewhere: Fault = {
  name: 'attached-elsewhere',
  describe:
    'a pod whose disk another node still holds: the attacher reports an attachError; repaired by releasing it there',
  async inject(platform) {
    await removeAll(platform, TAKEN);
    await writeFile(csiDisk(platform, TAKEN), 'zone-b-fake-9');
    await runWithVolume(platform, TAKEN);
  },
  repair: (platform) => healAttachment(platform, TAKEN),
  evident: (platform) => failsToAttach(platform, TAKEN),
};

const BUSY = 'archive-disk';
const HOLDER = 'fault-disk-holder';

const detachFailed: Fault = {
  name: 'detach-failed',
  describe: 'a pod goes while its disk is busy: the attacher reports a detachError; repaired by letting go of the disk',
  async inject(platform) {
    const disk = csiDisk(platform, BUSY);
    if (platform.pid(HOLDER) !== undefined) return;
    await writeFile(disk, '');
    await runWithVolume(platform, BUSY);
    await untilAttached(platform, BUSY);
    const hold = ['flock', '--exclusive', disk, 'sleep', '86400'];
    await platform.processes.launch(HOLDER, hold, { cwd: platform.state(), env: {} });
    await waitUntilNothingMissing(HOLDER, () => isFree(disk), { within: 10_000 });
    await remove(platform, `pod/${BUSY}`);
  },
  async repair(platform) {
    await platform.processes.end(HOLDER, 2_000);
    await removeAll(platform, BUSY);
  },
  evident: async (platform) => (await attachmentOf(platform, BUSY))?.status.detachError !== undefined,
};

/** A word while nobody holds a lock on it. */
async function isFree(file: string): Promise<string | undefined> {
  return run(['flock', '--nonblock', file, 'true']).then(
    () => 'nobody holds the disk',
    () => undefined,
  );
}

export const attachmentFaults: readonly Fault[] = [attachFailed, attachedElsewhere, detachFailed];
