import type { WatchChange } from '../../clients/kubernetes-objects.js';
import type { SourceEvent } from '../../model/facts.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Instant } from '../../model/time.js';
import type { WorkflowEngine, WorkflowLease } from '../../model/workflow.js';
import type { ArgoConfig } from './argo.config.js';
import { engineId } from './argo.ids.js';
import type { ControllerLimits, ControllerProgram } from './controller.projection.js';
import type { EngineLoad } from './queue-book.js';

/** The record of the engine itself, put together from what the watches show; reported only when it is another. */
export class EngineRecord {
  private limits: ControllerLimits | null = null;
  private leader: string | null = null;
  private version: string | null = null;
  private said = '';

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
      version: this.version,
      parallelism: this.limits === null ? configuredParallelism : this.limits.parallelism,
      isParallelismKnown: this.limits !== null || configuredParallelism !== null,
      hasNamespaceLimit: this.limits?.hasNamespaceLimit === true,
      controllerPod: this.leader === null ? null : { namespace: controllerNamespace, name: this.leader },
      ...load,
    };
    return { id: facts.id, kind: ResourceKind.WORKFLOW_ENGINE, aspect: 'main', facts, observedAt };
  }

  *takeLoad(load: EngineLoad, now: Instant): Generator<SourceEvent> {
    const said = JSON.stringify([load, this.limits, this.leader, this.version]);
    if (said === this.said) return;
    this.said = said;
    yield this.record(load, now);
  }

  *takeLimits(change: WatchChange<ControllerLimits>, load: EngineLoad, now: Instant): Generator<SourceEvent> {
    this.limits = change.type === 'upsert' ? change.object : null;
    yield* this.takeLoad(load, now);
  }

  *takeProgram(change: WatchChange<ControllerProgram>, load: EngineLoad, now: Instant): Generator<SourceEvent> {
    this.version = change.type === 'upsert' ? change.object.version : null;
    yield* this.takeLoad(load, now);
  }

  *takeLease(change: WatchChange<WorkflowLease>, load: EngineLoad, now: Instant): Generator<SourceEvent> {
    this.leader = change.type === 'upsert' ? change.object.holder : null;
    yield* this.takeLoad(load, now);
    const identity = { id: engineId(this.config.name), kind: ResourceKind.WORKFLOW_ENGINE } as const;
    if (change.type === 'delete') yield { ...identity, goneAspect: 'lease' };
    else yield { ...identity, aspect: 'lease', facts: change.object, observedAt: now };
  }
}
