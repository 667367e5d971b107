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
    besides: [{ finding: 'CPU_THROTTLED', resource: 'POD pricing-*' }],
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
  { ...pods, fault: 'crash-loop', finding: 'CONTAINER_RESTARTING', resource: 'POD checkout-*' },
  { ...pods, fault: 'crash-loop', finding: 'POD_CRASH_LOOPING', resource: 'POD checkout-*', isChosen: true },
  { ...pods, fault: 'unschedulable', finding: 'POD_UNSCHEDULABLE', resource: 'POD training-*', isChosen: true },
  { ...pods, fault: 'not-ready', finding: 'POD_NOT_READY', resource: 'POD storefront-*', isChosen: true },
  { ...pods, ...beyond, fault: 'image-pull', finding: 'IMAGE_PULL_FAILED', resource: 'POD search-*' },
  { ...pods, ...beyond, fault: 'config-error', finding: 'CONTAINER_CONFIG_ERROR', resource: 'POD mailer-*' },
  // Its time of deletion lies ahead by the second of grace that it has.
  {
    ...pods,
    ...beyond,
    fault: 'pod-stuck-terminating',
    finding: 'POD_STUCK_TERMINATING',
    resource: 'POD *',
    holdSeconds: 6,
  },
  { ...pods, ...beyond, fault: 'workload-short', finding: 'WORKLOAD_UNAVAILABLE', resource: 'WORKLOAD *' },
  { ...pods, ...beyond, fault: 'job-failed', finding: 'JOB_FAILED', resource: 'WORKLOAD import' },
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
  // All pods of the only real node are on it: nothing else can be tried on them meanwhile.
  { ...pods, fault: 'node-lost', finding: 'POD_STATE_UNKNOWN', resource: 'POD storefront-*' },
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
];
