import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import type { VolumeDevice } from '../../../model/host.js';
import { ResourceKind, SupportKind } from '../../../model/kinds.js';
import {
  type Candidate,
  type Measurement,
  NUMERIC_CLEAR,
  type Rule,
  type Standing,
  defineRule,
} from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, after } from '../../../model/time.js';
import { type SeenVolume, claimOf } from '../../../model/volume-claim.js';
import { wholePercent } from '../../amounts.js';
import { type Fresh, freshly } from '../../freshness.js';
import { isDeviceSilentOf } from '../../volume-device.js';

/**
 * The container that waits most, of all pods that mount the volume, and when the newest of them was seen.
 * @param isLastEnough while a kubelet is lost, what it said last counts
 */
function worstPressure(volume: SeenVolume, isLastEnough = false) {
  const pods = claimOf(volume)?.from('claim', ResourceKind.POD) ?? [];
  const waits = pods.flatMap((pod) => {
    const { facts, observedAt = null } = pod.aspect('usage') ?? {};
    const last = isLastEnough ? facts?.last : undefined;
    const usages = last ?? facts?.containers ?? [];
    return usages.flatMap(({ name, ioPressure60: share }) =>
      share === null ? [] : [{ pod: pod.main.name, name, share, observedAt, isLast: last !== undefined }],
    );
  });
  const [worst] = waits.sort((a, b) => b.share - a.share);
  if (worst === undefined) return undefined;
  // Another container that takes the lead with a number of the same moment is no second sample.
  return { ...worst, observedAt: Math.max(...waits.map(({ observedAt }) => observedAt ?? 0)) as Instant };
}

const LIMIT = {
  /** Share of a minute in which a container waits (PSI). */
  warnAt: 0.2,
  samples: 2,
  /** Share of the time in which the disk is busy, while requests take longer than so many milliseconds. */
  busyAbove: 0.8,
  awaitAbove: 20,
  for: 5 * MINUTE,
  /** Milliseconds that are too long however little is done. */
  slowAbove: 100,
  slowFor: 2 * MINUTE,
} as const;

type PressureLimit = { readonly [P in keyof typeof LIMIT]: number };

const BUSY = 'busy disk';
const SLOW = 'slow disk';

/** By what they are found; of what containers wait for, the last word of their kubelets counts. */
const FACTS = { [BUSY]: ['busy', 'awaitMilliseconds'], [SLOW]: ['awaitMilliseconds'] } as const;

const FINDING = {
  reason: FindingReason.VOLUME_IO_PRESSURE,
  severity: Severity.WARNING,
  advice: 'Look at what reads and writes there; give the volume more IOPS if they are used up.',
  evidence: Evidence.INFERRED,
  clearAfter: NUMERIC_CLEAR,
} as const;

const pressure = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_IO_PRESSURE,
  title: 'I/O pressure',
  description:
    'The disk behind it is busy 80 % of the time and takes more than 20 ms for a request for five minutes, or more than 100 ms ' +
    'for two (awesome-prometheus-alerts); or some task of a container that mounts it waited for I/O a fifth of a minute (PSI), ' +
    'over two samples (KEP-4205). It may have been the I/O of others on the same disk, or on another one. ' +
    'While nobody measures a disk, what was found by it stands, as stale.',
  unit: Unit.RATIO,
  evidence: Evidence.INFERRED,
  limits: { VOLUME_IO_PRESSURE: LIMIT },
  howToEnable:
    'Configure `host-metrics` with a Prometheus that scrapes the node_exporters; or run kubelets with the feature KubeletPSI on ' +
    'kernels with pressure stall information.',
  judge: (volume, { VOLUME_IO_PRESSURE: limit }, now) => {
    const disks = disksOf(volume, now);
    const { waits, isStale } = byPods(volume, limit);
    const findings = [...waits, ...disks.flatMap((disk) => byDisk(disk, limit))];
    const cannotTell = ({ subject = null }: Standing): boolean =>
      subject !== null && isDeviceSilentOf(volume, FACTS[subject === BUSY ? BUSY : SLOW], now);
    if (findings.length === 0 && disks.length === 0) return { cannotTell };
    // A pod that goes tells its claim, and no kubelet tells of that claim any more; nor does a disk say that it is silent.
    const reconsiderAt = Math.min(after(now, MINUTE), ...disks.map(({ staleAt }) => staleAt)) as Instant;
    return { findings, isStale, reconsiderAt, cannotTell };
  },
  measure: (volume, { VOLUME_IO_PRESSURE: limit }, now) => {
    const worst = worstPressure(volume);
    const disks = disksOf(volume, now).flatMap((disk) => diskReadings(disk, limit));
    if (worst === undefined && disks.length > 0) return disks;
    const { share: value = null, observedAt = null } = worst ?? {};
    return [{ value, unavailable: 'unsupported', observedAt, against: { holdFor: null } }, ...disks];
  },
});

type Disk = Fresh<VolumeDevice>;

function disksOf(volume: SeenVolume, now: Instant): readonly Disk[] {
  return volume
    .all('device', SupportKind.VOLUME_DEVICE)
    .map((device) => freshly(device.aspect('main'), now))
    .filter((disk) => disk !== null);
}

interface ByPods {
  readonly waits: readonly Candidate[];
  /** It is by what a kubelet said before it was lost. */
  readonly isStale: boolean;
}

function byPods(volume: SeenVolume, { warnAt, samples }: PressureLimit): ByPods {
  const worst = worstPressure(volume, true);
  if (worst === undefined || worst.share <= warnAt) return { waits: [], isStale: false };
  const { name, pod, share, observedAt, isLast } = worst;
  const message = `Container ${name} of pod ${pod}, which mounts it, waits for I/O ${wholePercent(share)} of the time.`;
  return { waits: [{ ...FINDING, message, samples, observedAt }], isStale: isLast };
}

/** Two conditions, each of which lasts for itself. */
function byDisk({ facts, observedAt }: Disk, limit: PressureLimit): readonly Candidate[] {
  const { busy, awaitMilliseconds: wait } = facts;
  if (wait === null) return [];
  const takes = `takes ${Math.round(wait)} ms for a request`;
  const sampled = { ...FINDING, samples: limit.samples, observedAt };
  const isBusy = busy !== null && busy > limit.busyAbove && wait > limit.awaitAbove;
  return [
    ...(isBusy
      ? [{ ...sampled, subject: BUSY, holdFor: limit.for, message: `Its disk is busy ${wholePercent(busy)} of the time and ${takes}.` }] // prettier-ignore
      : []),
    ...(wait > limit.slowAbove
      ? [{ ...sampled, subject: SLOW, holdFor: limit.slowFor, message: `Its disk ${takes}.` }]
      : []),
  ];
}

function diskReadings({ facts, observedAt }: Disk, limit: PressureLimit): readonly Measurement[] {
  const { busy, awaitMilliseconds, unavailable } = facts;
  const reading = (fact: 'busy' | 'awaitMilliseconds', value: number | null): Measurement => ({
    value,
    unavailable: unavailable[fact] ?? null,
    observedAt,
  });
  if (unavailable['busy'] === 'unsupported') return [];
  return [
    { ...reading('busy', busy), subject: BUSY, against: { warnAt: limit.busyAbove } },
    {
      ...reading('awaitMilliseconds', awaitMilliseconds),
      subject: SLOW,
      unit: Unit.MILLISECONDS,
      against: { warnAt: limit.slowAbove, holdFor: limit.slowFor },
    },
  ];
}

export const volumeIoRules: readonly Rule[] = [pressure];
