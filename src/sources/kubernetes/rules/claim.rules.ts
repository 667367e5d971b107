import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind, SupportKind } from '../../../model/kinds.js';
import { type Rule, type Seen, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, after } from '../../../model/time.js';
import { ClaimPhase, type StorageClass } from '../../../model/volume.js';
import { quoted } from '../../quoted.js';

type SeenClaim = Seen<ResourceKind.CLAIM>;

const state = defineRule({
  kind: ResourceKind.CLAIM,
  signal: SignalName.CLAIM_STATE,
  title: 'Claims',
  description:
    'Without a volume: progress for two minutes, then a warning with what the provisioner said; one that waits for its first consumer ' +
    'is well, and while storage classes cannot be seen nobody knows whether it does. Lost is critical. Still there five minutes after it was to go: a warning. (gitops health checks; k8sgpt)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { CLAIM_PENDING: { for: 2 * MINUTE }, CLAIM_LOST: {}, VOLUME_STUCK_TERMINATING: { for: 5 * MINUTE } },
  judge: (claim, limits, now) => {
    const { phase, deletingSince, finalizers, name, namespace } = claim.main;
    if (deletingSince !== null) {
      const lateAt = after(deletingSince, limits.VOLUME_STUCK_TERMINATING.for);
      if (now < lateAt) return { isProgressing: true, reconsiderAt: lateAt };
      return {
        findings: [
          {
            reason: FindingReason.VOLUME_STUCK_TERMINATING,
            severity: Severity.WARNING,
            message: `It is being deleted for ${describeDuration(now - deletingSince)}; finalizers: ${finalizers.join(', ') || 'none'}.`,
            advice: 'A claim goes once no pod mounts it any more: look for the pod that still does.',
            since: deletingSince,
          },
        ],
      };
    }
    if (phase === ClaimPhase.LOST) {
      const message = 'Its volume is gone.';
      const advice = 'Restore the volume from a backup, or delete the claim and let a new one be made.';
      return { findings: [{ reason: FindingReason.CLAIM_LOST, severity: Severity.CRITICAL, message, advice }] };
    }
    const since = phase === ClaimPhase.BOUND ? null : pendingSince(claim);
    if (since === null) return isOwedUnknown(claim) ? { isUnknown: true } : null;
    const lateAt = after(since, limits.CLAIM_PENDING.for);
    if (now < lateAt) return { isProgressing: true, reconsiderAt: lateAt };
    const [event] = claim
      .from('regarding', SupportKind.CLUSTER_EVENT)
      .map(({ main }) => main)
      .filter(({ reason }) => reason === 'ProvisioningFailed')
      .sort((a, b) => b.lastSeenAt - a.lastSeenAt);
    return {
      findings: [
        {
          reason: FindingReason.CLAIM_PENDING,
          severity: Severity.WARNING,
          message: `It has no volume for ${describeDuration(now - since)}${event === undefined ? '' : `: ${quoted(event.message)}`}.`,
          advice: `See what was tried: kubectl describe pvc -n ${namespace} ${name}`,
          since,
        },
      ],
    };
  },
});

/** Since when a volume is owed to it; null while its class binds only once a pod comes, or may, and none has. */
function pendingSince(claim: SeenClaim): Instant | null {
  const { createdAt } = claim.main;
  const isOwedAtOnce = storageClassOf(claim)?.waitsForConsumer !== true && !isClassHidden(claim);
  if (isOwedAtOnce) return createdAt;
  const consumers = claim.from('claim', ResourceKind.POD).map(({ main }) => main.createdAt);
  return consumers.length === 0 ? null : (Math.max(createdAt, Math.min(...consumers)) as Instant);
}

function storageClassOf(claim: SeenClaim): StorageClass | undefined {
  return claim.one('storageClass', SupportKind.STORAGE_CLASS)?.main;
}

/** It names a class that may be there: classes cannot be listed. One that is not in their list is not there. */
function isClassHidden(claim: SeenClaim): boolean {
  const isNotSeen = claim.main.storageClass !== null && storageClassOf(claim) === undefined;
  return isNotSeen && claim.set('blindToClasses', ResourceKind.SOURCE).length > 0;
}

/** Without a volume and without a pod, and nobody can see whether it waits for one. */
function isOwedUnknown(claim: SeenClaim): boolean {
  return claim.main.phase !== ClaimPhase.BOUND && isClassHidden(claim);
}

export const claimRules: readonly Rule[] = [state];
