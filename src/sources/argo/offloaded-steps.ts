import type { Clock } from '../../model/clock.js';
import type { Sight } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { type Places, concurrency } from '../../sampling/concurrency.js';
import { type Reach, notReached, reached, startingReach } from '../../sampling/reach.js';
import { type ArgoServer, ArgoServerError } from './argo-server.js';
import type { FetchedSteps } from './workflow-book.js';
import type { RawWorkflow } from './workflow-objects.js';
import type { SeenWorkflow } from './workflow.projection.js';

/** Asked at the same time. */
const MOST_AT_ONCE = 4;
/** Workflows that wait to be asked for; of more, nothing is known until they change again. */
const MOST_WAITING = 1_000;

export interface OffloadedStepsOptions {
  readonly server: ArgoServer;
  readonly deadline: Milliseconds;
  readonly clock: Clock;
  readonly project: (raw: RawWorkflow) => SeenWorkflow;
  readonly onSteps: (uid: string, steps: FetchedSteps) => void;
  /** How well the server is reached is different now. */
  readonly onReach: () => void;
}

/** Asks the Argo server for the nodes of workflows that the engine keeps elsewhere; for each one at a time, the newest. */
export class OffloadedSteps {
  private readonly places: Places = concurrency(MOST_AT_ONCE);
  /** What is wanted, by uid: whatever changes while it is asked for is asked for again. */
  private readonly wanted = new Map<string, SeenWorkflow>();
  private readonly asking = new Set<string>();
  private readonly stopping = new AbortController();
  private reach: Reach;

  constructor(private readonly options: OffloadedStepsOptions) {
    this.reach = startingReach(options.clock.now());
  }

  /** The server beside the cluster. */
  sight(): Sight {
    const { state, message, since, contactAt } = this.reach;
    return { subject: 'argo server', kind: null, resourceId: null, state, message, since, contactAt };
  }

  private isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  want(uid: string, workflow: SeenWorkflow): void {
    if (!this.wanted.has(uid) && this.wanted.size >= MOST_WAITING) return;
    this.wanted.set(uid, workflow);
    if (this.asking.has(uid) || this.isStopped()) return;
    this.asking.add(uid);
    void this.places(() => this.ask(uid)).finally(() => {
      this.asking.delete(uid);
      const next = this.wanted.get(uid);
      if (next !== undefined) this.want(uid, next);
    });
  }

  forget(uid: string): void {
    this.wanted.delete(uid);
  }

  stop(): void {
    this.stopping.abort();
    this.wanted.clear();
    this.options.server.close();
  }

  private async ask(uid: string): Promise<void> {
    const workflow = this.wanted.get(uid);
    this.wanted.delete(uid);
    if (workflow === undefined || this.isStopped()) return;
    const { clock } = this.options;
    const lookedAt = clock.now();
    const steps = await this.fetch(workflow, lookedAt);
    if (!this.isStopped() && steps !== null) this.options.onSteps(uid, steps);
  }

  private async fetch({ facts }: SeenWorkflow, lookedAt: Instant): Promise<FetchedSteps | null> {
    const { server, deadline, project } = this.options;
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(deadline)]);
    try {
      const answer = project(await server.workflow(facts.namespace, facts.name, signal));
      this.turn(null, lookedAt);
      // A new one under the old name, or still without its nodes.
      if (answer.facts.id !== facts.id) return null;
      const { steps, stepsUnavailable, idleness } = answer.facts;
      return { steps, stepsUnavailable, idleness, list: answer.steps };
    } catch (error) {
      const failure =
        error instanceof ArgoServerError ? error : new ArgoServerError('invalid', 'The Argo server gives no workflow.');
      if (failure.failure === 'missing') return null;
      this.turn(failure, lookedAt);
      const why = failure.failure === 'forbidden' ? 'forbidden' : 'probe failed';
      return { steps: null, stepsUnavailable: why, idleness: null, list: [] };
    }
  }

  private turn(error: ArgoServerError | null, lookedAt: Instant): void {
    const { state, message } = this.reach;
    const now = this.options.clock.now();
    this.reach =
      error === null || error.failure === 'missing'
        ? reached(this.reach, now)
        : notReached(this.reach, { state: error.failure, message: error.message }, lookedAt, now);
    if (state !== this.reach.state || message !== this.reach.message) this.options.onReach();
  }
}
