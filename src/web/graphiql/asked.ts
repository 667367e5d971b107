/** A question that came with the URL. */
export interface Asked {
  readonly query: string;
  readonly variables: string | null;
}

/**
 * Reads `?query=…&variables=…`, or the same behind the `#`, where the server does not see it and it may be of any length. It is
 * taken out of the URL, so that the page loaded again shows what was made of it since. Tokens are never read from there: URLs
 * are logged and passed on.
 */
export function takeAsked(): Asked | undefined {
  const url = new URL(location.href);
  const asked = [url.searchParams, new URLSearchParams(url.hash.slice(1))].find((parameters) =>
    parameters.has('query'),
  );
  const query = asked?.get('query');
  if (query == null) return undefined;
  const variables = asked?.get('variables') ?? null;
  url.search = '';
  url.hash = '';
  history.replaceState(null, '', url);
  return { query: query.trim(), variables };
}
