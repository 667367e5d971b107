import type {
  V1LabelSelector,
  V1NodeSelectorTerm,
  V1PodSpec,
  V1PodTemplateSpec,
  V1Toleration,
} from '@kubernetes/client-node';
import type { SelectorTerm, Toleration, ZonalNeed } from '../../model/workload.js';
import { ZONE_LABELS } from './node.projection.js';
import type { Place } from '../../clients/kubernetes-projection.js';
import { type Raw, listOf, numberOf, textEntriesOf, textOf, textsOf } from '../../clients/kubernetes-raw-object.js';
import { alternativesOf } from './selector-terms.js';

const HOST_LABEL = 'kubernetes.io/hostname';

type RawTemplate = Raw<V1PodTemplateSpec>;

/**
 * What a pod template demands of zones, and of the nodes in them. A soft preference is no demand, and neither is keeping away from
 * the pods of others. `ZONAL_VOLUMES` is said of every template with claims: only the volumes behind them tell whether
 * they are bound to zones.
 */
export function zonalNeedOf(
  template: RawTemplate,
  replicas: number,
  hasClaims: boolean,
  place: Place,
): ZonalNeed | null {
  const because = spreadsOverZones(template)
    ? 'TOPOLOGY_SPREAD'
    : excludesItselfBy(template, ZONE_LABELS)
      ? 'ANTI_AFFINITY'
      : hasClaims
        ? 'ZONAL_VOLUMES'
        : null;
  if (because === null) return null;
  return {
    because,
    replicas,
    excludesByHost: excludesItselfBy(template, [HOST_LABEL]) || hasHostPort(template?.spec),
    nodeAlternatives: nodeAlternativesOf(template?.spec, place),
    tolerations: listOf(template?.spec?.tolerations).map(tolerationOf),
  };
}

function isOneOf(keys: readonly string[], key: unknown): boolean {
  return typeof key === 'string' && keys.includes(key);
}

function spreadsOverZones(template: RawTemplate): boolean {
  return listOf(template?.spec?.topologySpreadConstraints).some(
    ({ topologyKey, whenUnsatisfiable, labelSelector }) =>
      whenUnsatisfiable === 'DoNotSchedule' && isOneOf(ZONE_LABELS, topologyKey) && selects(labelSelector, template),
  );
}

function excludesItselfBy(template: RawTemplate, keys: readonly string[]): boolean {
  const required = template?.spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return listOf(required).some(
    ({ topologyKey, labelSelector }) => isOneOf(keys, topologyKey) && selects(labelSelector, template),
  );
}

function hasHostPort(spec: Raw<V1PodSpec>): boolean {
  return listOf(spec?.containers).some(({ ports }) =>
    listOf(ports).some(({ hostPort }) => (numberOf(hostPort) ?? 0) > 0),
  );
}

/** Whether a selector finds the template's own pods. */
function selects(selector: Raw<V1LabelSelector>, template: RawTemplate): boolean {
  if (selector == null) return false;
  const labels = new Map(textEntriesOf(template?.metadata?.labels));
  const isEqual = textEntriesOf(selector.matchLabels).every(([key, value]) => labels.get(key) === value);
  return (
    isEqual &&
    listOf(selector.matchExpressions).every(({ key, operator, values }) => {
      const value = labels.get(textOf(key) ?? '');
      const isAmong = value !== undefined && textsOf(values).includes(value);
      if (operator === 'In') return isAmong;
      if (operator === 'NotIn') return !isAmong;
      return operator === 'Exists' ? value !== undefined : value === undefined;
    })
  );
}

/** A node selector holds beside every alternative of the affinity. */
function nodeAlternativesOf(spec: Raw<V1PodSpec>, place: Place): readonly (readonly SelectorTerm[])[] {
  const selected = textEntriesOf(spec?.nodeSelector).map(([key, value]): SelectorTerm => ({
    key,
    operator: 'In',
    values: [value],
  }));
  const required: Raw<{ nodeSelectorTerms: V1NodeSelectorTerm[] }> =
    spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const alternatives = alternativesOf(required, place);
  if (alternatives.length === 0) return selected.length === 0 ? [] : [selected];
  return alternatives.map((terms) => [...selected, ...terms]);
}

function tolerationOf({ key, operator, value, effect }: NonNullable<Raw<V1Toleration>>): Toleration {
  return {
    key: textOf(key),
    operator: operator === 'Exists' ? 'Exists' : 'Equal',
    value: textOf(value),
    effect: textOf(effect),
  };
}
