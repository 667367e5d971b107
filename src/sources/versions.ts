import { bounded } from '../model/bounded.js';

/** Versions of several parts of one system, each once; null where none is known. */
export function joinedVersions(versions: readonly (string | null | undefined)[]): string | null {
  const known = versions.filter((version) => version != null);
  return known.length === 0 ? null : bounded([...new Set(known)].sort().join(', '));
}
