import type { WatchChange } from '../../clients/kubernetes-objects.js';
import { disappearance } from '../../clients/kubernetes-collection-watch.js';
import type { SourceEvent } from '../../model/facts.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Instant, type Milliseconds, after } from '../../model/time.js';
import type { CronWorkflow, Workflow, WorkflowStep } from '../../model/workflow.js';
import { CronBook } from './cron-book.js';
import { OutcomeBook } from './outcome-book.js';
import { type EngineLoad, QueueBook } from './queue-book.js';
import { StepBook } from './step-book.js';
import { hasPhaseFailed, isFinished, isWaiting } from './workflow-phase.js';
import type { SeenWorkflow } from './workflow.projection.js';

/** Steps that were asked for elsewhere. */
export type FetchedSteps = Pick<Workflow, 'steps' | 'stepsUnavailable' | 'idleness'> & {
  readonly list: readonly WorkflowStep[];
};

/**
 * Turns what is seen of workflows into reports. A workflow that is over is reported once: what is written into it later (that it
 * was archived, labels) changes nothing about it.
 */
export class WorkflowBook {
  private queue = new QueueBook();
  private readonly outcomes = new OutcomeBook();
  private readonly steps = new StepBook();
  /** Workflows that are over: the same objects as were reported. */
  private readonly finished = new Map<string, Workflow>();
  /** Workflows that someone suspended, and when each was seen to be resumed; null: not yet. */
  private readonly suspended = new Map<string, Instant | null>();
  private readonly crons: CronBook;
  private nextInLine: string | null = null;

  constructor(
    private readonly system: string,
    private readonly keepStepsFor: Milliseconds,
    /** Steps that are not in the workflow itself are asked for. */
    private readonly isFetching: boolean,
  ) {
    this.crons = new CronBook(system, this.outcomes);
  }

  get load(): EngineLoad {
    return this.queue.load;
  }

  *take(change: WatchChange<SeenWorkflow>, now: Instant): Generator<SourceEvent> {
    if (change.type === 'delete') yield* this.forget(change.uid);
    else yield* this.see(change.uid, change.object, now);
    yield* this.lineUp(now);
  }

  /** Steps of the workflow as it was seen in this version; nothing where it is seen in another by now. */
  *fetched(uid: string, { list, ...steps }: FetchedSteps, now: Instant): Generator<SourceEvent> {
    const over = this.finished.get(uid);
    // Of one that succeeded nobody asks: what comes late is let go of.
    const workflow = this.queue.get(uid) ?? (over !== undefined && hasPhaseFailed(over.phase) ? over : undefined);
    if (workflow === undefined) return;
    const told = this.sinceResumed(uid, { ...workflow, ...steps });
    const facts = over === undefined ? told : this.outcomes.finish(uid, told, now).workflow;
    if (over === undefined) this.queue.put(uid, facts, now);
    else this.finished.set(uid, facts);
    yield this.observed(facts, now);
    const isAsked = over === undefined || this.isRecent(facts, now);
    yield* this.steps.put(uid, isAsked ? supersededSteps(list, facts) : [], facts.finishedAt, now);
  }

  /** @param managed the only namespaces that the controller minds; null: all */
  *manage(managed: readonly string[] | null, now: Instant): Generator<SourceEvent> {
    const before = this.queue;
    if (JSON.stringify(managed) === JSON.stringify(before.managed)) return;
    this.queue = new QueueBook(managed);
    // Those that are over say when it was at work.
    for (const workflows of [this.finished, before.all])
      for (const [uid, workflow] of workflows) this.queue.put(uid, workflow, now);
    yield* this.lineUp(now);
  }

  takeCron(change: WatchChange<CronWorkflow>, now: Instant): Iterable<SourceEvent> {
    return this.crons.take(change, now);
  }

  /** Lets go of what nobody asks for any more. */
  tidy(now: Instant): Generator<SourceEvent> {
    return this.steps.dropBefore(after(now, -this.keepStepsFor));
  }

