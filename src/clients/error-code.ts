/** A code that fits into a sentence; null for anything else. */
export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : null;
}

/** Whether such a code speaks of TLS: a certificate, or what only TLS says. */
export function isTlsTrouble(code: string): boolean {
  return /CERT|^ERR_(?:TLS|SSL|OSSL)|^UNABLE_TO_|^HOSTNAME_|^EPROTO$/.test(code);
}
