/** A question that came with the URL: `?query=…&variables=…`. */
export interface Asked {
  readonly query: string;
  readonly variables: string | null;
}

/**
 * Taken out of the URL, so that the page loaded again shows what was made of it since. Tokens are never read from there: URLs are
 * logged and passed on.
 */
export function takeAsked(): Asked | undefined {
  const url = new URL(location.href);
  const query = url.searchParams.get('query');
  if (query === null) return undefined;
  const variables = url.searchParams.get('variables');
  url.search = '';
  history.replaceState(null, '', url);
  return { query, variables };
}
