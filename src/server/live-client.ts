import type { WebSocket } from 'ws';
import type { LiveClient } from './live-group.js';

export interface SocketLimits {
  /** Bytes that may wait in one client's socket: one that reads never lets it get there for long. */
  readonly buffered: number;
  /** Milliseconds for a full socket to take what waits. */
  readonly drain: number;
  /** Milliseconds to say goodbye in: a client that does not read does not see the closing either. */
  readonly goodbye: number;
}

export const SOCKET_LIMITS: SocketLimits = { buffered: 1024 * 1024, drain: 30_000, goodbye: 5_000 };

/** A subscription of a client's socket. Writes events as graphql-ws would, around a payload that all of a group share. */
export function liveClient(socket: WebSocket, id: string, limits: SocketLimits): LiveClient {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  return {
    send: (payload) => {
      if (socket.readyState === socket.OPEN) socket.send(`${head}${payload}}`);
    },
    isClogged: () => socket.bufferedAmount > limits.buffered,
    drained: () => drained(socket, limits.drain),
    close: (code, reason) => {
      closeSocket(socket, code, reason, limits.goodbye);
    },
  };
}

/** Closes politely, and then in any case. */
export function closeSocket(socket: WebSocket, code: number, reason: string, goodbye: number): void {
  socket.close(code, reason);
  const deadline = setTimeout(() => {
    socket.terminate();
  }, goodbye);
  socket.once('close', () => {
    clearTimeout(deadline);
  });
}

/** A ping waits its turn behind all that is there, and tells when it was taken. */
function drained(socket: WebSocket, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => {
      resolve(false);
    }, patience);
    socket.ping(undefined, undefined, (error?: Error | null) => {
      clearTimeout(deadline);
      resolve(error == null);
    });
  });
}
