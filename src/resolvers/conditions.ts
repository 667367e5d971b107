import { labelsOf } from '../model/facts.js';
import { globMatches } from '../model/glob.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { badInput } from './bad-input.js';
import { type ResourceFilter, refuseUnknown, setOf } from './filters.js';
import { parseLabelSelector } from './label-selector.js';
import type { Optional } from './optional.js';

export type Predicate<T> = (item: T) => boolean;

/** What a filter asks for; null: nothing, everything is wanted. */
export type Condition<T> = Predicate<T> | null;

/** What filters of all resources have in common. */
export type CommonFilter = ResourceFilter & { readonly namespaces?: string[] | null };

/** Holds where all do. */
export function allOf<T>(...conditions: readonly Condition<T>[]): Condition<T> {
  const asked = conditions.filter((condition) => condition !== null);
  const [only] = asked;
  return asked.length > 1 ? (item) => asked.every((holds) => holds(item)) : (only ?? null);
}

/** Holds where a value is one of those asked for. */
export function among<T, V>(wanted: Optional<readonly V[]>, valueOf: (item: T) => V | null): Condition<T> {
  if (wanted == null) return null;
  const all = new Set(wanted);
  return (item) => {
    const value = valueOf(item);
    return value !== null && all.has(value);
  };
}

/** Holds as `holds` says of what is asked for. */
export function where<T, V>(wanted: Optional<V>, holds: (item: T, wanted: V) => boolean): Condition<T> {
  return wanted == null ? null : (item) => holds(item, wanted);
}

/** It is held against every name that there is. */
const LONGEST_PATTERN = 300;

/** Where a filter looks, and at which status: what indexes know. */
export function placeCondition(filter: Optional<CommonFilter>): Condition<Entry> {
  return allOf<Entry>(
    among(filter?.clusters, ({ main }) => main.system),
    among(filter?.namespaces, ({ main }) => main.namespace),
    among(filter?.status, ({ status }) => status),
  );
}

/** What else a filter asks of every resource, its patterns read once. Unknown clusters are refused. */
export function factCondition(filter: Optional<CommonFilter>, registry: Registry): Condition<Entry> {
  if (filter == null) return null;
  const { clusters, name, labels, reasons } = filter;
  refuseUnknown(clusters, registry);
  if (name != null && name.length > LONGEST_PATTERN)
    throw badInput(`name: a pattern has ${LONGEST_PATTERN} characters at most, and this one has ${name.length}.`);
  const selects = labels == null ? null : parseLabelSelector(labels);
  return allOf<Entry>(
    where(name, ({ main }, pattern) => globMatches(pattern, main.name)),
    where(selects, ({ main }, holds) => holds(labelsOf(main))),
    where(setOf(reasons), ({ findings }, wanted) =>
      findings.some(({ reason, ignored }) => ignored === null && wanted.has(reason)),
    ),
  );
}
