import { Field, Int, ObjectType } from 'type-graphql';
import type { Placement } from './placement.js';
import { Resource } from './resource.js';
import type { Instant } from './time.js';

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description:
    'Where HTTP requests come in: one or several proxies that serve the same routes. Their metrics are read, not their traffic.',
})
export class Ingress extends Resource {
  @Field({ description: 'What the proxies are, as the configuration names it: caddy, haproxy, ingress-nginx.' })
  proxy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Versions of the proxies, where their metrics tell: HAProxy, ingress-nginx, Istio; else null.',
  })
  version!: string | null;

  @Field(() => Int, {
    description: 'Routes beyond the most that are told apart; they are summed in one, which says so.',
  })
  summedRoutes!: number;

  /** From configuration: where the proxies run. */
  placement!: Placement | null;
  /** Of the pages of metrics; empty where Prometheus reads those. */
  hosts!: readonly string[];

  /** Proxies that are asked, or that Prometheus tells of; a place that has told of none yet counts as one. */
  askedCount!: number;
  /** Of those, the ones that answer; null before the first look is over. */
  answeringCount!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'HTTP traffic of one host or service through an ingress, as its proxies count it, all of them together.',
})
export class Route extends Resource {
  @Field(() => String, {
    nullable: true,
    description: 'The host that was asked for; null where the proxy does not tell.',
  })
  host!: string | null;

  @Field(() => String, { nullable: true, description: 'What answers, in the proxy’s words: service, backend, server.' })
  service!: string | null;

  @Field({ description: 'The sum of all routes beyond the most that are told apart.' })
  isRest!: boolean;

  totals!: RouteTotals;

  /** Seconds, over the last requests as the proxy has it; null where it does not say. */
  averageSeconds!: number | null;

  /** Where the configuration says what answers: a workload of a cluster that is watched. */
  workload!: WorkloadName | null;

  /**
   * When it was seen last, where none of the proxies that told of it is seen now; null while one is. Absent in recordings that
   * were made before this was noted.
   */
  unseenSince?: Instant | null;

  /** Facts that cannot be had, and why: `unsupported`, `warming up`. */
  unavailable!: Readonly<Record<string, string>>;
}

/** How often what happened since Vitals first saw the route: grows only, whatever becomes of the proxies. Without 1xx. */
export interface RouteTotals {
  readonly requests: number;
  /** Answered 5xx. */
  readonly serverErrors: number;
  /** Ended in an error of the proxy itself that it gives no status for. Part of `requests`, not of `serverErrors`. */
  readonly withoutStatus: number;
  /** Answered 4xx. */
  readonly clientErrors: number;
  /** Of those: 401 and 403, 404. */
  readonly refused: number;
  readonly notFound: number;
  /** Null where the proxy tells no response times. */
  readonly durations: DurationTotals | null;
}

/** A histogram: how many requests took no longer than each boundary. */
export interface DurationTotals {
  /** All that were measured. */
  readonly count: number;
  /** Ascending, in seconds; all finite. */
  readonly boundaries: readonly number[];
  /** For each boundary. */
  readonly within: readonly number[];
}

export interface WorkloadName {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}
