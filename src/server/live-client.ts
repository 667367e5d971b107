import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { LiveClient } from './live-group.js';

export interface SocketLimits {
  /** Bytes that may wait in one client's socket: one that reads never lets it get there for long. */
  readonly buffered: number;
  /** How long to wait for a full socket to take what waits, in milliseconds. */
  readonly drain: number;
}

export const SOCKET_LIMITS: SocketLimits = { buffered: 1024 * 1024, drain: 30_000 };

/** How long a client may take to say goodbye: one that does not read does not see the closing either. */
const GOODBYE = 5_000;
