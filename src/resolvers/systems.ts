import type { MainFacts } from '../model/facts.js';
import { referenceTo } from '../model/ids.js';
import type { NamedKind, ResourceKind } from '../model/kinds.js';
import type { Registry } from '../registry/registry.js';

/** A configured system of a kind, by the name that somebody asks for; null where there is none. */
export function systemNamed<K extends ResourceKind>(registry: Registry, kind: K, name: string): MainFacts<K> | null {
  return (registry.lookup(kind, name)[0]?.main ?? null) as MainFacts<K> | null;
}

/** The configured system of a kind that something belongs to, which says so by `system`; null where that is not seen. */
export function systemOf<K extends NamedKind>(registry: Registry, kind: K, system: string): MainFacts<K> | null {
  return (registry.resolve(referenceTo(kind, system, null, system))?.main ?? null) as MainFacts<K> | null;
}
