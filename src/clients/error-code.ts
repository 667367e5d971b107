/** A code that fits into a sentence; null for anything else. A host with several addresses fails once for each. */
export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)) return code;
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return first === undefined ? null : codeOf(first);
}

/** Whether such a code speaks of TLS: a certificate, or what only TLS says. */
function isTlsTrouble(code: string): boolean {
  return /CERT|^ERR_(?:TLS|SSL|OSSL)|^UNABLE_TO_|^HOSTNAME_|^EPROTO$/.test(code);
}

/** Whether such a code says that this process, or its machine, cannot open one more file or connection: nothing of what it was to open. */
export function isOutOfDescriptors(code: string | null): boolean {
  return code === 'EMFILE' || code === 'ENFILE';
}

/** Whether such a code is one of Node's parser of HTTP: something else speaks there. */
export function isNoHttp(code: string): boolean {
  return code.startsWith('HPE_');
}

/** What to say where a connection could not be had for want of descriptors, which tells nothing of the other side; null: that is not why. */
function describeOwnWant(code: string | null): string | null {
  if (!isOutOfDescriptors(code)) return null;
  const whose = code === 'ENFILE' ? 'its machine' : 'it';
  return `Vitals itself cannot open one more connection: ${whose} has no file descriptors left.`;
}

/** Why a connection could not be had, or broke. */
interface BrokenConnection {
  /** Whether the other side is not there, speaks otherwise than it should, or Vitals itself could not ask. */
  readonly state: 'lost' | 'invalid' | 'hindered';
  /** One sentence of our own. */
  readonly message: string;
}

/**
 * What a connection that could not be had, or broke, tells of the other side.
 * @param code null: the error has none
 * @param place what is connected to, as messages call it
 * @param host left out where the place says it
 */
export function brokenConnection(code: string | null, place: string, host: string | null = null): BrokenConnection {
  const ownWant = describeOwnWant(code);
  if (ownWant !== null) return { state: 'hindered', message: ownWant };
  if (code !== null && isTlsTrouble(code)) return brokenTls(code, place);
  if (code !== null && isNoHttp(code)) return { state: 'invalid', message: `${place} does not speak HTTP (${code}).` };
  return { state: 'lost', message: describeBrokenConnection(code, place, host) };
}

/** The same where it is known that TLS is what fails, by its code or without one. */
export function brokenTls(code: string | null, place: string): BrokenConnection {
  const message = code === null ? `TLS with ${place} fails.` : `TLS with ${place} fails (${code}).`;
  return { state: 'invalid', message };
}

function describeBrokenConnection(code: string | null, place: string, host: string | null): string {
  if (code === 'ECONNREFUSED') return `${place} refuses connections.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return host === null
      ? `The name of ${place} cannot be resolved (${code}).`
      : `The name "${host}" cannot be resolved (${code}).`;
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return `There is no way to ${place} (${code}).`;
  return `The connection to ${place} broke${code === null ? '' : ` (${code})`}.`;
}
