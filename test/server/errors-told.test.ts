import type { GraphQLError } from 'graphql';
import { type Served, connect, listen, serve } from '../support/served.js';

interface Answer {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

let served: Served;

beforeAll(async () => {
  served = await serve();
});

afterAll(() => served.stop());

async function asked(query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** What a connection that lives is refused with. */
async function refusals(query: string, variables: Record<string, unknown>): Promise<readonly GraphQLError[]> {
  const client = connect(served);
  const { cause } = (await listen(client, query, variables).over.catch((error: unknown) => error)) as Error;
  await client.dispose();
  return cause as readonly GraphQLError[];
}

const MANY = { code: 'TOO_MANY_ERRORS', limit: 50 };

/** So many fields that end with the same error. */
const fields = Array.from({ length: 60 }, (_, index) => `a${index}: pods(filter: $filter) { totalCount }`);
const FIELDS = `query ($filter: PodFilter) { ${fields.join(' ')} }`;

const IDS = 'query ($ids: [ID!]!) { resources(ids: $ids) { id } }';
const NO_IDS = { ids: Array.from({ length: 200 }, () => true) };

it('an answer tells so many errors, and that there are more; what they are about is null', async () => {
  // Once in the ordinary way, and then as what is asked again and again.
  for (let time = 0; time < 3; time += 1) {
    const { data, errors } = await asked(FIELDS, { filter: { clusters: ['x'.repeat(10_000)] } });
    expect(Object.values(data ?? {})).toEqual(fields.map(() => null));
    expect(errors.map(({ extensions }) => extensions)).toEqual([...Array.from({ length: 50 }, () => ({ code: 'BAD_USER_INPUT' })), MANY]); // prettier-ignore
    expect(JSON.stringify(errors).length).toBeLessThan(50_000);
  }
});

it('so it is of variables that do not fit, over HTTP and over WebSocket', async () => {
  for (let time = 0; time < 3; time += 1) {
    const { errors } = await asked(IDS, NO_IDS);
    expect([errors.length, errors.at(-1)?.extensions]).toEqual([51, MANY]);
  }
  const refused = await refusals(IDS, NO_IDS);
  expect([refused.length, refused.at(-1)?.extensions]).toEqual([51, MANY]);
});

it('what GraphQL repeats is cut, over HTTP and over WebSocket', async () => {
  const long = { filter: { status: ['x'.repeat(100_000)] } };
  const query = 'query ($filter: PodFilter) { pods(filter: $filter) { totalCount } }';
  for (const errors of [(await asked(query, long)).errors, await refusals(query, long)])
    expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^Variable "\$filter" got .{1977}…$/)]);
});
