import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Attempts } from './attempts.js';
import { run } from './command.js';

/** Mount points below a folder, deepest last mounted first, so that they can be undone in this order. */
export function mountsBelow(folder: string): string[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => (line.split(' ')[4] ?? '').replaceAll('\\040', ' '))
    .filter((mountPoint) => mountPoint.startsWith(`${folder}/`))
    .reverse();
}

export async function unmountBelow(folder: string): Promise<void> {
  const attempts = new Attempts();
  for (const mountPoint of mountsBelow(folder)) {
    await attempts.make(mountPoint, () => run(['umount', '--lazy', mountPoint]));
  }
  attempts.end();
}

interface LoopDevices {
  readonly loopdevices: readonly { readonly name: string; readonly 'back-file': string | null }[];
}

/** Loop devices whose file is, or was before it was deleted, below the folder. */
export async function loopDevicesBelow(folder: string): Promise<string[]> {
  const listing = await run(['losetup', '--list', '--json', '--output', 'NAME,BACK-FILE']);
  if (listing.trim() === '') return [];
  const { loopdevices } = JSON.parse(listing) as LoopDevices;
  return loopdevices.filter((device) => device['back-file']?.startsWith(`${folder}/`)).map((device) => device.name);
}

export async function detachLoopDevicesBelow(folder: string): Promise<void> {
  const attempts = new Attempts();
  for (const device of await loopDevicesBelow(folder)) {
    await attempts.make(device, () => run(['losetup', '--detach', device]));
  }
  attempts.end();
}

/** A small disk of its own: a file with ext4 on it, loop-mounted at `mountPoint`. Nothing happens if it is mounted already. */
export async function mountDisk(file: string, mountPoint: string, mebibytes: number): Promise<void> {
  if (mountsBelow(mountPoint.slice(0, mountPoint.lastIndexOf('/'))).includes(mountPoint)) return;
  await mkdir(mountPoint, { recursive: true });
  if (!existsSync(file)) {
    await run(['truncate', `--size=${mebibytes}M`, file]);
    // No blocks reserved for root: what is shown as free can be used, and "full" is full.
    await run(['mkfs.ext4', '-q', '-m', '0', file]);
  }
  await run(['mount', '-o', 'loop', file, mountPoint]);
}
