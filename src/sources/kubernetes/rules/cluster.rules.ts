import type { AutoscalerStatus } from '../../../model/cluster.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { NUMERIC_CLEAR, type Rule, type Seen, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { HOUR, type Instant, MINUTE, after } from '../../../model/time.js';
import { wholePercent } from '../../amounts.js';
import { counted } from '../../counted.js';

type SeenCluster = Seen<ResourceKind.CLUSTER>;

const reach = defineRule({
  kind: ResourceKind.CLUSTER,
  signal: SignalName.CLUSTER_REACH,
  title: 'API server reached',
  description:
    'The API server refuses or hangs, twice in a row at least two seconds apart. What only it shows is UNKNOWN meanwhile.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { CLUSTER_UNREACHABLE: {} },
  judge: (cluster) => {
    const source = cluster.from('endpoint', ResourceKind.SOURCE)[0]?.main;
    if (source === undefined || source.state === 'ok') return null;
    if (source.state === 'starting') return { isUnknown: cluster.observedAt === null };
    if (source.state !== 'lost') return { isUnknown: true, isStale: true };
    return {
      isStale: true,
      findings: [
        {
          reason: FindingReason.CLUSTER_UNREACHABLE,
          severity: Severity.CRITICAL,
          message: `Its API server does not answer${source.message === null ? '' : `: ${source.message}`}`,
          advice:
            'Look at the API server, etcd and the load balancer before it, and at the network between them and Vitals.',
          since: source.stateSince,
        },
      ],
    };
  },
});

/** The autoscaler writes every ten seconds: what is older than this is the word of one that is gone. */
const REPORT_LASTS = 5 * MINUTE;

/** From when on what the autoscaler said is to be doubted; null where it says nothing, or not when. */
function reportEndsAt(cluster: SeenCluster): Instant | null {
  const reportedAt = cluster.aspect('autoscaler')?.facts.reportedAt ?? null;
  return reportedAt === null ? null : after(reportedAt, REPORT_LASTS);
}

function isReportStale(cluster: SeenCluster, now: Instant): boolean {
  const endsAt = reportEndsAt(cluster);
  return endsAt !== null && now >= endsAt;
}

/** As of when it is, in its own words where it says so. */
function reportedAtOf(cluster: SeenCluster): Instant | null {
  const { facts, observedAt = null } = cluster.aspect('autoscaler') ?? {};
  return facts?.reportedAt ?? observedAt;
}

/** Groups of the autoscaler that it may change at all; none where it has not spoken lately. */
function scaledGroups(cluster: SeenCluster, now: Instant): AutoscalerStatus['groups'] {
  const groups = cluster.aspect('autoscaler')?.facts.groups ?? [];
  return isReportStale(cluster, now) ? [] : groups.filter(({ minimum, maximum }) => minimum !== maximum);
}

/** Nodes, and the most there may be, as configured or over the scaled groups; null where neither says. */
function growth(cluster: SeenCluster, now: Instant): { readonly nodes: number; readonly maximum: number } | null {
  const { configuredMaximumNodes } = cluster.main;
  if (configuredMaximumNodes !== null) return { nodes: cluster.total('nodes'), maximum: configuredMaximumNodes };
  const groups = scaledGroups(cluster, now);
  const maximum = groups.reduce((sum, group) => sum + group.maximum, 0);
  return maximum > 0 ? { nodes: groups.reduce((sum, { registered }) => sum + registered, 0), maximum } : null;
}

