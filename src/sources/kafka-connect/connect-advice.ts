/** Of connectors and tasks alike. */
export const UNASSIGNED_ADVICE =
  'Look at whether workers are missing or keep coming and going, and at their logs for rebalances that do not end.';
