import type {
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
} from 'graphql';
import type { Logger } from 'pino';
import type { Clock } from '../model/clock.js';
import type { ServerLimits } from '../model/server-limits.js';
import type { Registry } from '../registry/registry.js';
import type { GraphContext } from '../resolvers/context.js';
import type { LiveField } from '../resolvers/live-field.js';
import { createApollo, wholeOrNothing, withoutInternals } from './apollo.js';
import type { ParsedDocuments } from './bounded-cache.js';
import { firstOf, inShort } from './errors-told.js';
import type { CompileBudget } from './fast/compile-budget.js';
import { compilingGateway } from './fast/gateway.js';
import { KeptAnswers } from './fast/kept-answers.js';
import { type GraphqlHandler, createGraphqlHandler } from './graphql-handler.js';
import type { Admission } from './limits/admission.js';
import { boundsOf } from './limits/deadline.js';
import type { TrustedDocuments } from './limits/trusted-documents.js';
import { countErrors } from './metrics/error-codes.js';
import type { Metrics } from './metrics/metrics.js';
import { LiveGroups } from './live/live-groups.js';
import type { LiveLimits } from './live/live-limits.js';
import type { Waiting } from './live/waiting.js';
import type { RequestLimits } from './request-limits.js';
import type { RequestTracer } from './request-tracer.js';

export interface SiteOptions {
  readonly schema: GraphQLSchema;
  readonly isIntrospectable: boolean;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly log: Logger;
  readonly liveFields: Readonly<Record<string, LiveField>>;
  readonly contextOf: (subscribers: number) => GraphContext;
  /** Live subscriptions of other sites that are told of as this one's. */
  readonly subscribersBeside?: (() => number) | undefined;
  readonly limits: ServerLimits;
  readonly requestLimits: RequestLimits;
  readonly parsed: ParsedDocuments;
  readonly admission: Admission;
  readonly metrics: Metrics;
  /** Null: nobody follows requests. */
  readonly tracer: RequestTracer | null;
  /** Null: any document may be asked. */
  readonly documents: TrustedDocuments | null;
  readonly liveLimits?: LiveLimits | undefined;
  /** What waits for subscribers, of all sites together. */
  readonly waiting: Waiting;
  /** Of its time, all sites have one share together. */
  readonly compiling: CompileBudget;
  /** Bytes kept of answers, of resources and of stretches of lists, each. Left out where the usual is right. */
  readonly mostKept?: number | undefined;
}

/** All that answers from one registry. Nothing that is kept, shared or under way in one is known to another. */
export interface Site {
  readonly live: LiveGroups;
  readonly contextOf: () => GraphContext;
  readonly answer: GraphqlHandler;
  stop(): Promise<void>;
}

export async function createSite(options: SiteOptions): Promise<Site> {
  const { schema, isIntrospectable, registry, clock, log, liveFields: fields, limits, parsed, mostKept } = options;
  const { subscribersBeside = () => 0, requestLimits, admission, documents, metrics, tracer, compiling } = options;
  const gateway = compilingGateway(schema, registry, limits.deadline, compiling, mostKept);
  const apollo = createApollo(gateway, { isIntrospectable, limits: requestLimits, parsed, log, metrics });
  await apollo.start();
  const onDefect = (error: unknown): void => {
    log.error({ err: error }, 'live changes broke');
  };
  const contextOf = (): GraphContext => {
    const context = options.contextOf(live.subscribers + subscribersBeside());
    context.budget.within(boundsOf(limits));
    return context;
  };
  const tidy = tidyWith({ isIntrospectable, log, metrics });
  const { liveLimits, waiting } = options;
  const live = new LiveGroups({ schema, registry, clock, fields, contextOf, tidy, onDefect, limits: liveLimits, waiting, compiling }); // prettier-ignore
  return {
    live,
    contextOf,
    answer: createGraphqlHandler({
      apollo,
      contextOf,
      kept: new KeptAnswers(mostKept),
      admission,
      limits,
      documents,
      metrics,
      tracer,
    }),
    stop: async () => {
      live.stop();
      await apollo.stop();
    },
  };
}

/** Drops what must not leave the server from the errors of a result. */
export function tidyWith({
  isIntrospectable,
  log,
  metrics,
}: Pick<SiteOptions, 'isIntrospectable' | 'log' | 'metrics'>): (result: ExecutionResult) => FormattedExecutionResult {
  const told = (error: GraphQLError): GraphQLFormattedError =>
    inShort(withoutStatus(withoutInternals(error.toJSON(), error, log)), isIntrospectable);
  return ({ errors, ...result }) => {
    if (errors === undefined) return result;
    const said = firstOf(errors).map(told);
    countErrors(metrics, said);
    return wholeOrNothing({ ...result, errors: said });
  };
}

/** What is live has no status. */
function withoutStatus({ extensions, ...error }: GraphQLFormattedError): GraphQLFormattedError {
  if (extensions === undefined) return error;
  const more = Object.entries(extensions).filter(([name]) => name !== 'http');
  return { ...error, extensions: Object.fromEntries(more) };
}
