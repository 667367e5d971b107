import type { ChangeLineFragment } from '../../graphql/graphql.js';

type Named = Pick<ChangeLineFragment, 'resourceKind' | 'resourceName' | 'cluster' | 'namespace'>;

/** The cluster or system, and the namespace, of what changed; empty where its name says it all. */
export function placeOfChange({ resourceKind, resourceName, cluster, namespace }: Named): string {
  // Of all that is watched there is one.
  if (resourceKind === 'PLATFORM' || resourceKind === 'SYSTEM') return '';
  if (namespace === null && cluster === resourceName) return '';
  return [cluster, namespace].filter((part) => part !== null).join(' / ');
}
