import type { Connector, ConnectorTask } from '../../model/kafka-connect.js';

type Failed = Pick<Connector | ConnectorTask, 'error' | 'rootCause'>;

/** All that is kept of a trace, in one line. Null: nothing was told. */
export function troubleOf({ error, rootCause }: Failed): string | null {
  // In recordings made before it was kept there is no root cause.
  return error === null || rootCause == null ? error : `${error} Caused by: ${rootCause}`;
}

/** What to say of a connector or task that has failed. */
export function failureMessage(failed: Failed): string {
  const trouble = troubleOf(failed);
  return trouble === null ? 'It has failed, and says nothing of why.' : `It has failed: ${trouble}`;
}
