/** Is it well, and what is wrong? Usage: npx tsx query.ts [URL]; VITALS_TOKEN where it is asked who comes. */
import { type TypedDocumentString, WorstFindingsDocument } from './graphql/graphql.js';

const [url = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const token = process.env['VITALS_TOKEN'] ?? '';

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** What is answered to a document, typed by it. @throws Error where anything of it is missing */
async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  // What is refused is said as GraphQL says errors, whatever the status.
  const { data, errors } = (await response.json()) as Answer<Result>;
  if (errors !== undefined || data == null)
    throw new Error(errors?.map(({ message }) => message).join('; ') ?? `status ${response.status}`);
  return data;
}

const { platform, findings } = await ask(WorstFindingsDocument, { first: 5 });
console.log(`${platform.health.status}: ${findings.totalCount} to be mended`);
for (const { severity, message, resource } of findings.nodes)
  console.log(`${severity} ${resource?.kind ?? ''} ${resource?.name ?? ''}: ${message}`);
