import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What becomes of an answer on its way:
 * - `whole`: nothing
 * - `refused`: nobody listens, and who is connected is cut off
 * - `silent`: it never comes, as from one that was stopped
 * - `slow`: it comes long after anybody waits for it
 * - `garbage`: something else comes in its place
 * - `half`: the connection ends in the middle of it
 */
export type Tampering = 'whole' | 'refused' | 'silent' | 'slow' | 'garbage' | 'half';

export interface Address {
  readonly host: string;
  readonly port: number;
}

const SLOWNESS = 15_000;
const GARBAGE = Buffer.from('\u0000\u0007It works!\n'.repeat(8));

/** Stands between two that speak over TCP, and spoils what the second one says. */
export class TamperingProxy {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private mode: Tampering = 'whole';

  constructor(
    readonly address: Address,
    private readonly target: Address,
  ) {}

  async open(): Promise<void> {
    const server = createServer((client) => {
      this.join(client);
    });
    server.listen(this.address.port, this.address.host);
    await once(server, 'listening');
    this.server = server;
  }

  async tamper(mode: Tampering): Promise<void> {
    this.mode = mode;
    if (mode === 'refused') await this.close();
    else if (this.server === null) await this.open();
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.sockets) socket.resetAndDestroy();
    await closed;
  }

  private join(client: Socket): void {
    const system = connect({ ...this.target });
    for (const [one, other] of [
      [client, system],
      [system, client],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.on('end', () => {
        if (one === client || !this.keepsWaiting()) other.end();
      });
      one.on('close', () => {
        this.sockets.delete(one);
        if (one === client || !this.keepsWaiting()) other.destroy();
        // What is on its way, slowly, comes before the end does.
        else if (this.mode === 'slow') setTimeout(() => client.end(), SLOWNESS).unref();
      });
    }
    client.on('data', (chunk) => system.write(chunk));
    system.on('data', (chunk: Buffer) => {
      this.answer(client, chunk);
    });
  }

  /** Whether a client does not hear of it that the system has said all that it had to say. */
  private keepsWaiting(): boolean {
    return this.mode === 'slow' || this.mode === 'silent';
  }

  private answer(client: Socket, chunk: Buffer): void {
    switch (this.mode) {
      case 'silent':
        return;
      case 'slow':
        setTimeout(() => client.write(chunk), SLOWNESS).unref();
        return;
      case 'garbage':
        client.write(GARBAGE);
        return;
      case 'half':
        client.end(chunk.subarray(0, Math.floor(chunk.length / 2)));
        return;
      default:
        client.write(chunk);
    }
  }
}
