import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type CertificateFiles, Impostor, type Imposture, type Protocol } from './impostor.js';

/**
 * What becomes of an answer on its way:
 * - `whole`: nothing
 * - `refused`: nobody listens, and who is connected is cut off
 * - `silent`: it never comes, as from one that was stopped
 * - `slow`: it comes long after anybody waits for it
 * - `dripping`: it comes a byte at a time
 * - `garbage`: something else comes in its place
 * - `half`: the connection ends in the middle of it
 *
 * or somebody else answers in the place of the system; who is connected is cut off then.
 */
export type Tampering = 'whole' | 'refused' | 'silent' | 'slow' | 'dripping' | 'garbage' | 'half' | Imposture;

const IMPOSTURES: readonly string[] = ['types', 'long', 'endless', 'tls', 'denied'] satisfies Imposture[];

export interface Address {
  readonly host: string;
  readonly port: number;
}

const SLOWNESS = 15_000;
const DRIP_EVERY = 300;
const GARBAGE = Buffer.from('\u0000\u0007It works!\n'.repeat(8));

/** Stands between two that speak over TCP, and spoils what the second one says. */
export class TamperingProxy {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private mode: Tampering = 'whole';
  private impostor: Impostor | null = null;

  /** @param speaks what an impostor has to know of the system; without it there can be none */
  constructor(
    readonly address: Address,
    private readonly target: Address,
    private readonly speaks: { readonly protocol: Protocol; readonly files: CertificateFiles } | null = null,
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
    const was = this.impostor;
    this.mode = mode;
    this.impostor = this.impostorFor(mode);
    if (was !== null || this.impostor !== null) this.cut();
    if (mode === 'refused') await this.close();
    else if (this.server === null) await this.open();
  }

  /** Ends what is connected; others may connect. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return;
    const closed = once(server, 'close');
    server.close();
    this.cut();
    await closed;
  }

  private impostorFor(mode: Tampering): Impostor | null {
    if (!IMPOSTURES.includes(mode)) return null;
    if (this.speaks === null) throw new Error(`${mode}: nothing is known of how the system speaks`);
    return new Impostor(this.speaks.protocol, mode as Imposture, this.speaks.files);
  }

  private join(client: Socket): void {
    if (this.impostor !== null) {
      this.keep(client);
      this.impostor.take(client);
      return;
    }
    const system = connect({ ...this.target });
    for (const [one, other] of [
      [client, system],
      [system, client],
    ] as const) {
      this.keep(one);
      one.on('end', () => {
        if (one === client || !this.keepsWaiting()) other.end();
      });
      one.on('close', () => {
        if (one === client || !this.keepsWaiting()) other.destroy();
        // What is on its way, slowly, comes before the end does.
        else if (this.mode === 'slow') setTimeout(() => client.end(), SLOWNESS).unref();
      });
    }
    client.on('data', (chunk) => system.write(chunk));
    system.on('data', (chunk: Buffer) => {
      this.answer(client, system, chunk);
    });
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }

  /** Whether a client does not hear of it that the system has said all that it had to say. */
  private keepsWaiting(): boolean {
    return this.mode === 'slow' || this.mode === 'silent' || this.mode === 'dripping';
  }

  private answer(client: Socket, system: Socket, chunk: Buffer): void {
    switch (this.mode) {
      case 'silent':
        return;
      case 'slow':
        setTimeout(() => client.write(chunk), SLOWNESS).unref();
        return;
      case 'dripping':
        drip(client, system, chunk);
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

/** The system says no more until this is said. */
function drip(client: Socket, system: Socket, chunk: Buffer): void {
  system.pause();
  let said = 0;
  const timer = setInterval(() => {
    client.write(chunk.subarray(said, said + 1));
    said += 1;
    if (said < chunk.length && !client.destroyed) return;
    clearInterval(timer);
    system.resume();
  }, DRIP_EVERY).unref();
}
