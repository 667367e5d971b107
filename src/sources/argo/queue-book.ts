import type { Instant } from '../../model/time.js';
import { type Workflow, type WorkflowEngine, WorkflowPhase } from '../../model/workflow.js';
import { isManaged } from './managed-namespaces.js';
import { isWaiting } from './workflow-phase.js';

/** What an engine has to do, as its workflows show it. */
export type EngineLoad = Pick<
  WorkflowEngine,
  'queued' | 'running' | 'slotsTaken' | 'busyNamespaces' | 'untouchedSince' | 'lastTouchedAt' | 'lastStartedAt'
>;

/** All workflows of an engine that are not over. What its controller does not mind waits for another, and is no load of it. */
export class QueueBook {
  private readonly unfinished = new Map<string, Workflow>();
  private readonly running = new Map<string, number>();
  private queued = 0;
  private lockWaiters = 0;
  private lastTouchedAt: Instant | null = null;
  private lastStartedAt: Instant | null = null;
  private next: Workflow | null = null;
  private untouched: Workflow | null = null;

  /** @param managed the only namespaces that the controller minds; null: all */
  constructor(readonly managed: readonly string[] | null = null) {}

  get all(): ReadonlyMap<string, Workflow> {
    return this.unfinished;
  }

  get(uid: string): Workflow | undefined {
    return this.unfinished.get(uid);
  }

  byId(id: string): Workflow | undefined {
    for (const workflow of this.unfinished.values()) if (workflow.id === id) return workflow;
    return undefined;
  }

  /** Takes the newest state of a workflow, finished ones too. */
  put(uid: string, workflow: Workflow, now: Instant): void {
    const before = this.unfinished.get(uid);
    this.remove(uid);
    const { phase, startedAt, createdAt } = workflow;
    const isUnfinished = phase === WorkflowPhase.RUNNING || isWaiting(phase);
    if (isUnfinished) this.unfinished.set(uid, workflow);
    if (!this.minds(workflow)) return;
    if (phase !== WorkflowPhase.NEW) {
      const touchedAt = before?.phase === WorkflowPhase.NEW ? now : (startedAt ?? createdAt);
      this.lastTouchedAt = later(this.lastTouchedAt, touchedAt);
    }
    if (startedAt !== null) this.lastStartedAt = later(this.lastStartedAt, startedAt);
    if (!isUnfinished) return;
    this.count(workflow, 1);
    if (!isWaiting(phase)) return;
    if (isOlder(workflow, this.next)) this.next = workflow;
    if (phase === WorkflowPhase.NEW && isOlder(workflow, this.untouched)) this.untouched = workflow;
  }

  remove(uid: string): void {
    const before = this.unfinished.get(uid);
    if (before === undefined) return;
    this.unfinished.delete(uid);
    if (!this.minds(before)) return;
    this.count(before, -1);
    if (this.next === before) this.next = this.oldest(({ phase }) => isWaiting(phase));
    if (this.untouched === before) this.untouched = this.oldest(({ phase }) => phase === WorkflowPhase.NEW);
  }

  /** The one that waits the longest; null where none waits. */
  get nextInLine(): Workflow | null {
    return this.next;
  }

  get load(): EngineLoad {
    const running = [...this.running.values()].reduce((a, b) => a + b, 0);
    return {
      queued: this.queued,
      running,
      slotsTaken: running + this.lockWaiters,
      busyNamespaces: [...this.running.keys()].sort(),
      untouchedSince: this.untouched?.createdAt ?? null,
      lastTouchedAt: this.lastTouchedAt,
      lastStartedAt: this.lastStartedAt,
    };
  }

  private minds({ namespace }: Workflow): boolean {
    return isManaged(this.managed, namespace);
  }

  private oldest(fits: (workflow: Workflow) => boolean): Workflow | null {
    let found: Workflow | null = null;
    for (const workflow of this.unfinished.values())
      if (this.minds(workflow) && fits(workflow) && isOlder(workflow, found)) found = workflow;
    return found;
  }

  private count({ phase, namespace, waitingFor }: Workflow, by: 1 | -1): void {
    if (isWaiting(phase)) {
      this.queued += by;
      if (waitingFor !== null && waitingFor !== 'parallelism') this.lockWaiters += by;
      return;
    }
    const count = (this.running.get(namespace) ?? 0) + by;
    if (count > 0) this.running.set(namespace, count);
    else this.running.delete(namespace);
  }
}

function later(a: Instant | null, b: Instant): Instant {
  return a === null || b > a ? b : a;
}

/** Of the same age, the one whose name comes first, so that the order is total. */
function isOlder(a: Workflow, b: Workflow | null): boolean {
  if (b === null || a.createdAt !== b.createdAt) return b === null || a.createdAt < b.createdAt;
  return a.id < b.id;
}
