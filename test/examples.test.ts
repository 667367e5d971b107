import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperationTypeNode, getOperationAST, parse, print } from 'graphql';
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { DEFAULT_SERVER, NO_CONFIG } from '../src/config/config.js';
import { type RunningVitals, replay } from '../src/main.js';
import { defaultRecording } from '../src/recording/default-recording.js';
import { readRecording } from '../src/recording/recording.js';
import { operationsOf, pages, pathsOf } from './docs/pages.js';
import { IsItWellDocument, type IsItWellQuery } from './support/graphql/graphql.js';

const FOLDER = join(import.meta.dirname, '..', 'schema', 'examples');

const committed = readdirSync(FOLDER).map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));

/** Those that are committed, and those that pages show. */
const examples = [...committed, ...pages.flatMap(operationsOf)].map(({ file, text }) => {
  const isLive = getOperationAST(parse(text))?.operation === OperationTypeNode.SUBSCRIPTION;
  return { file, text, isLive };
});

/** Pages are there once they are built, and opened by the tests of the browser. */
const PAGES = new Set(['/', '/graphiql']);
/** What pages have curl ask, of the server that `npm start` begins. */
const paths = [...new Set(pages.flatMap(pathsOf))].filter((path) => !PAGES.has(path));

describe('an example, asked of the recording', () => {
  let vitals: RunningVitals;

  beforeAll(async () => {
    const config = { ...NO_CONFIG, server: { ...DEFAULT_SERVER, port: 0 } };
    const recording = await readRecording(defaultRecording());
    vitals = await replay(config, recording, { speed: 20, isLooping: true }, pino({ level: 'silent' }));
  });

  afterAll(async () => {
    await vitals.stop();
  });

  async function ask(query: string): Promise<{ data?: unknown; errors?: unknown }> {
    const response = await fetch(`${vitals.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(10_000),
    });
    return (await response.json()) as { data?: unknown; errors?: unknown };
  }

  it.each(examples.filter(({ isLive }) => !isLive))('$file answers without an error', async ({ text }) => {
    const { data, errors } = await ask(text);
    expect(errors).toBeUndefined();
    expect(Object.values(data as object)).not.toContain(null);
  });

  it.each(examples.filter(({ isLive }) => isLive))('$file sends a first event over WebSocket', async ({ text }) => {
    const client = createClient({ url: `${vitals.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    const events = client.iterate({ query: text });
    const first = await events.next();
    await events.return?.();
    await client.dispose();
    expect((first.value as { errors?: unknown }).errors).toBeUndefined();
    expect(Object.values((first.value as { data: object }).data)).not.toContain(null);
  });

  it('is found in pages, too', () => {
    expect(examples.filter(({ file }) => file.startsWith('README.md')).length).toBeGreaterThanOrEqual(4);
    expect(examples.filter(({ file }) => file.startsWith('docs/')).length).toBeGreaterThanOrEqual(4);
    expect(paths.length).toBeGreaterThan(1);
  });

  it.each(paths)('is asked where there is something: %s', async (path) => {
    const { status } = await fetch(`${vitals.url}${path}`, { method: 'POST', signal: AbortSignal.timeout(10_000) });
    expect(status).not.toBe(404);
  });

  it('is typed for clients by its own operation', async () => {
    const { data } = (await ask(print(IsItWellDocument))) as { data: IsItWellQuery };
    expect(data.platform.systems.map(({ name }) => name).sort()).toEqual([
      'databases',
      'ingresses',
      'kafka',
      'kafka-connects',
      'kubernetes',
      'workflows',
      'zookeepers',
    ]);
  });
});
