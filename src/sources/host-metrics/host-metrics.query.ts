import { getOrMake } from '../../model/get-or-make.js';
import { type Milliseconds, SECOND } from '../../model/time.js';
import type { DatabaseConfig, VolumesConfig } from './host-metrics.config.js';
import { DATABASE_PRESETS, type PresetReading, VOLUME_PRESETS } from './presets.js';

/** One expression of a batch, and what it tells of whom. */
export interface Part {
  /** Name of the database or cluster. */
  readonly target: string;
  readonly tells: 'value' | 'takenAt';
  readonly readings: readonly string[];
}

/** Many expressions in one request. The samples of each carry its index. */
export interface Batch {
  readonly query: string;
  readonly parts: readonly Part[];
}

/** The label that tells which part of a batch a sample is of. */
export const PART_LABEL = 'vitals';

/** Rates are taken over so many scrapes: one that is lost leaves enough of them. */
const SCRAPES = 4;

interface Target {
  readonly name: string;
  readonly readings: Readonly<Record<string, PresetReading>>;
  /** Expressions in the places of placeholders. */
  readonly places: Readonly<Record<string, string>>;
}

/** Everything about databases whose metrics are of one preset. */
export function databaseBatch(databases: readonly DatabaseConfig[], scrapeInterval: Milliseconds): Batch {
  return batchOf(
    databases.map(({ database, preset, where, mountpoint, device }) => {
      const places = { ...commonPlaces(where, scrapeInterval), mountpoint: quoted(mountpoint ?? '') };
      const disk = device === null ? MOUNTED : `node_disk_io_now{device=${quoted(device)},<where>}`;
      const vector = `(max by (instance, device) (${filled(disk, places)}) * 0 + 1)`;
      return { name: database, readings: DATABASE_PRESETS[preset], places: { ...places, disk: vector } };
    }),
  );
}

/** Everything about the volumes of clusters whose metrics are of one preset. */
export function volumeBatch(volumes: readonly VolumesConfig[], scrapeInterval: Milliseconds): Batch {
  return batchOf(
    volumes.map(({ cluster, preset, where }) => {
      const places = commonPlaces(where, scrapeInterval);
      const mounts = `(max by (instance, device, volume) (${filled(MOUNTS, places)}) * 0 + 1)`;
      return { name: cluster, readings: VOLUME_PRESETS[preset].readings, places: { ...places, mounts } };
    }),
  );
}

/** Metrics of file systems name a device by its path, those of disks by its name. */
const byDeviceName = (selector: string): string => `label_replace(${selector}, "device", "$1", "device", "/dev/(.+)")`;

const MOUNTED = byDeviceName('node_filesystem_size_bytes{mountpoint=<mountpoint>,<where>}');

/** Where a kubelet mounts a volume, whichever folder is its own: `…/kubernetes.io~csi/<volume>/mount`. */
const MOUNT_POINT = '.*/kubernetes[.]io~(csi|local-volume)/([^/]+)(/mount)?';

const MOUNTS = `label_replace(${byDeviceName(
  `node_filesystem_size_bytes{mountpoint=~"${MOUNT_POINT}",<where>}`,
)}, "volume", "$2", "mountpoint", "${MOUNT_POINT}")`;

function commonPlaces(where: Readonly<Record<string, string>>, scrapeInterval: Milliseconds): Record<string, string> {
  return {
    where: Object.entries(where)
      .map(([label, value]) => `${label}=${quoted(value)}`)
      .join(','),
    window: `${Math.ceil((SCRAPES * scrapeInterval) / SECOND)}s`,
  };
}

function batchOf(targets: readonly Target[]): Batch {
  const parts: Part[] = [];
  const expressions: string[] = [];
  const add = (part: Part, expression: string): void => {
    expressions.push(`label_replace(${expression}, "${PART_LABEL}", "${parts.length}", "", "")`);
    parts.push(part);
  };
  for (const { name: target, readings, places } of targets) {
    const byAge = new Map<string, string[]>();
    for (const [reading, { value, takenAt }] of Object.entries(readings)) {
      add({ target, tells: 'value', readings: [reading] }, filled(value, places));
      getOrMake(byAge, takenAt, () => []).push(reading);
    }
    for (const [takenAt, names] of byAge) add({ target, tells: 'takenAt', readings: names }, filled(takenAt, places));
  }
  return { query: expressions.join(' or '), parts };
}

function filled(expression: string, places: Readonly<Record<string, string>>): string {
  return expression.replace(/<([a-z]+)>/g, (_, place: string) => places[place] ?? '');
}

/** Strings of PromQL are escaped as those of JSON are. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
