import { bounded } from './bounded.js';
import { type NamedKind, type RecordKind, ResourceKind, SupportKind, isNamedKind } from './kinds.js';

/** Opaque and global: what `resource(id)` takes. */
export type ResourceId = string & { readonly __resourceId: unique symbol };

/**
 * The id of a record: base64url of kind / system / native key.
 * @param system the configured name of the cluster or system it belongs to
 * @param key uid for Kubernetes objects; the name for zones, databases and whatever has no uid, cut or not (see `bounded`)
 */
export function resourceId(kind: RecordKind, system: string, key: string): ResourceId {
  return Buffer.from(`${kind}/${system}/${bounded(key)}`, 'utf8').toString('base64url') as ResourceId;
}

/**
 * What another record calls this one by when it knows only its name, such as a pod its node. Resolved by the registry
 * to whichever record holds that name at the moment.
 */
export type Reference = string & { readonly __reference: unique symbol };

export function referenceTo(kind: NamedKind, system: string, namespace: string | null, name: string): Reference {
  // Joined, and not written as one text with holes: that would keep each of its pieces in memory for as long as it lives.
  return [kind, system, namespace ?? '', bounded(name)].join('/') as Reference;
}

/** What a record itself is called by; null for those whom nobody calls by their names. */
export function ownReference(
  kind: RecordKind,
  { system, namespace, name }: { readonly system: string; readonly namespace: string | null; readonly name: string },
): Reference | null {
  return isNamedKind(kind) ? referenceTo(kind, system, namespace, name) : null;
}

/**
 * A further name of a record, such as its address. Several may have held it one after another: the last to take it is meant.
 * Kept only as long as an edge leads there.
 */
export type Alias = string & { readonly __alias: unique symbol };

/** All records of a kind and system that carry some labels, whichever these are at the moment. */
export type Selection = string & { readonly __selection: unique symbol };

export function aliasOf(kind: RecordKind, system: string, sort: 'address', value: string): Alias {
  return `@${JSON.stringify([kind, system, sort, value])}` as Alias;
}

/** @param namespace null: in any */
export function selectionOf(
  kind: RecordKind,
  system: string,
  namespace: string | null,
  labels: Readonly<Record<string, string>>,
): Selection {
  const wanted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `?${JSON.stringify([kind, system, namespace, wanted])}` as Selection;
}

/** Of which kind a record is, by its id or its reference; null: it is neither. */
export function kindOfKey(key: string): RecordKind | null {
  const text = key.includes('/') ? key : Buffer.from(key, 'base64url').toString('utf8');
  const [kind = ''] = text.split('/', 1);
  return kind in ResourceKind || kind in SupportKind ? (kind as RecordKind) : null;
}

/** Platform and its front-page rows belong to no configured system. */
export const PLATFORM_SYSTEM = 'platform';

export const platformId: ResourceId = resourceId(ResourceKind.PLATFORM, PLATFORM_SYSTEM, 'platform');

/** The id of a row of the front page: `kubernetes`, `databases`. */
export function systemId(row: string): ResourceId {
  return resourceId(ResourceKind.SYSTEM, PLATFORM_SYSTEM, row);
}
