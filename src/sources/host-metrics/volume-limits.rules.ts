import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import type { VolumeDevice } from '../../model/host.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import {
  type Candidate,
  type Measurement,
  NUMERIC_CLEAR,
  type Rule,
  type Seen,
  type Standing,
  defineRule,
} from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, MINUTE, earliest } from '../../model/time.js';
import { wholePercent } from '../amounts.js';
import { rise, knownRise } from '../counters.js';
import { type Fresh, freshly } from '../freshness.js';
import { isDeviceSilentOf } from '../volume-device.js';

type SeenVolume = Seen<ResourceKind.VOLUME>;
type Device = Fresh<VolumeDevice> & { readonly seen: Seen<SupportKind.VOLUME_DEVICE> };

const HOW_TO_ENABLE =
  'Configure `host-metrics` with a Prometheus that scrapes the driver of the volume (preset ebs-csi).';

function devicesOf(volume: SeenVolume, now: Instant): readonly Device[] {
  return volume.all('device', SupportKind.VOLUME_DEVICE).flatMap((seen) => {
    const fresh = freshly(seen.aspect('main'), now);
    return fresh === null ? [] : [{ ...fresh, seen }];
  });
}

/** When what is known of its disks has to be looked at again though nobody says anything new. */
function staleAt(devices: readonly Device[]): Instant | null {
  return earliest(devices.map((device) => device.staleAt));
}

/** Why there is no number of a volume's disk. */
function lacking(volume: SeenVolume): Measurement {
  const [device] = volume.all('device', SupportKind.VOLUME_DEVICE);
  return {
    value: null,
    unavailable: device === undefined ? 'not configured' : 'probe failed',
    observedAt: device?.observedAt ?? null,
  };
}

const COUNTERS = [
  { reason: FindingReason.VOLUME_IOPS_THROTTLED, series: 'exceededIops', fact: 'exceededIopsSeconds', instanceFact: 'instanceExceededIopsSeconds', what: 'requests' }, // prettier-ignore
  { reason: FindingReason.VOLUME_THROUGHPUT_THROTTLED, series: 'exceededThroughput', fact: 'exceededThroughputSeconds', instanceFact: 'instanceExceededThroughputSeconds', what: 'bytes' }, // prettier-ignore
] as const;

interface Counted {
  readonly counter: (typeof COUNTERS)[number];
  /** Null: the disk's own limit; `instance`: that of the instance for all of its disks. */
  readonly subject: 'instance' | null;
  readonly device: Device;
}

/** Every counter that there is of a volume's disks. */
function countersOf(devices: readonly Device[]): readonly Counted[] {
  return devices.flatMap((device) =>
    COUNTERS.flatMap((counter) => [
      ...(device.facts[counter.fact] === null ? [] : [{ counter, subject: null, device } as const]),
      ...(device.facts[counter.instanceFact] === null ? [] : [{ counter, subject: 'instance', device } as const]),
    ]),
  );
}

/** By which counter a finding was found. */
function countersFor({ reason, subject = null }: Standing) {
  return COUNTERS.filter((counter) => counter.reason === reason).map((counter) =>
    subject === null ? counter.fact : counter.instanceFact,
  );
}

const THROTTLED = { warnAt: 30, criticalAt: 150, window: 5 * MINUTE } as const;

const throttling = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_THROTTLING,
  title: 'Held back',
  description:
    'Seconds of the last 5 minutes in which more was asked of the disk than it, or the instance that it is attached to, may do: ' +
    '30 s are a warning, half of the time is critical. While nobody measures, what was found stands, as stale. (counters of ' +
    'the AWS EBS CSI driver)',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_IOPS_THROTTLED: THROTTLED, VOLUME_THROUGHPUT_THROTTLED: THROTTLED },
  howToEnable: HOW_TO_ENABLE,
  judge: (volume, limits, now) => {
    const devices = devicesOf(volume, now);
    const findings = countersOf(devices).map(({ counter, subject, device }) => {
      const limit = limits[counter.reason];
      // Of a volume that several instances share, a part of the sum goes with each of them.
      const seconds = knownRise(device.seen.samples(counter.series, subject), limit.window, now);
      return seconds < limit.warnAt ? null : throttled(counter, subject, seconds, limit);
    });
    return {
      findings: findings.filter((finding) => finding !== null),
      reconsiderAt: staleAt(devices),
      cannotTell: (standing) => isDeviceSilentOf(volume, countersFor(standing), now),
    };
  },
  measure: (volume, limits, now) => {
    const counted = countersOf(devicesOf(volume, now));
    if (counted.length === 0) return [lacking(volume)];
    return counted.map(({ counter: { reason, series }, subject, device: { seen, observedAt } }) => ({
      subject: subject === null ? series : `${series} (instance)`,
      value: rise(seen.samples(series, subject), limits[reason].window, now),
      unavailable: 'warming up',
      observedAt,
      reason,
    }));
  },
});

