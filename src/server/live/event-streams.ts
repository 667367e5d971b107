import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { type Handler, type OperationArgs, type Response as Answer, createHandler } from 'graphql-sse';
import Negotiator from 'negotiator';
import { timeOfDay } from '../../model/clock.js';
import type { ServerLimits } from '../../model/server-limits.js';
import type { Milliseconds } from '../../model/time.js';
import type { Entered } from '../auth/access.js';
import { watchToken } from '../auth/token-watch.js';
import { endStream, streamClient } from './event-stream-client.js';
import type { GraphqlHandler } from '../graphql-handler.js';
import { SOCKET_LIMITS } from './live-client.js';
import type { LiveOptions } from './live-options.js';
import { FIRST_PICTURE_MISSING, type LiveOperations } from './live-operations.js';
import type { Admission } from '../limits/admission.js';
import { Refusal } from '../limits/refusal.js';
import type { TrustedDocuments } from '../limits/trusted-documents.js';
import { jsonOf, readBody } from '../request-body.js';
import { STREAM_HEADERS } from '../security-headers.js';
import type { Site } from '../site.js';

const EVENT_STREAM = 'text/event-stream';

/** Seconds after which the first picture may be complete. */
const RETRY_AFTER = 5;

export interface EventStreamOptions extends LiveOptions {
  readonly admission: Admission;
  readonly serverLimits: Pick<ServerLimits, 'body'>;
  /** Null: any document may be asked. */
  readonly documents: TrustedDocuments | null;
}

/** One request, and what its events are written to. */
interface Stream {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly site: Site;
  /** Resolves once its headers are written. */
  readonly begun: Promise<void>;
}

/** GraphQL as a stream of events for each operation (graphql-sse, distinct connections) at `/graphql/stream`. */
export class EventStreams {
  private readonly open = new Set<ServerResponse>();
  private readonly handle: Handler<IncomingMessage, Stream>;
  /** Which stream an operation is for: the library hands its arguments on, but not where they came from. */
  private readonly streams = new WeakMap<ExecutionArgs, Stream>();

  constructor(private readonly options: EventStreamOptions) {
    const { operations, tidy, limits = SOCKET_LIMITS } = options;
    this.handle = createHandler<IncomingMessage, Stream>({
      // Without a token of its kind, no operations share a stream.
      authenticate: () => null,
      // Done beforehand, by the same rules as everywhere.
      validate: () => [],
      onSubscribe: ({ context }, { query, operationName, variables, extensions }) =>
        this.begin({ query, operationName, variables, extensions }, context),
      execute: (args) => operations.execute(args),
      subscribe: (args) => {
        const stream = this.streams.get(args);
        if (stream === undefined) throw new Error('A subscription came from nowhere.');
        const client = streamClient(stream.response, limits);
        return operations.subscription(
          args,
          { ...stream, transport: 'sse', client },
          {
            ready: stream.begun,
            refused: (error) => ({ errors: [error] }),
          },
        );
      },
      onNext: (_context, _request, result) => tidy(result as ExecutionResult) as ExecutionResult,
    });
  }

  /** Answers a request with a stream, or a refusal as over HTTP. */
  readonly answer: GraphqlHandler = (request, response, fail) => {
    this.serve(request, response).catch(fail);
  };

  /** Ends all of them, within so long: clients come again, to whoever is there then. */
  close(deadline: Milliseconds): void {
    const { goodbye } = this.options.limits ?? SOCKET_LIMITS;
    for (const response of this.open) endStream(response, 'Vitals ends', Math.min(goodbye, deadline));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { access, admission, connections, site } = this.options;
    refuseOthers(request, response);
    const entered = access === null ? null : await access.enter(request, response);
    if (access === null) admission.admit(request);
    else if (entered === null) return;
    response.once('close', connections.enter(request));
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const stream = { request, response, site: entered?.site ?? site, begun };
    const asked = { ...(await this.read(request)), context: stream };
    if (hasLeft(response)) return;
    const [body, init] = await this.handle(asked);
    // The library keeps it as long as the stream lives; what is executed was taken out of it, and is counted.
    asked.body = {};
    if (body === null || typeof body === 'string') {
      throw refusalOf(init.status, body);
    }
    // Who has left meanwhile, such as before the first picture was complete, leaves nothing behind.
    if (hasLeft(response)) {
      await body.return();
      return;
    }
    response.writeHead(200, STREAM_HEADERS);
    this.watch(response, entered);
    begin();
    await this.write(response, body);
  }

