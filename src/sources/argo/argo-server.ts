import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import getRawBody from 'raw-body';
import { tlsOptions } from '../../clients/credentials.js';
import type { LookFailure } from '../../sampling/reach.js';
import type { ArgoServerConfig } from './argo.config.js';
import type { RawWorkflow } from './workflow-objects.js';

/** A workflow with a thousand nodes takes one or two. */
const LONGEST_ANSWER = '64mb';

/** Why the server did not give what it was asked for. */
export class ArgoServerError extends Error {
  override readonly name = 'ArgoServerError';

  constructor(
    readonly failure: LookFailure['state'] | 'missing',
    message: string,
  ) {
    super(message);
  }
}

/** The Argo server, which puts workflows together again whose nodes the engine keeps in a database. */
export class ArgoServer {
  private readonly agent: http.Agent | https.Agent;

  constructor(private readonly config: ArgoServerConfig) {
    const options = { keepAlive: true, maxSockets: 4 };
    this.agent = config.url.startsWith('https:') ? new https.Agent(options) : new http.Agent(options);
  }

  /** @throws ArgoServerError, without a token in its message; or the reason of `signal` */
  async workflow(namespace: string, name: string, signal: AbortSignal): Promise<NonNullable<RawWorkflow>> {
    const path = `/api/v1/workflows/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
    let response: IncomingMessage;
    let body: string;
    try {
      response = await this.send(new URL(this.config.url + path), signal);
      body = await getRawBody(response, { limit: LONGEST_ANSWER, encoding: 'utf8' });
    } catch (error) {
      if (error instanceof ArgoServerError) throw error;
      const code = (error as NodeJS.ErrnoException).code ?? 'the connection failed';
      throw new ArgoServerError('lost', `The Argo server does not answer: ${code}.`);
    }
    const status = response.statusCode ?? 0;
    if (status === 401 || status === 403) throw new ArgoServerError('forbidden', `The Argo server refuses: ${status}.`);
    if (status === 404) throw new ArgoServerError('missing', 'The Argo server knows no such workflow.');
    if (status >= 500) throw new ArgoServerError('lost', `The Argo server failed: ${status}.`);
    return parsed(body, status);
  }

  close(): void {
    this.agent.destroy();
  }

  private send(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const { agent } = this;
    const { tls } = this.config;
    const headers = { accept: 'application/json', ...this.authorization() };
    const options = { ...(tls === null ? {} : tlsOptions(tls)), headers, agent, signal };
    return new Promise((resolve, reject) => {
      const { get } = url.protocol === 'https:' ? https : http;
      get(url, options, resolve).on('error', reject);
    });
  }

  private authorization(): { readonly authorization?: string } {
    try {
      const token = this.config.secret?.read();
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      throw new ArgoServerError('forbidden', `The token for the Argo server cannot be read (${code}).`);
    }
  }
}

function parsed(body: string, status: number): NonNullable<RawWorkflow> {
  try {
    const answer: unknown = JSON.parse(body);
    if (status === 200 && typeof answer === 'object' && answer !== null && 'metadata' in answer)
      return answer as NonNullable<RawWorkflow>;
  } catch {
    // A parser quotes what it read.
  }
  throw new ArgoServerError('invalid', `What answers in place of the Argo server gives no workflow (${status}).`);
}
