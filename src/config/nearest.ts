import leven from 'leven';

/** The known name that is fewest keystrokes away. */
export function nearest(text: string, known: readonly string[]): string {
  return known.reduce((best, name) => (leven(text, name) < leven(text, best) ? name : best), known[0] ?? '');
}
