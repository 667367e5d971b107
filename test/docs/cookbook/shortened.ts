/** The longest text that is shown whole. */
const LONGEST_TEXT = 160;

/** The most that is shown of a list. */
const MOST_ITEMS = 2;

/**
 * An answer made short enough to be read, and still true: nothing but ends of texts and items of lists is left out, and
 * their place says so. Of lists what is about `about` is kept, or the first item.
 */
export function shortened(value: unknown, about: string): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (Array.isArray(value)) return shortenedList(value, about);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part, about)]));
}

function shortenedList(items: readonly unknown[], about: string): readonly unknown[] {
  const told = items.filter((item) => JSON.stringify(item).includes(about)).slice(0, MOST_ITEMS);
  const kept = new Set(items.length <= MOST_ITEMS ? items : told.length > 0 ? told : items.slice(0, 1));
  const shown: unknown[] = [];
  let left = 0;
  const sayLeft = (): void => {
    if (left > 0) shown.push(`… ${left} more`);
    left = 0;
  };
  for (const item of items) {
    // Each of the same numbers and words is one of its kind: only as many are kept as there are to be.
    if (kept.delete(item)) {
      sayLeft();
      shown.push(shortened(item, about));
    } else left += 1;
  }
  sayLeft();
  return shown;
}
