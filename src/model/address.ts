/** A host and port as people and URLs write them. */
export function hostAndPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** A host as such: an IPv6 address stands in brackets where a port may follow it. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}
