import leven from 'leven';

/** The known name that is fewest keystrokes away. */
export function nearest(text: string, known: readonly string[]): string {
  return known.reduce((best, name) => (leven(text, name) < leven(text, best) ? name : best), known[0] ?? '');
}

/** How to mend a name that does not exist: the nearest one there is, or all where none is near. */
export function mendOf(text: string, known: readonly string[]): string {
  if (known.length === 0) return 'there is none';
  const near = nearest(text, known);
  const isNear = leven(text.toLowerCase(), near.toLowerCase()) <= Math.max(2, text.length / 2);
  return isNear ? `did you mean ${near}?` : `there are ${[...known].sort().join(', ')}`;
}
