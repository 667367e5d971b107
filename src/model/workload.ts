import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import type { Condition } from './node.js';
import { Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant, Milliseconds } from './time.js';

export enum WorkloadType {
  DEPLOYMENT = 'DEPLOYMENT',
  STATEFUL_SET = 'STATEFUL_SET',
  DAEMON_SET = 'DAEMON_SET',
  REPLICA_SET = 'REPLICA_SET',
  JOB = 'JOB',
  CRON_JOB = 'CRON_JOB',
}

registerEnumType(WorkloadType, {
  name: 'WorkloadType',
  description: 'Which controller it is.',
  valuesConfig: {
    DEPLOYMENT: { description: 'Replicas that can be replaced one by one.' },
    STATEFUL_SET: { description: 'Replicas with names and volumes of their own.' },
    DAEMON_SET: { description: 'One pod per node.' },
    REPLICA_SET: { description: 'Replicas of one template; usually owned by a Deployment.' },
    JOB: { description: 'Runs to its end.' },
    CRON_JOB: { description: 'Starts jobs by the clock.' },
  },
});

/** One term of a label selector, as Kubernetes writes it. */
export interface SelectorTerm {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values: readonly string[];
}

/** What a workload's pods demand of zones and nodes. Null where they demand nothing of zones. */
export interface ZonalNeed {
  /**
   * Why: a hard spread over zones, a required anti-affinity over zones, or volumes. `ZONAL_VOLUMES` is said of every template
   * that mounts claims and demands nothing stronger: whether they are bound to zones is seen at their volumes.
   */
  readonly because: 'TOPOLOGY_SPREAD' | 'ANTI_AFFINITY' | 'ZONAL_VOLUMES';
  readonly replicas: number;
  /** Whether two replicas may not share a node. */
  readonly excludesByHost: boolean;
  /** Terms every one of which a node must match, in one of the alternatives. Empty: any node. */
  readonly nodeAlternatives: readonly (readonly SelectorTerm[])[];
  readonly tolerations: readonly Toleration[];
}

export interface Toleration {
  readonly key: string | null;
  readonly operator: 'Exists' | 'Equal';
  readonly value: string | null;
  readonly effect: string | null;
}

/** What only jobs and cron jobs have. */
export interface JobFacts {
  readonly startedAt: Instant | null;
  readonly completedAt: Instant | null;
  readonly failedAt: Instant | null;
  readonly failureReason: string | null;
  readonly failureMessage: string | null;
  readonly activeDeadline: Milliseconds | null;
  /** Cron jobs: five-field schedule, time zone, last times. */
  readonly schedule: string | null;
  readonly timeZone: string | null;
  readonly lastScheduledAt: Instant | null;
  readonly lastSucceededAt: Instant | null;
  readonly isFinished: boolean;
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A controller of pods.' })
export class Workload extends Resource {
  declare namespace: string;

  @Field(() => WorkloadType, { description: 'Which controller it is.' })
  type!: WorkloadType;

  @Field(() => Int, { nullable: true, description: 'Pods asked for; null where that has no meaning.' })
  desired!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pods that are ready.' })
  ready!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pods of the newest template.' })
  updated!: number | null;

  @Field({ description: 'Its rollout or schedule was stopped by someone.' })
  isPaused!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Instant;

  /** Pods that exist, ready or not, and those available (ready for minReadySeconds). */
  replicas!: number | null;
  available!: number | null;

  /** The controller has seen the newest specification. */
  isObserved!: boolean;

  /**
   * Which specification its numbers are about: another number with each that its controller has seen. Null or absent where
   * nobody says, as in recordings that were made before this was noted.
   */
  observedGeneration?: number | null;

  conditions!: readonly Condition[];

  /** Its own controller: the Deployment of a ReplicaSet, the CronJob of a Job. */
  owner!: { readonly id: ResourceId; readonly kind: string; readonly name: string } | null;

  deletingSince!: Instant | null;

  zonalNeed!: ZonalNeed | null;

  /** Names of claim templates (StatefulSets): its pods' claims are `<template>-<pod>`. */
  claimTemplates!: readonly string[];

  job!: JobFacts | null;
}
