import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Direction, Evidence, type Sample, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Candidate, type Measurement, NUMERIC_CLEAR, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { DAY, HOUR, type Instant, MINUTE, type Milliseconds, SECOND, after } from '../../../model/time.js';
import type { ClaimUsage, FileSystemUsage } from '../../../model/volume.js';
import { fillTime, growth, trendEndsAt, trendWindow } from './fill-time.js';
import { type SeenVolume, claimOf } from '../../../model/volume-claim.js';
import { wholePercent } from '../../amounts.js';

const HOW_TO_ENABLE =
  'Let Vitals ask the kubelets (kubelets.enabled, permission nodes/stats); the volume must be mounted. Where their ' +
  'certificates are self-signed: serverTLSBootstrap of the kubelets, or kubelets.insecureSkipVerify.';

const SPACE_LOW = { infoAt: 0.15, warnAt: 0.1, criticalAt: 0.03, horizon: 4 * DAY, window: 6 * HOUR } as const;

const FILLING = {
  horizon: 4 * HOUR,
  window: HOUR,
  infoHorizon: DAY,
  infoWindow: 6 * HOUR,
  criticalFreeShare: 0.15,
} as const;

interface Space {
  readonly free: number;
  readonly whole: number;
}

function usageOf(volume: SeenVolume): ClaimUsage | undefined {
  return claimOf(volume)?.aspect('usage')?.facts;
}

/** To judge by: while its kubelet is lost, what that said last. */
function lastUsageOf(volume: SeenVolume): FileSystemUsage | undefined {
  const usage = usageOf(volume);
  return usage?.last ?? usage;
}

function isLost(volume: SeenVolume): boolean {
  return usageOf(volume)?.last !== undefined;
}

/** Bytes of that; null without numbers, for an empty volume, and for one that nobody can fill. */
function spaceOf(volume: SeenVolume, usage: FileSystemUsage | undefined): Space | null {
  const isReadOnly =
    volume.main.accessModes.length > 0 && volume.main.accessModes.every((mode) => mode === 'ReadOnlyMany');
  if (usage?.capacityBytes == null || usage.availableBytes === null || isReadOnly) return null;
  if (usage.capacityBytes <= 0 || (usage.usedBytes ?? 0) <= 0) return null;
  return { free: usage.availableBytes, whole: usage.capacityBytes };
}

function inodesOf(usage: FileSystemUsage | undefined): Space | null {
  // Some file systems make inodes as they need them and say 0.
  if (usage?.inodes == null || usage.inodesFree === null || usage.inodes <= 0) return null;
  return usage.inodesFree >= usage.inodes ? null : { free: usage.inodesFree, whole: usage.inodes };
}

function usedSamples(volume: SeenVolume): readonly Sample[] {
  return claimOf(volume)?.samples('usedBytes') ?? [];
}

/** As of when trends are drawn: of what a lost kubelet saw, while a pod mounts it, as of its last look. */
function trendEnd(volume: SeenVolume, now: Instant): Instant {
  const isMounted = (claimOf(volume)?.from('claim', ResourceKind.POD) ?? []).length > 0;
  return isLost(volume) && isMounted ? (usedSamples(volume).at(-1)?.at ?? now) : now;
}

function fullIn(volume: SeenVolume, { free }: Space, window: Milliseconds, now: Instant): Milliseconds | null {
  return fillTime(free, growth(usedSamples(volume), window, trendEnd(volume, now)));
}

/**
 * Samples end with the last pod that mounts it, and so must what was concluded from them. With its kubelet lost nothing tells
 * that this pod is gone.
 */
function endOfTrend(volume: SeenVolume, window: Milliseconds, now: Instant): Instant | null {
  return isLost(volume) ? after(now, MINUTE) : trendEndsAt(usedSamples(volume), window);
}

function reading(volume: SeenVolume, value: number | null, unavailable = 'unsupported'): Measurement {
  const usage = claimOf(volume)?.aspect('usage');
  return {
    value,
    unavailable: usage === undefined ? 'not configured' : (usage.facts.unavailable ?? unavailable),
    observedAt: usage?.observedAt ?? null,
  };
}

const space = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_SPACE,
  title: 'Disk space',
  description:
    'Free space of the file system: little is information, a warning once it is hardly any or full within four days at the ' +
    'trend, critical when next to none is left. Read-only volumes exempt. (kubernetes-mixin storage alerts)',
  unit: Unit.RATIO,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_SPACE_LOW: SPACE_LOW },
  howToEnable: HOW_TO_ENABLE,
  judge: (volume, { VOLUME_SPACE_LOW: limit }, now) => {
    const found = spaceOf(volume, lastUsageOf(volume));
    if (found === null) return null;
    const share = found.free / found.whole;
    if (share >= limit.infoAt) return null;
    const left = fullIn(volume, found, limit.window, now);
    const isWarning = share < limit.warnAt || (left !== null && left <= limit.horizon);
    const trend = left !== null && left <= limit.horizon ? `, and it is full in ${describeDuration(left)}` : '';
    return {
      findings: [
        {
          reason: FindingReason.VOLUME_SPACE_LOW,
          severity: share < limit.criticalAt ? Severity.CRITICAL : isWarning ? Severity.WARNING : Severity.INFO,
          message: `${wholePercent(share)} of its space is free${trend}.`,
          advice: 'Expand the claim if its storage class allows it, or delete what is not needed.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
      isStale: isLost(volume),
      reconsiderAt: left === null ? null : endOfTrend(volume, limit.window, now),
    };
  },
  measure: (volume) => {
    const found = spaceOf(volume, usageOf(volume));
    return [reading(volume, found === null ? null : found.free / found.whole)];
  },
});

