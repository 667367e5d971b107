/**
 * Prints each change of a verdict as a line of JSON; goes on after its last cursor when the connection was lost.
 * Usage: npx tsx follow.ts [URL]; VITALS_TOKEN where it is asked who comes.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { FollowHealthDocument, type FollowHealthSubscription, type FollowHealthSubscriptionVariables as Variables } from './graphql/graphql.js'; // prettier-ignore

const [url = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const token = process.env['VITALS_TOKEN'] ?? '';

/** Closed with one of these, it is not worth trying again: bad request, unauthorised, forbidden, no such protocol. */
const REFUSED: ReadonlySet<number> = new Set([4400, 4401, 4403, 4406]);

let silence: NodeJS.Timeout | undefined;
/** A line that is dead without having been closed: nothing comes, not even an answer to a ping. */
function heard(): void {
  clearTimeout(silence);
  silence = setTimeout(() => {
    client.terminate();
  }, 12_000);
}

const client = createClient({
  url: `${url.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  // Each connection begins at another cursor: trying again is done below.
  retryAttempts: 0,
  keepAlive: 5_000,
  on: { opened: heard, message: heard, closed: () => { clearTimeout(silence); } }, // prettier-ignore
  ...(token !== '' && { connectionParams: { authorization: `Bearer ${token}` } }),
});

let cursor: string | null = null;
for (;;) {
  try {
    const variables: Variables = { after: cursor, initial: cursor === null };
    const query = FollowHealthDocument.toString();
    for await (const { data } of client.iterate<FollowHealthSubscription>({ query, variables })) {
      if (data == null) continue;
      const { healthChanges: change } = data;
      cursor = change.cursor ?? cursor;
      if (change.type !== 'BOOKMARK') console.log(JSON.stringify(change));
    }
  } catch (error) {
    // Errors of GraphQL come as a list. Too old a cursor, or one of another life of the server: all begins anew.
    if (Array.isArray(error)) {
      const [first] = error as readonly { readonly extensions?: { readonly code?: string } }[];
      if (first?.extensions?.code !== 'CURSOR_EXPIRED') throw error;
      cursor = null;
    } else {
      const { code } = error as { readonly code?: number };
      if (code !== undefined && REFUSED.has(code)) throw error;
      console.error('the connection was lost');
    }
  }
  await delay(1_000);
}
