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
  const kept = keptOf(items, about);
  const shown: unknown[] = [];
  let left = 0;
  const sayLeft = (): void => {
    if (left > 0) shown.push(`… ${left} more`);
    left = 0;
  };
  for (const [index, item] of items.entries()) {
    if (kept.includes(index)) {
      sayLeft();
      shown.push(shortened(item, about));
    } else left += 1;
  }
  sayLeft();
  return shown;
}

/** The places of what is shown. */
function keptOf(items: readonly unknown[], about: string): readonly number[] {
  const all = [...items.keys()];
  if (items.length <= MOST_ITEMS) return all;
  const told = all.filter((index) => JSON.stringify(items[index]).includes(about));
  return told.length > 0 ? told.slice(0, MOST_ITEMS) : [0];
}
