import type { ResourceId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import type { MainFacts } from '../model/facts.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { sourceUnavailable } from './bad-input.js';
import { type Connection, type Ordering, type PageArgs, paginate } from './connection.js';

/** A list of resources: what is left after the filter, sorted, one page of it. */
export function list<K extends ResourceKind>(
  entries: Iterable<Entry<K>>,
  predicate: (entry: Entry<K>) => boolean,
  ordering: Ordering<Entry>,
  args: PageArgs,
): Connection<MainFacts<K>> {
  const found: Entry<K>[] = [];
  for (const entry of entries) if (predicate(entry)) found.push(entry);
  const page = paginate(found, ordering as Ordering<unknown> as Ordering<Entry<K>>, args);
  return {
    ...page,
    edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.main })),
    nodes: page.nodes.map(({ main }) => main),
  };
}

export function mains<K extends ResourceKind>(entries: Iterable<Entry<K>>): readonly MainFacts<K>[] {
  return Array.from(entries, ({ main }) => main);
}

/** Kinds of which configuration itself is the list. */
const FROM_CONFIGURATION: readonly ResourceKind[] = [ResourceKind.CLUSTER, ResourceKind.DATABASE, ResourceKind.SOURCE];

/**
 * All records of a kind; an error where the list was never obtained, since an empty list means "looked, found none".
 */
export function obtained<K extends ResourceKind>(registry: Registry, kind: K): Iterable<Entry<K>> {
  if (!FROM_CONFIGURATION.includes(kind)) {
    const sights = [...registry.sights.ofKind(kind)];
    if (sights.length === 0) throw sourceUnavailable(`Nothing that has a ${kind} is configured.`);
    const [system, missing] = sights.find(([, { isObtained }]) => !isObtained) ?? [];
    if (missing !== undefined) {
      throw sourceUnavailable(
        `The ${kind} list of ${system ?? ''} was never obtained: ${missing.message ?? 'not yet'}.`,
      );
    }
  }
  return registry.entries(kind);
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
