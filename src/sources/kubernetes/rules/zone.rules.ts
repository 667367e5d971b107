import { FindingReason } from '../../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Candidate, type Rule, type Seen, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, after, earliest } from '../../../model/time.js';
import { isRetired } from './node-retirement.js';
import { needsOf } from './zone-needs.js';

type SeenZone = Seen<ResourceKind.ZONE>;

const readiness = defineRule({
  kind: ResourceKind.ZONE,
  signal: SignalName.ZONE_READINESS,
  title: 'Zone outage',
  description:
    'For a minute none of the nodes of a zone was ready, or more than two and at least 55 % were not; nodes that are new and not ready yet, or ' +
    'cordoned and drained, left out. (the node lifecycle controller’s own idea of a zone that is down)',
  unit: Unit.RATIO,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { ZONE_DOWN: { unreadyShareAt: 0.55, unreadyAt: 3, for: MINUTE, youngFor: 5 * MINUTE } },
  judge: (zone, { ZONE_DOWN: limit }, now) => {
    const { grown, reconsiderAt } = grownNodes(zone, limit.youngFor, now);
    const ready = grown.filter(({ main }) => main.isReady === true).length;
    const unready = grown.length - ready;
    const isDead = ready === 0 && unready > 0;
    const isAiling = unready >= limit.unreadyAt && unready / grown.length >= limit.unreadyShareAt;
    const common = {
      reason: FindingReason.ZONE_DOWN,
      message: `${unready} of its ${grown.length} nodes ${unready === 1 ? 'is' : 'are'} not ready.`,
      advice: 'Look for an outage of the zone at the provider, and at the network between it and the API server.',
      holdFor: limit.for,
    };
    const findings: Candidate[] = [];
    if (isAiling) findings.push({ ...common, severity: Severity.WARNING });
    if (isDead) findings.push({ ...common, severity: Severity.CRITICAL });
    return { findings, reconsiderAt };
  },
  measure: (zone, { ZONE_DOWN: { youngFor } }, now) => {
    const { grown } = grownNodes(zone, youngFor, now);
    const ready = grown.filter(({ main }) => main.isReady === true).length;
    const value = grown.length === 0 ? null : ready / grown.length;
    return [{ value, unavailable: 'no nodes', observedAt: zone.observedAt }];
  },
});

/** Nodes that count, and when others may. A young one counts as soon as it is ready. */
function grownNodes(
  zone: SeenZone,
  youngFor: number,
  now: Instant,
): { readonly grown: readonly Seen<ResourceKind.NODE>[]; readonly reconsiderAt: Instant | null } {
  const present = zone.from('zone', ResourceKind.NODE).filter(({ main }) => main.deletingSince === null);
  const nodes = present.filter((node) => node.main.isReady === true || !isRetired(node));
  const times = nodes.map(({ main }) => after(main.createdAt, youngFor)).filter((at) => at > now);
  // Whether a lost node is drained shows in its pods, and of so many a zone does not hear.
  if (present.some(({ main }) => main.isReady !== true && !main.isSchedulable)) times.push(after(now, MINUTE));
  return {
    grown: nodes.filter(({ main }) => main.isReady === true || after(main.createdAt, youngFor) <= now),
    reconsiderAt: earliest(times),
  };
}

const nodes = defineRule({
  kind: ResourceKind.ZONE,
  signal: SignalName.ZONE_NODES,
  title: 'Nodes per zone',
  description:
    'Nodes that are ready, schedulable and suitable, against what configured node groups ask of each zone and what ' +
    'workloads with hard zonal needs must have there.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { ZONE_NODES_INSUFFICIENT: { for: 2 * MINUTE } },
  judge: (zone, { ZONE_NODES_INSUFFICIENT: limit }) => {
    const findings = needsOf(zone).flatMap((need): Candidate[] => {
      const { usable } = need;
      if (usable >= need.required) return [];
      const common = {
        reason: FindingReason.ZONE_NODES_INSUFFICIENT,
        subject: need.subject,
        message: `${usable} of ${need.required} nodes that ${need.subject} needs here can be used: ${need.because}.`,
        advice: 'Add nodes of that sort to the zone, or bring back those that are not ready or cordoned.',
        holdFor: limit.for,
      };
      const warning: Candidate = { ...common, severity: Severity.WARNING };
      return usable > 0 ? [warning] : [warning, { ...common, severity: Severity.CRITICAL }];
    });
    return { findings };
  },
  measure: (zone) =>
    needsOf(zone).map(({ subject, usable, required }) => ({
      subject,
      value: usable,
      required,
      observedAt: zone.observedAt,
    })),
});

export const zoneRules: readonly Rule[] = [readiness, nodes];
