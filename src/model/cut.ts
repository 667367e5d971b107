/** The beginning of a text: so many UTF-16 units at the most, and no half of a sign. */
export function beginningOf(text: string, most: number): string {
  const beginning = text.slice(0, most);
  return beginning.length < text.length && /[\uD800-\uDBFF]$/.test(beginning) ? beginning.slice(0, -1) : beginning;
}

/** No more than so much of a text, in UTF-16 units; that something was left out is marked. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${beginningOf(text, most)}…` : text;
}
