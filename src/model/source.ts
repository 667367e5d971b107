import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import type { RecordKind } from './kinds.js';
import { Resource } from './resource.js';
import { DurationScalar } from './scalars.js';
import type { Instant, Milliseconds } from './time.js';

export enum SourceMode {
  WATCHED = 'WATCHED',
  PROBED = 'PROBED',
  REPLAYED = 'REPLAYED',
}

registerEnumType(SourceMode, {
  name: 'SourceMode',
  description: 'How a source learns.',
  valuesConfig: {
    WATCHED: { description: 'It is told of every change.' },
    PROBED: { description: 'It asks at intervals.' },
    REPLAYED: { description: 'It reads a recording.' },
  },
});

/**
 * How well a source sees one kind of record, or one endpoint.
 * - `starting`: nothing came yet, and it is not late
 * - `ok`
 * - `lost`: two consecutive attempts at least 2 s apart failed; what only it sees is UNKNOWN
 * - `forbidden`: permission or password is missing
 * - `invalid`: the answer cannot be read
 * - `hindered`: Vitals itself cannot ask, as it has no file descriptors left; what only it sees is UNKNOWN, and nobody's fault
 */
export type SightState = 'starting' | 'ok' | 'lost' | 'forbidden' | 'invalid' | 'hindered';

/** Aspect `reach` of an endpoint: what the last looks at it say together. A look that fails changes this and no fact. */
export interface EndpointReach {
  readonly state: SightState;
  /** One sentence without secrets; null while looks succeed. */
  readonly message: string | null;
  readonly stateSince: Instant;
}

/** One thing a source sees: all records of a kind in a system, or one secondary endpoint such as a kubelet. */
export interface Sight {
  /** What it is called in findings: `pods`, `node-a`. */
  readonly subject: string;
  /** The kind whose records of this system are known only through it; null for a secondary endpoint. */
  readonly kind: RecordKind | null;
  /** For a secondary endpoint: the resource behind it, such as the node of a kubelet. */
  readonly resourceId: ResourceId | null;
  readonly state: SightState;
  /** One sentence without secrets; null while all is well. Names verb and resource when forbidden. */
  readonly message: string | null;
  /** Since when the state is what it is. */
  readonly since: Instant;
  /** The last event, bookmark or answer. Null: never. */
  readonly contactAt: Instant | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'Where Vitals gets its facts from: a watch or a probe.',
})
export class Source extends Resource {
  @Field(() => SourceMode, { description: 'How it learns.' })
  mode!: SourceMode;

  @Field(() => DurationScalar, { nullable: true, description: 'How often it asks; null for a watch.' })
  interval!: Milliseconds | null;

  @Field(() => Float, { nullable: true, description: 'How long the last attempt took; null where there was none.' })
  lastDurationMilliseconds!: number | null;

  @Field(() => Int, { description: 'Attempts that failed in a row.' })
  consecutiveFailures!: number;

  /** The SYSTEM row of the front page that it is part of: `kubernetes`, `databases`. See `systemId`. */
  partOf!: string;

  /** The resource that *is* the endpoint (a cluster, a database): it says `…_UNREACHABLE` itself. Null for secondary ones. */
  endpointId!: ResourceId | null;

  /**
   * The configured cluster whose API server has to answer for it to see, where that is not its endpoint. Null: none that is
   * known. Absent in recordings that were made before this was noted.
   */
  apiServerOf?: string | null;

  /** The endpoint as a whole. */
  state!: SightState;
  message!: string | null;
  stateSince!: Instant;

  sights!: readonly Sight[];

  /** The endpoint's clock less ours; null where it does not say. */
  clockSkew!: Milliseconds | null;
}
