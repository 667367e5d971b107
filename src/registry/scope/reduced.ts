import type { Cluster } from '../../model/cluster.js';
import type { MainFacts, Observation } from '../../model/facts.js';
import { kindOfKey } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Scope, mayCover } from '../../model/scope.js';
import type { Source } from '../../model/source.js';
import { isPlace, isResourceKind, isSightShown } from './place-of.js';

const NO_LABELS = Object.freeze({});

/** What is left of a record that is only the place of what may be seen: its names. */
export function reducedPlace(observation: Observation): Observation {
  const { kind, facts } = observation;
  if (kind === ResourceKind.CLUSTER) {
    const nothing = { labels: NO_LABELS, version: null, configuredMaximumNodes: null, nodeGroups: [] };
    return withFacts(observation, { ...(facts as Cluster), ...nothing });
  }
  if (kind === ResourceKind.NAMESPACE) return withFacts(observation, { ...facts, labels: NO_LABELS, createdAt: null });
  return observation;
}

/**
 * What is left of a source for who may see some of what it shows, and not the source itself: how well it sees that, in no
 * words of its own. Null: nothing of what it shows may be seen.
 */
export function reducedSource(observation: Observation, scope: Scope): Observation | null {
  const source = observation.facts as Source;
  const { system, endpointId, apiServerOf } = source;
  const isShown = (kind: string | null): boolean =>
    kind !== null && isResourceKind(kind as ResourceKind) && mayCover(scope, kind as ResourceKind, system);
  const sights = source.sights
    .filter(({ kind }) => kind !== null && isSightShown(scope, kind, system))
    .map((sight) => ({ ...sight, message: null, resourceId: null }));
  const endpoint = endpointId === null ? null : kindOfKey(endpointId);
  const isOfPlace = endpoint === ResourceKind.CLUSTER && isCluster(system, scope);
  if (sights.length === 0 && !isShown(endpoint) && !isOfPlace) return null;
  return withFacts(observation, {
    ...source,
    sights,
    labels: NO_LABELS,
    message: null,
    endpointId: isShown(endpoint) || isOfPlace ? endpointId : null,
    apiServerOf: apiServerOf != null && isCluster(apiServerOf, scope) ? apiServerOf : null,
  });
}

function isCluster(system: string, scope: Scope): boolean {
  return isPlace(scope, { kind: ResourceKind.CLUSTER, system, namespace: null });
}

function withFacts(observation: Observation, facts: MainFacts): Observation {
  return { ...observation, facts } as Observation;
}