const size = defineRule({
  kind: ResourceKind.CLUSTER,
  signal: SignalName.CLUSTER_NODE_COUNT,
  title: 'Nodes against the maximum',
  description:
    'Nodes as a share of the configured maximum, or of the autoscaler’s groups that can grow; critical at the maximum only while ' +
    'pods find no node. What the autoscaler said more than five minutes ago counts no more. (kubernetes-autoscaling-mixin)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { CLUSTER_NODES_NEAR_MAXIMUM: { infoAt: 0.75, warnAt: 0.9, criticalAt: 1 } },
  howToEnable: 'Set maximumNodes of the cluster, or let Vitals read the cluster autoscaler’s status ConfigMap.',
  judge: (cluster, { CLUSTER_NODES_NEAR_MAXIMUM: limit }, now) => {
    const found = growth(cluster, now);
    // A dead autoscaler makes no room.
    if (found === null) return isReportStale(cluster, now) ? { cannotTell: () => true } : null;
    const { nodes, maximum } = found;
    const share = nodes / maximum;
    if (share < limit.infoAt) return null;
    const waiting = cluster.total('unschedulablePods');
    const isCritical = share >= limit.criticalAt && waiting > 0;
    const isWarning = share >= limit.warnAt;
    return {
      findings: [
        {
          reason: FindingReason.CLUSTER_NODES_NEAR_MAXIMUM,
          severity: isCritical ? Severity.CRITICAL : isWarning ? Severity.WARNING : Severity.INFO,
          message: `It has ${nodes} of at most ${maximum} nodes${isCritical ? `, and ${counted(waiting, 'pod finds', 'pods find')} no node` : ''}.`,
          advice: 'Raise the maximum of the node groups, or lower what is asked of them.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
      reconsiderAt: cluster.main.configuredMaximumNodes === null ? reportEndsAt(cluster) : null,
    };
  },
  measure: (cluster, _, now) => {
    const found = growth(cluster, now);
    const value = found === null ? null : found.nodes / found.maximum;
    const isOwnCount = cluster.main.configuredMaximumNodes !== null;
    const unavailable = isReportStale(cluster, now) ? 'stale' : 'not configured';
    return [{ value, unavailable, observedAt: isOwnCount ? cluster.observedAt : reportedAtOf(cluster) }];
  },
});

/** The larger of the shares of CPU and memory that are asked for; null without nodes. */
function requestedShare(cluster: SeenCluster, less: { readonly cpu: number; readonly memory: number }): number | null {
  const cpu = cluster.total('allocatableCpuMillicores') - less.cpu;
  const memory = cluster.total('allocatableMemoryBytes') - less.memory;
  if (cluster.total('nodes') === 0) return null;
  if (cpu <= 0 || memory <= 0) return Infinity;
  return Math.max(cluster.total('cpuRequestedMillicores') / cpu, cluster.total('memoryRequestedBytes') / memory);
}

const NOTHING = { cpu: 0, memory: 0 };

const use = defineRule({
  kind: ResourceKind.CLUSTER,
  signal: SignalName.CLUSTER_USE,
  title: 'Use of the cluster',
  description:
    'Much less is asked of it than it has, for an hour, above its minimum (what it costs); or it could not hold its pods without ' +
    'its largest node, for ten minutes. (kubernetes-mixin KubeCPUOvercommit)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { CLUSTER_UNDERUSED: { infoAt: 0.4, for: HOUR }, CLUSTER_OVERCOMMITTED: { infoAt: 1, for: 10 * MINUTE } },
  judge: (cluster, { CLUSTER_UNDERUSED: under, CLUSTER_OVERCOMMITTED: over }, now) => {
    const share = requestedShare(cluster, NOTHING);
    const nodes = cluster.total('nodes');
    // Without a minimum that it could shrink to, there is nothing to save.
    const canShrink = nodes > 1 && scaledGroups(cluster, now).some(({ ready, minimum }) => ready > minimum);
    if (share !== null && share < under.infoAt && canShrink) {
      return {
        findings: [
          useFinding(
            FindingReason.CLUSTER_UNDERUSED,
            `Only ${percent(share)} of what its nodes have is asked for.`,
            'Lower the minimum of its node groups, or let the autoscaler remove nodes.',
            under.for,
          ),
        ],
        reconsiderAt: reportEndsAt(cluster),
      };
    }
    const largest = largestNode(cluster);
    const without = nodes < 2 ? null : requestedShare(cluster, largest);
    if (without !== null && without > over.infoAt) {
      return {
        findings: [
          useFinding(
            FindingReason.CLUSTER_OVERCOMMITTED,
            `Without its largest node it could not hold its pods: they ask for ${percent(without)} of the rest.`,
            'Add a node, or lower requests.',
            over.for,
          ),
        ],
      };
    }
    return null;
  },
  measure: (cluster) => [
    { value: requestedShare(cluster, NOTHING), unavailable: 'no nodes', observedAt: cluster.observedAt },
  ],
});

function useFinding(reason: FindingReason, message: string, advice: string, holdFor: number) {
  return { reason, severity: Severity.INFO, message, advice, holdFor, clearAfter: NUMERIC_CLEAR };
}

function largestNode(cluster: SeenCluster): { readonly cpu: number; readonly memory: number } {
  const nodes = cluster.set('nodes', ResourceKind.NODE).map(({ main }) => main.allocatable);
  return {
    cpu: Math.max(0, ...nodes.map(({ cpuCores }) => cpuCores * 1_000)),
    memory: Math.max(0, ...nodes.map(({ memoryBytes }) => memoryBytes)),
  };
}

function percent(share: number): string {
  return Number.isFinite(share) ? wholePercent(share) : 'more than all';
}

export const clusterRules: readonly Rule[] = [reach, size, use];
