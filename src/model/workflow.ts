import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import type { SupportKind } from './kinds.js';
import type { Placement } from './placement.js';
import { type RegistryRecord, Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant } from './time.js';

export enum WorkflowPhase {
  NEW = 'NEW',
  PENDING = 'PENDING',
  RUNNING = 'RUNNING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
  ERROR = 'ERROR',
}

registerEnumType(WorkflowPhase, {
  name: 'WorkflowPhase',
  description: 'Where a workflow is in its life, as Argo Workflows says.',
  valuesConfig: {
    NEW: { description: 'No controller has looked at it yet.' },
    PENDING: { description: 'It waits: for its turn, for a lock, for a volume.' },
    RUNNING: { description: 'It was started.' },
    SUCCEEDED: { description: 'It came to its end.' },
    FAILED: { description: 'A step of it failed, or someone stopped it.' },
    ERROR: { description: 'It could not be run to its end.' },
  },
});

export enum WorkflowStepType {
  POD = 'POD',
  CONTAINER = 'CONTAINER',
  HTTP = 'HTTP',
  PLUGIN = 'PLUGIN',
  SUSPEND = 'SUSPEND',
}

registerEnumType(WorkflowStepType, {
  name: 'WorkflowStepType',
  description: 'What does the work of a step.',
  valuesConfig: {
    POD: { description: 'A pod of its own.' },
    CONTAINER: { description: 'One of several containers of a pod.' },
    HTTP: { description: 'An HTTP request.' },
    PLUGIN: { description: 'A plugin of the executor.' },
    SUSPEND: { description: 'Nothing: it waits for someone, or for a time.' },
  },
});

export enum WorkflowStepPhase {
  PENDING = 'PENDING',
  RUNNING = 'RUNNING',
  FAILED = 'FAILED',
  ERROR = 'ERROR',
}

registerEnumType(WorkflowStepPhase, {
  name: 'WorkflowStepPhase',
  description: 'Where a step is in its life. Those that succeeded, or were left out, are counted only.',
  valuesConfig: {
    PENDING: { description: 'It was not started yet.' },
    RUNNING: { description: 'It is at work.' },
    FAILED: { description: 'It ended with a failure.' },
    ERROR: { description: 'It could not be run to its end.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A controller of Argo Workflows, with the workflows that it runs.',
})
export class WorkflowEngine extends Resource {
  @Field(() => String, {
    nullable: true,
    description: 'Version of the controller, by the tag of the image in its Deployment; null where that is not there.',
  })
  version!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many workflows may run at once; null where there is no such limit, or it may not be read.',
  })
  parallelism!: number | null;

  @Field(() => Int, { description: 'Workflows that were not started yet.' })
  queued!: number;

  @Field(() => Int, { description: 'Workflows that run.' })
  running!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a workflow was last started; null: none was seen.',
  })
  lastStartedAt!: Instant | null;

  /** The cluster that it runs in, and the pods of its controller; null where that is not watched. */
  placement!: Placement | null;

  /** Whether `parallelism` null means that there is no limit. */
  isParallelismKnown!: boolean;

  /** There are limits of namespaces beside it. */
  hasNamespaceLimit!: boolean;

  /** Workflows that take part in the parallelism: those that run, and those that wait for a lock. */
  slotsTaken!: number;

  /** Namespaces in which workflows run. */
  busyNamespaces!: readonly string[];

  /** The only namespaces that its controller minds; null: all. Absent in recordings that were made before this was noted. */
  managedNamespaces?: readonly string[] | null;

  /** Since when the oldest workflow waits that the controller has not touched; null: none does. */
  untouchedSince!: Instant | null;

  /** When a workflow was last seen to be touched for the first time. */
  lastTouchedAt!: Instant | null;

  /** The pod of the controller, where its Lease names one. */
  controllerPod!: { readonly namespace: string; readonly name: string } | null;

  /**
   * Why its Lease is not seen: `warming up`, `forbidden`, `probe failed`; null while it is, and then what its aspect says is
   * of now. Absent in recordings that were made before this was noted.
   */
  leaseUnavailable?: string | null;

  /** When its Lease was seen again after it was not; null: it always was. */
  leaseBackAt?: Instant | null;
}

/** Aspect `lease` of an engine: who leads, and since when he has not said so again. */
export interface WorkflowLease {
  readonly holder: string | null;
  readonly renewedAt: Instant | null;
}

/** Steps of a workflow by what became of them. */
export interface StepCounts {
  readonly total: number;
  /** Those that failed for good: not tried again, and nobody goes on in spite of it. */
  readonly failed: number;
  readonly running: number;
  readonly pending: number;
}

