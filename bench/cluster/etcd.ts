import { Agent, request } from 'node:http';

const CONNECTIONS = 4;

interface KeyValue {
  readonly key: string;
  readonly value: Buffer;
}

/** The few calls of etcd's JSON gateway that are needed to fill it. */
export class Etcd {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  constructor(private readonly url: string) {}

  async get(key: string): Promise<Buffer> {
    const answer = (await this.call('/v3/kv/range', { key: encoded(key) })) as { kvs?: { value: string }[] };
    const found = answer.kvs?.[0];
    if (found === undefined) throw new Error(`nothing is stored as ${key}`);
    return Buffer.from(found.value, 'base64');
  }

  async delete(key: string): Promise<void> {
    await this.call('/v3/kv/deleterange', { key: encoded(key) });
  }

  /** All or none of them; etcd takes 128 at once. */
  async put(all: readonly KeyValue[]): Promise<void> {
    const success = all.map(({ key, value }) => ({
      requestPut: { key: encoded(key), value: value.toString('base64') },
    }));
    await this.call('/v3/kv/txn', { success });
  }

  close(): void {
    this.agent.destroy();
  }

  private call(path: string, body: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, { method: 'POST', agent: this.agent, timeout: 60_000 }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('error', reject).on('end', () => {
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${path}: ${response.statusCode ?? 0} ${text.slice(0, 500)}`));
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`${path}: no answer within a minute`)));
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }
}

function encoded(key: string): string {
  return Buffer.from(key).toString('base64');
}
