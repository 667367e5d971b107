import { ExchangeError } from '../../clients/exchange-error.js';
import { HttpConnection } from '../../clients/http-connection.js';
import { parseJson } from '../../clients/parse-json.js';
import { MEBIBYTE } from '../../model/bytes.js';
import type { ArgoServerConfig } from './argo.config.js';
import type { RawWorkflow } from './workflow-objects.js';

/** Bytes. A workflow with a thousand nodes takes one or two million. */
const LONGEST_ANSWER = 64 * MEBIBYTE;

const HEADERS = { accept: 'application/json' };

/** The Argo server, which puts workflows together again whose nodes the engine keeps in a database. */
export class ArgoServer {
  private readonly connection: HttpConnection;

  constructor(private readonly config: ArgoServerConfig) {
    const { url, secret: token, tls } = config;
    this.connection = new HttpConnection({ url: new URL(url), user: null, password: null, token, tls }, LONGEST_ANSWER);
  }

  /**
   * Null: it knows no such workflow.
   * @param signal ends it, and is the deadline: without one there is none
   * @throws ExchangeError, or the signal's reason once it has aborted
   */
  async workflow(namespace: string, name: string, signal: AbortSignal): Promise<NonNullable<RawWorkflow> | null> {
    const path = `/api/v1/workflows/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
    const target = new URL(this.config.url + path);
    const { status, body } = await this.connection.exchange({ target, headers: HEADERS }, signal);
    if (status === 404) return null;
    if (status === 401 || status === 403) throw new ExchangeError('forbidden', `The Argo server refuses: ${status}.`);
    if (status >= 500) throw new ExchangeError('lost', `The Argo server failed: ${status}.`);
    return parsed(body, status);
  }

  close(): void {
    this.connection.close();
  }
}

function parsed(body: Buffer, status: number): NonNullable<RawWorkflow> {
  const answer = parseJson(body);
  if (status === 200 && typeof answer === 'object' && answer !== null && 'metadata' in answer)
    return answer as NonNullable<RawWorkflow>;
  throw new ExchangeError('invalid', `What answers in place of the Argo server gives no workflow (${status}).`);
}
