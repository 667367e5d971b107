import type { WatchChange } from '../../clients/kubernetes-objects.js';
import type { SourceEvent } from '../../model/facts.js';
import { ResourceKind } from '../../model/kinds.js';
import type { SightState } from '../../model/source.js';
import type { Instant } from '../../model/time.js';
import type { WorkflowEngine, WorkflowLease } from '../../model/workflow.js';
import type { ArgoConfig } from './argo.config.js';
import { engineId } from './argo.ids.js';
import type { ControllerLimits, ControllerProgram } from './controller.projection.js';
import type { EngineLoad } from './queue-book.js';

/** Why something is not seen, as readings say it. */
const UNSEEN: Readonly<Partial<Record<SightState, string>>> & { readonly starting: string } = {
  starting: 'warming up',
  forbidden: 'forbidden',
};

const UNKNOWN_PROGRAM: ControllerProgram = { version: null, managedNamespaces: null };

/** The record of the engine itself, put together from what the watches show; reported only when it is another. */
export class EngineRecord {
  private limits: ControllerLimits | null = null;
  private leader: string | null = null;
  private program: ControllerProgram = UNKNOWN_PROGRAM;
  private leaseUnavailable: string | null = 'warming up';
  private leaseBackAt: Instant | null = null;
  private said = '';
  private seenAt: Instant | null = null;

  constructor(private readonly config: ArgoConfig) {}

  /** @param observedAt null: nothing was seen yet */
  record(load: EngineLoad, observedAt: Instant | null): SourceEvent {
    const { name, labels, placement, configuredParallelism, controllerNamespace } = this.config;
    const facts: WorkflowEngine = {
      id: engineId(name),
      kind: ResourceKind.WORKFLOW_ENGINE,
      name,
      system: name,
      namespace: null,
      labels,
      placement,
      ...this.program,
      parallelism: this.limits === null ? configuredParallelism : this.limits.parallelism,
      isParallelismKnown: this.limits !== null || configuredParallelism !== null,
      hasNamespaceLimit: this.limits?.hasNamespaceLimit === true,
      controllerPod: this.leader === null ? null : { namespace: controllerNamespace, name: this.leader },
      leaseUnavailable: this.leaseUnavailable,
      leaseBackAt: this.leaseBackAt,
      ...load,
    };
    return { id: facts.id, kind: ResourceKind.WORKFLOW_ENGINE, aspect: 'main', facts, observedAt };
  }

  *takeLoad(load: EngineLoad, seenAt: Instant | null): Generator<SourceEvent> {
    const said = JSON.stringify([load, this.limits, this.leader, this.program, this.leaseUnavailable]);
    if (said === this.said) return;
    this.said = said;
    this.seenAt = seenAt;
    yield this.record(load, seenAt);
  }

  *takeLimits(change: WatchChange<ControllerLimits>, load: EngineLoad, now: Instant): Generator<SourceEvent> {
    this.limits = change.type === 'upsert' ? change.object : null;
    yield* this.takeLoad(load, now);
  }

  *takeProgram(change: WatchChange<ControllerProgram>, load: EngineLoad, now: Instant): Generator<SourceEvent> {
    this.program = change.type === 'upsert' ? change.object : UNKNOWN_PROGRAM;
    yield* this.takeLoad(load, now);
  }

  /** How its Lease is seen: what is not seen is not renewed either, and proves nothing. */
  *takeLeaseSight(state: SightState, load: EngineLoad, now: Instant): Generator<SourceEvent> {
    const { leaseUnavailable: before } = this;
    this.leaseUnavailable = state === 'ok' ? null : (UNSEEN[state] ?? 'probe failed');
    const wasUnseen = before !== null && before !== UNSEEN.starting;
    if (wasUnseen && this.leaseUnavailable === null) this.leaseBackAt = now;
    // That alone is no look at the engine: what is known of it is as old as it was.
    if (this.said !== '') yield* this.takeLoad(load, this.seenAt);
  }

  *takeLease(change: WatchChange<WorkflowLease>, load: EngineLoad, now: Instant): Generator<SourceEvent> {
    this.leader = change.type === 'upsert' ? change.object.holder : null;
    yield* this.takeLoad(load, now);
    const identity = { id: engineId(this.config.name), kind: ResourceKind.WORKFLOW_ENGINE } as const;
    if (change.type === 'delete') yield { ...identity, goneAspect: 'lease' };
    else yield { ...identity, aspect: 'lease', facts: change.object, observedAt: now };
  }
}
