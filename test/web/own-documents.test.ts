import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { isWorthCompiling } from '../../src/server/fast/compile.js';
import { TrustedDocuments } from '../../src/server/limits/trusted-documents.js';
import { Feed } from '../../src/watch/feed.js';
import type { Change } from '../../src/watch/questions.js';
import { ownDocuments } from '../../src/web/own-documents.js';
import { type Served, serve } from '../support/served.js';
import { pod } from '../support/small-world.js';
import { until } from '../support/until.js';

/** That the board works with it, the tests of the browser show. */
describe('where only listed documents are executed, and the list of own documents is', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serve({ documents: TrustedDocuments.of(Object.values(ownDocuments())) });
  });

  afterAll(() => served.stop());

  it('`vitals watch` shows what is wrong, and follows it', async () => {
    const changes: Change[] = [];
    const nothing = (): void => undefined;
    const feed = new Feed({ url: served.url, token: null, onChange: (change) => changes.push(change), onLive: nothing, onLost: nothing }); // prettier-ignore
    const refused: unknown[] = [];
    const following = feed.run().catch((error: unknown) => refused.push(error));
    try {
      await until(() => served.subscribers() === 1 || refused.length > 0);
      expect(refused).toEqual([]);
      expect(await feed.picture(5)).toMatchObject({ findings: { totalCount: 1 } });
      served.report([pod('web', { critical: 'y' })]);
      await until(() => changes.some(({ resourceName }) => resourceName === 'web'));
    } finally {
      feed.stop();
      await following;
    }
  });

  it('names each by its operation', () => {
    const names = Object.keys(ownDocuments());
    expect(names).toEqual(expect.arrayContaining(['Overview', 'Resource', 'WatchPicture', 'WatchChanges']));
  });
});

it('what the first page of the board asks again and again is small enough to be compiled', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
  const document = parse(ownDocuments()['Overview'] ?? '');
  const operation = getOperationAST(document);
  expect(operation != null && isWorthCompiling(schema, document, operation)).toBe(true);
});
