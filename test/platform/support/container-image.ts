import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ctr } from '../components/images.component.js';
import { run } from './command.js';
import { UNFINISHED } from './go-programs.js';
import { type Platform } from './platform.js';
import { README, VITALS_IMAGE } from './readme-deployment.js';

const BASE = 'localhost/vitals-base:1';
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';
const MINUTE = 60_000;

/** What is known of the image that the committed Dockerfile makes. */
export interface ContainerImage {
  /** Bytes of each of its layers, compressed, the base's first. */
  readonly layerSizes: readonly number[];
  /** How it is run, unless told otherwise. */
  readonly configuration: { readonly User?: string; readonly Entrypoint?: readonly string[] };
}

/**
 * Builds the image of the committed Dockerfile as the README says it, on a base of this machine's own Node since no registry of images
 * is in reach, and leaves it in the state folder. Where the registry of packages is: not within the platform's namespace.
 */
export async function buildImage(platform: Platform): Promise<void> {
  const storage = platform.state('images', 'buildah');
  const folders = ['--root', join(storage, 'root'), '--runroot', join(storage, 'run')];
  const env = { BUILDAH_ISOLATION: 'chroot', STORAGE_DRIVER: 'vfs', TMPDIR: platform.state('images') };
  const buildah = (args: readonly string[], timeout = MINUTE): Promise<string> =>
    run(['buildah', ...folders, ...args], { env, timeout });
  await rm(storage, { recursive: true, force: true });
  await makeBase(platform, buildah);
  const { repositoryFolder } = platform.settings;
  await rm(archiveOf(platform), { force: true });
  const PATH = `${await makeDocker(platform, folders)}:${process.env['PATH'] ?? ''}`;
  await run(['sh', '-c', README.build], { env: { ...env, PATH }, cwd: repositoryFolder, timeout: 15 * MINUTE });
  const layers = platform.state('images', 'vitals-layers');
  await buildah(['push', '--compression-format', 'gzip', VITALS_IMAGE, `dir:${layers}`], 5 * MINUTE);
  const manifest = JSON.parse(await readFile(join(layers, 'manifest.json'), 'utf8')) as Manifest;
  // The folder calls each file by its digest.
  const blob = await readFile(join(layers, manifest.config.digest.replace('sha256:', '')), 'utf8');
  const image: ContainerImage = {
    layerSizes: manifest.layers.map(({ size }) => size),
    configuration: (JSON.parse(blob) as { readonly config: ContainerImage['configuration'] }).config,
  };
  await writeFile(descriptionOf(platform), JSON.stringify(image));
  for (const folder of [layers, storage]) await rm(folder, { recursive: true });
}

export async function builtImage(platform: Platform): Promise<ContainerImage> {
  return JSON.parse(await readFile(descriptionOf(platform), 'utf8')) as ContainerImage;
}

/** Hands the image to the containers of the platform. */
export async function deliverImage(platform: Platform): Promise<void> {
  await ctr(platform, ['images', 'import', archiveOf(platform)], { timeout: 2 * MINUTE });
}

interface Manifest {
  readonly config: { readonly digest: string };
  readonly layers: readonly { readonly size: number }[];
}

function archiveOf(platform: Platform): string {
  return platform.state('images', 'vitals.tar');
}

function descriptionOf(platform: Platform): string {
  return platform.state('images', 'vitals.json');
}

/** Docker as far as the README needs it: buildah, which takes the same arguments. What is pushed is a file. Returns its folder. */
async function makeDocker(platform: Platform, folders: readonly string[]): Promise<string> {
  const folder = platform.state('images', 'bin');
  const buildah = ['exec', 'buildah', ...folders].join(' ');
  const script = `#!/bin/sh -eu
verb=$1
shift
case $verb in
  build) ${buildah} build --build-arg BASE=${BASE} "$@" ;;
  push) ${buildah} push "$@" "docker-archive:${archiveOf(platform)}:$1" ;;
  *) exit 64 ;;
esac
`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'docker'), script);
  await chmod(join(folder, 'docker'), 0o755);
  return folder;
}

type Buildah = (args: readonly string[], timeout?: number) => Promise<string>;

async function makeBase(platform: Platform, buildah: Buildah): Promise<void> {
  const root = await debianWithNode(platform.settings.cacheFolder);
  const container = (await buildah(['from', 'scratch'])).trim();
  await buildah(['add', '--quiet', container, root, '/'], 5 * MINUTE);
  await buildah(['config', '--env', `NODE_EXTRA_CA_CERTS=${CERTIFICATES}`, container]);
  await buildah(['commit', '--quiet', '--rm', container, BASE], 5 * MINUTE);
}

/** Debian's smallest, with the Node and npm that run this; made once, and kept. */
async function debianWithNode(cacheFolder: string): Promise<string> {
  const folder = join(cacheFolder, `debian-node-${process.version}`);
  if (existsSync(folder)) return folder;
  const unfinished = await mkdtemp(join(cacheFolder, `debian-node${UNFINISHED}`));
  await run(['debootstrap', '--variant=minbase', 'bookworm', unfinished], { timeout: 5 * MINUTE });
  for (const left of ['var/cache/apt', 'var/lib/apt/lists', 'usr/share/doc', 'usr/share/locale'])
    await rm(join(unfinished, left), { recursive: true, force: true });
  const local = join(unfinished, 'usr', 'local');
  await cp(process.execPath, join(local, 'bin', 'node'));
  const npm = join(dirname(dirname(process.execPath)), 'lib', 'node_modules', 'npm');
  await cp(npm, join(local, 'lib', 'node_modules', 'npm'), { recursive: true });
  for (const program of ['npm', 'npx'])
    await run(['ln', '-s', `../lib/node_modules/npm/bin/${program}-cli.js`, join(local, 'bin', program)]);
  // Authorities that only this machine knows, behind which the registry of packages may be.
  await mkdir(dirname(join(unfinished, CERTIFICATES)), { recursive: true });
  await cp(CERTIFICATES, join(unfinished, CERTIFICATES));
  await rename(unfinished, folder);
  return folder;
}
