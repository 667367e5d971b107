import { type RecordKind, ResourceKind } from './kinds.js';

/** Opaque and global: what `resource(id)` takes. */
export type ResourceId = string & { readonly __resourceId: unique symbol };

/**
 * The id of a record: base64url of kind / system / native key.
 * @param system the configured name of the cluster or system it belongs to
 * @param key uid for Kubernetes objects; the name for zones, databases and whatever has no uid
 */
export function resourceId(kind: RecordKind, system: string, key: string): ResourceId {
  return Buffer.from(`${kind}/${system}/${key}`, 'utf8').toString('base64url') as ResourceId;
}

/**
 * What another record calls this one by when it knows only its name, such as a pod its node. Resolved by the registry
 * to whichever record holds that name at the moment.
 */
export type Reference = string & { readonly __reference: unique symbol };

export function referenceTo(kind: RecordKind, system: string, namespace: string | null, name: string): Reference {
  return `${kind}/${system}/${namespace ?? ''}/${name}` as Reference;
}

/** Platform and its front-page rows belong to no configured system. */
export const PLATFORM_SYSTEM = 'platform';

export const platformId: ResourceId = resourceId(ResourceKind.PLATFORM, PLATFORM_SYSTEM, 'platform');

/** The id of a row of the front page: `kubernetes`, `databases`. */
export function systemId(row: string): ResourceId {
  return resourceId(ResourceKind.SYSTEM, PLATFORM_SYSTEM, row);
}