const filling = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_FILL_RATE,
  title: 'Will be full',
  description:
    'A line through the minima of used space: full within hours is a warning (critical with little left), within a day ' +
    'information. (the idea of predict_linear, made quiet)',
  unit: Unit.SECONDS,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_FILLING: FILLING },
  howToEnable: HOW_TO_ENABLE,
  judge: (volume, { VOLUME_FILLING: limit }, now) => {
    const found = spaceOf(volume, lastUsageOf(volume));
    if (found === null) return null;
    const { horizon, infoHorizon } = limit;
    const window = trendWindow(limit.window, horizon);
    const infoWindow = trendWindow(limit.infoWindow, infoHorizon);
    const soon = within(fullIn(volume, found, window, now), horizon);
    const later = within(fullIn(volume, found, infoWindow, now), infoHorizon);
    const left = soon ?? later;
    if (left === null) return null;
    const isCritical = soon !== null && found.free / found.whole < limit.criticalFreeShare;
    const finding: Candidate = {
      reason: FindingReason.VOLUME_FILLING,
      severity: isCritical ? Severity.CRITICAL : soon === null ? Severity.INFO : Severity.WARNING,
      message: `At its present rate it is full in ${describeDuration(left)}, at ${clockTime(trendEnd(volume, now) + left)}.`,
      advice: 'Find what writes so much, or expand the claim before then.',
      clearAfter: NUMERIC_CLEAR,
    };
    return {
      findings: [finding],
      isStale: isLost(volume),
      reconsiderAt: endOfTrend(volume, soon === null ? infoWindow : window, now),
    };
  },
  measure: (volume, { VOLUME_FILLING: { window, horizon } }, now) => {
    const found = spaceOf(volume, usageOf(volume));
    if (found === null) return [reading(volume, null)];
    const rate = growth(usedSamples(volume), trendWindow(window, horizon), now);
    const left = fillTime(found.free, rate);
    const why = rate === null ? 'warming up' : 'not growing';
    return [reading(volume, left === null ? null : left / SECOND, why)];
  },
});

function within(time: Milliseconds | null, horizon: Milliseconds): Milliseconds | null {
  return time !== null && time <= horizon ? time : null;
}

/** To the minute: a forecast is no more exact. */
function clockTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const inodes = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_INODES,
  title: 'Inodes',
  description: 'Free inodes of the file system, with the limits of its space. (kubernetes-mixin storage alerts)',
  unit: Unit.RATIO,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_INODES_LOW: { infoAt: 0.15, warnAt: 0.1, criticalAt: 0.03 } },
  howToEnable: HOW_TO_ENABLE,
  judge: (volume, { VOLUME_INODES_LOW: { infoAt, warnAt, criticalAt } }) => {
    const found = inodesOf(lastUsageOf(volume));
    if (found === null) return null;
    const share = found.free / found.whole;
    if (share >= infoAt) return null;
    return {
      findings: [
        {
          reason: FindingReason.VOLUME_INODES_LOW,
          severity: share < criticalAt ? Severity.CRITICAL : share < warnAt ? Severity.WARNING : Severity.INFO,
          message: `${wholePercent(share)} of its inodes are free.`,
          advice: 'Delete small files that are not needed: space does not help where inodes are out.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
      isStale: isLost(volume),
    };
  },
  measure: (volume) => {
    const found = inodesOf(usageOf(volume));
    return [reading(volume, found === null ? null : found.free / found.whole)];
  },
});

/** Judges nothing: the past that trends need is kept with the claim, as far back as the claim's own limits say. */
const usedSpace = defineRule({
  kind: ResourceKind.CLAIM,
  signal: SignalName.VOLUME_FILL_RATE,
  title: 'Used space',
  description: 'What a claim holds. Whether that is too much, or grows too fast, is said of its volume.',
  unit: Unit.BYTES,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_FILLING: FILLING, VOLUME_SPACE_LOW: SPACE_LOW },
  howToEnable: HOW_TO_ENABLE,
  judge: () => null,
  measure: (claim) => {
    const usage = claim.aspect('usage');
    const unavailable = usage === undefined ? 'not configured' : (usage.facts.unavailable ?? 'unsupported');
    const value = usage?.facts.usedBytes ?? null;
    return [{ value, unavailable, observedAt: usage?.observedAt ?? null, series: 'usedBytes' }];
  },
});

export const volumeSpaceRules: readonly Rule[] = [space, filling, inodes, usedSpace];
