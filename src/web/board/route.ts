/**
 * Every view has its URL, behind the `#`: the server knows one page only, and the page's parts are found relative to it, so that
 * the board works unchanged behind a proxy that serves Vitals under a path of its own.
 *
 * Alerts lead to resources, too (src/alerting/alert.ts).
 *
 *     #/  ·  #/resource/<id>  ·  #/list/<kind>?status=UNHEALTHY&name=web-*  ·  #/blind
 */
export interface Route {
  readonly page: string;
  /** What follows the page's name. */
  readonly rest: string;
  readonly options: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  // What follows the first one is a part of the options: patterns have it, too.
  const [path = '', ...query] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...rest] = path.split('/');
  return { page, rest: decoded(rest.join('/')), options: new URLSearchParams(query.join('?')) };
}

export function overviewUrl(options: Readonly<Record<string, string>> = {}): string {
  return withOptions('#/', options);
}

export function resourceUrl(id: string): string {
  return `#/resource/${encodeURIComponent(id)}`;
}

export function listUrl(kind: string, options: Readonly<Record<string, string>> = {}): string {
  return withOptions(`#/list/${kind}`, options);
}

export const BLIND_URL = '#/blind';

/** Where GraphiQL opens with a question: behind the `#`, since questions may be longer than servers let a URL be. */
export function graphiqlUrl(document: string, variables: string): string {
  return `graphiql/#${new URLSearchParams({ query: document, variables }).toString()}`;
}

function withOptions(path: string, options: Readonly<Record<string, string>>): string {
  const given = Object.entries(options).filter(([, value]) => value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** What somebody wrote by hand may be no such thing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
