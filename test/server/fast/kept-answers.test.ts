import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { type Served, serve, SMALL_FACTS } from '../../support/served.js';
import { observed, pod } from '../../support/small-world.js';
import { until } from '../../support/until.js';
import { ResourceKind } from '../../../src/model/kinds.js';

let served: Served;
/** How often the field `pods` was resolved. */
let resolved = 0;
/** What it waits for before. */
let gate: Promise<void> = Promise.resolve();

/** Pods enough that it is worth compressing. */
const MANY = Array.from({ length: 50 }, (_, n) => pod(`many-${n}`));
const ELSEWHERE = observed(ResourceKind.POD, 'far', {
  namespace: 'other',
  nodeName: null,
  restarts: 0,
  cpuRequested: 1,
});

function counting(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['pods'];
  const resolve = field?.resolve;
  if (field === undefined || resolve === undefined) throw new Error('There is no field pods.');
  field.resolve = async (...args) => {
    resolved += 1;
    await gate;
    return resolve(...args);
  };
}

beforeEach(async () => {
  resolved = 0;
  gate = Promise.resolve();
  served = await serve({ facts: [...SMALL_FACTS, ...MANY, ELSEWHERE], adapt: counting });
});

afterEach(() => served.stop());

const PODS = '{ pods(filter: { namespaces: ["shop"] }, first: 100) { nodes { name restarts health { status } } } }';

interface Answer {
  readonly data: { readonly pods: { readonly nodes: readonly { readonly name: string; readonly restarts: number }[] } };
  readonly errors?: unknown;
}

async function ask(query = PODS): Promise<Answer> {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

describe('an answer', () => {
  it('is given again as long as nothing of it has changed, and not longer', async () => {
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(resolved).toBe(1);
    served.registry.report([pod('web', {}, { restarts: 7 })]);
    const [web] = (await ask()).data.pods.nodes.filter(({ name }) => name === 'web');
    expect(web?.restarts).toBe(7);
    expect(resolved).toBe(2);
  });

  it('does not mind what changes elsewhere', async () => {
    await ask();
    served.registry.report([{ ...ELSEWHERE }]);
    await ask();
    expect(resolved).toBe(1);
  });

  it('is made once for all who ask while it is made', async () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const asked = [ask(), ask(), ask()];
    await until(() => resolved > 0);
    open();
    const [first, ...others] = await Promise.all(asked);
    for (const other of others) expect(other).toEqual(first);
    expect(resolved).toBe(1);
  });

  it('of what changed while it was made is no answer to who asked later', async () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const early = ask();
    await until(() => resolved > 0);
    served.registry.report([pod('web', {}, { restarts: 9 })]);
    const late = ask();
    open();
    await early;
    const [web] = (await late).data.pods.nodes.filter(({ name }) => name === 'web');
    expect(web?.restarts).toBe(9);
  });

  it.each([
    ['fresher than it is', '{ pods(first: 1) { nodes { health(maxAge: "1ms") { status } } } }'],
    ['how this server is', '{ server { version } pods(first: 1) { totalCount } }'],
    ['numbers, which age', '{ pods(first: 1) { nodes { health { readings { value } } } } }'],
  ])('is made anew for who wants %s', async (_, query) => {
    expect((await ask(query)).errors).toBeUndefined();
    // That it cannot be put together from what is ready is found out once.
    await ask(query);
    const before = resolved;
    await ask(query);
    expect(resolved).toBe(before + 1);
  });

  it('with an error is not kept', async () => {
    const broken = '{ pods(first: 1) { totalCount } lookup(kind: POD, name: "x", cluster: "y") { id } pods2: pods(first: 9999) { totalCount } }'; // prettier-ignore
    expect((await ask(broken)).errors).toBeDefined();
    const once = resolved;
    await ask(broken);
    const before = resolved;
    await ask(broken);
    expect(resolved).toBe(before + once);
  });
});

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

function get(headers: Record<string, string>, query = PODS): Promise<Raw> {
  return getBy({ query }, headers);
}

function getBy(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Raw> {
  const url = `${served.url}/graphql?${new URLSearchParams(parameters).toString()}`;
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'apollo-require-preflight': 'yes', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Raw['headers'],
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('on the wire', () => {
  it.each<[string, string | undefined, (body: Buffer) => Buffer]>([
    ['gzip', 'gzip', gunzipSync],
    ['gzip, br', 'br', brotliDecompressSync],
    ['br;q=0.1, gzip;q=0.9', 'gzip', gunzipSync],
    ['identity', undefined, (body) => body],
    ['', undefined, (body) => body],
    ['deflate', undefined, (body) => body],
  ])('an answer to who takes "%s" comes as %s', async (wanted, encoding, decode) => {
    const { headers, body } = await get(wanted === '' ? {} : { 'accept-encoding': wanted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toMatch(/accept-encoding/i);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(JSON.parse(decode(body).toString())).toEqual(await ask());
  });

  it('a small answer is sent as it is', async () => {
    const { headers } = await get({ 'accept-encoding': 'gzip' }, '{ __typename }');
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('who has it already is told so, until it is another one', async () => {
    const { headers } = await get({ 'accept-encoding': 'gzip' });
    const known = { 'accept-encoding': 'gzip', 'if-none-match': headers['etag'] ?? '' };
    const again = await get(known);
    expect([again.status, again.body.length, again.headers['etag']]).toEqual([304, 0, headers['etag']]);
    expect(again.headers['content-length']).toBeUndefined();
    served.registry.report([pod('web', {}, { restarts: 7 })]);
    const other = await get(known);
    expect(other.status).toBe(200);
    expect(other.headers['etag']).not.toBe(headers['etag']);
  });

  it('a document is asked for by its hash, once it was sent with it', async () => {
    const sha256Hash = createHash('sha256').update(PODS).digest('hex');
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
    const parsed = ({ body }: Raw): unknown => JSON.parse(body.toString());
    const unknown = { errors: [expect.objectContaining({ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })] };
    expect(parsed(await getBy({ extensions }))).toEqual(unknown);
    expect(parsed(await getBy({ extensions, query: PODS }))).toEqual(await ask());
    const { headers, ...known } = await getBy({ extensions });
    expect(parsed({ headers, ...known })).toEqual(await ask());
    expect((await getBy({ extensions }, { 'if-none-match': headers['etag'] ?? '' })).status).toBe(304);
  });
});
