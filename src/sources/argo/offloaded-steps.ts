import { Cutoff } from '../../clients/cutoff.js';
import { ExchangeError } from '../../clients/exchange-error.js';
import type { Clock } from '../../model/clock.js';
import { describeDuration } from '../../model/duration.js';
import type { Sight } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { type LookFailure, type Reach, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { ArgoServer } from './argo-server.js';
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
  /**
   * What is wanted, by uid, who waits longest first: whatever changes while it is asked for is asked for again. This is the whole
   * line: who is forgotten leaves it at once, though nobody be answered for long.
   */
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
    if (this.isStopped() || (!this.wanted.has(uid) && this.wanted.size >= MOST_WAITING)) return;
    this.wanted.set(uid, workflow);
    this.askNext();
  }

  forget(uid: string): void {
    this.wanted.delete(uid);
  }

  stop(): void {
    this.stopping.abort();
    this.wanted.clear();
    this.options.server.close();
  }

  private askNext(): void {
    for (const [uid, workflow] of this.wanted) {
      if (this.asking.size >= MOST_AT_ONCE) return;
      if (this.asking.has(uid)) continue;
      this.wanted.delete(uid);
      this.asking.add(uid);
      void this.ask(uid, workflow).finally(() => {
        this.asking.delete(uid);
        this.askNext();
      });
    }
  }

  private async ask(uid: string, workflow: SeenWorkflow): Promise<void> {
    const { clock } = this.options;
    const lookedAt = clock.now();
    const steps = await this.fetch(workflow, lookedAt);
    if (!this.isStopped() && steps !== null) this.options.onSteps(uid, steps);
  }

  private async fetch({ facts }: SeenWorkflow, lookedAt: Instant): Promise<FetchedSteps | null> {
    const { server, deadline, project } = this.options;
    const cutoff = new Cutoff(this.stopping.signal, deadline, () => lateAnswer(deadline));
    try {
      const raw = await server.workflow(facts.namespace, facts.name, cutoff.signal);
      const answer = raw === null ? null : project(raw);
      this.turn(null, lookedAt);
      // It is gone, or a new one is there under its name.
      if (answer?.facts.id !== facts.id) return null;
      const { steps, stepsUnavailable, idleness } = answer.facts;
      return { steps, stepsUnavailable, idleness, list: answer.steps };
    } catch (error) {
      const failure =
        error instanceof ExchangeError ? error : new ExchangeError('invalid', 'The Argo server gives no workflow.');
      this.turn(failure, lookedAt);
      const why = failure.state === 'forbidden' ? 'forbidden' : 'probe failed';
      return { steps: null, stepsUnavailable: why, idleness: null, list: [] };
    } finally {
      cutoff.release();
    }
  }

  private turn(failure: LookFailure | null, lookedAt: Instant): void {
    // What ends with us says nothing of the server.
    if (this.isStopped()) return;
    const { state, message } = this.reach;
    const now = this.options.clock.now();
    this.reach = failure === null ? reached(this.reach, now) : notReached(this.reach, failure, lookedAt, now);
    if (state !== this.reach.state || message !== this.reach.message) this.options.onReach();
  }
}

function lateAnswer(deadline: Milliseconds): ExchangeError {
  return new ExchangeError('lost', `The Argo server gave no answer within ${describeDuration(deadline)}.`);
}
