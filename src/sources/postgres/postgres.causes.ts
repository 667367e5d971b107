import { FindingReason } from '../../model/finding-reason.js';
import type { CauseDefinition } from '../../model/kind-definition.js';
import type { Database } from './postgres-figures.js';
import { isIoBound } from './postgres-io.rules.js';

/** Log kept for a slot fills the same disk; a slot that has lost its log keeps none. */
const slotFillsDisk: CauseDefinition = {
  effects: [FindingReason.DATABASE_DISK_LOW],
  causes: [FindingReason.REPLICATION_SLOT_RETAINING_WAL],
  path: [],
  holds: (_effect, _database, { subject }, seen) => {
    const { slots } = (seen as unknown as Database).main;
    return slots?.some(({ name, walStatus }) => name === subject && walStatus !== 'lost') === true;
  },
};

/** A disk that does all it may, or is held back for lack of credits, is busy and has a queue. */
const boundKeepsBusy: CauseDefinition = {
  effects: [FindingReason.DATABASE_IO_SATURATED],
  causes: [FindingReason.DATABASE_IO_SATURATED],
  path: [],
  holds: (effect, _database, cause) => !isIoBound(effect.subject) && isIoBound(cause.subject),
};

export const postgresCauses: readonly CauseDefinition[] = [slotFillsDisk, boundKeepsBusy];