  private *see(uid: string, seen: SeenWorkflow, now: Instant): Generator<SourceEvent> {
    this.noteSuspension(uid, seen, now);
    const { facts: told, steps } = this.withKnownSteps(uid, seen);
    const facts = this.sinceResumed(uid, told);
    const { finishedAt, phase } = facts;
    const before = this.finished.get(uid);
    if (before !== undefined) {
      if (isFinished(phase) && before.finishedAt === finishedAt) return;
      // Someone has it tried again.
      this.outcomes.reopen(uid, before);
      this.finished.delete(uid);
    }
    this.queue.put(uid, facts, now);
    if (!isFinished(phase)) {
      yield this.observed(facts, now);
      yield* this.steps.put(uid, steps, null, now);
      return;
    }
    const { workflow, events, superseded } = this.outcomes.finish(uid, facts, now);
    const hasFailed = hasPhaseFailed(phase);
    this.finished.set(uid, workflow);
    yield this.observed(workflow, now);
    yield* events;
    yield* this.supersede(superseded, now);
    const isAsked = hasFailed && this.isRecent(workflow, now);
    yield* this.steps.put(uid, isAsked ? supersededSteps(steps, workflow) : [], finishedAt, now);
  }

  /** Nobody asks any more for the steps of one that ended before. */
  private isRecent({ finishedAt }: Workflow, now: Instant): boolean {
    return (finishedAt ?? 0) >= now - this.keepStepsFor;
  }

  private noteSuspension(uid: string, { facts, isSuspended }: SeenWorkflow, now: Instant): void {
    if (isFinished(facts.phase)) this.suspended.delete(uid);
    else if (isSuspended) this.suspended.set(uid, null);
    else if (this.suspended.get(uid) === null) this.suspended.set(uid, now);
  }

  /** What stood still because someone wanted it to is idle from when it may go on. */
  private sinceResumed(uid: string, workflow: Workflow): Workflow {
    const resumedAt = this.suspended.get(uid) ?? null;
    const { idleness } = workflow;
    if (resumedAt === null || idleness === null || idleness.since >= resumedAt) return workflow;
    return { ...workflow, idleness: { ...idleness, since: resumedAt } };
  }

  /** Until they were asked for again, those of before. */
  private withKnownSteps(
    uid: string,
    { facts, steps, isSuspended, offloadedAs }: SeenWorkflow,
  ): Pick<SeenWorkflow, 'facts' | 'steps'> {
    if (offloadedAs === null || !this.isFetching) return { facts, steps };
    const before = this.queue.get(uid);
    const stepsUnavailable = before === undefined ? 'warming up' : before.stepsUnavailable;
    const idleness = isSuspended ? null : (before?.idleness ?? null);
    const known = { steps: before?.steps ?? null, stepsUnavailable, idleness };
    return { facts: { ...facts, ...known }, steps: this.steps.of(uid) };
  }

  /** What failed before a run that succeeded, and its steps. */
  private *supersede(failed: ReadonlyMap<string, Workflow>, now: Instant): Generator<SourceEvent> {
    for (const [uid, workflow] of failed) {
      this.finished.set(uid, workflow);
      yield this.observed(workflow, now);
      yield* this.steps.put(uid, supersededSteps(this.steps.of(uid), workflow), workflow.finishedAt, now);
    }
  }

  private *forget(uid: string): Generator<SourceEvent> {
    const over = this.finished.get(uid);
    if (over !== undefined) this.outcomes.reopen(uid, over);
    this.finished.delete(uid);
    this.suspended.delete(uid);
    this.queue.remove(uid);
    yield* this.steps.drop(uid);
    yield disappearance(ResourceKind.WORKFLOW, this.system, uid);
  }

  /** Who waits the longest is told so, and who does no longer too. */
  private *lineUp(now: Instant): Generator<SourceEvent> {
    const next = this.queue.nextInLine;
    if (next?.id === this.nextInLine) return;
    const before = this.nextInLine === null ? undefined : this.queue.byId(this.nextInLine);
    this.nextInLine = next?.id ?? null;
    if (before !== undefined && isWaiting(before.phase)) yield this.observed(before, now);
    if (next !== null) yield this.observed(next, now);
  }

  private observed(workflow: Workflow, now: Instant): SourceEvent {
    const isNextInLine = workflow.id === this.nextInLine && isWaiting(workflow.phase);
    const facts = workflow.isNextInLine === isNextInLine ? workflow : { ...workflow, isNextInLine };
    return { id: facts.id, kind: ResourceKind.WORKFLOW, aspect: 'main', facts, observedAt: now };
  }
}

function supersededSteps(steps: readonly WorkflowStep[], { supersededAt }: Workflow): readonly WorkflowStep[] {
  return supersededAt === null ? steps : steps.map((step) => ({ ...step, workflowSupersededAt: supersededAt }));
}
