import type { ServerResponse } from 'node:http';
import type { LiveClient, SocketLimits } from './live-client.js';

const HEAD = Buffer.from('event: next\ndata: ');
const END = Buffer.from('\n\n');

/** A line that clients pass over. */
const NOTHING = ':\n\n';

/**
 * A subscription whose events are a stream of their own (graphql-sse, distinct connections). Writes them as the library would,
 * around what all of a group share.
 */
export function streamClient(response: ServerResponse, limits: SocketLimits): LiveClient {
  return {
    wire: response,
    send: (payload, taken) => {
      if (response.writableEnded || response.destroyed) return;
      // What is shared ends with the brace of a WebSocket's message.
      response.write(Buffer.concat([HEAD, payload.subarray(0, payload.length - 1), END]), taken);
    },
    isClogged: () => response.writableLength > limits.buffered,
    drained: () => drained(response, limits.drain),
    close: (_code, reason) => {
      endStream(response, reason, limits.goodbye);
    },
  };
}

/**
 * Ends a stream without having completed it, so that clients come again; and in any case, where nobody reads.
 * @param reason one line, for people
 * @param goodbye milliseconds to take it in
 */
export function endStream(response: ServerResponse, reason: string, goodbye: number): void {
  if (response.writableEnded || response.destroyed) return;
  response.end(`: ${reason}\n\n`);
  const deadline = setTimeout(() => {
    response.destroy();
  }, goodbye);
  response.once('close', () => {
    clearTimeout(deadline);
  });
}

/** What is written last is taken last. */
function drained(response: ServerResponse, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (isDrained: boolean): void => {
      clearTimeout(deadline);
      response.off('close', gone);
      resolve(isDrained);
    };
    const gone = (): void => {
      done(false);
    };
    const deadline = setTimeout(gone, patience);
    response.once('close', gone);
    if (response.writableEnded || response.destroyed) gone();
    else response.write(NOTHING, (error) => { done(error == null); }); // prettier-ignore
  });
}
