import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrustedDocuments } from '../../../src/server/limits/trusted-documents.js';
import { type Served, connect, listen, serve } from '../../support/served.js';

const KNOWN = 'query Known { __typename }';
const LIVE = 'subscription Live { healthChanges(initial: true) { type } }';
const FOREIGN = '{ platform { name } }';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'vitals-documents-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a list of documents', () => {
  it('is read from a folder of .graphql and .json', () => {
    file('known.graphql', KNOWN);
    file('more.json', JSON.stringify({ [hash(LIVE)]: LIVE }));
    file('readme.md', 'not a document');
    expect(TrustedDocuments.read(folder).size).toBe(2);
  });

  it('is told what is wrong with it', () => {
    expect(() => TrustedDocuments.read(join(folder, 'none'))).toThrow(/ENOENT/);
    expect(() => TrustedDocuments.read(file('list.json', '[1]'))).toThrow(/list\.json is no JSON object of documents/);
    expect(() => TrustedDocuments.read(mkdtempSync(join(folder, 'empty-')))).toThrow(/holds no document/);
    expect(() => TrustedDocuments.read('/dev/zero')).toThrow(/\/dev\/zero is larger than 16 MiB/);
  });
});

describe('where only listed documents are executed', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serve({ documents: TrustedDocuments.of([KNOWN, LIVE]) });
  });

  afterAll(() => served.stop());

  const persisted = (of: string): object => ({ persistedQuery: { version: 1, sha256Hash: hash(of) } });

  async function ask(request: object, method = 'POST'): Promise<readonly [number, unknown]> {
    const parameters = Object.entries(request).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]); // prettier-ignore
    const search = new URLSearchParams(parameters as [string, string][]).toString();
    const response = await fetch(`${served.url}/graphql${method === 'GET' ? `?${search}` : ''}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(request) }),
    });
    return [response.status, await response.json()];
  }

  const answered = [200, { data: { __typename: 'Query' } }];
  const refused = [403, { errors: [{ message: expect.any(String) as string, extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] }]; // prettier-ignore

  describe.each(['POST', 'GET'])('%s', (method) => {
    it.each([
      ['by its hash', { extensions: persisted(KNOWN) }, answered],
      ['by its text', { query: KNOWN }, answered],
      ['by both', { query: KNOWN, extensions: persisted(KNOWN) }, answered],
      ['another one', { query: FOREIGN }, refused],
      ['the hash of another one', { extensions: persisted(FOREIGN) }, refused],
      ['another one with the hash of one that is listed', { query: FOREIGN, extensions: persisted(KNOWN) }, refused],
      ['the same in other words', { query: `${KNOWN} ` }, refused],
      ['what cannot be parsed', { query: '{' }, refused],
    ])('%s', async (_, request, expected) => {
      expect(await ask(request, method)).toEqual(expected);
    });
  });

  it('holds over WebSocket alike', async () => {
    const client = connect(served);
    const known = listen(client, LIVE);
    await known.until(() => true);
    await expect(listen(client, FOREIGN).over).rejects.toThrow(/DOCUMENT_NOT_TRUSTED/);
    known.leave();
    await client.dispose();
  });
});
