import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind, SupportKind } from '../../../model/kinds.js';
import { type Candidate, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, after, earliest } from '../../../model/time.js';
import type { VolumeAttachment } from '../../../model/volume.js';
import { matchesAlternatives } from './node-matching.js';
import { quoted } from '../../quoted.js';
import { readSchedulerMessage } from './scheduler-message.js';
import type { SeenVolume } from '../../../model/volume-claim.js';

const attachment = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_ATTACHMENT,
  title: 'Attachments',
  description:
    'The attacher reports an error and the volume is not where it should be: a warning at once, critical when it is two ' +
    'minutes old. (external-attacher)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_ATTACH_FAILED: { criticalAfter: 2 * MINUTE }, VOLUME_DETACH_FAILED: { criticalAfter: 2 * MINUTE } },
  judge: (volume, limits, now) => {
    const times: Instant[] = [];
    const findings = volume.from('attachedVolume', SupportKind.VOLUME_ATTACHMENT).flatMap(({ main }): Candidate[] => {
      const trouble = troubleOf(main);
      if (trouble === null) return [];
      const since = main.errorSince ?? now;
      const criticalAt = after(since, limits[trouble.reason].criticalAfter);
      if (now < criticalAt) times.push(criticalAt);
      const severity = now < criticalAt ? Severity.WARNING : Severity.CRITICAL;
      return [{ ...trouble, subject: main.nodeName, severity, since }];
    });
    return { findings, reconsiderAt: earliest(times) };
  },
});

/** An error that stands although the volume is where it should be was overcome. */
function troubleOf({ attachError, detachError, isAttached, deletingSince, nodeName }: VolumeAttachment) {
  if (deletingSince === null && !isAttached && attachError !== null) {
    const { note, advice } = obstacleOf(attachError.message);
    return {
      reason: FindingReason.VOLUME_ATTACH_FAILED,
      message: `It cannot be attached to ${nodeName}${note}: ${quoted(attachError.message)}.`,
      advice,
    } as const;
  }
  if (deletingSince === null || !isAttached || detachError === null) return null;
  return {
    reason: FindingReason.VOLUME_DETACH_FAILED,
    message: `It cannot be detached from ${nodeName}: ${quoted(detachError.message)}.`,
    advice: 'Look at whether the node runs and at what the driver logs; its pods wait elsewhere meanwhile.',
  } as const;
}

/** Two sorts of failure that need another remedy than the rest, by the drivers' own words. */
function obstacleOf(message: string): { readonly note: string; readonly advice: string } {
  if (isHeldElsewhere(message)) {
    return {
      note: ' (another node holds it)',
      advice: 'Find the pod on the other node that still uses it, or see why it is not detached there.',
    };
  }
  if (/\bzones?\b/i.test(message)) {
    return {
      note: ' (it is in another zone)',
      advice: 'Let the pod run in the zone of the volume; a class that waits for its consumer makes volumes there.',
    };
  }
  return { note: '', advice: 'See whether the disk exists and the driver may attach it, and what the driver logs.' };
}

/** Multi-Attach, as Kubernetes and the drivers of the clouds say it. */
export function isHeldElsewhere(message: string): boolean {
  return /multi-attach|already (?:\w+ )?(?:attached|in use|used)|in[ _]use[ _]by|VolumeInUse/i.test(message);
}

/** What the scheduler may say beside the volume when the volume is to blame: where a pod may be, never how much room there is. */
const PLACES = new Set(['volume zone', 'node affinity', 'taint', 'cordoned', 'topology spread', 'pod affinity']);

const zone = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_ZONE,
  title: 'Zone of the volume',
  description:
    'No node that is ready and takes pods is where the volume is bound to, or the scheduler says that no pod can be placed ' +
    'there. (the Kubernetes scheduler)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_ZONE_CONFLICT: {} },
  judge: (volume) => {
    const { nodeAlternatives, phase, zoneNames, claimRef, deletingSince } = volume.main;
    if (nodeAlternatives.length === 0 || phase !== 'Bound' || deletingSince !== null) return null;
    const isReachable = !isBoundToDeadZone(volume);
    const where = zoneNames.length === 0 ? 'where it is' : `in ${zoneNames.join(', ')}`;
    const pod = volume
      .set('volumeConflicts', ResourceKind.POD)
      .find(({ main }) => main.namespace === claimRef?.namespace && main.claimNames.includes(claimRef.name));
    const isBlamed =
      pod !== undefined && readSchedulerMessage(pod.main.schedulingMessage).every(({ cause }) => PLACES.has(cause));
    if (isReachable && !isBlamed) return null;
    return {
      findings: [
        {
          reason: FindingReason.VOLUME_ZONE_CONFLICT,
          severity: Severity.WARNING,
          message: isReachable
            ? `Pod ${pod?.main.name ?? ''} may not run ${where}, and the volume is bound to it.`
            : `No node ${where} is ready and takes pods, and the volume is bound to it.`,
          advice: 'Bring nodes back where the volume is, or restore its data from a snapshot elsewhere.',
        },
      ],
    };
  },
});

/** A volume on the disk of one node is no matter of zones: its node says what is wrong there. */
function isBoundToDeadZone(volume: SeenVolume): boolean {
  const { zoneNames, nodeAlternatives } = volume.main;
  if (zoneNames.length === 0) return false;
  const nodes = volume.set('usableNodes', ResourceKind.NODE);
  if (nodes.some(({ main }) => matchesAlternatives(main.labels, nodeAlternatives))) return false;
  // Without any node and any zone, nodes cannot be seen at all.
  return nodes.length > 0 || volume.all('volumeZone', ResourceKind.ZONE).length > 0;
}

const state = defineRule({
  kind: ResourceKind.VOLUME,
  signal: SignalName.VOLUME_STATE,
  title: 'State of the volume',
  description: 'It could not be reclaimed: critical. Still there five minutes after it was to go: a warning. (k8sgpt)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { VOLUME_FAILED: {}, VOLUME_STUCK_TERMINATING: { for: 5 * MINUTE } },
  judge: (volume, { VOLUME_STUCK_TERMINATING: limit }, now) => {
    const { phase, phaseMessage, deletingSince, finalizers, name } = volume.main;
    const findings: Candidate[] = [];
    if (phase === 'Failed') {
      findings.push({
        reason: FindingReason.VOLUME_FAILED,
        severity: Severity.CRITICAL,
        message: `It could not be reclaimed${phaseMessage === null ? '' : `: ${quoted(phaseMessage)}`}.`,
        advice: `See what the driver says: kubectl describe pv ${name}`,
      });
    }
    if (deletingSince === null) return { findings };
    const lateAt = after(deletingSince, limit.for);
    if (now < lateAt) return { findings, isProgressing: true, reconsiderAt: lateAt };
    findings.push({
      reason: FindingReason.VOLUME_STUCK_TERMINATING,
      severity: Severity.WARNING,
      message: `It is being deleted for ${describeDuration(now - deletingSince)}; finalizers: ${finalizers.join(', ') || 'none'}.`,
      advice: 'Look for the claim or attachment that still holds it, and at what the driver logs.',
      since: deletingSince,
    });
    return { findings };
  },
});

export const volumeStateRules: readonly Rule[] = [attachment, zone, state];
