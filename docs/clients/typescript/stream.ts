/**
 * As follow.ts, over server-sent events: for where no WebSocket gets through.
 * Usage: npx tsx stream.ts [URL]; VITALS_TOKEN where it is asked who comes.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { NetworkError, createClient } from 'graphql-sse';
import { FollowHealthDocument, type FollowHealthSubscription, type FollowHealthSubscriptionVariables as Variables } from './graphql/graphql.js'; // prettier-ignore

const [url = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const token = process.env['VITALS_TOKEN'] ?? '';

let silence: NodeJS.Timeout | undefined;
let listening: AsyncIterableIterator<unknown> | undefined;
/** A line that is dead without having been closed: nothing comes, where a bookmark comes every ten seconds. */
function heard(): void {
  clearTimeout(silence);
  silence = setTimeout(() => void listening?.return?.(), 30_000);
}

const client = createClient({
  url: `${url}/graphql/stream`,
  // Each stream begins at another cursor: trying again is done below.
  retryAttempts: 0,
  on: { connecting: heard, message: heard },
  headers: token === '' ? {} : { authorization: `Bearer ${token}` },
});

let cursor: string | null = null;
for (;;) {
  try {
    const variables: Variables = { after: cursor, initial: cursor === null };
    const query = FollowHealthDocument.toString();
    const events = client.iterate<FollowHealthSubscription>({ query, variables });
    listening = events;
    for await (const { data, errors } of events) {
      if (errors !== undefined) {
        // Too old a cursor, or one of another life of the server: all begins anew.
        if (errors[0]?.extensions['code'] !== 'CURSOR_EXPIRED') throw new Error(errors[0]?.message);
        cursor = null;
      }
      if (data == null) continue;
      const { healthChanges: change } = data;
      cursor = change.cursor ?? cursor;
      if (change.type !== 'BOOKMARK') console.log(JSON.stringify(change));
    }
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    // Who is refused (401, 403 …) is so the next time, too; 429 and 503 pass.
    const { status } = (error.response ?? {}) as { readonly status?: number };
    if (status !== undefined && status < 500 && status !== 429) throw error;
    console.error('the connection was lost');
  }
  await delay(1_000);
}
