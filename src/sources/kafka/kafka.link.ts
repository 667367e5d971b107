import type { Endpoint } from '../../config/fields.js';
import type { ClientMaker, KafkaClient } from './kafka.client.js';

/** The way to one broker: a connection that is kept as long as it serves, and opened again when it does not. */
export class BrokerLink {
  private client: KafkaClient | null = null;
  private isClosed = false;

  constructor(
    readonly endpoint: Endpoint,
    private readonly make: ClientMaker,
  ) {}

  /**
   * Works over the connection; one use at a time. When `signal` aborts, the connection goes with all that waits for an answer
   * of it: whoever comes late would be taken for the answer to the next question's.
   */
  async use<T>(signal: AbortSignal, work: (client: KafkaClient) => Promise<T>): Promise<T> {
    const client = await this.open(signal);
    const abort = (): void => {
      client.destroy();
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      signal.throwIfAborted();
      return await work(client);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  close(): void {
    this.isClosed = true;
    this.client?.destroy();
    this.client = null;
  }

  private async open(signal: AbortSignal): Promise<KafkaClient> {
    if (this.client?.isOpen === true) return this.client;
    this.client?.destroy();
    const client = await this.make(this.endpoint, signal);
    this.client = client;
    if (this.isClosed) client.destroy();
    return client;
  }
}
