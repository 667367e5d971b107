import { readFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { connectionFailure, PrometheusError, refusal, unreadable } from './prometheus-error.js';
import { type PrometheusSample, readAnswer, readErrorType } from './prometheus-answer.js';

/** Where a Prometheus is, and how it lets us in. Secrets and files are read at each query, so that rotated ones are used. */
export interface PrometheusAccess {
  /** `/api/v1/query` follows its path. Holds no credentials. */
  readonly url: URL;
  readonly user: string | null;
  readonly password: SecretText | null;
  readonly token: SecretText | null;
  readonly tls: {
    readonly ca?: string | undefined;
    readonly certificate?: string | undefined;
    readonly key?: string | undefined;
    readonly serverName?: string | undefined;
    readonly insecureSkipVerify: boolean;
  } | null;
}

interface SecretText {
  read(): string;
}

/** Bytes: some 30,000 samples. A query that brings more is not one that anybody wants at intervals. */
const LONGEST_ANSWER = 8 * 1024 ** 2;

/** Asks one Prometheus, or whatever speaks its API (Thanos, Mimir, VictoriaMetrics), over kept connections. */
export class PrometheusClient {
  private readonly agent: http.Agent;

  /** @param longest bytes; a longer answer is `invalid` */
  constructor(
    private readonly access: PrometheusAccess,
    private readonly longest = LONGEST_ANSWER,
  ) {
    const { Agent } = access.url.protocol === 'https:' ? https : http;
    this.agent = new Agent({ keepAlive: true });
  }

  /** What it is called in messages. */
  get place(): string {
    return this.access.url.host;
  }

  /**
   * The value of an expression now. Nothing matches: an empty list.
   * @param signal ends it, and is the deadline: without one there is none
   * @throws PrometheusError, or the signal's reason once it has aborted
   */
  async query(expression: string, signal: AbortSignal): Promise<readonly PrometheusSample[]> {
    try {
      const response = await this.send(new URLSearchParams({ query: expression }).toString(), signal);
      const json = parsed(await readAll(response, this.longest, this.place));
      const status = response.statusCode ?? 0;
      if (status < 200 || status >= 300) throw refusal(this.place, status, readErrorType(json));
      const samples = readAnswer(json);
      if (samples !== null) return samples;
      const errorType = readErrorType(json);
      throw errorType === null ? unreadable(this.place) : refusal(this.place, status, errorType);
    } catch (error) {
      signal.throwIfAborted();
      throw connectionFailure(this.place, error);
    }
  }

  /** Ends every connection. */
  close(): void {
    this.agent.destroy();
  }

  private async send(body: string, signal: AbortSignal): Promise<IncomingMessage> {
    const { url } = this.access;
    const target = new URL(`${url.pathname.replace(/\/$/, '')}/api/v1/query`, url);
    const transport = url.protocol === 'https:' ? https : http;
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'vitals',
      ...this.authorization(),
    };
    const options = { ...this.trust(), method: 'POST', agent: this.agent, headers, signal };
    for (let isRetry = false; ; isRetry = true) {
      const request = transport.request(target, options);
      try {
        return await new Promise((resolve, reject) => {
          request.on('response', resolve).on('error', reject).end(body);
        });
      } catch (error) {
        // The server closed a kept connection just as it was taken: nothing was processed.
        const wasStale = request.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
        if (isRetry || !wasStale) throw error;
      }
    }
  }

  private authorization(): { readonly authorization?: string } {
    const { user, password, token } = this.access;
    const secret = password ?? token;
    if (user === null && secret === null) return {};
    const text = readable('A file with credentials', () => secret?.read().trim() ?? '');
    if (user === null) return { authorization: `Bearer ${headerText(text)}` };
    return { authorization: `Basic ${Buffer.from(`${user}:${text}`).toString('base64')}` };
  }

  private trust(): https.RequestOptions {
    const { tls } = this.access;
    if (tls === null) return {};
    const { ca, certificate, key, serverName, insecureSkipVerify } = tls;
    const file = (path: string | undefined): Buffer | undefined =>
      path === undefined ? undefined : readable('A file for TLS', () => readFileSync(path));
    return {
      ca: file(ca),
      cert: file(certificate),
      key: file(key),
      servername: serverName,
      rejectUnauthorized: !insecureSkipVerify,
    };
  }
}

/** A file of ours that cannot be read is a permission that is missing; its path stays here. */
function readable<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new PrometheusError('forbidden', `${what} cannot be read.`);
  }
}

function headerText(text: string): string {
  if (/^[\x20-\x7e]+$/.test(text)) return text;
  throw new PrometheusError('forbidden', 'The token is empty, or holds what no token holds.');
}

async function readAll(response: IncomingMessage, longest: number, place: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest)
      throw new PrometheusError('invalid', `The answer of ${place} is longer than ${longest} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length).toString('utf8');
}

/** Undefined where it is none: the parser's own error would quote what it read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
