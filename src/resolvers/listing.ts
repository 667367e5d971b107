import type { ResourceId } from '../model/ids.js';
import type { RecordKind, ResourceKind } from '../model/kinds.js';
import type { MainFacts } from '../model/facts.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { sourceUnavailable } from './bad-input.js';
import { type Connection, type Ordering, type PageArgs, paginate } from './connection.js';
import type { GraphContext } from './context.js';
import { isAmong } from './filters.js';
import type { ListBudget } from './list-budget.js';
import type { Optional } from './optional.js';

/** A list of resources: what is left after the filter, sorted, one page of it. */
export function list<K extends ResourceKind>(
  entries: Iterable<Entry<K>>,
  predicate: (entry: Entry<K>) => boolean,
  ordering: Ordering<Entry>,
  args: PageArgs,
  { budget }: GraphContext,
): Connection<MainFacts<K>> {
  const order = ordering as Ordering<unknown> as Ordering<Entry<K>>;
  const page = paginate(matching(entries, predicate, budget), order, args, budget);
  return {
    ...page,
    edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.main })),
    nodes: page.nodes.map(({ main }) => main),
  };
}

function* matching<T>(items: Iterable<T>, predicate: (item: T) => boolean, budget: ListBudget): Generator<T> {
  let others = 0;
  for (const item of items) {
    if (predicate(item)) yield item;
    else others += 1;
  }
  budget.rows(others);
}

/** For lists that are short: all of them, by name. */
export function byName<K extends ResourceKind>(entries: Iterable<Entry<K>>): readonly MainFacts<K>[] {
  return Array.from(entries, ({ main }) => main).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a filter looks. */
interface Places {
  readonly clusters?: readonly string[] | null;
  readonly namespaces?: readonly string[] | null;
}

/**
 * All records of a kind in the places asked for; an error where such a list was never obtained, since an empty list means
 * "looked, found none".
 */
export function obtained<K extends ResourceKind>(
  registry: Registry,
  kind: K,
  places?: Places | null,
): Iterable<Entry<K>> {
  const { clusters, namespaces } = places ?? {};
  const sights = [...registry.sights.ofKind(kind)];
  if (sights.length === 0) throw sourceUnavailable(`Nothing that has a ${kind} is configured.`);
  const missing = sights.find(([system, { isObtained }]) => isAmong(clusters, system) && !isObtained);
  if (missing !== undefined) {
    const [system, { message }] = missing;
    const others = sights.length > 1 ? ' Ask for other clusters with filter: { clusters: [...] }.' : '';
    throw sourceUnavailable(`The ${kind} list of ${system} was never obtained: ${message ?? 'not yet.'}${others}`);
  }
  return within(registry, kind, clusters, namespaces);
}

function* within<K extends ResourceKind>(
  registry: Registry,
  kind: K,
  clusters: Optional<readonly string[]>,
  namespaces: Optional<readonly string[]>,
): Generator<Entry<K>> {
  for (const system of clusters == null ? [undefined] : new Set(clusters)) {
    for (const namespace of namespaces == null ? [undefined] : new Set(namespaces)) {
      yield* registry.entries(kind, { system, namespace });
    }
  }
}

/** Whether all records of a kind in a system were listed at least once. */
export function isObtained(registry: Registry, kind: RecordKind, system: string): boolean {
  return registry.sights.of(system, kind)?.isObtained === true;
}

/** The record itself of the parent object of a resolver. It is gone only when it went while the answer was made. */
export function entryOf<K extends ResourceKind>(
  registry: Registry,
  kind: K,
  { id }: { readonly id: ResourceId },
): Entry<K> | undefined {
  const entry = registry.get(id);
  return entry?.kind === kind ? (entry as unknown as Entry<K>) : undefined;
}
