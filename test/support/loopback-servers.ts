import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Servers of a test, of TCP or HTTP, which end together with all that is connected to them. */
export class LoopbackServers {
  /** All that were ever connected since it was closed last. */
  readonly sockets: Socket[] = [];
  private readonly servers: Server[] = [];

  /** Listens, on a port of its own choice or that one; resolves with it. */
  async listen(server: Server, port = 0): Promise<number> {
    this.servers.push(server);
    server.on('connection', (socket) => {
      this.sockets.push(socket);
      // Whoever was connected may break off whenever it likes.
      socket.on('error', () => undefined);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** Connections are refused from here on. */
  async close(): Promise<void> {
    const closed = this.servers.splice(0).map((server) => new Promise((done) => server.close(done)));
    for (const socket of this.sockets.splice(0)) socket.destroy();
    await Promise.all(closed);
  }
}
