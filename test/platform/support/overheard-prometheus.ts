import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One question, and when Prometheus answered it: the moment that its answer is about. */
interface Question {
  readonly query: string;
  /** Seconds since the epoch; null where the answer holds nothing. */
  readonly evaluatedAt: number | null;
}

interface Answer {
  readonly data?: { readonly result?: readonly { readonly value: readonly [number, string] }[] };
}

/** Passes on what a Prometheus is asked and what it answers, as it is, and notes both. */
export class OverheardPrometheus {
  readonly questions: Question[] = [];
  private readonly server: Server;

  /** @param real address of the Prometheus */
  constructor(private readonly real: string) {
    this.server = createServer((request, response) => {
      // Whoever asked has gone: that is no matter of this one.
      this.pass(request, response).catch(() => response.destroy());
    });
  }

  /** Resolves with its address. */
  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const { method = 'POST', url = '' } = request;
    const answer = await fetch(`${this.real}${url}`, { method, headers, body });
    const said = await answer.text();
    const [first] = (JSON.parse(said) as Answer).data?.result ?? [];
    const query = new URLSearchParams(body).get('query') ?? '';
    this.questions.push({ query, evaluatedAt: first?.value[0] ?? null });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(said);
  }
}
