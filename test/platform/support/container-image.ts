import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CommandOptions, run } from './command.js';
import { UNFINISHED } from './go-programs.js';
import { type Platform } from './platform.js';

const BASE = 'localhost/vitals-base:1';
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';
const MINUTE = 60_000;

/** An image that the committed Dockerfile makes. */
export class ContainerImage {
  private constructor(
    private readonly platform: Platform,
    readonly name: string,
  ) {}

  /** Builds it on a base of this machine's own Node, since no registry of images is in reach. */
  static async build(platform: Platform, name: string): Promise<ContainerImage> {
    const image = new ContainerImage(platform, name);
    await image.makeBase();
    const { repositoryFolder } = platform.settings;
    await image.buildah(['build', '--build-arg', `BASE=${BASE}`, '--tag', name, repositoryFolder], 10 * MINUTE);
    return image;
  }

  /** Bytes of each of its layers, compressed, the base's first. */
  async layerSizes(): Promise<readonly number[]> {
    const folder = this.platform.state('images', 'vitals-layers');
    await rm(folder, { recursive: true, force: true });
    await this.buildah(['push', '--compression-format', 'gzip', this.name, `dir:${folder}`], 5 * MINUTE);
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    return manifest.layers.map(({ size }) => size);
  }

  /** How it is run, unless told otherwise. */
  async configuration(): Promise<ImageConfiguration> {
    const described = await this.buildah([
      'inspect',
      '--type',
      'image',
      '--format',
      '{{json .OCIv1.Config}}',
      this.name,
    ]);
    return JSON.parse(described) as ImageConfiguration;
  }

  /** Hands it to the containers of the platform. */
  async deliver(): Promise<void> {
    const archive = this.platform.state('images', 'vitals.tar');
    await rm(archive, { force: true });
    await this.buildah(['push', this.name, `docker-archive:${archive}:${this.name}`], 5 * MINUTE);
    const socket = this.platform.state('containerd', 'containerd.sock');
    await run(['ctr', '--address', socket, '--namespace', 'k8s.io', 'images', 'import', archive], {
      timeout: 2 * MINUTE,
    });
    await rm(archive);
  }

  /** Everything that buildah keeps of it. */
  async remove(): Promise<void> {
    await this.buildah(['rmi', '--force', this.name, BASE]);
    await rm(this.storage, { recursive: true, force: true });
  }

  private get storage(): string {
    return this.platform.state('images', 'buildah');
  }

  private buildah(args: readonly string[], timeout = MINUTE): Promise<string> {
    const folders = ['--root', join(this.storage, 'root'), '--runroot', join(this.storage, 'run')];
    const env = { BUILDAH_ISOLATION: 'chroot', STORAGE_DRIVER: 'vfs', TMPDIR: this.platform.state('images') };
    return run(['buildah', ...folders, ...args], { env, timeout } satisfies CommandOptions);
  }

  private async makeBase(): Promise<void> {
    const root = await debianWithNode(this.platform.settings.cacheFolder);
    const container = (await this.buildah(['from', 'scratch'])).trim();
    await this.buildah(['add', '--quiet', container, root, '/'], 5 * MINUTE);
    await this.buildah(['config', '--env', `NODE_EXTRA_CA_CERTS=${CERTIFICATES}`, container]);
    await this.buildah(['commit', '--quiet', '--rm', container, BASE], 5 * MINUTE);
  }
}

interface Manifest {
  readonly layers: readonly { readonly size: number }[];
}

interface ImageConfiguration {
  readonly User?: string;
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
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
