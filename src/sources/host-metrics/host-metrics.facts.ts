import type { Observation } from '../../model/facts.js';
import type { DatabaseHost, VolumeDevice } from '../../model/host.js';
import { resourceId } from '../../model/ids.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import { type Instant, type Milliseconds, after } from '../../model/time.js';
import { volumeDeviceId } from '../volume-device.js';
import type { Answer, Answers } from './host-metrics.answers.js';
import type { DatabaseConfig, HostMetricsConfig, VolumesConfig } from './host-metrics.config.js';
import { DATABASE_PRESETS, type DatabaseReading, VOLUME_PRESETS, type VolumeReading } from './presets.js';

/** Of the machine under a database, before anything is known of it. */
export const DATABASE_READINGS: { readonly [R in DatabaseReading]: null } = {
  diskBytes: null,
  diskFreeBytes: null,
  iops: null,
  provisionedIops: null,
  burstBalance: null,
  ioBalance: null,
  byteBalance: null,
  queueDepth: null,
  deviceBusy: null,
  cpu: null,
  cpuCredits: null,
};

/** Of the disk behind a volume, likewise. */
export const VOLUME_READINGS: { readonly [R in VolumeReading]: null } = {
  iops: null,
  bytesPerSecond: null,
  busy: null,
  awaitMilliseconds: null,
  exceededIopsSeconds: null,
  exceededThroughputSeconds: null,
  instanceExceededIopsSeconds: null,
  instanceExceededThroughputSeconds: null,
};

/** Beyond what the exporters' own rhythm allows: one look that failed, and one that took its time. */
export function freshFor({ scrapeInterval, interval, deadline }: HostMetricsConfig): Milliseconds {
  return 2 * scrapeInterval + 2 * interval + deadline;
}

/** What is known of the machine under a database. Seen when the oldest of its values was taken. */
export function hostRecord(
  config: DatabaseConfig,
  answers: Answers | undefined,
  fresh: Milliseconds,
  now: Instant,
): Observation {
  const { database, preset, provisionedIops } = config;
  const id = resourceId(ResourceKind.DATABASE, database, database);
  const readings = DATABASE_PRESETS[preset];
  const { values, unavailable, age } = readingsOf(DATABASE_READINGS, readings, answers);
  const observedAt = ago(age, now);
  // What is configured need not be told.
  const isWanted = ([name]: readonly [string, string]): boolean =>
    provisionedIops === null || name !== 'provisionedIops';
  const facts: DatabaseHost = {
    ...values,
    provisionedIops: provisionedIops ?? values.provisionedIops,
    preset,
    observedAt,
    unavailable: Object.fromEntries(Object.entries(unavailable).filter(isWanted)),
    freshFor: fresh,
  };
  return { id, kind: ResourceKind.DATABASE, aspect: 'host', facts, observedAt };
}

/** What is known of the disk behind a volume. */
export function deviceRecord(
  { cluster, preset, provisioned }: VolumesConfig,
  name: string,
  answers: Answers,
  fresh: Milliseconds,
  now: Instant,
): Observation {
  const { calledBy, readings } = VOLUME_PRESETS[preset];
  const { values, unavailable, age } = readingsOf(VOLUME_READINGS, readings, answers);
  const id = volumeDeviceId(cluster, calledBy, name);
  const kind = SupportKind.VOLUME_DEVICE;
  const observedAt = ago(age, now);
  const facts: VolumeDevice = {
    ...values,
    id,
    kind,
    name,
    system: cluster,
    namespace: null,
    preset,
    observedAt,
    provisioned,
    unavailable,
    freshFor: fresh,
  };
  return { id, kind, aspect: 'main', facts, observedAt };
}

function ago(age: Milliseconds | null, now: Instant): Instant | null {
  return age === null ? null : after(now, -Math.round(age));
}

interface Readings<R extends string> {
  readonly values: { readonly [N in R]: number | null };
  readonly unavailable: Readonly<Record<string, string>>;
  /** Of the oldest value; null: there is none. */
  readonly age: Milliseconds | null;
}

const MISSING: Answer = { value: null, unavailable: 'probe failed', age: null };

function readingsOf<R extends string>(
  names: { readonly [N in R]: null },
  preset: { readonly [N in R]?: unknown },
  answers: Answers | undefined,
): Readings<R> {
  const values: Record<string, number | null> = { ...names };
  const unavailable: Record<string, string> = {};
  let oldest: Milliseconds | null = null;
  for (const name of Object.keys(names) as R[]) {
    const answer = answers?.get(name) ?? MISSING;
    if (preset[name] === undefined) unavailable[name] = 'unsupported';
    else if (answer.value === null) unavailable[name] = answer.unavailable ?? 'probe failed';
    else {
      values[name] = answer.value;
      oldest = Math.max(oldest ?? 0, answer.age ?? 0);
    }
  }
  return { values: values as Readings<R>['values'], unavailable, age: oldest };
}
