import type { Observation } from '../model/facts.js';
import { type ResourceId, resourceId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import { type Sight, type Source, type SourceMode } from '../model/source.js';
import type { Instant, Milliseconds } from '../model/time.js';
import type { Eye } from '../sampling/eye.js';

/** What changes about a source while it runs. */
export type SourceState = Pick<
  Source,
  'state' | 'message' | 'stateSince' | 'lastDurationMilliseconds' | 'consecutiveFailures' | 'clockSkew'
> & { readonly sights: readonly Sight[] };

export interface SourceIdentity {
  /** Folder and system: `kubernetes/prod`, `kubelets/prod`. */
  readonly name: string;
  readonly system: string;
  /** The row of the front page. */
  readonly partOf: string;
  readonly mode: SourceMode.WATCHED | SourceMode.PROBED;
  /** How often it asks; null for a watch. */
  readonly interval: Milliseconds | null;
  readonly endpointId: ResourceId | null;
  /** See `Source`. */
  readonly apiServerOf?: string | null;
}

export function sourceId({ name, system }: Pick<SourceIdentity, 'name' | 'system'>): ResourceId {
  return resourceId(ResourceKind.SOURCE, system, name);
}

/** The report of a source on itself. */
export function sourceRecord(identity: SourceIdentity, state: SourceState, observedAt: Instant | null): Observation {
  const facts: Source = {
    ...identity,
    ...state,
    id: sourceId(identity),
    kind: ResourceKind.SOURCE,
    namespace: null,
    labels: {},
  };
  return { id: facts.id, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt };
}

type Seeing = Pick<Eye, 'reach' | 'duration'>;

/** One eye on the whole of a system. */
export function seenBy({ reach, duration }: Seeing): Omit<SourceState, 'sights' | 'clockSkew'> {
  const { state, message, since, failures } = reach;
  return { state, message, stateSince: since, lastDurationMilliseconds: duration, consecutiveFailures: failures };
}

/** How long the slowest of them took, and how often in a row even the best of them failed. */
export function looksOf(eyes: readonly Seeing[]): Pick<Source, 'lastDurationMilliseconds' | 'consecutiveFailures'> {
  const durations = eyes.flatMap(({ duration }) => (duration === null ? [] : [duration]));
  return {
    lastDurationMilliseconds: durations.length === 0 ? null : Math.max(...durations),
    consecutiveFailures: Math.min(...eyes.map(({ reach }) => reach.failures)),
  };
}

/** Several eyes on one system as one: it is seen as long as one of them sees. */
export function seenByAny(eyes: readonly Seeing[]): Pick<Source, 'state' | 'message'> {
  const states = eyes.map(({ reach }) => reach.state);
  if (states.includes('ok')) return { state: 'ok', message: null };
  if (states.includes('starting')) return { state: 'starting', message: null };
  // One that answers, if only that it does not let us in, tells more than one that is silent.
  const telling = eyes.find(({ reach }) => reach.state !== 'lost') ?? eyes[0];
  return { state: telling?.reach.state ?? 'lost', message: telling?.reach.message ?? null };
}

/** What of the sights is worth saying again though nothing else happened: how fresh they are. */
export function contactsOf(sights: readonly Sight[]): string {
  return sights.map(({ contactAt }) => contactAt).join();
}
