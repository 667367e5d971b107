import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { KIBIBYTE } from '../model/bytes.js';
import type { ServerLimits } from '../model/server-limits.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import { ClientCounts } from './limits/client-counts.js';
import { type CertificateFiles, readTls, reloadTls } from './tls-files.js';
import { UnreadAnswers } from './unread-answers.js';

/** How often connections that have become idle are closed meanwhile. */
const IDLE_INTERVAL: Milliseconds = 50;

/** How often it may be said that connections cannot be taken. */
const COMPLAINT_INTERVAL: Milliseconds = 10 * SECOND;

/** Who sends slowly, or takes nothing of its answer, does not hold a connection for long. */
const PATIENCE = {
  /** Of TLS. */
  handshakeTimeout: 10 * SECOND,
  headersTimeout: 10 * SECOND,
  requestTimeout: 30 * SECOND,
  // Longer than proxies keep theirs (60 s is usual): they close first, and send nothing to a connection that ends.
  keepAliveTimeout: 75 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
  unreadTimeout: 30 * SECOND,
  maxHeaderSize: 16 * KIBIBYTE,
};

const MOST_HEADERS = 100;

/** The times after which a connection is given up. */
export type Patience = Partial<typeof PATIENCE>;

export interface ListenerOptions {
  /** Null: plain HTTP. */
  readonly tls: CertificateFiles | null;
  readonly limits: Pick<ServerLimits, 'connections' | 'connectionsPerAddress'>;
  /** Who has a connection, as addresses tell; null: of such there may be any number. */
  readonly peerOf: (remoteAddress: string | undefined) => string | null;
  readonly log: Logger;
  /** Told of each connection that is not taken because there are too many. */
  readonly onRefused: () => void;
  /** Left out where the usual times are right. */
  readonly patience?: Patience | undefined;
}

/** What takes connections, and lets them end. */
export interface Listener {
  readonly server: Server;
  readonly scheme: 'http' | 'https';
  /** Is to know of every answer. */
  readonly unread: UnreadAnswers;
  listen(host: string, port: number): Promise<void>;
  /** Takes no more, lets requests under way finish within so long, and closes all connections. */
  close(deadline: Milliseconds): Promise<void>;
}

/** @throws where the TLS files cannot be used */
export function createListener(options: ListenerOptions): Listener {
  const { tls, limits, log, patience } = options;
  const { unreadTimeout, ...times } = { ...PATIENCE, ...patience };
  const secure = tls === null ? null : createSecureServer({ ...times, ...readTls(tls) });
  const server: Server = secure ?? createServer(times);
  const stopReload = secure === null || tls === null ? () => undefined : reloadTls(secure, tls, log);
  server.maxConnections = limits.connections;
  server.maxHeadersCount = MOST_HEADERS;
  const complain = createComplaint(log);
  boundEachPeer(server, options, complain);
  const sockets = openSockets(server);
  const unread = new UnreadAnswers(unreadTimeout);
  return {
    server,
    scheme: tls === null ? 'http' : 'https',
    unread,
    listen: async (host, port) => {
      const listening = once(server, 'listening');
      server.listen(port, host);
      await listening;
      logTrouble(server, options, complain);
    },
    close: async (deadline) => {
      stopReload();
      await closeServer(server, sockets, deadline);
      unread.stop();
    },
  };
}

/** Says what is wrong with connections, now and then: it may be so of thousands. */
type Complaint = (more: object, message: string) => void;

function createComplaint(log: Logger): Complaint {
  let quietUntil = 0;
  return (more, message) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + COMPLAINT_INTERVAL;
    log.error(more, message);
  };
}

/** Nobody takes all connections that there may be: others, and who looks whether Vitals is well, find some. */
function boundEachPeer(
  server: Server,
  { limits: { connectionsPerAddress: perClient }, peerOf, onRefused }: ListenerOptions,
  complain: Complaint,
): void {
  // How many there are in total, the server itself bounds.
  const counts = new ClientCounts({ inTotal: Infinity, perClient });
  server.on('connection', (socket: Socket) => {
    const peer = peerOf(socket.remoteAddress);
    if (peer === null) return;
    if (counts.excess(peer) !== null) {
      onRefused();
      complain({ limit: perClient }, 'an address has too many connections (server.limits.connectionsPerAddress)');
      socket.destroy();
      return;
    }
    socket.once('close', counts.enter(peer));
  });
}

/** All that are connected. Node's own list leaves out those that have not finished their TLS handshake. */
function openSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** Without file descriptors left a connection is not taken, again and again until one is free: said now and then. */
function logTrouble(server: Server, { onRefused }: ListenerOptions, complain: Complaint): void {
  server.on('error', (error) => {
    complain({ err: error }, 'a connection could not be taken');
  });
  server.on('drop', () => {
    onRefused();
    complain({ limit: server.maxConnections }, 'there are too many connections (server.limits.connections)');
  });
}

async function closeServer(server: Server, sockets: ReadonlySet<Socket>, within: Milliseconds): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, IDLE_INTERVAL);
  const deadline = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of sockets) socket.destroy();
  }, within);
  await closed;
  clearTimeout(deadline);
  clearInterval(idle);
}
