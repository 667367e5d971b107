import { globMatches } from './glob.js';
import { ResourceKind } from './kinds.js';

/** What may be seen: all that fits. Names take `*` and `?`; null: any. */
export interface Grant {
  /** Clusters and configured systems. */
  readonly clusters: readonly string[] | null;
  /** Kubernetes namespaces. What is in none is then seen only where its kind is named. */
  readonly namespaces: readonly string[] | null;
  readonly kinds: readonly ResourceKind[] | null;
}

/** Everything that one of these grants; without any, nothing. */
export type Scope = readonly Grant[];

/** What a scope looks at of a record. */
export interface Placed {
  readonly kind: ResourceKind;
  readonly system: string;
  /** Null: it is in none. */
  readonly namespace: string | null;
}

/** Kinds whose records are in namespaces; a volume is in that of its claim, a namespace in itself. */
const IN_NAMESPACES: ReadonlySet<ResourceKind> = new Set([
  ResourceKind.NAMESPACE,
  ResourceKind.WORKLOAD,
  ResourceKind.POD,
  ResourceKind.CLAIM,
  ResourceKind.VOLUME,
  ResourceKind.WORKFLOW,
  ResourceKind.WORKFLOW_STEP,
]);

export function isInNamespaces(kind: ResourceKind): boolean {
  return IN_NAMESPACES.has(kind);
}

/** Whether a record may be seen. */
export function covers(scope: Scope, { kind, system, namespace }: Placed): boolean {
  return scope.some(
    ({ clusters, namespaces, kinds }) =>
      (kinds === null || kinds.includes(kind)) &&
      fits(clusters, system) &&
      (namespaces === null || (namespace === null ? kinds !== null : fits(namespaces, namespace))),
  );
}

/** Whether there may be records of a kind in a system that may be seen. */
export function mayCover(scope: Scope, kind: ResourceKind, system: string): boolean {
  return scope.some(
    ({ clusters, namespaces, kinds }) =>
      (kinds === null || kinds.includes(kind)) &&
      fits(clusters, system) &&
      (namespaces === null || kinds !== null || isInNamespaces(kind)),
  );
}

/** Whether nothing is left out. */
export function isEverything(scope: Scope): boolean {
  return scope.some(({ clusters, namespaces, kinds }) => [clusters, namespaces, kinds].every((part) => part === null));
}

/** The same for scopes that grant the same in the same words, in whatever order. */
export function scopeKey(scope: Scope): string {
  const sorted = (list: readonly string[] | null): readonly string[] | null =>
    list === null ? null : [...new Set(list)].sort();
  const grants = scope.map(({ clusters, namespaces, kinds }) =>
    JSON.stringify([sorted(clusters), sorted(namespaces), sorted(kinds)]),
  );
  return [...new Set(grants)].sort().join(' ');
}

function fits(patterns: readonly string[] | null, text: string): boolean {
  return patterns === null || patterns.some((pattern) => globMatches(pattern, text));
}
