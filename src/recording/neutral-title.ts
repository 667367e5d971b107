/** What a recording is called where nobody says: which sorts of systems it shows, and no name of anything of its maker's. */
export function neutralTitle(systems: readonly { readonly source: string }[]): string {
  const sorts = [...new Set(systems.map(({ source }) => source))];
  return `A recording of ${sorts.join(', ')}`;
}
