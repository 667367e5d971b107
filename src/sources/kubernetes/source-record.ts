import type { SourceEvent } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Sight, type Source, type SourceMode } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';

/** What changes about a source while it runs. */
export type SourceState = Pick<
  Source,
  'state' | 'message' | 'stateSince' | 'lastDurationMilliseconds' | 'consecutiveFailures' | 'clockSkew'
> & { readonly sights: readonly Sight[] };

export interface SourceIdentity {
  /** `kubernetes/prod`, `kubelets/prod`. */
  readonly name: string;
  readonly system: string;
  readonly mode: SourceMode.WATCHED | SourceMode.PROBED;
  /** How often it asks; null for a watch. */
  readonly interval: Milliseconds | null;
  readonly endpointId: ResourceId | null;
}

export function sourceId({ name, system }: Pick<SourceIdentity, 'name' | 'system'>): ResourceId {
  return resourceId(ResourceKind.SOURCE, system, name);
}

/** The report of a source on itself. */
export function sourceRecord(identity: SourceIdentity, state: SourceState, observedAt: Instant | null): SourceEvent {
  const facts: Source = {
    ...identity,
    ...state,
    id: sourceId(identity),
    kind: ResourceKind.SOURCE,
    namespace: null,
    labels: {},
    partOf: 'kubernetes',
  };
  return { id: facts.id, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt };
}
