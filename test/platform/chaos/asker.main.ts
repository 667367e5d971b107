import { Agent, request } from 'node:http';

/**
 * Asks Vitals so many times a second, on connections that are kept, and tells its parent of each question and how long its answer took:
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
const TICK = 10;
/** Of those that are due, after this process had to wait for the machine itself. */
const MOST_AT_ONCE = 10;
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** What one question came to. */
export interface Answer {
  readonly milliseconds: number;
  /** What was wrong with it. */
  readonly error: string | null;
  /** Told to come again later, and when: 503 with Retry-After. */
  readonly isShed: boolean;
}

/** That a question was asked, or what it came to: one that hangs is told of too. */
export type Told = { readonly turn: number } & ({ readonly at: number } | { readonly answer: Answer });

const SHED = 'shed';

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
      // A connection that ends in the middle of an answer is told here, and not to the request.
      response.on('error', (error) => {
        resolve(error.message);
      });
      response.on('end', () => {
        if (response.statusCode === 503 && response.headers['retry-after'] !== undefined) {
          resolve(SHED);
          return;
        }
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

// Whoever asked for it may be gone.
const tell = (told: Told): void => void process.send?.(told, undefined, undefined, () => undefined);

function askNext(turn: number): void {
  const query = QUERIES[turn % QUERIES.length] ?? '';
  const begin = performance.now();
  tell({ turn, at: Date.now() });
  void ask(query).then((said) => {
    const isShed = said === SHED;
    tell({ turn, answer: { milliseconds: performance.now() - begin, error: isShed ? null : said, isShed } });
  });
}

let asked = 0;
const begunAt = performance.now();
setInterval(() => {
  const due = ((performance.now() - begunAt) * Number(perSecond)) / 1_000;
  for (let count = 0; asked < due && count < MOST_AT_ONCE; count += 1) askNext(asked++);
}, TICK);

process.on('disconnect', () => process.exit(0));
