import fc, { type Arbitrary } from 'fast-check';

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly method: 'GET' | 'POST';
  /** Behind the path; empty for none. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: none. */
  readonly body: string | null;
  /** What it tries, for who reads that it failed. */
  readonly kind: string;
}

/** A request as GraphQL has it; what it should not be, it may be. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: unknown;
  readonly extensions?: unknown;
  readonly operationName?: unknown;
}

/** Valid over the small platform, whatever their variables; with some that fit, where there are any. */
const VALID: readonly { readonly query: string; readonly fitting: Arbitrary<object | undefined> }[] = [
  { query: '{ platform { name health { status since } counts { status count } } }', fitting: fc.constant(undefined) },
  { query: '{ findings(first: 5) { totalCount nodes { severity reason message resource { kind name } } } }', fitting: fc.constant(undefined) }, // prettier-ignore
  { query: 'query P($n: Int = 3) { pods(first: $n) { totalCount nodes { id name node { name } } } }', fitting: fc.option(fc.record({ n: fc.nat(500) }), { nil: undefined }) }, // prettier-ignore
  { query: 'query R($id: ID!) { resource(id: $id) { __typename name } }', fitting: fc.record({ id: fc.string({ unit: 'grapheme', maxLength: 60 }) }) }, // prettier-ignore
  { query: 'query S($text: String!, $n: Int!) { search(text: $text, first: $n) { kind name health { status } } }', fitting: fc.record({ text: fc.string({ maxLength: 40 }), n: fc.integer({ min: 1, max: 100 }) }) }, // prettier-ignore
  { query: 'query F($filter: FindingFilter) { findings(first: 3, filter: $filter) { totalCount } }', fitting: fc.record({ filter: fc.record({ minSeverity: fc.constantFrom('WARNING', 'CRITICAL') }) }) }, // prettier-ignore
];

const SEEDS = [
  '{ platform { name health { status since } } }',
  'query ($n: Int = 3) { pods(first: $n) { totalCount nodes { id name node { name } } } }',
  '{ findings(first: 5) { nodes { severity reason message resource { kind name } } } }',
  'query Q($id: ID!) { resource(id: $id) { __typename name } }',
  '{ nodes { nodes { ...N } } } fragment N on Node { name pods(first: 2) { nodes { name } } }',
  'subscription { healthChanges(initial: true) { cursor } }',
  'mutation { drop }',
] as const;

const FIELDS = [
  '__typename',
  'platform { name }',
  'pods { totalCount }',
  'nodes { nodes { name } }',
  'signals { name }',
  'none',
  'name',
];

const seed = fc.constantFrom(...SEEDS, ...VALID.map(({ query }) => query));
const field = fc.constantFrom(...FIELDS);
const size = (most: number): Arbitrary<number> =>
  fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: most }));

/** A valid document with a part of it gone, doubled, or replaced by anything. */
const mutated = fc
  .tuple(
    seed,
    fc.nat(200),
    fc.nat(20),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom('{', '}', '(', '...', '"""', '$', '@', '\u0000', '#'),
    ),
  )
  .map(
    ([text, at, length, insert]) => text.slice(0, at % text.length) + insert + text.slice((at % text.length) + length),
  );

