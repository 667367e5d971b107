import { AnswerBound } from '../../clients/answer-bound.js';
import { readPassword, tlsOptionsFor } from '../../clients/credentials.js';
import { KeptConnections } from '../../clients/kept-connections.js';
import { MEBIBYTE } from '../../model/bytes.js';
import { UnreadableAnswer } from './connect-failure.js';
import type { KafkaConnectConfig, WorkerAddress } from './kafka-connect.config.js';

/** Some thousands of connectors with their traces; whoever says more is no worker. */
const MOST_BYTES = 32 * MEBIBYTE;

/** Connections to one worker at once: for the question who it is, and for the list. */
const MOST_SOCKETS = 2;

/** What a worker answered, whatever it was. */
export interface RestAnswer {
  readonly status: number;
  readonly body: Buffer;
  /** The address that it came from: how workers may call each other. */
  readonly address: string | null;
}

/** Asks workers over connections that are kept. */
export class ConnectRest {
  private readonly connections = new KeptConnections(MOST_SOCKETS);
  private readonly bound = new AnswerBound(MOST_BYTES);

  constructor(private readonly config: Pick<KafkaConnectConfig, 'user' | 'secret' | 'tls'>) {}

  /**
   * GETs a path of a worker's. Rejects when the connection fails, the answer is too long, or `signal` aborts.
   * @param path relative to the worker's URL, without a "/" at its beginning
   */
  async get({ url, host }: WorkerAddress, path: string, signal: AbortSignal): Promise<RestAnswer> {
    const { tls } = this.config;
    // Files are read each time: a connection is kept as long as they say the same.
    const trust = url.protocol === 'https:' && tls !== null ? tlsOptionsFor(host, tls) : {};
    const response = await this.connections.send({
      url: new URL(path, url),
      headers: { accept: 'application/json', ...this.authorization() },
      body: null,
      options: { ...trust, signal },
    });
    // Once the answer is read, its connection may be another's.
    const address = response.socket.remoteAddress ?? null;
    const body = await this.bound.read(response, () => new UnreadableAnswer());
    return { status: response.statusCode ?? 0, body, address };
  }

  close(): void {
    this.connections.close();
  }

  private authorization(): Readonly<Record<string, string>> {
    const { user, secret } = this.config;
    if (user === null || secret === null) return {};
    const password = readPassword(secret);
    return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  }
}
