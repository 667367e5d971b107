import { Agent, request } from 'node:http';

/**
 * Asks Vitals so many times a second, on connections that are kept, and tells its parent how long each answer took:
 * `asker.main.ts <url> <times a second>`. A process of its own: what disturbs a test is not to be what is measured.
 */
const [url = '', perSecond = ''] = process.argv.slice(2);

const QUERIES = [
  '{ platform { health { status } systems { name health { status } } } }',
  '{ findings(first: 50) { totalCount nodes { reason message resource { kind name } } } }',
  '{ pods(first: 100) { nodes { name health { status isStale observedAt } node { name } } } }',
  '{ sources { name lastDurationMilliseconds consecutiveFailures health { status observedAt } } }',
  '{ workloads(first: 50) { nodes { name health { status findings { reason } } } } }',
];

const STALE = 'stale';
const PATIENCE = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** What one question came to; `error`: what was wrong with the answer. */
export interface Asked {
  readonly at: number;
  readonly milliseconds: number;
  readonly error: string | null;
}

async function ask(query: string): Promise<string | null> {
  const first = await askOnce(query);
  // The server closed a kept connection just as it was taken: it has heard nothing.
  return first === STALE ? askOnce(query) : first;
}

function askOnce(query: string): Promise<string | null> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers, timeout: PATIENCE }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isWhole = response.statusCode === 200 && !text.includes('"errors"');
        resolve(isWhole ? null : `${response.statusCode ?? 0} ${text.slice(0, 200)}`);
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${PATIENCE} ms`)));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve(sent.reusedSocket && error.code === 'ECONNRESET' ? STALE : error.message);
    });
    sent.end(JSON.stringify({ query }));
  });
}

let turn = 0;
setInterval(
  () => {
    const query = QUERIES[turn++ % QUERIES.length] ?? '';
    const [at, begin] = [Date.now(), performance.now()];
    void ask(query).then((error) => {
      process.send?.({ at, milliseconds: performance.now() - begin, error } satisfies Asked);
    });
  },
  1_000 / Number(perSecond),
);

process.on('disconnect', () => process.exit(0));
