import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { hostAndPort } from '../model/address.js';
import { KIBIBYTE, MEBIBYTE } from '../model/bytes.js';
import { systemClock } from '../model/clock.js';
import { type Instant, type Milliseconds, SECOND } from '../model/time.js';
import { Cutoff } from './cutoff.js';
import { KeptConnections } from './kept-connections.js';
import { type Credentials, type KubernetesAccess, KubernetesCredentials } from './kubernetes-credentials.js';
import { connectionError, KubernetesError, refusal } from './kubernetes-error.js';
import { retryAfter, send, serverTime } from './kubernetes-http.js';
import { paceOfLists } from './pace.js';
import { readAll } from './read-all.js';
import { parseJson } from './parse-json.js';

export interface KubernetesRequest {
  /** From the call to the last byte; for a stream, to the answer's headers. Credentials are had within it. */
  readonly deadline: Milliseconds;
  readonly signal?: AbortSignal;
  /** Bytes; a longer body is `invalid`. Default 32 MiB. */
  readonly longest?: number;
}

export interface KubernetesAnswer<T> {
  readonly body: T;
  /** The server's own clock, to the second; null where it does not say. */
  readonly serverAt: Instant | null;
}

/** What can be asked of an API server or a kubelet. All reject with a KubernetesError, or the caller's abort reason. */
export interface KubernetesEndpoint {
  /** Reads JSON. */
  get(path: string, request: KubernetesRequest): Promise<KubernetesAnswer<unknown>>;
  /** Reads a body as it is. */
  bytes(path: string, request: KubernetesRequest): Promise<KubernetesAnswer<Buffer>>;
}

/** An exchange whose headers are here. */
interface Opened {
  readonly response: IncomingMessage;
  readonly cutoff: Cutoff;
}

const LONGEST_BODY = 32 * MEBIBYTE;
const LONGEST_REFUSAL = 64 * KIBIBYTE;
/** A measurement that took longer says nothing about a clock. */
const LONGEST_CLOCK_READING: Milliseconds = 2 * SECOND;
const KUBELET_PORT = 10250;

/** One cluster's API server, and its kubelets, over one pool of kept connections. */
export class KubernetesConnection implements KubernetesEndpoint {
  private readonly credentials: KubernetesCredentials;
  private readonly connections = new KeptConnections();
  private skew: Milliseconds | null = null;

  /**
   * @param kubeletInsecure accepts any certificate of a kubelet: many clusters leave them self-signed
   * @throws KubernetesError `invalid` where the configuration cannot be read
   */
  constructor(
    access: KubernetesAccess,
    private readonly kubeletInsecure = false,
  ) {
    this.credentials = new KubernetesCredentials(access);
  }

  /** The API server's clock less ours, as last seen, within half a second and half a round trip; null: not known. */
  get clockSkew(): Milliseconds | null {
    return this.skew;
  }

  get(path: string, request: KubernetesRequest): Promise<KubernetesAnswer<unknown>> {
    return readJson(this.openServer(path, request), request);
  }

  bytes(path: string, request: KubernetesRequest): Promise<KubernetesAnswer<Buffer>> {
    return readBytes(this.openServer(path, request), request);
  }

  /**
   * Asks with a body of JSON, and reads JSON. Only for what changes nothing, such as reviews: where a kept connection breaks it is
   * sent again.
   */
  post(path: string, body: object, request: KubernetesRequest): Promise<KubernetesAnswer<unknown>> {
    return readJson(this.openServer(path, request, JSON.stringify(body)), request);
  }

  /** An answer without end. The caller destroys it; so does the request's signal. */
  async stream(path: string, request: KubernetesRequest): Promise<IncomingMessage> {
    const { response, cutoff } = await this.openServer(path, request);
    cutoff.releaseDeadline();
    response.once('close', () => {
      cutoff.release();
    });
    return response;
  }

  /** The kubelet at a node's address, asked directly with the same credentials and the cluster's CA. */
  kubelet(address: string, port = KUBELET_PORT): KubernetesEndpoint {
    const base = `https://${hostAndPort(address, port)}`;
    const open = (path: string, request: KubernetesRequest): Promise<Opened> =>
      this.open(request, (credentials) => {
        // The cluster's server name is the API server's; a proxy leads to it alone.
        const own = { ...credentials, servername: undefined, agent: undefined };
        const trust = this.kubeletInsecure ? { rejectUnauthorized: false } : {};
        return { url: new URL(base + path), options: { ...own, ...trust } };
      });
    return {
      get: (path, request) => readJson(open(path, request), request),
      bytes: (path, request) => readBytes(open(path, request), request),
    };
  }

  /** Ends every connection. */
  close(): void {
    this.connections.close();
  }

  private async openServer(path: string, request: KubernetesRequest, body: string | null = null): Promise<Opened> {
    const began = systemClock.now();
    const target = (credentials: Credentials) => {
      const url = new URL(credentials.server + path);
      // Through a proxy client-node's own agent goes, one for each request.
      const agent = credentials.proxied ? credentials.agent : undefined;
      return { url, options: { ...credentials, agent } };
    };
    const opened = await this.open(request, target, body);
    this.readClock(serverTime(opened.response), began);
    return opened;
  }

  private readClock(server: Instant | null, began: number): void {
    const now = systemClock.now();
    if (server === null || now - began > LONGEST_CLOCK_READING) return;
    // The header drops the fraction of the second: on average half of it.
    this.skew = server + SECOND / 2 - (began + now) / 2;
  }

  private async open(
    request: KubernetesRequest,
    target: (credentials: Credentials) => { url: URL; options: RequestOptions },
    body: string | null = null,
  ): Promise<Opened> {
    const late = (): Error => new KubernetesError('timeout', `no answer within ${request.deadline} ms`);
    const cutoff = new Cutoff(request.signal, request.deadline, late);
    try {
      const addressed = target(await cutoff.race(this.credentials.get()));
      const response = await send(this.connections, addressed, cutoff.signal, body);
      await this.accept(response);
      return { response, cutoff };
    } catch (error) {
      cutoff.release();
      throw cutoff.signal.aborted ? cutoff.signal.reason : connectionError(error);
    }
  }

  private async accept(response: IncomingMessage): Promise<void> {
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return;
    if (status === 401) this.credentials.refused();
    // What a proxy says may be a whole page: its status says enough.
    const body = await readBody(response, LONGEST_REFUSAL).then(parseJson, () => null);
    throw refusal(body, status, retryAfter(response));
  }
}

function readBody(response: IncomingMessage, longest: number): Promise<Buffer> {
  const tooLong = (): Error => new KubernetesError('invalid', `the answer is longer than ${longest} bytes`);
  return readAll(response, (bytes) => bytes <= longest, tooLong, paceOfLists);
}

async function readBytes(opening: Promise<Opened>, request: KubernetesRequest): Promise<KubernetesAnswer<Buffer>> {
  const { response, cutoff } = await opening;
  try {
    return { body: await readBody(response, request.longest ?? LONGEST_BODY), serverAt: serverTime(response) };
  } catch (error) {
    throw cutoff.signal.aborted ? cutoff.signal.reason : connectionError(error);
  } finally {
    cutoff.release();
  }
}

async function readJson(opening: Promise<Opened>, request: KubernetesRequest): Promise<KubernetesAnswer<unknown>> {
  const { body, serverAt } = await readBytes(opening, request);
  const json = parseJson(body);
  if (json === undefined) throw new KubernetesError('invalid', 'the answer is not JSON');
  return { body: json, serverAt };
}
