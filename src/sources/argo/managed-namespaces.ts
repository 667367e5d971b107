/**
 * Whether a controller minds what is in a namespace.
 * @param managed the only ones that it minds; null, or absent where nobody noted it: all
 */
export function isManaged(managed: readonly string[] | null | undefined, namespace: string): boolean {
  return managed == null || managed.includes(namespace);
}
