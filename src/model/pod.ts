import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import { Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant } from './time.js';

export enum PodPhase {
  PENDING = 'PENDING',
  RUNNING = 'RUNNING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(PodPhase, {
  name: 'PodPhase',
  description: 'The phase Kubernetes gives a pod.',
  valuesConfig: {
    PENDING: { description: 'Waits for a node, an image or a volume.' },
    RUNNING: { description: 'Has a node and all its containers were created.' },
    SUCCEEDED: { description: 'All containers ended well and stay so.' },
    FAILED: { description: 'All containers ended, one of them badly.' },
    UNKNOWN: { description: 'Its node cannot be asked.' },
  },
});

export enum ContainerState {
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  TERMINATED = 'TERMINATED',
}

registerEnumType(ContainerState, {
  name: 'ContainerState',
  description: 'What a container does.',
  valuesConfig: {
    WAITING: { description: 'Not started, or not started again.' },
    RUNNING: { description: 'Runs.' },
    TERMINATED: { description: 'Ended.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'How a container ended.' })
export class Termination {
  @Field(() => String, { nullable: true, description: 'Such as OOMKilled, Error or Completed.' })
  reason!: string | null;

  @Field(() => Int, { description: 'Exit code of its process; 128 + n when a signal n ended it.' })
  exitCode!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: Instant | null;
}

@ObjectType({ simpleResolvers: true, description: 'CPU in cores, memory in bytes.' })
export class Usage {
  @Field(() => Float, { nullable: true, description: 'In use; null where the kubelet has not said.' })
  used!: number | null;

  @Field(() => Float, { nullable: true, description: 'What it asked for.' })
  request!: number | null;

  @Field(() => Float, { nullable: true, description: 'The most it may use.' })
  limit!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the limit in use, or of the request where there is no limit: 0.9 is 90 %.',
  })
  utilisation!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'A container of a pod.' })
export class Container {
  @Field({ description: 'Its name in the pod.' })
  name!: string;

  @Field({ description: 'The image it was asked to run.' })
  image!: string;

  @Field({ description: 'Runs to its end before the others start.' })
  isInit!: boolean;

  @Field({ description: 'An init container that goes on beside the others (restartPolicy: Always).' })
  isSidecar!: boolean;

  @Field({ description: 'Passes its readiness probe.' })
  isReady!: boolean;

  @Field(() => Int, { description: 'How often it was started again.' })
  restarts!: number;

  @Field(() => ContainerState, { description: 'What it does.' })
  state!: ContainerState;

  @Field(() => String, { nullable: true, description: 'Such as ImagePullBackOff; only while it waits.' })
  waitingReason!: string | null;

  /** The kubelet's own words beside `waitingReason`. */
  waitingMessage!: string | null;

  /** Since when it runs; null while it does not. */
  runningSince!: Instant | null;

  /** How it ended, while its state is TERMINATED. */
  termination!: Termination | null;

  @Field(() => Termination, { nullable: true, description: 'How it ended the last time.' })
  lastTermination!: Termination | null;

  /** False while a startup probe has not passed; null where there is none or nothing is known. */
  isStarted!: boolean | null;

  hasStartupProbe!: boolean;
  hasReadinessProbe!: boolean;

  /** Cores and bytes; null where none is set. */
  cpuRequest!: number | null;
  cpuLimit!: number | null;
  memoryRequest!: number | null;
  memoryLimit!: number | null;
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A Kubernetes pod.' })
export class Pod extends Resource {
  declare namespace: string;

  @Field(() => PodPhase, { description: 'The phase Kubernetes gives it.' })
  phase!: PodPhase;

  @Field({ description: 'What kubectl would show, such as CrashLoopBackOff.' })
  displayStatus!: string;

  @Field(() => Boolean, { nullable: true, description: 'Takes traffic; null where Kubernetes has not said.' })
  isReady!: boolean | null;

  @Field(() => Int, { description: 'Restarts of all its containers.' })
  restarts!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its kubelet took it on.' })
  startedAt!: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The end of its grace, once deletion was asked for.' })
  deletingSince!: Instant | null;

  containers!: readonly Container[];

  nodeName!: string | null;

  /**
   * Its own addresses, with a space between them: one text takes less room than a list. Null where it has none of its own:
   * not started, over, or on its node's network.
   */
  addresses!: string | null;

  /**
   * Its controller, such as a ReplicaSet. `kind` is Kubernetes' word; others than workloads too, with their group
   * (`Workflow.argoproj.io`).
   */
  owner!: { readonly id: ResourceId; readonly kind: string; readonly name: string } | null;

  /** Names of the claims it mounts. */
  claimNames!: readonly string[];

  /** `status.reason` and `status.message`: Evicted, NodeLost, … */
  reason!: string | null;
  message!: string | null;

  /** The Ready condition's lastTransitionTime. */
  readySince!: Instant | null;

  /** ContainersReady and its reason: names the unready containers. */
  readyMessage!: string | null;

  /** Readiness gates that are not True. */
  failingReadinessGates!: readonly string[];

  /** Condition PodScheduled: null where absent. `since` is its lastTransitionTime. */
  isScheduled!: boolean | null;
  schedulingReason!: string | null;
  schedulingMessage!: string | null;

  /** Bound to a node at (PodScheduled's transition, when True). */
  scheduledAt!: Instant | null;

  finalizers!: readonly string[];

  restartPolicy!: 'Always' | 'OnFailure' | 'Never';

  /** Effective requests as the scheduler counts them: cores and bytes. */
  cpuRequested!: number;
  memoryRequested!: number;
}

/** What a kubelet says of one container, by cumulative counters where that is what it has. */
export interface ContainerUsage {
  readonly name: string;
  /** Cores in use over the last sample interval; null on the first sample. */
  readonly cpuCores: number | null;
  /** Bytes; the working set includes page cache in active use. */
  readonly workingSetBytes: number | null;
  readonly rssBytes: number | null;
  /** Active file cache, from cAdvisor; null where it is not given. */
  readonly activeFileBytes: number | null;
  /** Cumulative CFS periods and those throttled; null where the container has no CPU limit. */
  readonly cfsPeriods: number | null;
  readonly cfsThrottledPeriods: number | null;
  /** Share of the last 60 s in which some task waited for I/O (PSI); null where the kernel does not say. */
  readonly ioPressure60: number | null;
}

/** Bytes that a container cannot give back: page cache makes way before one is killed for its memory. */
export function unreclaimable({ workingSetBytes, activeFileBytes, rssBytes }: ContainerUsage): number | null {
  if (workingSetBytes === null || activeFileBytes === null) return rssBytes;
  return Math.max(0, workingSetBytes - activeFileBytes);
}

/** Aspect `usage` of a pod. Written by the source that asks the pod's kubelet. */
export interface PodUsage {
  readonly containers: readonly ContainerUsage[];
  /** Why there are no numbers: `forbidden`, `probe failed`, `not configured`. Null when there are. */
  readonly unavailable: string | null;
  /** While there are no numbers: those of before, seen when the aspect was. Absent where there never were any. */
  readonly last?: readonly ContainerUsage[];
  /** Which parts were not to be had though others were, and why. */
  readonly missing?: MissingParts;
}

/** `resource` has CPU and working set, `cadvisor` throttled periods and file cache. */
export interface MissingParts {
  readonly resource?: string;
  readonly cadvisor?: string;
}
