/** No token is longer. */
const LONGEST = 16_384;

/** The token of `Authorization: Bearer …` (RFC 6750); null where there is none. */
export function bearerToken(header: unknown): string | null {
  if (typeof header !== 'string' || header.length > LONGEST) return null;
  return /^ *bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1] ?? null;
}

/** The same from what a client says when it connects over WebSocket. */
export function bearerTokenOf(connectionParams: Readonly<Record<string, unknown>> | null | undefined): string | null {
  if (connectionParams == null) return null;
  const name = Object.keys(connectionParams).find((key) => key.toLowerCase() === 'authorization');
  return name === undefined ? null : bearerToken(connectionParams[name]);
}
