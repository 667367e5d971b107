import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { PATIENCE, type Served, replayed } from '../common/served.js';

/** Relative to the page, so that it also holds behind a proxy that serves Vitals under a path of its own. */
const endpoint = new URL('../graphql', document.baseURI);

/**
 * Queries go over HTTP, subscriptions over graphql-transport-ws to the same endpoint. Each subscription opens its own
 * socket with what the headers editor says at that moment as `connectionParams`, and reconnects when the socket drops.
 */
export function createFetcher(): Fetcher {
  return createGraphiQLFetcher({
    url: endpoint.href,
    subscriptionUrl: endpoint.href.replace(/^http/, 'ws'),
    enableIncrementalDelivery: false,
  });
}

interface ServerAnswer {
  data?: { server?: Served | null } | null;
}

/** What the server replays; undefined when it watches live systems or does not say. */
export async function askRecording(signal: AbortSignal): Promise<string | undefined> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ server { mode recording } }' }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  const { data } = (await response.json()) as ServerAnswer;
  return data?.server == null ? undefined : replayed(data.server);
}
