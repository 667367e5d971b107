import type { Seen } from '../model/rule.js';
import type { Source } from '../model/source.js';

/**
 * Whether what a source cannot ask is not asked for want of something that Vitals itself lacks: that follows from nothing there.
 * @param place one of several that it asks, as its findings name it; null: all of them
 */
export function isUnasked({ main }: Seen, place: string | null): boolean {
  const { state, sights } = main as Source;
  return (place === null ? state : sights.find(({ subject }) => subject === place)?.state) === 'hindered';
}
