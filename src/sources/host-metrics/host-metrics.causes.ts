import { FindingReason } from '../../model/finding-reason.js';
import type { CauseDefinition } from '../../model/kind-definition.js';

const R = FindingReason;
const THROTTLED = [R.VOLUME_IOPS_THROTTLED, R.VOLUME_THROUGHPUT_THROTTLED];

/** What of a disk is near its limit, by the sort in which it is held back: requests do not explain bytes. */
const NEAR: Partial<Record<FindingReason, string>> = {
  [R.VOLUME_IOPS_THROTTLED]: 'IOPS',
  [R.VOLUME_THROUGHPUT_THROTTLED]: 'throughput',
};

/**
 * A disk that may do no more keeps whoever uses it waiting; that it does all it may is why it is held back. What its instance
 * may do is another limit, for all of its disks together.
 */
export const hostMetricsCauses: readonly CauseDefinition[] = [
  { effects: [R.VOLUME_IO_PRESSURE], causes: [...THROTTLED, R.VOLUME_IOPS_NEAR_LIMIT], path: [] },
  {
    effects: THROTTLED,
    causes: [R.VOLUME_IOPS_NEAR_LIMIT],
    path: [],
    holds: ({ reason, subject }, _volume, near) => subject === null && near.subject === NEAR[reason],
  },
];
