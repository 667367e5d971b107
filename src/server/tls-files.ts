import { createHash } from 'node:crypto';
import type { Server } from 'node:https';
import { type SecureContextOptions, createSecureContext } from 'node:tls';
import type { Logger } from 'pino';
import { readPem } from '../model/bounded-file.js';
import { type Milliseconds, SECOND } from '../model/time.js';

/** Where the certificate (with its chain) and its key stand, as PEM. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Files are looked at, not listened to: those of a Secret change by a link above them. */
const LOOK_INTERVAL: Milliseconds = 2 * SECOND;

/** @throws where a file cannot be read, is no PEM, or the key is of another certificate */
export function readTls({ certFile, keyFile }: CertificateFiles): SecureContextOptions {
  const options: SecureContextOptions = {
    cert: readPem(certFile),
    key: readPem(keyFile),
    minVersion: 'TLSv1.2',
  };
  createSecureContext(options);
  return options;
}

/**
 * Takes up a new certificate when its files change: for connections from then on, those that are there stay. What cannot be used
 * changes nothing and is said in the log. Returns how to stop.
 */
export function reloadTls(server: Server, files: CertificateFiles, log: Logger, interval = LOOK_INTERVAL): () => void {
  let seen = fingerprintOf(files);
  const look = (): void => {
    const now = fingerprintOf(files);
    if (now === seen) return;
    seen = now;
    try {
      server.setSecureContext(readTls(files));
      log.info({ certFile: files.certFile }, 'the changed TLS certificate is in force');
    } catch (error) {
      // Never what it read: a key may be part of it.
      const why = codeOf(error) ?? 'no certificate with its key';
      log.error({ ...files, why }, 'the changed TLS files cannot be used, so the former certificate stays in force');
    }
  };
  const timer = setInterval(look, interval).unref();
  return () => {
    clearInterval(timer);
  };
}

/** The same as long as the files hold the same. */
function fingerprintOf({ certFile, keyFile }: CertificateFiles): string {
  try {
    return createHash('sha256').update(readPem(certFile)).update(readPem(keyFile)).digest('base64url');
  } catch (error) {
    return codeOf(error) ?? 'unreadable';
  }
}

/** What the operating system, or OpenSSL, calls it. */
function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
