import type { Clock } from '../model/clock.js';
import type { SightState } from '../model/source.js';
import type { Instant, Milliseconds } from '../model/time.js';
import type { KubernetesError } from './kubernetes-error.js';

/** How well one watch sees. */
export interface WatchState {
  readonly kind: SightState;
  /** One sentence without secrets that names verb and resource; null while all is well. */
  readonly message: string | null;
  /** The last event, bookmark or answer. Null: never. */
  readonly lastContactAt: Instant | null;
}

/** Attempts that failed in a row for the same sort of reason. */
interface Run {
  readonly kind: SightState;
  readonly since: Instant;
  count: number;
}

/**
 * Tells a failing watch from one that merely reconnects: a failure is said when a second attempt, some time after the
 * first, has failed as well. A server that has just started refuses, forbids and drops what it will soon allow, so a
 * failure of another kind must last as long before it replaces the one that was said.
 */
export class WatchStateBook {
  private state: Omit<WatchState, 'lastContactAt'> = { kind: 'starting', message: null };
  private failing: Run | null = null;
  private failingAlike: Run | null = null;
  private contactAt: Instant | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly confirmAfter: Milliseconds,
    private readonly say: (state: WatchState) => void,
  ) {}

  get lastContactAt(): Instant | null {
    return this.contactAt;
  }

  /** The server has spoken. */
  contact(): void {
    this.contactAt = this.clock.now();
  }

  /** What is held is complete, and the watch is alive. */
  ok(): void {
    this.failing = null;
    this.failingAlike = null;
    this.change('ok', null);
  }

  /** An attempt came to nothing. */
  failed(kind: SightState, message: string): void {
    // What nobody was asked for tells nothing: what was wrong stands, with its own words.
    if (kind === 'hindered' && this.isFailing && this.state.kind !== 'hindered') return;
    this.failing = this.extend(this.failing, kind);
    const isSameKind = this.failingAlike?.kind === kind;
    this.failingAlike = this.extend(isSameKind ? this.failingAlike : null, kind);
    if (this.isConfirmed(this.isFailing ? this.failingAlike : this.failing)) this.change(kind, message);
  }

  /**
   * How long the first failure can stay unsaid: the attempt that confirms it is not to come much later. One of another
   * kind is not hurried: a server that has just started soon allows what it forbids.
   */
  get untilConfirmed(): Milliseconds {
    if (this.failing === null || this.isFailing) return Number.POSITIVE_INFINITY;
    return Math.max(0, this.failing.since + this.confirmAfter - this.clock.now());
  }

  private get isFailing(): boolean {
    return this.state.kind !== 'ok' && this.state.kind !== 'starting';
  }

  private extend(run: Run | null, kind: SightState): Run {
    if (run === null) return { kind, since: this.clock.now(), count: 1 };
    run.count += 1;
    return run;
  }

  private isConfirmed(run: Run): boolean {
    return run.count >= 2 && this.clock.now() - run.since >= this.confirmAfter;
  }

  private change(kind: SightState, message: string | null): void {
    if (kind === this.state.kind && message === this.state.message) return;
    this.state = { kind, message };
    this.say({ kind, message, lastContactAt: this.contactAt });
  }
}

/** What a failure means for what is watched. */
export function stateOf(error: KubernetesError): Exclude<SightState, 'starting' | 'ok'> {
  switch (error.kind) {
    case 'forbidden':
    case 'unauthorized':
      return 'forbidden';
    case 'invalid':
    case 'hindered':
      return error.kind;
    case 'status':
      return isRefusal(error.status) ? 'invalid' : 'lost';
    default:
      return 'lost';
  }
}

/** Statuses that the same request will meet again: what is asked for is not there, or not so. */
function isRefusal(status: number | null): boolean {
  return status !== null && status >= 300 && status < 500 && status !== 408 && status !== 429;
}

/** The sentence that goes with it. */
export function describeWatchFailure(error: KubernetesError, verb: 'list' | 'watch', resource: string): string {
  const cannot = `cannot ${verb} ${resource}`;
  if (error.kind === 'forbidden') return `forbidden: ${cannot}`;
  return error.kind === 'unauthorized' ? `unauthorized: ${cannot} (${error.message})` : `${cannot}: ${error.message}`;
}
