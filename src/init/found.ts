import type { Labels } from '../model/resource.js';
import type { ClusterObjects, Workload } from './objects.js';
import type { Resource } from './look.js';

/** What an entry may refer to while it is written. */
export interface Writing {
  /** Of the cluster that was looked at. */
  readonly cluster: string;
  /** How its API server is reached, as fields of an entry. */
  readonly access: Readonly<Record<string, unknown>>;
  /** What a system is called in the file. */
  nameOf(system: FoundSystem): string;
  /** A placeholder for what is secret: `${KAFKA_EVENTS_PASSWORD}`. */
  secret(what: string): string;
}

/** A system that seems to be there. */
export interface FoundSystem {
  /** The list of the configuration that it would stand in. */
  readonly source: string;
  readonly namespace: string;
  /** What it would be called, were it alone. */
  readonly name: string;
  /** Why it is thought to be one. */
  readonly because: string;
  /** Names under which others may know it. */
  readonly hosts: readonly string[];
  /** Its entry, without its name; or why there can be none. */
  readonly entry: ((writing: Writing) => Readonly<Record<string, unknown>>) | { readonly none: string };
  /** What only its people know. */
  readonly hints: readonly string[];
}

/** How one sort of system is known. */
export interface Recogniser {
  /** The list of the configuration. */
  readonly source: string;
  /** As people call it. */
  readonly what: string;
  readonly lookedFor: string;
  /** Without which of these something may have been missed. */
  readonly reads: readonly Resource[];
  /** What to grant, once for all of them. */
  readonly note: readonly string[];
  /** @param earlier what others found before, to refer to */
  find(objects: ClusterObjects, earlier: readonly FoundSystem[]): readonly FoundSystem[];
}

/** Where a system runs, as an entry says it. */
export function placement({ cluster }: Writing, namespace: string, selector: Labels): object {
  return { cluster, namespace, ...(Object.keys(selector).length > 0 ? { selector } : {}) };
}

export const NO_REPLICAS = { none: 'it has no replicas now' };

/** Why StatefulSets have no members that could be asked each by itself. */
export function withoutMembers(workloads: readonly Pick<Workload, 'replicas'>[]): { readonly none: string } {
  const isOff = workloads.every(({ replicas }) => replicas === 0);
  return isOff ? NO_REPLICAS : { none: 'its pods have no names: its StatefulSet names no service that would give them some (serviceName)' }; // prettier-ignore
}
