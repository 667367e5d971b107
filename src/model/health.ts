import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { FindingReason } from './finding-reason.js';
import type { ResourceId } from './ids.js';
import { DateTimeScalar, DurationScalar } from './scalars.js';
import { SignalName } from './signal-name.js';
import type { Instant, Milliseconds } from './time.js';

export enum HealthStatus {
  HEALTHY = 'HEALTHY',
  PROGRESSING = 'PROGRESSING',
  DEGRADED = 'DEGRADED',
  UNKNOWN = 'UNKNOWN',
  UNHEALTHY = 'UNHEALTHY',
  NOT_CONFIGURED = 'NOT_CONFIGURED',
}

registerEnumType(HealthStatus, {
  name: 'HealthStatus',
  description: 'A verdict in one word, from best to worst; NOT_CONFIGURED takes no part in that order.',
  valuesConfig: {
    HEALTHY: { description: 'Well, as far as everything that is looked at can tell.' },
    PROGRESSING: { description: 'On its way, and not late: starting, rolling out, attaching.' },
    DEGRADED: { description: 'It works, but something about it needs attention.' },
    UNKNOWN: { description: 'It cannot be seen; it may be well or not.' },
    UNHEALTHY: { description: 'It does not do what it is there for, or is about to stop.' },
    NOT_CONFIGURED: { description: 'Nothing of this sort is configured.' },
  },
});

export enum Severity {
  INFO = 'INFO',
  WARNING = 'WARNING',
  CRITICAL = 'CRITICAL',
}

registerEnumType(Severity, {
  name: 'Severity',
  description: 'How much a finding matters.',
  valuesConfig: {
    INFO: { description: 'Worth knowing; no effect on the status.' },
    WARNING: { description: 'Makes the resource DEGRADED.' },
    CRITICAL: { description: 'Makes the resource UNHEALTHY.' },
  },
});

export enum Evidence {
  MEASURED = 'MEASURED',
  INFERRED = 'INFERRED',
}

registerEnumType(Evidence, {
  name: 'Evidence',
  description: 'How a value came to be known.',
  valuesConfig: {
    MEASURED: { description: 'The system itself reports it.' },
    INFERRED: { description: 'Concluded from something nearby.' },
  },
});

export enum Unit {
  RATIO = 'RATIO',
  BYTES = 'BYTES',
  SECONDS = 'SECONDS',
  MILLISECONDS = 'MILLISECONDS',
  COUNT = 'COUNT',
  CORES = 'CORES',
  PER_SECOND = 'PER_SECOND',
}

registerEnumType(Unit, {
  name: 'Unit',
  description: 'The unit of a number.',
  valuesConfig: {
    RATIO: { description: 'A share of the whole: 0.9 is 90 %.' },
    BYTES: { description: 'Bytes.' },
    SECONDS: { description: 'Seconds.' },
    MILLISECONDS: { description: 'Milliseconds.' },
    COUNT: { description: 'A plain number of things.' },
    CORES: { description: 'CPU cores.' },
    PER_SECOND: { description: 'So many a second.' },
  },
});

export enum Direction {
  HIGHER = 'HIGHER',
  LOWER = 'LOWER',
}

registerEnumType(Direction, {
  name: 'Direction',
  description: 'On which side of a limit the trouble lies.',
  valuesConfig: {
    HIGHER: { description: 'Higher values are worse.' },
    LOWER: { description: 'Lower values are worse.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'Set on a finding that configuration asks to ignore; it then takes no part in the status.',
})
export class Ignored {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the finding counts again; null: never.' })
  untilAt!: Instant | null;

  @Field({ description: 'Why, in the words of the configuration.' })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One thing that is wrong with one resource.' })
export class Finding {
  @Field(() => ID, { description: 'Resource + reason + subject; stable while it lasts.' })
  id!: string;

  @Field(() => FindingReason, { description: 'What is wrong, as one word for programs.' })
  reason!: FindingReason;

  @Field(() => String, { nullable: true, description: 'The part it is about: a container, a kind of object, a zone.' })
  subject!: string | null;

  @Field(() => Severity, { description: 'How much it matters.' })
  severity!: Severity;

  @Field({ description: 'What is wrong, with the numbers: one sentence.' })
  message!: string;

  @Field({ description: 'What to do or look at next: one sentence.' })
  advice!: string;

  @Field(() => DateTimeScalar, { description: 'Since when the condition holds.' })
  since!: Instant;

  @Field(() => Evidence, { description: 'Whether it was measured or concluded.' })
  evidence!: Evidence;

  @Field(() => Ignored, { nullable: true, description: 'Set when configuration asks to ignore it.' })
  ignored!: Ignored | null;

  /** The reading behind it, where there is one. */
  signal!: SignalName;

  resourceId!: ResourceId;
}

@ObjectType({ simpleResolvers: true, description: 'The limits in force for one reading.' })
export class Limit {
  @Field(() => FindingReason, { description: 'The finding that crossing it raises.' })
  reason!: FindingReason;

  @Field(() => Direction, { description: 'On which side of it the trouble lies.' })
  worse!: Direction;

  @Field(() => Float, { nullable: true, description: 'Where INFO begins.' })
  infoAt!: number | null;

  @Field(() => Float, { nullable: true, description: 'Where WARNING begins.' })
  warnAt!: number | null;

  @Field(() => Float, { nullable: true, description: 'Where CRITICAL begins.' })
  criticalAt!: number | null;

  @Field(() => DurationScalar, { nullable: true, description: 'How long the condition must hold.' })
  holdFor!: Milliseconds | null;

  @Field(() => DurationScalar, { nullable: true, description: 'The span of time that is looked at.' })
  window!: Milliseconds | null;

  @Field({ description: '`default`, or the place in the configuration.' })
  origin!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A number at a time.' })
export class Sample {
  @Field(() => DateTimeScalar, { description: 'When it was seen.' })
  at!: Instant;

  @Field(() => Float, { description: 'What it was.' })
  value!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A number behind the verdict.' })
export class Reading {
  @Field(() => SignalName, { description: 'What is measured.' })
  signal!: SignalName;

  @Field(() => String, { nullable: true, description: 'The part it is about: a container, a database.' })
  subject!: string | null;

  @Field(() => Float, { nullable: true, description: 'Null where it could not be had; `unavailable` says why.' })
  value!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there is no value. There is none at present: warming up, not growing, no nodes, no requests, idle. It cannot be seen: unsupported, forbidden, probe failed, not configured, stale, ambiguous, rule failed, unknown.',
  })
  unavailable!: string | null;

  @Field(() => Unit, { description: 'The unit of the value.' })
  unit!: Unit;

  @Field(() => Evidence, { description: 'Whether it was measured or concluded.' })
  evidence!: Evidence;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was seen; null: never.' })
  observedAt!: Instant | null;

  @Field(() => Limit, { nullable: true, description: 'The limits in force; null where it is shown only.' })
  limit!: Limit | null;

  @Field(() => Float, {
    nullable: true,
    description: 'For numbers that are counted against a need: how many are needed.',
  })
  required!: number | null;

  /** The declared series it can be drawn from; null where none is kept. */
  series!: string | null;

  resourceId!: ResourceId;
}
