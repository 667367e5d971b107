import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for this machine with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Made anew each time: no key is kept anywhere. */
export async function certificate(): Promise<Certificate> {
  const names = [{ type: 7 as const, ip: '127.0.0.1' }];
  const extensions = [{ name: 'subjectAltName' as const, altNames: names }];
  const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    extensions,
  });
  return { cert, key };
}

/** Writes both, under the names that a Secret of Kubernetes has. */
export function writeCertificate(folder: string, { cert, key }: Certificate): { certFile: string; keyFile: string } {
  const files = { certFile: join(folder, 'tls.crt'), keyFile: join(folder, 'tls.key') };
  writeFileSync(files.certFile, cert);
  writeFileSync(files.keyFile, key);
  return files;
}
