import { connect, createServer } from 'node:net';
import type { LoopbackServers } from './loopback-servers.js';

/** A way to a server that can be cut: it ends with these servers. Resolves with its URL. */
export async function proxyTo(url: string, proxies: LoopbackServers, port = 0): Promise<string> {
  const target = Number(new URL(url).port);
  const server = createServer((socket) => {
    const upstream = connect(target, '127.0.0.1');
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('close', () => socket.destroy());
    socket.pipe(upstream).pipe(socket);
  });
  return `http://127.0.0.1:${await proxies.listen(server, port)}`;
}
