import { FindingReason } from '../../model/finding-reason.js';
import type { CauseDefinition } from '../../model/kind-definition.js';

const R = FindingReason;
const THROTTLED = [R.VOLUME_IOPS_THROTTLED, R.VOLUME_THROUGHPUT_THROTTLED];

/** A disk that may do no more keeps whoever uses it waiting; that it does all it may is why it is held back. */
export const hostMetricsCauses: readonly CauseDefinition[] = [
  { effects: [R.VOLUME_IO_PRESSURE], causes: [...THROTTLED, R.VOLUME_IOPS_NEAR_LIMIT], path: [] },
  { effects: THROTTLED, causes: [R.VOLUME_IOPS_NEAR_LIMIT], path: [] },
];