  private async read(request: IncomingMessage) {
    const { admission, serverLimits, documents } = this.options;
    const { method = '', url = '' } = request;
    const text = method !== 'POST' ? '' : await new Promise<string>((resolve, reject) => { readBody(request, serverLimits.body, admission.bodies, resolve, reject); }); // prettier-ignore
    const query = url.indexOf('?');
    const sent = { body: text === '' ? {} : jsonOf(text), search: query < 0 ? '' : url.slice(query) };
    const { body, search } = documents === null ? sent : documents.inPlaceOf(sent);
    return {
      method,
      url: `/graphql/stream${search}`,
      headers: { get: (name: string) => headerOf(request, name) },
      body: body as Record<string, unknown>,
      raw: request,
    };
  }

  private async begin(
    payload: Parameters<LiveOperations['begin']>[0],
    stream: Stream,
  ): Promise<OperationArgs | AsyncIterable<ExecutionResult>> {
    const { request, site } = stream;
    const begun = await this.options.operations.begin(payload, { request, site, onConnection: 1 });
    if (begun === null) throw new Refusal(503, { code: 'UNAVAILABLE', message: `${FIRST_PICTURE_MISSING}.` }, RETRY_AFTER); // prettier-ignore
    if (!('document' in begun)) return once({ errors: begun });
    this.streams.set(begun, stream);
    // Its context is ours, and nothing to the library.
    return begun as OperationArgs;
  }

  private watch(response: ServerResponse, entered: Entered | null): void {
    const { access, lookedAtAgain, limits = SOCKET_LIMITS, log } = this.options;
    this.open.add(response);
    response.on('error', (error) => {
      log.debug({ err: error }, 'a client broke its stream');
    });
    const end = (reason: string): void => {
      endStream(response, reason, limits.goodbye);
    };
    const opened = entered === null ? null : { ...entered, expiresAt: entered.caller.expiresAt, isOpen: () => !response.writableEnded, end }; // prettier-ignore
    const endWatch =
      opened === null || access === null
        ? () => undefined
        : watchToken(opened, { access, now: timeOfDay, lookedAtAgain });
    response.once('close', () => {
      endWatch();
      this.open.delete(response);
    });
  }

  /** What the library says: results of queries, the end, and now and then a word that it is there. */
  private async write(response: ServerResponse, body: AsyncGenerator<string, void, undefined>): Promise<void> {
    const leave = (): void => {
      void body.return();
    };
    response.once('close', leave);
    for await (const text of body) {
      if (response.writableEnded || response.destroyed) break;
      response.write(text);
    }
    if (!response.writableEnded) response.end();
  }
}

/** Its client is gone. */
function hasLeft(response: ServerResponse): boolean {
  return response.destroyed;
}

/** @throws Refusal */
function refuseOthers(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.setHeader('allow', 'GET, POST');
    throw new Refusal(405, { code: 'BAD_REQUEST', message: 'A stream of events is asked for with GET or POST.' });
  }
  if (new Negotiator(request).mediaType([EVENT_STREAM]) === undefined)
    throw new Refusal(406, {
      code: 'BAD_REQUEST',
      message: `Here are streams of events only: accept ${EVENT_STREAM}.`,
    });
}

/** The library looks for one way to ask for what was found to be asked for. */
function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  if (name === 'accept') return EVENT_STREAM;
  const header = headers[name];
  return Array.isArray(header) ? header.join(', ') : header;
}

/** What the library cannot read. */
function refusalOf(status: number, body: Answer[0]): Refusal {
  const { errors } = (typeof body === 'string' ? jsonOf(body) : {}) as { readonly errors?: readonly { readonly message: string }[] }; // prettier-ignore
  const message = errors?.[0]?.message ?? 'The body is no JSON (content-type: application/json).';
  return new Refusal(status, { code: 'BAD_REQUEST', message });
}

// eslint-disable-next-line @typescript-eslint/require-await -- what the library takes as a stream of one result
async function* once(result: ExecutionResult): AsyncGenerator<ExecutionResult, void, undefined> {
  yield result;
}
