import type { AutoscalerStatus } from '../../../model/cluster.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { NUMERIC_CLEAR, type Rule, type Seen, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { HOUR, MINUTE } from '../../../model/time.js';

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

/** Groups of the autoscaler that it may change at all. */
function scaledGroups(cluster: SeenCluster): AutoscalerStatus['groups'] {
  const groups = cluster.aspect('autoscaler')?.facts.groups ?? [];
  return groups.filter(({ minimum, maximum }) => minimum !== maximum);
}

/** Nodes, and the most there may be, as configured or over the scaled groups; null where neither says. */
function growth(cluster: SeenCluster): { readonly nodes: number; readonly maximum: number } | null {
  const { configuredMaximumNodes } = cluster.main;
  if (configuredMaximumNodes !== null) return { nodes: cluster.total('nodes'), maximum: configuredMaximumNodes };
  const groups = scaledGroups(cluster);
  const maximum = groups.reduce((sum, group) => sum + group.maximum, 0);
  return maximum > 0 ? { nodes: groups.reduce((sum, { registered }) => sum + registered, 0), maximum } : null;
}

const size = defineRule({
  kind: ResourceKind.CLUSTER,
  signal: SignalName.CLUSTER_NODE_COUNT,
  title: 'Nodes against the maximum',
  description:
    'Nodes as a share of the configured maximum, or of the autoscaler’s groups that can grow; critical at the maximum only while ' +
    'pods find no node. (kubernetes-autoscaling-mixin)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { CLUSTER_NODES_NEAR_MAXIMUM: { infoAt: 0.75, warnAt: 0.9, criticalAt: 1 } },
  howToEnable: 'Set maximumNodes of the cluster, or let Vitals read the cluster autoscaler’s status ConfigMap.',
  judge: (cluster, { CLUSTER_NODES_NEAR_MAXIMUM: limit }) => {
    const found = growth(cluster);
    if (found === null) return null;
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
          message: `It has ${nodes} of at most ${maximum} nodes${isCritical ? `, and ${waiting} pods find no node` : ''}.`,
          advice: 'Raise the maximum of the node groups, or lower what is asked of them.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (cluster) => {
    const found = growth(cluster);
    const value = found === null ? null : found.nodes / found.maximum;
    return [{ value, unavailable: 'not configured', observedAt: cluster.observedAt }];
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
  judge: (cluster, { CLUSTER_UNDERUSED: under, CLUSTER_OVERCOMMITTED: over }) => {
    const share = requestedShare(cluster, NOTHING);
    const nodes = cluster.total('nodes');
    // Without a minimum that it could shrink to, there is nothing to save.
    const canShrink = nodes > 1 && scaledGroups(cluster).some(({ ready, minimum }) => ready > minimum);
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
  return Number.isFinite(share) ? `${(share * 100).toFixed(0)} %` : 'more than all';
}

export const clusterRules: readonly Rule[] = [reach, size, use];
