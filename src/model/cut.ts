/** No more than so much of a text, in UTF-16 units; that something was left out is marked. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