function throttled(
  { reason, what }: (typeof COUNTERS)[number],
  subject: 'instance' | null,
  seconds: number,
  { criticalAt }: { readonly criticalAt: number },
): Candidate {
  const whose = subject === null ? 'the disk' : 'its instance';
  return {
    reason,
    subject,
    severity: seconds >= criticalAt ? Severity.CRITICAL : Severity.WARNING,
    message: `For ${Math.round(seconds)} s lately more ${what} a second were asked for than ${whose} may do.`,
    advice:
      subject === null
        ? 'Give the volume more of it (modify the volume), or find what asks for so much.'
        : 'A larger instance type may do more; spread its volumes over other nodes, or find what asks for so much.',
    clearAfter: NUMERIC_CLEAR,
  };
}

interface Share {
  readonly subject: 'IOPS' | 'throughput';
  readonly value: number;
  readonly device: Device;
}

/** What the disks of a volume do of what they may. */
function sharesOf(volume: SeenVolume, devices: readonly Device[]): readonly Share[] {
  return devices.flatMap((device) => {
    const { provisioned, iops, bytesPerSecond } = device.facts;
    const allowed = provisioned[volume.main.storageClass ?? ''] ?? provisioned['*'];
    const share = (subject: Share['subject'], used: number | null, most: number | null = null): readonly Share[] =>
      used === null || most === null ? [] : [{ subject, value: used / most, device }];
    return [...share('IOPS', iops, allowed?.iops), ...share('throughput', bytesPerSecond, allowed?.bytesPerSecond)];
  });
}

const headroom = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_IOPS,
  title: 'Use of the disk',
  description:
    'Requests and bytes a second as a share of what the disk may do, which is configured by storage class: 90 % for five ' +
    'minutes is a warning. While nobody measures, what was found stands, as stale. (guidance of AWS)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_IOPS_NEAR_LIMIT: { warnAt: 0.9, for: 5 * MINUTE, samples: 2 } },
  howToEnable: 'Configure `host-metrics` with what disks of each storage class may do: `provisioned`.',
  judge: (volume, { VOLUME_IOPS_NEAR_LIMIT: limit }, now) => {
    const devices = devicesOf(volume, now);
    const findings = sharesOf(volume, devices)
      .filter(({ value }) => value >= limit.warnAt)
      .map(({ subject, value, device: { observedAt } }): Candidate => ({
        reason: FindingReason.VOLUME_IOPS_NEAR_LIMIT,
        subject,
        severity: Severity.WARNING,
        message: `It does ${wholePercent(value)} of the ${subject} that its disk may do.`,
        advice: 'Give the volume more before it is held back, or find what asks for so much.',
        holdFor: limit.for,
        samples: limit.samples,
        observedAt,
        clearAfter: NUMERIC_CLEAR,
      }));
    return {
      findings,
      reconsiderAt: staleAt(devices),
      cannotTell: ({ subject }) => isDeviceSilentOf(volume, [subject === 'IOPS' ? 'iops' : 'bytesPerSecond'], now),
    };
  },
  measure: (volume, _, now) => {
    const devices = devicesOf(volume, now);
    const shares = sharesOf(volume, devices);
    if (shares.length > 0) {
      return shares.map(({ subject, value, device: { observedAt } }) => ({ subject, value, observedAt }));
    }
    return [devices.length === 0 ? lacking(volume) : { ...lacking(volume), unavailable: 'not configured' }];
  },
});

export const volumeLimitRules: readonly Rule[] = [throttling, headroom];
