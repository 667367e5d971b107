import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import { readPem } from '../model/bounded-file.js';
import { codeOf, isOutOfDescriptors } from './error-code.js';

/** How to trust and be trusted over TLS: paths of PEM files. */
export interface TlsFiles {
  readonly ca?: string | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  readonly serverName?: string | undefined;
  readonly insecureSkipVerify: boolean;
}

/** A password or token, which may stand in a file. */
export interface SecretText {
  read(): string;
}

/** A file of ours that a connection needs and that cannot be read. Its path stays here. */
export class UnreadableFile extends Error {
  readonly code: string | null;
  /** Whether it may not be read, or nothing can be read at the moment. */
  readonly state: 'forbidden' | 'hindered';

  constructor(what: string, cause: unknown) {
    const code = codeOf(cause);
    super(`${what} cannot be read (${code ?? 'unknown error'}).`);
    this.code = code;
    this.state = isOutOfDescriptors(code) ? 'hindered' : 'forbidden';
  }
}

/** Empty where none is configured. */
export function readPassword(secret: SecretText | null): string {
  return readOwn('The password file', () => secret?.read() ?? '');
}

/** Empty where none is configured. */
export function readToken(secret: SecretText | null): string {
  return readOwn('The token file', () => secret?.read() ?? '');
}

/** What the files hold now: asked for at each connection, so that rotated ones are picked up. */
export function tlsOptions({
  ca,
  certificate,
  key,
  serverName,
  insecureSkipVerify,
}: TlsFiles): Pick<ConnectionOptions, 'ca' | 'cert' | 'key' | 'servername' | 'rejectUnauthorized'> {
  return {
    ...(ca === undefined ? {} : { ca: readOwn('The CA file', () => readPem(ca)) }),
    ...(certificate === undefined ? {} : { cert: readOwn('The client certificate', () => readPem(certificate)) }),
    ...(key === undefined ? {} : { key: readOwn('The key of the client certificate', () => readPem(key)) }),
    ...(serverName === undefined ? {} : { servername: serverName }),
    rejectUnauthorized: !insecureSkipVerify,
  };
}

/** The same for one host, whose certificate is held to its name even where a client puts another in the place of `servername`. */
export function tlsOptionsFor(
  host: string,
  files: TlsFiles,
): ReturnType<typeof tlsOptions> & Pick<ConnectionOptions, 'checkServerIdentity'> {
  return {
    ...tlsOptions(files),
    checkServerIdentity: (_, peer) => checkServerIdentity(files.serverName ?? host, peer),
  };
}

function readOwn<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnreadableFile(what, error);
  }
}
