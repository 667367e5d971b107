import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
const pods = { lane: 'pods', seen: 'watched', isRequired: true } as const;
const volumes = { lane: 'volumes', seen: 'watched', isRequired: true } as const;
const nodes = { lane: 'nodes', seen: 'watched', isRequired: true } as const;
const beyond = { isRequired: false } as const;

/** Pods, volumes, nodes and clusters. */
export const kubernetesDetections: readonly Detection[] = [
  {
    ...pods,
    fault: 'cpu-hot',
    finding: 'CPU_NEAR_LIMIT',
    resource: 'POD pricing-*',
    seen: 'sampled',
    clearHoldSeconds,
  },
  // Most of the window has to be of the time in which it was held back, or of the time after it.
  {
    ...pods,
    ...beyond,
    fault: 'cpu-hot',
    finding: 'CPU_THROTTLED',
    resource: 'POD pricing-*',
    seen: 'sampled',
    clearHoldSeconds: clearHoldSeconds + 40,
  },
  {
    ...pods,
    fault: 'memory-near-limit',
    finding: 'MEMORY_NEAR_LIMIT',
    resource: 'POD pricing-*',
    seen: 'sampled',
    clearHoldSeconds,
  },
  // Its only pod is ready for a second between two kills, too short for its workload to count it.
  {
    ...pods,
    ...beyond,
    fault: 'oom',
    finding: 'CONTAINER_OOM_KILLED',
    resource: 'POD recommender-*',
    besides: [{ finding: 'WORKLOAD_UNAVAILABLE', resource: 'WORKLOAD recommender' }],
    isChosen: true,
  },
  // The windows over which restarts are counted, and after which it is out of its loop, in this run.
  {
    ...pods,
    fault: 'crash-loop',
    finding: 'CONTAINER_RESTARTING',
    resource: 'POD checkout-*',
    clearHoldSeconds: 100,
  },
  {
    ...pods,
    fault: 'crash-loop',
    finding: 'POD_CRASH_LOOPING',
    resource: 'POD checkout-*',
    clearHoldSeconds: 10,
    isChosen: true,
  },
  // It still has to start once it fits: longer than the short hold of its workload.
  {
    ...pods,
    fault: 'unschedulable',
    finding: 'POD_UNSCHEDULABLE',
    resource: 'POD training-*',
    besides: [{ finding: 'WORKLOAD_UNAVAILABLE', resource: 'WORKLOAD training' }],
    isChosen: true,
  },
  { ...pods, fault: 'not-ready', finding: 'POD_NOT_READY', resource: 'POD storefront-*', isChosen: true },
  { ...pods, ...beyond, fault: 'image-pull', finding: 'IMAGE_PULL_FAILED', resource: 'POD search-*' },
  { ...pods, ...beyond, fault: 'config-error', finding: 'CONTAINER_CONFIG_ERROR', resource: 'POD mailer-*' },
  { ...pods, ...beyond, fault: 'create-failed', finding: 'CONTAINER_CREATE_FAILED', resource: 'POD thumbnails-*' },
  { ...pods, ...beyond, fault: 'mount-missing', finding: 'CONTAINER_CREATING_STUCK', resource: 'POD billing-*' },
  { ...pods, ...beyond, fault: 'mount-missing', finding: 'POD_PENDING', resource: 'POD billing-*' },
  { ...pods, ...beyond, fault: 'pod-failed', finding: 'POD_FAILED', resource: 'POD backfill' },
  { ...pods, ...beyond, fault: 'pod-evicted', finding: 'POD_EVICTED', resource: 'POD transcode' },
  // Its time of deletion lies ahead by the second of grace that it has.
  { ...pods, ...beyond, fault: 'pod-stuck-terminating', finding: 'POD_STUCK_TERMINATING', resource: 'POD archive' },
  { ...pods, ...beyond, fault: 'workload-short', finding: 'WORKLOAD_UNAVAILABLE', resource: 'WORKLOAD catalog' },
  { ...pods, ...beyond, fault: 'job-failed', finding: 'JOB_FAILED', resource: 'WORKLOAD import' },
  { ...pods, ...beyond, fault: 'rollout-stuck', finding: 'WORKLOAD_ROLLOUT_STUCK', resource: 'WORKLOAD invoicing' },
  // Three periods of ten seconds after its last job began.
  {
    ...pods,
    ...beyond,
    fault: 'job-hangs',
    finding: 'CRON_JOB_OVERDUE',
    resource: 'WORKLOAD sync',
    holdSeconds: 30,
  },
  { ...pods, ...beyond, fault: 'job-hangs', finding: 'JOB_OVERRUNNING', resource: 'WORKLOAD sync-*' },
  {
    ...volumes,
    fault: 'volume-full',
    finding: 'VOLUME_SPACE_LOW',
    resource: 'VOLUME *',
    seen: 'sampled',
    clearHoldSeconds,
    isChosen: true,
  },
  { ...volumes, fault: 'attach-failed', finding: 'VOLUME_ATTACH_FAILED', resource: 'VOLUME warehouse' },
  { ...volumes, fault: 'attached-elsewhere', finding: 'VOLUME_ATTACH_FAILED', resource: 'VOLUME ledger-copy' },
  { ...volumes, fault: 'detach-failed', finding: 'VOLUME_DETACH_FAILED', resource: 'VOLUME archive-disk' },
  { ...volumes, ...beyond, fault: 'claim-pending', finding: 'CLAIM_PENDING', resource: 'CLAIM exports' },
  {
    ...volumes,
    ...beyond,
    fault: 'volume-inodes-low',
    finding: 'VOLUME_INODES_LOW',
    resource: 'VOLUME *',
    seen: 'sampled',
    clearHoldSeconds,
    // So many files are made and removed by its own container.
    besides: [{ finding: 'CPU_THROTTLED', resource: 'POD ledger-0' }],
  },
  // A trend is one when it lasts for most of its window, and over when most of it is.
  {
    ...volumes,
    ...beyond,
    fault: 'volume-filling',
    finding: 'VOLUME_FILLING',
    resource: 'VOLUME *',
    seen: 'sampled',
    // So much of its window has to be of the time in which it fills, or of the time after it.
    holdSeconds: 50,
    clearHoldSeconds: clearHoldSeconds + 20,
  },
  { ...volumes, ...beyond, fault: 'volume-zone-conflict', finding: 'VOLUME_ZONE_CONFLICT', resource: 'VOLUME mirror' },
  { ...volumes, ...beyond, fault: 'volume-reclaim-failed', finding: 'VOLUME_FAILED', resource: 'VOLUME invoices' },
  {
    ...volumes,
    ...beyond,
    fault: 'volume-stuck-terminating',
    finding: 'VOLUME_STUCK_TERMINATING',
    resource: 'VOLUME photos',
  },
  { ...volumes, ...beyond, fault: 'claim-lost', finding: 'CLAIM_LOST', resource: 'CLAIM drafts' },
  // All pods of the only real node are on it: nothing else can be tried on them meanwhile.
  {
    ...pods,
    lane: 'alone',
    fault: 'node-lost',
    finding: 'POD_STATE_UNKNOWN',
    resource: 'POD storefront-*',
    // When it is back, it is a while until its kubelet says of each pod that it is ready.
    besides: [
      { finding: 'POD_NOT_READY', resource: 'POD *' },
      { finding: 'WORKLOAD_UNAVAILABLE', resource: 'WORKLOAD *' },
    ],
  },
  { ...nodes, fault: 'node-gone', finding: 'ZONE_NODES_INSUFFICIENT', resource: 'ZONE zone-a', isChosen: true },
  {
    ...nodes,
    fault: 'nodes-many',
    finding: 'CLUSTER_NODES_NEAR_MAXIMUM',
    resource: 'CLUSTER platform',
    clearHoldSeconds,
  },
  { ...nodes, ...beyond, fault: 'node-cordoned', finding: 'NODE_CORDONED', resource: 'NODE zone-c-fake-3' },
  {
    ...nodes,
    ...beyond,
    fault: 'node-not-ready',
    finding: 'NODE_NOT_READY',
    resource: 'NODE zone-b-fake-1',
    isChosen: true,
  },
  { ...nodes, ...beyond, fault: 'fake-node-lost', finding: 'NODE_UNREACHABLE', resource: 'NODE zone-b-fake-2' },
  { ...nodes, ...beyond, fault: 'zone-down', finding: 'ZONE_DOWN', resource: 'ZONE zone-c' },
  {
    ...nodes,
    ...beyond,
    fault: 'node-pressure',
    finding: 'NODE_UNDER_PRESSURE',
    resource: 'NODE zone-a-fake-2',
    besides: [{ finding: 'ZONE_NODES_INSUFFICIENT', resource: 'ZONE zone-a' }],
  },
  {
    ...nodes,
    ...beyond,
    fault: 'node-flapping',
    finding: 'NODE_FLAPPING',
    resource: 'NODE zone-c-fake-2',
    // As long as its changes are in the window.
    clearHoldSeconds: 20,
    besides: [{ finding: 'NODE_NOT_READY', resource: 'NODE zone-c-fake-2' }],
  },
  {
    ...nodes,
    ...beyond,
    fault: 'node-crowded',
    finding: 'NODE_PODS_NEAR_CAPACITY',
    resource: 'NODE zone-a-fake-1',
    clearHoldSeconds,
  },
  {
    ...nodes,
    ...beyond,
    fault: 'cluster-overcommitted',
    finding: 'CLUSTER_OVERCOMMITTED',
    resource: 'CLUSTER platform',
    clearHoldSeconds,
  },
  {
    ...nodes,
    ...beyond,
    lane: 'alone',
    fault: 'kubelet-cut',
    finding: 'SOURCE_UNREACHABLE',
    resource: 'SOURCE kubelets/platform',
    seen: 'sampled',
  },
  {
    ...nodes,
    ...beyond,
    lane: 'alone',
    fault: 'apiserver-down',
    finding: 'CLUSTER_UNREACHABLE',
    resource: 'CLUSTER platform',
    seen: 'probed',
    // Workflows are watched there, too, and a kubelet asks it who we are.
    besides: [
      ...['argo/pipelines', 'kubelets/platform'].map((name) => ({
        finding: 'SOURCE_UNREACHABLE',
        resource: `SOURCE ${name}`,
      })),
      // Nodes cannot report meanwhile: who missed a turn too many is told of when it is back.
      { finding: 'NODE_UNREACHABLE', resource: 'NODE *' },
    ],
  },
];
