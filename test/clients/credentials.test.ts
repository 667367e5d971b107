import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeerCertificate } from 'node:tls';
import { UnreadableFile, readPassword, tlsOptions, tlsOptionsFor } from '../../src/clients/credentials.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitals-credentials-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Path of a file that holds `text`. */
function fileWith(text: string): string {
  const path = join(folder, 'file.pem');
  writeFileSync(path, text);
  return path;
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

describe('files for TLS', () => {
  it('are read at each call', () => {
    const files = { ca: fileWith('first'), insecureSkipVerify: false };
    expect(tlsOptions(files).ca?.toString()).toBe('first');
    fileWith('rotated');
    expect(tlsOptions(files).ca?.toString()).toBe('rotated');
  });

  it('become the options of Node', () => {
    const path = fileWith('PEM');
    const pem = Buffer.from('PEM');
    expect(
      tlsOptions({ ca: path, certificate: path, key: path, serverName: 'db.internal', insecureSkipVerify: true }),
    ).toEqual({ ca: pem, cert: pem, key: pem, servername: 'db.internal', rejectUnauthorized: false });
  });

  it('that are not configured are no options at all', () => {
    expect(Object.entries(tlsOptions({ insecureSkipVerify: false }))).toEqual([['rejectUnauthorized', true]]);
  });

  it.each([
    ['ca', 'The CA file cannot be read (ENOENT).'],
    ['certificate', 'The client certificate cannot be read (ENOENT).'],
    ['key', 'The key of the client certificate cannot be read (ENOENT).'],
  ])('that cannot be read are named by what they are (%s), never by their path', (option, message) => {
    const error = thrownBy(() => tlsOptions({ [option]: join(folder, 'none'), insecureSkipVerify: false }));
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ message, code: 'ENOENT', state: 'forbidden' });
  });

  it('are read no further than certificates are long', () => {
    const error = thrownBy(() => tlsOptions({ ca: '/dev/zero', insecureSkipVerify: false }));
    expect(error).toMatchObject({ message: 'The CA file cannot be read (TOO_LARGE).', state: 'forbidden' });
  });

  it.each([
    ['EACCES', 'forbidden'],
    ['EMFILE', 'hindered'],
    ['ENFILE', 'hindered'],
  ])('that cannot be read for %s are %s: without a descriptor left nothing can be read', (code, state) => {
    const read = (): string => {
      throw Object.assign(new Error('open'), { code });
    };
    expect(thrownBy(() => readPassword({ read }))).toMatchObject({ code, state });
  });
});

describe('the certificate of a host', () => {
  const peer = { subject: { CN: 'x' }, subjectaltname: 'DNS:db.internal, DNS:db.example.com' } as PeerCertificate;

  it.each([
    ['its own name', 'db.example.com', undefined, undefined],
    ['another', 'other.example.com', undefined, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['the configured name', 'other.example.com', 'db.internal', undefined],
    ['another than the configured name', 'db.example.com', 'other', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('is held to %s, whatever name a client gives', (_, host, serverName, code) => {
    const { checkServerIdentity } = tlsOptionsFor(host, { serverName, insecureSkipVerify: false });
    expect(checkServerIdentity?.('given by a client', peer)).toEqual(
      code === undefined ? undefined : expect.objectContaining({ code }),
    );
  });
});

describe('a password', () => {
  it('is empty where none is configured', () => {
    expect(readPassword(null)).toBe('');
  });

  it('that cannot be read is told without what went wrong in full', () => {
    const read = (): string => {
      throw Object.assign(new Error('/etc/secret/path'), { code: 'EACCES' });
    };
    expect(thrownBy(() => readPassword({ read }))).toEqual(
      expect.objectContaining({ message: 'The password file cannot be read (EACCES).', code: 'EACCES' }),
    );
    const odd = (): string => {
      throw new Error('/etc/secret/path');
    };
    expect(thrownBy(() => readPassword({ read: odd }))).toMatchObject({
      message: 'The password file cannot be read (unknown error).',
      code: null,
    });
  });
});
