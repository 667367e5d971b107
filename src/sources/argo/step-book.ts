import { isDeepStrictEqual } from 'node:util';
import type { SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Instant } from '../../model/time.js';
import type { WorkflowStep } from '../../model/workflow.js';

/** Workflows that failed whose steps are kept; the oldest give way. */
const MOST_ENDED = 500;

/** Steps that were reported, by workflow, so that only what is different is reported again. */
export class StepBook {
  private readonly steps = new Map<string, ReadonlyMap<ResourceId, WorkflowStep>>();
  /** Workflows that are over, in the order in which that was seen, and when they ended. */
  private readonly ended = new Map<string, Instant>();

  of(uid: string): readonly WorkflowStep[] {
    return [...(this.steps.get(uid)?.values() ?? [])];
  }

  /** @param finishedAt when the workflow ended; null: not yet */
  *put(uid: string, steps: readonly WorkflowStep[], finishedAt: Instant | null, now: Instant): Generator<SourceEvent> {
    const before = this.steps.get(uid);
    const after = new Map(steps.map((step) => [step.id, step]));
    for (const id of before?.keys() ?? []) if (!after.has(id)) yield gone(id);
    for (const [id, facts] of after) {
      if (isDeepStrictEqual(before?.get(id), facts)) continue;
      yield { id, kind: ResourceKind.WORKFLOW_STEP, aspect: 'main', facts, observedAt: now };
    }
    this.ended.delete(uid);
    if (after.size === 0) {
      this.steps.delete(uid);
      return;
    }
    this.steps.set(uid, after);
    if (finishedAt !== null) this.ended.set(uid, finishedAt);
    if (this.ended.size > MOST_ENDED) for (const [oldest] of [...this.ended].slice(0, 1)) yield* this.drop(oldest);
  }

  *drop(uid: string): Generator<SourceEvent> {
    for (const id of this.steps.get(uid)?.keys() ?? []) yield gone(id);
    this.steps.delete(uid);
    this.ended.delete(uid);
  }

  /** Lets go of the steps of workflows that ended before. */
  *dropBefore(instant: Instant): Generator<SourceEvent> {
    for (const [uid, at] of [...this.ended]) if (at < instant) yield* this.drop(uid);
  }
}

function gone(id: ResourceId): SourceEvent {
  return { id, kind: ResourceKind.WORKFLOW_STEP, goneAspect: 'main' };
}
