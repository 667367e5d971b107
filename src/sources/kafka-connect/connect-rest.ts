import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { AnswerBound } from '../../clients/answer-bound.js';
import { readPassword, tlsOptionsFor } from '../../clients/credentials.js';
import { MEBIBYTE } from '../../model/bytes.js';
import { UnreadableAnswer } from './connect-failure.js';
import type { KafkaConnectConfig, WorkerAddress } from './kafka-connect.config.js';

/** Some thousands of connectors with their traces; whoever says more is no worker. */
const MOST_BYTES = 32 * MEBIBYTE;

/** What a worker answered, whatever it was. */
export interface RestAnswer {
  readonly status: number;
  readonly body: Buffer;
  /** The address that it came from: how workers may call each other. */
  readonly address: string | null;
}

/** Asks workers over connections that are kept. */
export class ConnectRest {
  private readonly agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 2 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 2 }),
  };
  private readonly bound = new AnswerBound(MOST_BYTES);

  constructor(private readonly config: Pick<KafkaConnectConfig, 'user' | 'secret' | 'tls'>) {}

  /**
   * GETs a path of a worker's. Rejects when the connection fails, the answer is too long, or `signal` aborts.
   * @param path relative to the worker's URL, without a "/" at its beginning
   */
  async get({ url, host }: WorkerAddress, path: string, signal: AbortSignal): Promise<RestAnswer> {
    const { tls } = this.config;
    const isSecure = url.protocol === 'https:';
    const options = {
      agent: this.agents[isSecure ? 'https:' : 'http:'],
      headers: { accept: 'application/json', 'user-agent': 'vitals', ...this.authorization() },
      signal,
      // Files are read each time: a connection is kept as long as they say the same.
      ...(isSecure && tls !== null ? tlsOptionsFor(host, tls) : {}),
    };
    for (let isRetry = false; ; isRetry = true) {
      const request = (isSecure ? https : http).request(new URL(path, url), options);
      try {
        return await this.answerTo(request);
      } catch (error) {
        // The worker closed a kept connection just as it was taken: it has heard nothing.
        const wasStale = request.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
        if (isRetry || !wasStale || signal.aborted) throw error;
      }
    }
  }

  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private async answerTo(request: http.ClientRequest): Promise<RestAnswer> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end();
    });
    // Once the answer is read, its connection may be another's.
    const address = response.socket.remoteAddress ?? null;
    const body = await this.bound.read(response, () => new UnreadableAnswer());
    return { status: response.statusCode ?? 0, body, address };
  }

  private authorization(): Readonly<Record<string, string>> {
    const { user, secret } = this.config;
    if (user === null || secret === null) return {};
    const password = readPassword(secret);
    return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  }
}
