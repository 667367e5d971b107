import { type Reference, type ResourceId, kindOfKey, referenceTo, systemId } from '../../model/ids.js';
import type { CauseDefinition, KindDefinition } from '../../model/kind-definition.js';
import { type NamedKind, ResourceKind } from '../../model/kinds.js';
import { ROWS } from '../../model/platform.js';
import type { Rule, Seen } from '../../model/rule.js';
import { type Scope, covers, isInNamespaces } from '../../model/scope.js';
import { SignalName } from '../../model/signal-name.js';
import { isPlace, isResourceKind, placeOf } from './place-of.js';

/** What a registry is taught. */
export interface Catalogue {
  readonly kinds: readonly KindDefinition[];
  readonly rules: readonly Rule[];
  readonly causes: readonly CauseDefinition[];
}

/** Whose trouble is whose, where the parent itself may not be seen: a kind in the same place. */
const NEXT: Partial<Record<ResourceKind, NamedKind>> = {
  WORKLOAD: ResourceKind.NAMESPACE,
  NAMESPACE: ResourceKind.CLUSTER,
  ZONE: ResourceKind.CLUSTER,
  WORKFLOW: ResourceKind.WORKFLOW_ENGINE,
  CONNECTOR: ResourceKind.KAFKA_CONNECT,
};

/** The rows of the front page for which whole systems count. */
const ROW_NAMES = new Map<ResourceKind, string>(ROWS.map(({ members, name }) => [members, name]));

/** The catalogue for a registry that is told only what a scope lets be seen. */
export function scopedCatalogue({ kinds, rules, causes }: Catalogue, scope: Scope): Catalogue {
  return {
    kinds: kinds.map((definition) => withVisibleParent(definition, scope)),
    rules: rules.map((rule) => withoutPlaces(rule, scope)),
    causes,
  };
}

/** What is only a place has no findings of its own, but that it is not reached: what is in it is not seen then either. */
function withoutPlaces(rule: Rule, scope: Scope): Rule {
  const isOfPlaces = rule.kind === ResourceKind.CLUSTER || rule.kind === ResourceKind.NAMESPACE;
  if (!isOfPlaces || rule.signal === SignalName.CLUSTER_REACH) return rule;
  const applies = (subject: Seen): boolean => {
    if (!covers(scope, placeOf(subject.kind as ResourceKind, subject.main))) return false;
    return rule.applies?.(subject as never) !== false;
  };
  return { ...rule, applies };
}

function withVisibleParent(definition: KindDefinition, scope: Scope): KindDefinition {
  const { parent } = definition;
  if (parent === undefined) return definition;
  return {
    ...definition,
    parent: (seen) => {
      const key = parent(seen);
      return key === null ? null : visibleParent(key, seen.main, scope);
    },
  };
}

/** The parent, or the first above it that may be seen: else what is wrong would count for nobody. */
function visibleParent(
  key: ResourceId | Reference,
  { system, namespace }: Seen['main'],
  scope: Scope,
): ResourceId | Reference {
  let next: ResourceId | Reference = key;
  // A way up is a few steps long.
  for (;;) {
    const kind = kindOfKey(next);
    if (kind === null || !isResourceKind(kind)) return next;
    const placed = { kind, system, namespace: isInNamespaces(kind) ? namespace : null };
    if (covers(scope, placed) || isPlace(scope, placed)) return next;
    const row = ROW_NAMES.get(kind);
    if (row !== undefined) return systemId(row);
    const above = NEXT[kind];
    if (above === undefined) return next;
    const isNamespace = above === ResourceKind.NAMESPACE;
    next = referenceTo(above, system, null, isNamespace ? (namespace ?? '') : system);
  }
}
