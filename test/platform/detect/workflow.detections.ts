import { type Detection } from './detection.js';

const argo = { lane: 'workflows', seen: 'watched' } as const;
/** The life that goes on waits with the others. */
const rollup = { finding: 'WORKFLOW_QUEUED', resource: 'WORKFLOW rollup*' };

/** Argo Workflows. */
export const workflowDetections: readonly Detection[] = [
  {
    ...argo,
    fault: 'workflow-step-fails',
    finding: 'WORKFLOW_STEP_FAILED',
    severity: 'WARNING',
    resource: 'WORKFLOW_STEP import',
    isRequired: true,
    endsByRemoval: true,
    isChosen: true,
  },
  {
    ...argo,
    fault: 'workflow-fails',
    finding: 'WORKFLOW_FAILED',
    severity: 'WARNING',
    resource: 'WORKFLOW export-1',
    isRequired: true,
  },
  {
    ...argo,
    fault: 'cron-workflow-fails',
    finding: 'WORKFLOWS_FAILING',
    severity: 'CRITICAL',
    resource: 'WORKFLOW_ENGINE pipelines',
    isRequired: true,
    // The container has failed, and the executor beside it still saves what it left: longer than the short hold.
    besides: [{ finding: 'POD_NOT_READY', resource: 'POD sync*' }],
  },
  {
    ...argo,
    fault: 'workflow-queued',
    finding: 'WORKFLOW_QUEUED',
    severity: 'INFO',
    resource: 'WORKFLOW late',
    isRequired: true,
    besides: [rollup],
  },
  {
    ...argo,
    fault: 'workflow-semaphore',
    finding: 'WORKFLOW_QUEUED',
    severity: 'INFO',
    resource: 'WORKFLOW wants',
    isRequired: true,
    besides: [rollup],
  },
  // For which `idleFor` is the hold.
  {
    ...argo,
    fault: 'workflow-stands-still',
    finding: 'WORKFLOW_QUEUED',
    severity: 'WARNING',
    signal: 'WORKFLOW_PROGRESS',
    resource: 'WORKFLOW training',
    holdSeconds: 40,
    isRequired: true,
  },
  {
    ...argo,
    fault: 'workflow-controller-stopped',
    finding: 'WORKFLOW_CONTROLLER_SILENT',
    severity: 'CRITICAL',
    // It renews its Lease that often.
    soonerSeconds: 5,
    resource: 'WORKFLOW_ENGINE pipelines',
    isRequired: false,
    besides: [rollup],
  },
  // Its interface shows it once three periods are over, as the rule has it.
  {
    ...argo,
    fault: 'cron-workflow-overdue',
    finding: 'CRON_WORKFLOW_OVERDUE',
    severity: 'WARNING',
    resource: 'WORKFLOW_ENGINE pipelines',
    holdSeconds: 0,
    isRequired: false,
  },
];
