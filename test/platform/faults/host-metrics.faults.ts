import { rm, writeFile } from 'node:fs/promises';
import { EBS_VOLUME, heldBackFile } from '../components/ebs-exporter.component.js';
import { databaseDisk } from '../components/postgresql.component.js';
import { askPrometheus } from '../components/prometheus.component.js';
import { volumeDisk } from '../components/volumes.component.js';
import { type Platform } from '../support/platform.js';
import { type Fault } from './fault.js';

/** Share of the time in which the disk mounted at a folder is busy, as its monitoring says. */
async function busyShare(platform: Platform, folder: string): Promise<number> {
  const device = 'label_replace(node_filesystem_size_bytes{mountpoint="$"}, "device", "$1", "device", "/dev/(.+)")';
  const disk = `max by (device) (${device.replace('$"', `${folder}"`)} * 0 + 1)`;
  const busy = 'max by (device) (rate(node_disk_io_time_seconds_total[20s]))';
  return (await askPrometheus(platform, `${disk} * on (device) ${busy}`)) ?? NaN;
}

const WRITERS = 8;
/** Of the file that each of them overwrites. */
const BYTES = '1M';

/** Overwrite files past the page cache, again and again, until they are ended. */
async function openWriters(platform: Platform, name: string, folder: string): Promise<void> {
  if (platform.pid(name) !== undefined) return;
  const shred = `shred --iterations=1000000 --size=${BYTES} --random-source=/dev/zero "$0/fault-io-$n"`;
  const script = `for n in $(seq ${WRITERS}); do : > "$0/fault-io-$n"; ${shred} & done; wait`;
  await platform.processes.launch(name, ['sh', '-c', script, folder], { cwd: platform.state(), env: {} });
}

async function closeWriters(platform: Platform, name: string, folder: string): Promise<void> {
  await platform.processes.end(name, 2_000);
  for (let n = 1; n <= WRITERS; n += 1) await rm(`${folder}/fault-io-${n}`, { force: true });
}

/** Writers on a disk, until its monitoring says that it does nothing else. */
function busyDisk(name: string, describe: string, folderOf: (platform: Platform) => string): Fault {
  return {
    name,
    describe: `${describe}: ${WRITERS} writers past the page cache`,
    inject: (platform) => openWriters(platform, `fault-${name}`, folderOf(platform)),
    repair: (platform) => closeWriters(platform, `fault-${name}`, folderOf(platform)),
    evident: async (platform) => (await busyShare(platform, folderOf(platform))) > 0.8,
  };
}

const heldBack: Fault = {
  name: 'ebs-held-back',
  describe: 'more is asked of the disk of a volume than it may do, as the documented metrics of its driver say it',
  inject: (platform) => writeFile(heldBackFile(platform), ''),
  repair: (platform) => rm(heldBackFile(platform), { force: true }),
  async evident(platform) {
    const ops = ['read', 'write'].map(
      (way) => `rate(aws_ebs_csi_${way}_ops_total{volume_id="${EBS_VOLUME.handle}"}[20s])`,
    );
    return ((await askPrometheus(platform, ops.join(' + '))) ?? 0) >= 2_700;
  },
};

/** What only the machines and disks under the systems show. */
export const hostMetricsFaults: readonly Fault[] = [
  busyDisk('postgres-io', 'the disk of PostgreSQL is busy', databaseDisk),
  busyDisk('volume-io', "the ledger's volume is busy", (platform) => volumeDisk(platform, 'disk-1')),
  heldBack,
];
