import { FindingReason } from '../model/finding-reason.js';

const R = FindingReason;

/** What keeps a container of a pod from being started. */
export const CANNOT_START: readonly FindingReason[] = [
  R.IMAGE_PULL_FAILED,
  R.CONTAINER_CONFIG_ERROR,
  R.CONTAINER_CREATE_FAILED,
];

/** What keeps a pod from doing what it is there for. */
export const POD_TROUBLE: readonly FindingReason[] = [
  ...CANNOT_START,
  R.POD_NOT_READY,
  R.POD_CRASH_LOOPING,
  R.POD_UNSCHEDULABLE,
  R.POD_PENDING,
  R.POD_STATE_UNKNOWN,
  R.POD_FAILED,
  R.POD_EVICTED,
  R.POD_STUCK_TERMINATING,
  R.CONTAINER_CREATING_STUCK,
];