/** Since when nothing of a running workflow is at work. */
export interface WorkflowIdleness {
  readonly since: Instant;
  /** What it waits for, as the engine says; null where it does not. */
  readonly reason: string | null;
}

/** What a workflow can be a run of. Things of different sorts may have one name, and are not one. */
export type WorkflowTemplateSort = 'cron workflow' | 'template' | 'cluster template' | 'generated name';

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'One run of Argo Workflows.' })
export class Workflow extends Resource {
  declare namespace: string;

  @Field(() => WorkflowPhase, { description: 'Where it is in its life.' })
  phase!: WorkflowPhase;

  @Field(() => String, { nullable: true, description: 'Why, in the words of Argo Workflows.' })
  message!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was started; null: not yet.' })
  startedAt!: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null: not yet.' })
  finishedAt!: Instant | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What it is a run of: its cron workflow, else its workflow template, else its generateName; null where it is one of a kind.',
  })
  template!: string | null;

  /** What `template` names; null where that is null. Absent in recordings that were made before this was noted. */
  templateSort?: WorkflowTemplateSort | null;

  @Field(() => String, { nullable: true, description: 'The cron workflow that started it.' })
  cronWorkflow!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'While it waits: for what, such as `parallelism`, `semaphore …` or `mutex …`; null where nobody says.',
  })
  waitingFor!: string | null;

  /** Null for one that succeeded, of which no steps are kept, and where they cannot be had. */
  steps!: StepCounts | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why nothing is known of its steps; null where it is, and for one that succeeded.',
  })
  stepsUnavailable!: string | null;

  /** Null while something is at work, or someone is waited for on purpose. */
  idleness!: WorkflowIdleness | null;

  /** Of all that the engine has not started yet, it waits the longest. */
  isNextInLine!: boolean;

  /** When a later run of the same template succeeded, after this one failed. */
  supersededAt!: Instant | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A step of a workflow that waits, is at work, or failed for good.',
})
export class WorkflowStep extends Resource {
  declare namespace: string;

  @Field(() => WorkflowStepPhase, { description: 'Where it is in its life.' })
  phase!: WorkflowStepPhase;

  @Field(() => WorkflowStepType, { description: 'What does its work.' })
  type!: WorkflowStepType;

  @Field(() => String, { nullable: true, description: 'The template that it runs.' })
  template!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of Argo Workflows.' })
  message!: string | null;

  @Field(() => Int, { nullable: true, description: 'With what its main container ended.' })
  exitCode!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was started.' })
  startedAt!: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: Instant | null;

  @Field(() => String, { nullable: true, description: 'The name of its pod; null where it has none.' })
  podName!: string | null;

  /** The configured name of the cluster its pod is in; null where that is not watched. */
  cluster!: string | null;

  workflowId!: ResourceId;
  workflowName!: string;
  workflowFinishedAt!: Instant | null;

  /** When a later run of the same template succeeded, after the workflow failed. */
  workflowSupersededAt!: Instant | null;
}

/** How the last runs of one template ended. */
export interface WorkflowTemplateRuns extends RegistryRecord {
  readonly kind: SupportKind.WORKFLOW_TEMPLATE;
  readonly namespace: string;
  readonly isCron: boolean;
  /** Absent in recordings that were made before this was noted. */
  readonly sort?: WorkflowTemplateSort;
  /** The newest first, at most twenty. */
  readonly runs: readonly TemplateRun[];
}

/** One run of a template that is over. */
export interface TemplateRun {
  readonly finishedAt: Instant;
  readonly hasFailed: boolean;
  /** The workflow that it was. */
  readonly workflow: string;
}

/** When workflows are to be started. */
export interface CronWorkflow extends RegistryRecord {
  readonly kind: SupportKind.CRON_WORKFLOW;
  readonly namespace: string;
  /** Any of them. */
  readonly schedules: readonly string[];
  readonly timeZone: string | null;
  /** Suspended, or at the end that its configuration set it. */
  readonly isPaused: boolean;
  /** It starts none while a condition of its own does not hold: nobody can tell when it is late. */
  readonly isConditional: boolean;
  readonly createdAt: Instant;
  readonly lastScheduledAt: Instant | null;
  /** When its schedule was first seen to be what it is; null: it was never another. Absent in recordings made before this was noted. */
  readonly scheduleSeenAt?: Instant | null;
  /** Workflows of it that run. */
  readonly active: number;
  /** What kept it from its last start, as the engine says. */
  readonly problem: string | null;
}
