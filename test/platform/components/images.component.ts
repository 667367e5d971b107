import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandOptions, run } from '../support/command.js';
import { type Component, type Platform } from '../support/platform.js';

export const BUSYBOX_IMAGE = 'platform.test/busybox:1';
export const PAUSE_IMAGE = 'platform.test/pause:1';
const BUSYBOX = '/bin/busybox';

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Asks containerd about what the containers of the platform are made of. */
export function ctr(platform: Platform, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const socket = platform.state('containerd', 'containerd.sock');
  return run(['ctr', '--address', socket, '--namespace', 'k8s.io', ...args], options);
}

/** Makes an image of one layer from a folder and hands it to containerd: no registry is in reach. */
export async function importImage(
  platform: Platform,
  image: string,
  rootFolder: string,
  command: readonly string[],
): Promise<void> {
  const work = `${rootFolder}.image`;
  await mkdir(work, { recursive: true });
  await run(['tar', '--create', '--file', join(work, 'layer.tar'), '--directory', rootFolder, '.']);
  const configuration = JSON.stringify({
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    config: { Cmd: command, Env: ['PATH=/bin'] },
    rootfs: { type: 'layers', diff_ids: [`sha256:${await sha256Of(join(work, 'layer.tar'))}`] },
  });
  await writeFile(join(work, 'config.json'), configuration);
  const manifest = [{ Config: 'config.json', RepoTags: [image], Layers: ['layer.tar'] }];
  await writeFile(join(work, 'manifest.json'), JSON.stringify(manifest));
  const archive = `${rootFolder}.tar`;
  await run(['tar', '--create', '--file', archive, '--directory', work, 'manifest.json', 'config.json', 'layer.tar']);
  await ctr(platform, ['images', 'import', archive]);
  await rm(work, { recursive: true });
  await rm(archive);
}

async function busyboxRoot(folder: string): Promise<void> {
  for (const name of ['bin', 'tmp', 'etc']) await mkdir(join(folder, name), { recursive: true });
  await copyFile(BUSYBOX, join(folder, 'bin', 'busybox'));
  const applets = (await run([BUSYBOX, '--list'])).trim().split('\n');
  for (const applet of applets) if (applet !== 'busybox') await symlink('busybox', join(folder, 'bin', applet));
}

/** What pods run: a shell with the usual tools, and the pause container. */
export const images: Component = {
  name: 'images',
  needs: ['containerd'],
  debianPackages: ['busybox-static'],
  readyWithin: 30_000,
  async start(platform) {
    const folder = platform.state('images', 'busybox');
    await rm(folder, { recursive: true, force: true });
    await busyboxRoot(folder);
    await importImage(platform, BUSYBOX_IMAGE, folder, ['sh']);
    await importImage(platform, PAUSE_IMAGE, folder, ['/bin/sleep', 'infinity']);
  },
  async missing(platform) {
    const known = (await ctr(platform, ['images', 'list', '--quiet'])).split('\n');
    return [BUSYBOX_IMAGE, PAUSE_IMAGE].find((image) => !known.includes(image));
  },
};
