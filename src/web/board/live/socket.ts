import { type Client, CloseCode, createClient } from 'graphql-ws';
import { endpoint } from './endpoint.js';
import { authorization } from './token.js';

/** How often the other end is asked for a sign of life, and how long that may take. */
const PING_INTERVAL = 5_000;
const PONG_DEADLINE = 4_000;

/** Waits between attempts: doubled each time, up to a bound. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/** The code with which it closes on whoever may not be here. */
const FORBIDDEN: number = CloseCode.Forbidden;

/** A connection for subscriptions that notices when the other end falls silent, and comes back by itself. */
export function openSocket(on: { readonly connected: () => void; readonly closed: () => void }): Client {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: endpoint.href.replace(/^http/, 'ws'),
    connectionParams: authorization,
    keepAlive: PING_INTERVAL,
    retryAttempts: Infinity,
    shouldRetry: (error) => !isForbidden(error),
    retryWait: (retries) => untilOnline(waitAfter(retries)),
    on: {
      connected: on.connected,
      closed: () => {
        clearTimeout(deadline);
        on.closed();
      },
      ping: (isReceived) => {
        if (!isReceived) deadline = setTimeout(drop, PONG_DEADLINE);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(deadline);
      },
    },
  });
  function drop(): void {
    client.terminate();
  }
  // Known before any deadline has passed.
  window.addEventListener('offline', drop);
  return {
    ...client,
    dispose: () => {
      window.removeEventListener('offline', drop);
      clearTimeout(deadline);
      return client.dispose();
    },
  };
}

/** Milliseconds; not the same for all, who come at once when a server is back that many looked at. */
export function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts) * (0.5 + Math.random() / 2);
}

/** The server does not let in who comes with this token. */
export function isForbidden(error: unknown): error is CloseEvent {
  return error instanceof CloseEvent && error.code === FORBIDDEN;
}

/** That long, or until the machine has a network again. */
async function untilOnline(milliseconds: number): Promise<void> {
  const come = new AbortController();
  await new Promise<void>((resolve) => {
    const go = (): void => {
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    come.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
    window.addEventListener('online', go, { once: true, signal: come.signal });
  });
  come.abort();
}
