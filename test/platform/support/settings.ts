import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const platformFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the platform lives on this machine. Every name it takes outside its folder is derived from `name`. */
export interface Settings {
  /** The one folder that holds all state; removed by `down`. */
  readonly stateFolder: string;
  /** Built programs, kept between runs, keyed by their pins. */
  readonly cacheFolder: string;
  /** The committed files beside this harness. */
  readonly sourceFolder: string;
  readonly repositoryFolder: string;
  /** Name of the network namespace and of the cgroup root. */
  readonly name: string;
  /** Etcd's `--quota-backend-bytes`. */
  readonly etcdQuotaBytes: number;
  /** Only these components, and those they need; null: all of them. */
  readonly only: readonly string[] | null;
}

/** Never that of a cgroup or namespace of anybody else's. */
function nameFor(stateFolder: string): string {
  const name = basename(stateFolder);
  return name.startsWith('vitals-') ? name : `vitals-${name}`;
}

/** Reads the few knobs from the environment: VITALS_PLATFORM_STATE, VITALS_PLATFORM_CACHE, VITALS_PLATFORM_ETCD_QUOTA, VITALS_PLATFORM_ONLY. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  // Not /run: that is a small tmpfs on many machines, and etcd, images and the database's disk live here.
  const stateFolder = resolve(environment['VITALS_PLATFORM_STATE'] ?? '/var/lib/vitals-platform');
  const caches = environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return {
    stateFolder,
    cacheFolder: resolve(environment['VITALS_PLATFORM_CACHE'] ?? join(caches, 'vitals-platform')),
    sourceFolder: platformFolder,
    repositoryFolder: resolve(platformFolder, '../..'),
    name: nameFor(stateFolder),
    etcdQuotaBytes: Number(environment['VITALS_PLATFORM_ETCD_QUOTA'] ?? 8 * 1024 ** 3),
    only: environment['VITALS_PLATFORM_ONLY']?.split(',') ?? null,
  };
}
