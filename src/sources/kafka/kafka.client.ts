import { isIP } from 'node:net';
import { Connection, type ConnectionOptions, apiVersionsV3 } from '@platformatic/kafka';
import { readPassword, tlsOptions } from '../../clients/credentials.js';
import type { Endpoint } from '../../config/fields.js';
import { HOUR, type Milliseconds } from '../../model/time.js';
import type { KafkaConfig } from './kafka.config.js';
import { BrokenConnection, SilentBroker, UnreadableAnswer } from './kafka.failure.js';
import { guard } from './kafka.guard.js';
import { CLIENT, type Question, RefusedQuestion, UnknownQuestion, inOnePiece } from './kafka.question.js';

/** Called off from outside, and later than any deadline of ours: the library's own clocks must never strike first. */
const NEVER: Milliseconds = HOUR;

/**
 * What this source needs of a Kafka client: one connection to one broker, and questions asked over it. All else of the
 * protocol (who we are, encryption, which versions both sides speak) is behind it.
 */
export interface KafkaClient {
  /** Rejects with `RefusedQuestion`, `UnknownQuestion`, `UnreadableAnswer`, or what broke the connection. */
  ask<A extends readonly unknown[], T>(question: Question<A, T>, ...args: A): Promise<T>;
  /** Whether questions can still be asked over it. */
  readonly isOpen: boolean;
  /** Ends it this moment, whatever it is waiting for. */
  destroy(): void;
}

/** Opens clients. */
export type ClientMaker = (broker: Endpoint, signal: AbortSignal) => Promise<KafkaClient>;

interface Range {
  readonly minVersion: number;
  readonly maxVersion: number;
}

/** Makes clients as the configuration says; `onRequest` is told of each request that is sent. */
export function clientMaker(config: KafkaConfig, onRequest: () => void = () => undefined): ClientMaker {
  return async (broker, signal) => {
    signal.throwIfAborted();
    const client = new BrokerClient(broker, config, onRequest);
    const abort = (): void => {
      client.destroy();
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      await client.open(signal);
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  };
}

class BrokerClient implements KafkaClient {
  private readonly connection: Connection;
  private versions: ReadonlyMap<number, Range> = new Map();
  private trouble: unknown = null;
  private isOver = false;
  /** Settles what waits when the connection ends: the library lets go of some of it without a word. */
  private readonly waiting = new Set<(error: unknown) => void>();

  constructor(
    private readonly broker: Endpoint,
    config: KafkaConfig,
    private readonly onRequest: () => void,
  ) {
    this.connection = new Connection(CLIENT.name, optionsOf(config, broker));
    this.connection.on('error', (error) => {
      this.end(error);
    });
    this.connection.on('close', () => {
      this.end(new BrokenConnection());
    });
  }

  get isOpen(): boolean {
    return !this.isOver && this.connection.isConnected();
  }

  /** Connects, proves who we are where that is asked, and learns which versions the broker speaks. */
  async open(signal: AbortSignal): Promise<void> {
    const { host, port } = this.broker;
    await this.settled<unknown>((resolve, reject) => {
      signal.addEventListener('abort', () => { reject(new SilentBroker()); }, { once: true }); // prettier-ignore
      const connected = this.connection.connect(host, port);
      guard(this.connection.socket, (error) => {
        this.end(error);
      });
      Promise.resolve(connected).then(resolve, reject);
    });
    const { apiKeys } = await this.send<ApiVersions>(apiVersionsV3.api.key, apiVersionsV3.api.version, {
      write: () => apiVersionsV3.createRequest(CLIENT.name, CLIENT.version),
      read: (reader) => apiVersionsV3.parseResponse(0, apiVersionsV3.api.key, apiVersionsV3.api.version, reader),
      hasTaggedHeader: false,
    });
    this.versions = new Map(apiKeys.map(({ apiKey, ...range }) => [apiKey, range]));
  }

  async ask<A extends readonly unknown[], T>(question: Question<A, T>, ...args: A): Promise<T> {
    const range = this.versions.get(question.key);
    const spoken = question.versions.find(
      ({ version }) => range !== undefined && version >= range.minVersion && version <= range.maxVersion,
    );
    if (spoken === undefined) throw new UnknownQuestion();
    const { version, write, read, hasTaggedHeader = true } = spoken;
    return this.send<T>(question.key, version, {
      write: () => write(...args),
      read: (reader) => read(reader, version),
      hasTaggedHeader,
    });
  }

  destroy(): void {
    this.end(new SilentBroker());
  }

  private send<T>(key: number, version: number, { write, read, hasTaggedHeader }: Exchange<T>): Promise<T> {
    return this.settled<T>((resolve, reject) => {
      this.onRequest();
      const readAll = (_id: number, _key: number, _version: number, reader: Reader): T => {
        const whole = inOnePiece(reader);
        const answer = read(whole);
        if (whole.position > whole.length) throw new UnreadableAnswer();
        return answer;
      };
      this.connection.send<T>(key, version, write, readAll, true, hasTaggedHeader, (error, answer) => {
        if (error === null) resolve(answer as T);
        else reject(this.trouble ?? asOurs(error));
      });
    });
  }

  private async settled<T>(begin: (resolve: (value: T) => void, reject: (error: unknown) => void) => void): Promise<T> {
    if (this.isOver) throw this.trouble;
    let giveUp: (error: unknown) => void = () => undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        giveUp = reject;
        this.waiting.add(reject);
        begin(resolve, reject);
      });
    } finally {
      this.waiting.delete(giveUp);
    }
  }

  private end(error: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.trouble = error;
    for (const giveUp of this.waiting) giveUp(error);
    // Before a connection is attempted there is none.
    (this.connection.socket as Connection['socket'] | undefined)?.destroy();
    // Clears the clock of the next proof of who we are.
    void Promise.resolve(this.connection.close()).catch(() => undefined);
  }
}

type Reader = Parameters<Parameters<Connection['send']>[3]>[3];
type ApiVersions = ReturnType<typeof apiVersionsV3.parseResponse>;

interface Exchange<T> {
  readonly write: () => ReturnType<Parameters<Connection['send']>[2]>;
  readonly read: (reader: Reader) => T;
  readonly hasTaggedHeader: boolean;
}

/** What reading an answer throws is that the answer is none; what the broker said stays what it is. */
function asOurs(error: unknown): unknown {
  if (error instanceof RefusedQuestion || error instanceof UnreadableAnswer) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('PLT_KFK_') ? error : new UnreadableAnswer();
}

function optionsOf({ deadline, tls, sasl }: KafkaConfig, { host }: Endpoint): ConnectionOptions {
  return {
    // Later than ours, and not never: what nobody waits for any more must end, too.
    connectTimeout: 2 * deadline,
    requestTimeout: NEVER,
    // TLS knows a server by a name only: an address goes without, unless one is configured.
    ...(tls === null ? {} : { tls: { ...(isIP(host) === 0 ? { servername: host } : {}), ...tlsOptions(tls) } }),
    ...(sasl === null
      ? {}
      : {
          sasl: {
            mechanism: sasl.mechanism,
            username: sasl.user,
            // Read at each connection, so that a rotated file is picked up.
            password: () => readPassword(sasl.secret),
          },
        }),
  };
}
