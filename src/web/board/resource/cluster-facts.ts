import { RESTARTS, STATUS_WORDS, bytes, counted, measure, plain } from '../words.js';
import { type Fact, lines, measured, rows, text, time, word, yesNo } from './fact.js';
import type { PageResource } from './resource-page.js';

/** The facts of what is in a Kubernetes cluster, and of the rows of the front page. */
export function clusterFacts(resource: PageResource): readonly Fact[] {
  switch (resource.__typename) {
    case 'PlatformSystem':
      return lines(
        'Members',
        resource.counts.map(({ status, count }) => `${count} ${STATUS_WORDS[status].toLowerCase()}`),
      );
    case 'Cluster':
      return [
        ...text('Version', resource.version),
        ...text('Nodes', ofAtMost(resource.nodeCount, resource.maximumNodes)),
        ...(resource.zones === null ? text('Zones', 'not known') : rows('Zones', ...resource.zones)),
      ];
    case 'Zone':
      return rows('Nodes', ...resource.zoneNodes);
    case 'Namespace':
      return rows('Cluster', resource.cluster);
    case 'Node':
      return nodeFacts(resource);
    case 'Workload':
      return [
        ...text('Ready', ofAtMost(resource.ready, resource.desired)),
        ...text('Up to date', resource.updated),
        ...(resource.isPaused ? yesNo('Paused', true) : []),
      ];
    case 'Pod':
      return podFacts(resource);
    case 'Claim':
      return [
        ...word('Phase', resource.claimPhase),
        ...text('Storage class', resource.storageClass),
        ...text('Asked for', bytes(resource.requestedBytes)),
        ...rows('Volume', resource.volume),
      ];
    case 'Volume':
      return volumeFacts(resource);
    case 'Source':
      return [
        ...text('Sees', resource.system),
        ...word('Learns as', resource.mode),
        ...text('Interval', resource.interval),
        ...measured('Last attempt took', resource.lastDurationMilliseconds, 'MILLISECONDS'),
        ...(resource.consecutiveFailures > 0 ? text('Failures in a row', resource.consecutiveFailures) : []),
      ];
    default:
      return [];
  }
}

function nodeFacts(node: Extract<PageResource, { __typename: 'Node' }>): readonly Fact[] {
  const { allocatable, requested } = node;
  return [
    ...rows('Zone', node.zone),
    ...yesNo('Ready', node.nodeIsReady),
    ...yesNo('Takes pods', node.isSchedulable),
    ...(requested === null
      ? []
      : [
          ...text(
            'CPU asked for',
            `${measure(requested.cpuCores, 'COUNT')} of ${measure(allocatable.cpuCores, 'CORES')}`,
          ),
          ...text('Memory asked for', `${bytes(requested.memoryBytes)} of ${bytes(allocatable.memoryBytes)}`),
          ...text('Pods', `${requested.pods} of ${allocatable.pods}`),
        ]),
    ...text('Kubelet', node.kubeletVersion),
    ...lines('Taints', node.taints),
  ];
}

function podFacts(pod: Extract<PageResource, { __typename: 'Pod' }>): readonly Fact[] {
  const containers = pod.containers.map(({ name, state, waitingReason, restarts, image, lastTermination: end }) => {
    const restarted = restarts === 0 ? '' : `, ${counted(restarts, RESTARTS)}`;
    const ended = end === null ? '' : `, ended with ${end.exitCode}${end.reason === null ? '' : ` (${end.reason})`}`;
    return `${name}: ${waitingReason ?? plain(state)}${restarted}${ended}; ${image}`;
  });
  return [
    ...text('Status', pod.displayStatus),
    ...rows('Workload', pod.workload),
    ...rows('Node', pod.node),
    ...text('Restarts', pod.restarts),
    ...time('Started', pod.startedAt),
    ...lines('Containers', containers),
    ...lines(
      'Events',
      pod.events?.map(({ reason, message }) => `${reason}: ${message}`),
    ),
  ];
}

function volumeFacts(volume: Extract<PageResource, { __typename: 'Volume' }>): readonly Fact[] {
  const { capacityBytes, usedBytes } = volume;
  const used = usedBytes === null ? 'not known' : bytes(usedBytes);
  return [
    ...rows('Claim', volume.claim),
    ...text('Storage class', volume.storageClass),
    ...text('Used', capacityBytes === null ? null : `${used} of ${bytes(capacityBytes)}`),
    ...time('Full at the present rate', volume.fullAt),
    ...lines(
      'Attached to',
      volume.attachments?.map(({ nodeName, isAttached, attachError }) => {
        const trouble = attachError === null ? '' : `: ${attachError.message}`;
        return `${nodeName}${isAttached ? '' : ' (not yet)'}${trouble}`;
      }),
    ),
  ];
}

function ofAtMost(count: number | null, most: number | null): string | null {
  if (count === null) return null;
  return most === null ? String(count) : `${count} of ${most}`;
}
