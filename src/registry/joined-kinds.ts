import type { MainFacts } from '../model/facts.js';
import type { KindDefinition } from '../model/kind-definition.js';
import type { RecordKind } from '../model/kinds.js';

/**
 * One definition for each kind. Several sources may have records of one kind, such as databases of two engines: what each
 * of them declares holds for all, and is made for its own by looking at the facts.
 */
export function joinKinds(definitions: readonly KindDefinition[]): readonly KindDefinition[] {
  const joined = new Map<RecordKind, KindDefinition>();
  for (const definition of definitions) {
    const before = joined.get(definition.kind);
    joined.set(definition.kind, before === undefined ? definition : join(before, definition));
  }
  return [...joined.values()];
}

/** Where there can be one answer only, the first that was declared gives it. */
function join(first: KindDefinition, second: KindDefinition): KindDefinition {
  const { parent = second.parent, works = second.works } = first;
  const edges = both(first.edges, second.edges);
  const aliases = both(first.aliases, second.aliases);
  return {
    kind: first.kind,
    interests: [...(first.interests ?? []), ...(second.interests ?? [])],
    sets: [...(first.sets ?? []), ...(second.sets ?? [])],
    contributes: [...(first.contributes ?? []), ...(second.contributes ?? [])],
    series: [...(first.series ?? []), ...(second.series ?? [])],
    vitalMembers: [...(first.vitalMembers ?? []), ...(second.vitalMembers ?? [])],
    ...(edges === undefined ? {} : { edges }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(parent === undefined ? {} : { parent }),
    ...(works === undefined ? {} : { works }),
  };
}

type Lister<T> = (main: MainFacts) => readonly T[];

function both<T>(first: Lister<T> | undefined, second: Lister<T> | undefined): Lister<T> | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return (main) => [...first(main), ...second(main)];
}
