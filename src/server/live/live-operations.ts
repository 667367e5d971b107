import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema, execute } from 'graphql';
import type { IncomingMessage } from 'node:http';
import type { ServerLimits } from '../../model/server-limits.js';
import { type Milliseconds, SECOND } from '../../model/time.js';
import type { ParsedDocuments } from '../bounded-cache.js';
import { type OperationRequest, type Prepared, createPreparation } from '../operation-request.js';
import type { LiveClient } from './live-client.js';
import { SharedTurns } from './shared-turns.js';
import type { Admission } from '../limits/admission.js';
import type { Clients } from '../limits/clients.js';
import { inTime } from '../limits/deadline.js';
import { Refusal, errorOf } from '../limits/refusal.js';
import { SubscriptionCounts } from '../limits/subscription-counts.js';
import type { TrustedDocuments } from '../limits/trusted-documents.js';
import type { Transport } from '../metrics/metrics.js';
import type { RequestLimits } from '../request-limits.js';
import type { Site } from '../site.js';
import { within } from '../within.js';

/** How long a subscription may wait for the first picture. */
const FIRST_PICTURE_DEADLINE: Milliseconds = 30 * SECOND;

export const FIRST_PICTURE_MISSING = 'The first picture is not complete yet';

export interface LiveOperationsOptions {
  readonly schema: GraphQLSchema;
  readonly admission: Admission;
  readonly requestLimits: RequestLimits;
  readonly parsed: ParsedDocuments;
  readonly serverLimits: Pick<ServerLimits, 'deadline' | 'webSocket'>;
  /** Null: any document may be asked. */
  readonly documents: TrustedDocuments | null;
  readonly clients: Clients;
  readonly firstPictureDeadline?: number | undefined;
}

/** Where an operation came from. */
export interface Origin {
  readonly request: IncomingMessage;
  readonly site: Site;
  /** Operations under way on its connection, with this one. */
  readonly onConnection: number;
}

/** Whose subscription it is, and who hears it. */
export interface Subscriber extends Pick<Origin, 'request' | 'site'> {
  readonly transport: Transport;
  readonly client: LiveClient;
}

/** Operations of connections that live, however these speak: admitted, prepared, executed and counted by the same rules. */
export class LiveOperations {
  private readonly counts: SubscriptionCounts;
  /** What is heard first is looked up in one piece, among everything that is watched: many may begin at once. */
  private readonly beginnings = new SharedTurns();
  private readonly prepare: (payload: OperationRequest) => Prepared | readonly GraphQLError[];
  private readonly byTransport: Record<Transport, number> = { websocket: 0, sse: 0 };

  constructor(private readonly options: LiveOperationsOptions) {
    const { schema, requestLimits, parsed, serverLimits } = options;
    this.counts = new SubscriptionCounts(serverLimits.webSocket);
    this.prepare = createPreparation(schema, requestLimits, parsed);
  }

  /** Subscriptions at the moment. */
  get subscriptions(): Readonly<Record<Transport, number>> {
    return { ...this.byTransport };
  }

  /**
   * What is to be executed; or why it is not; null: what it is about is not there in time.
   * @throws Refusal where it is not even looked at
   */
  async begin(
    payload: OperationRequest,
    { request, site, onConnection }: Origin,
  ): Promise<ExecutionArgs | readonly GraphQLError[] | null> {
    const { admission, documents, firstPictureDeadline = FIRST_PICTURE_DEADLINE } = this.options;
    this.counts.check(onConnection);
    admission.admitOperation(request);
    const named = documents === null ? payload : { ...payload, query: documents.textOf(payload) };
    const prepared = this.prepare(named);
    if (!('args' in prepared)) return prepared;
    const { live, contextOf } = site;
    const args = { ...prepared.args, contextValue: contextOf() };
    if (!prepared.isSubscription) return args;
    return (await within(firstPictureDeadline, live.opened)) ? args : null;
  }

  /** What is not begun, or not ready in time, is an answer, too. */
  async execute(args: ExecutionArgs): Promise<ExecutionResult> {
    const { admission, serverLimits } = this.options;
    try {
      return await admission.run(() => inTime(serverLimits.deadline, Promise.resolve(execute(args))));
    } catch (error) {
      if (error instanceof GraphQLError) return { data: null, errors: [error] };
      if (error instanceof Refusal) return { errors: [errorOf(error)] };
      throw error;
    }
  }

  /** What a library holds while a subscription lives. It begins when that is asked for the next result. */
  subscription(args: ExecutionArgs, from: Subscriber, holding: Holding = {}): AsyncIterableIterator<ExecutionResult> {
    const begin = (): (() => void) => from.site.live.subscribe(args, from.client);
    return held({ enter: () => this.enter(args, from), begin }, this.beginnings, holding);
  }

  /** Counts a subscriber. Returns how it leaves. @throws GraphQLError */
  private enter(args: ExecutionArgs, { request, transport }: Subscriber): () => void {
    const leave = this.counts.enter(this.options.clients.of(request), args);
    this.byTransport[transport] += 1;
    return () => {
      this.byTransport[transport] -= 1;
      leave();
    };
  }
}

export interface Holding {
  /** The subscription begins once this has resolved. Left out: at once. */
  readonly ready?: Promise<void>;
  /** What is told where it cannot begin. Left out: whoever iterates is, by a rejection. */
  readonly refused?: (error: GraphQLError) => ExecutionResult;
}

/** Two steps, each of which returns how it is undone. */
interface Beginning {
  /** Takes a place among all subscriptions, before the turn to begin is waited for: those who wait are bounded, too. */
  readonly enter: () => () => void;
  readonly begin: () => () => void;
}

/** Events go to the client directly, so it never yields; where the subscription cannot begin, it breaks, or yields that alone. */
function held(
  { enter, begin }: Beginning,
  turns: SharedTurns,
  { ready = Promise.resolve(), refused }: Holding,
): AsyncIterableIterator<ExecutionResult> {
  let end: (result: IteratorResult<never, void>) => void = () => undefined;
  const ended = new Promise<IteratorResult<never, void>>((resolve) => {
    end = resolve;
  });
  const undo: (() => void)[] = [];
  let isBegun = false;
  let isOver = false;
  const over = (): Promise<IteratorResult<never, void>> => {
    isOver = true;
    // Each once, though one of them may end this again.
    for (const step of undo.splice(0).reverse()) step();
    end({ done: true, value: undefined });
    return ended;
  };
  const start = async (): Promise<void> => {
    await ready;
    if (isBegun || isOver) return;
    isBegun = true;
    undo.push(enter());
    await turns.during(async (rest) => {
      await rest();
      if (!isOver) undo.push(begin());
    });
  };
  return {
    next: async () => {
      try {
        await start();
      } catch (error) {
        void over();
        if (refused === undefined || !(error instanceof GraphQLError)) throw error;
        return { done: false, value: refused(error) };
      }
      return ended;
    },
    return: over,
    throw: over,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