const deep = fc
  .tuple(
    size(600),
    fc.constantFrom(
      ['pods { nodes { node', '} } }'],
      ['nodes { nodes { pods { nodes { node', '} } } } }'],
      ['__schema { types', '} }'],
      ['a', '}'],
    ),
  )
  .map(
    ([levels, [open = '', close = '']]) =>
      `{ ${`${open} { `.repeat(levels)} __typename ${`${close} `.repeat(levels)} }`,
  );

const introspection = fc
  .tuple(
    size(40),
    fc.constantFrom('fields { type', 'ofType { fields { type', 'possibleTypes { interfaces', 'inputFields { type'),
  )
  .map(([levels, open]) => {
    const braces = (open.match(/\{/g) ?? []).length + 1;
    return `{ __schema { types { ${`${open} { `.repeat(levels)} name ${'} '.repeat(levels * braces)} } } }`;
  });

const wide = fc.tuple(size(6_000), field).map(([count, one]) => `{ ${`${one} `.repeat(count)} __typename }`);

const aliases = fc
  .tuple(size(3_000), field)
  .map(([count, one]) => `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${one}`).join(' ')} __typename }`);

/** Each fragment spreads the next one twice: short, and a power of two long once they are put in their places. */
const doubling = fc
  .tuple(
    size(40),
    fc.constantFrom('a: node { ...F# } b: node { ...F# }', '...F# ...F#', 'pods { nodes { ...P } } ...F#'),
  )
  .map(([levels, body]) => {
    const fragments = Array.from(
      { length: levels },
      (_, n) => `fragment F${n} on Pod { ${body.replaceAll('#', String(n + 1))} }`,
    );
    return `{ pods { nodes { ...F0 } } } ${fragments.join(' ')} fragment F${levels} on Pod { name } fragment P on Pod { id }`;
  });

const cycles = size(300).map((count) => {
  const fragments = Array.from(
    { length: count + 1 },
    (_, n) => `fragment F${n} on Pod { name node { pods { nodes { ...F${(n + 1) % (count + 1)} } } } }`,
  );
  return `{ pods { nodes { ...F0 } } } ${fragments.join(' ')}`;
});

/** Lists of anything within each other: short, and a power of the number of types long once it is compiled. */
const interfaces = size(8).map(
  (levels) =>
    `{ resource(id: "none") { ${'dependsOn(first: 1) { nodes { '.repeat(levels)} __typename ${'} } '.repeat(levels)} } }`,
);

/** What a compiler of queries takes for code. */
const magic = fc
  .constantFrom(
    'NAN__57f286b9_4c20_487f_b409_79804ddcb4f8',
    'DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d;',
    'DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dprocess.exit(1)',
  ) // prettier-ignore
  .map((text) => `{ lookup(kind: POD, name: "__MAGIC_${text}") { name } }`);

const directives = fc
  .tuple(size(2_000), fc.constantFrom('@skip(if: false)', '@include(if: true)', '@none', '@deprecated', '@skip'))
  .map(([count, one]) => `{ __typename ${`${one} `.repeat(count)} }`);

/** The same answer name for things that differ, many times. */
const conflicts = size(1_200).map(
  (count) =>
    `{ ${Array.from({ length: count }, (_, n) => `x: pods(first: ${n % 7}) { nodes { y: name } }`).join(' ')} }`,
);

const literals = fc
  .tuple(size(5_000), fc.constantFrom('[', '{a:', '"', '1', '-', '\\u'))
  .map(([count, one]) => `{ pods(first: ${one.repeat(count)}) { totalCount } }`);

const document = fc.oneof(
  fc.tuple(fc.constant('valid document'), seed),
  fc.tuple(fc.constant('mutated'), mutated),
  fc.tuple(fc.constant('anything'), fc.string({ unit: 'binary', maxLength: 300 })),
  fc.tuple(fc.constant('deep'), deep),
  fc.tuple(fc.constant('introspection'), introspection),
  fc.tuple(fc.constant('wide'), wide),
  fc.tuple(fc.constant('aliases'), aliases),
  fc.tuple(fc.constant('doubling'), doubling),
  fc.tuple(fc.constant('cycles'), cycles),
  fc.tuple(fc.constant('interfaces'), interfaces),
  fc.tuple(fc.constant('magic'), magic),
  fc.tuple(fc.constant('directives'), directives),
  fc.tuple(fc.constant('conflicts'), conflicts),
  fc.tuple(fc.constant('literals'), literals),
);

const huge = fc.oneof(
  size(200_000).map((length) => 'x'.repeat(length)),
  size(20_000).map((length) => Array.from({ length }, (_, n) => n)),
  size(3_000)
    .map((levels) => levels + 1)
    .map((levels) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown),
  fc.constantFrom(1e308, -1, 2 ** 53, 0.5, '\u0000', '\ud800', null, true, {}),
);

const variables = fc.oneof(
  fc.constant(undefined),
  fc.dictionary(
    fc.constantFrom('n', 'id', 'text', 'filter', 'none', '__proto__', 'constructor'),
    fc.oneof(huge, fc.jsonValue()),
  ),
  fc.jsonValue(),
);

const extensions = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  fc.record({
    persistedQuery: fc.oneof(
      fc.jsonValue(),
      fc.record({ version: fc.nat(2), sha256Hash: fc.oneof(fc.string(), fc.jsonValue()) }),
    ),
  }),
  fc.record({ cost: fc.jsonValue() }),
  fc.jsonValue(),
);

const operationName = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  fc.constantFrom('Q', 'none', '', '__proto__'),
  fc.jsonValue(),
);

/** What is sent of a request, and what it tries. */
interface Thrown {
  readonly kind: string;
  readonly request: GraphQLRequest;
}

const hostile: Arbitrary<Thrown> = fc
  .tuple(document, variables, extensions, operationName)
  .map(([[kind, query], given, more, name]) => ({
    kind,
    request: { query, variables: given, extensions: more, operationName: name },
  }));

/** As a client asks who means well. */
const valid: Arbitrary<Thrown> = fc
  .oneof(...VALID.map(({ query, fitting }) => fitting.map((given) => ({ query, variables: given }))))
  .map((request) => ({ kind: 'valid', request }));

/** Valid documents, and the variables that they declare hold anything. */
const misfitting: Arbitrary<Thrown> = fc
  .tuple(fc.constantFrom(...VALID.slice(2)), fc.oneof(huge, fc.jsonValue()), fc.oneof(huge, fc.jsonValue()))
  .map(([{ query }, one, other]) => ({
    kind: 'misfitting variables',
    request: { query, variables: { n: one, id: one, filter: { minSeverity: one, kinds: other }, text: other } },
  }));

const graphql = fc.oneof(
  { weight: 3, arbitrary: valid },
  { weight: 1, arbitrary: misfitting },
  { weight: 6, arbitrary: hostile },
);

const JSON_TYPE = { 'content-type': 'application/json' };

const posted = graphql.map(({ kind, request }): RawRequest => ({
  method: 'POST',
  search: '',
  headers: JSON_TYPE,
  body: JSON.stringify(request),
  kind,
}));

const asked = graphql
  .filter(({ request }) => request.query.length < 3_000 && JSON.stringify(request).length < 6_000)
  .map(({ kind, request }): RawRequest => {
    const parameters = Object.entries(request).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    );
    const search = `?${new URLSearchParams(parameters as [string, string][]).toString()}`;
    return { method: 'GET', search, headers: { 'apollo-require-preflight': 'yes' }, body: null, kind: `GET ${kind}` };
  })
  // A longer address is refused by HTTP itself, before anybody knows what it is about.
  .filter(({ search }) => search.length < 12_000);

const batches = fc.tuple(size(500), seed).map(([count, query]): RawRequest => ({
  method: 'POST',
  search: '',
  headers: JSON_TYPE,
  body: JSON.stringify(Array.from({ length: count }, () => ({ query }))),
  kind: 'batch',
}));

const bodies = fc
  .tuple(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.json()),
    fc.constantFrom(
      'application/json',
      'text/plain',
      'application/graphql',
      'multipart/form-data',
      'application/json; charset=utf-16',
      '',
    ),
  )
  .map(([body, type]): RawRequest => ({
    method: 'POST',
    search: '',
    headers: { 'content-type': type },
    body,
    kind: 'body',
  }));

const addresses = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text): RawRequest => ({
  method: 'GET',
  search: `?${encodeURI(text).replaceAll('#', '')}`,
  headers: {},
  body: null,
  kind: 'address',
}));

const overHttp = fc.oneof(
  { weight: 12, arbitrary: posted },
  { weight: 4, arbitrary: asked },
  { weight: 1, arbitrary: batches },
  { weight: 2, arbitrary: bodies },
  { weight: 1, arbitrary: addresses },
);

/** Over HTTP as it is, or over WebSocket as the payload of a message. */
export type HostileRequest = RawRequest | { readonly kind: string; readonly payload: GraphQLRequest };

/** Valid, malformed and hostile; a tenth of them over WebSocket. */
export const hostileRequest: Arbitrary<HostileRequest> = fc.oneof(
  { weight: 9, arbitrary: overHttp },
  { weight: 1, arbitrary: graphql.map(({ kind, request }) => ({ kind: `socket ${kind}`, payload: request })) },
);
