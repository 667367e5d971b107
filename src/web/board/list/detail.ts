import type { ListRowFragment } from '../../graphql/graphql.js';
import { PARTITIONS, RESTARTS, bytes, counted, measure, plain } from '../words.js';

/** What of a resource is worth a column, in a few words. */
export function detailOf(row: ListRowFragment): string {
  switch (row.__typename) {
    case 'Pod':
      return row.restarts === 0 ? row.displayStatus : `${row.displayStatus}, ${counted(row.restarts, RESTARTS)}`;
    case 'Workload':
      return row.ready === null ? '' : `${row.ready} of ${row.desired ?? '?'} ready`;
    case 'Node':
      return row.zone?.name ?? '';
    case 'Volume':
      if (row.capacityBytes === null) return '';
      return row.usedBytes === null
        ? bytes(row.capacityBytes)
        : `${bytes(row.usedBytes)} of ${bytes(row.capacityBytes)}`;
    case 'Claim':
      return plain(row.claimPhase);
    case 'Workflow':
      return plain(row.workflowPhase);
    case 'Route':
      return row.requestsPerSecond === null ? '' : measure(row.requestsPerSecond, 'PER_SECOND');
    case 'Topic':
      return counted(row.partitionCount, PARTITIONS);
    case 'ConsumerGroup':
      return row.lagMessages === null ? '' : `${measure(row.lagMessages, 'COUNT')} behind`;
    case 'Connector':
      return row.connectorState === null ? '' : plain(row.connectorState);
    case 'Source':
      return plain(row.mode);
    default:
      return '';
  }
}
