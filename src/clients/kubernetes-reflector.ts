import { MEBIBYTE } from '../model/bytes.js';
import { type Clock, systemClock } from '../model/clock.js';
import { after, type Instant, type Milliseconds } from '../model/time.js';
import { Backoff } from './backoff.js';
import { codeOf } from './error-code.js';
import { FirstErrors } from './first-errors.js';
import { connectionError, KubernetesError, type KubernetesErrorKind } from './kubernetes-error.js';
import { type Attempt, ListWatch } from './kubernetes-list-watch.js';
import { WatchedObjects } from './kubernetes-objects.js';
import { DEFAULT_TIMING, type ReflectorOptions, type ReflectorTiming } from './kubernetes-reflector-options.js';
import type { RawObject } from './kubernetes-watch-event.js';
import { guarded } from './kubernetes-watch-handler.js';
import { describeWatchFailure, stateOf, WatchStateBook } from './kubernetes-watch-state.js';

const PAGE_SIZE = 500;
const LONGEST_LINE = 8 * MEBIBYTE;
const MOST_ERRORS = 20;
/** A watch that worked may end so: what matters is whether the next one works. */
const MERE_ENDS: ReadonlySet<KubernetesErrorKind> = new Set(['unreachable', 'timeout', 'gone']);

/**
 * Keeps up with one collection of a Kubernetes API server: lists it, watches it, and goes on where it was after any
 * disconnection. It never stops by itself, and keeps uids, not objects.
 */
export class Reflector<Raw extends RawObject, T> {
  private readonly clock: Clock;
  private readonly timing: ReflectorTiming;
  private readonly errors: FirstErrors;
  private readonly state: WatchStateBook;
  private readonly objects: WatchedObjects<T>;
  private readonly listWatch: ListWatch<T>;
  private readonly backoff: Backoff;
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private endPause: () => void = () => undefined;

  constructor(private readonly options: ReflectorOptions<Raw, T>) {
    const { signal } = this.stopping;
    const random = options.random ?? Math.random;
    this.clock = options.clock ?? systemClock;
    this.timing = { ...DEFAULT_TIMING, ...options.timing };
    this.errors = new FirstErrors(MOST_ERRORS, options.onError);
    const report = (error: unknown): void => {
      this.errors.report(error);
    };
    const handler = guarded(options.handler, signal, report);
    this.backoff = new Backoff(this.timing.firstRetry, random);
    this.state = new WatchStateBook(this.clock, this.timing.confirm, (state) => {
      handler.state(state);
    });
    this.objects = new WatchedObjects((object) => options.project(object as Raw), report);
    this.listWatch = new ListWatch({
      connection: options.connection,
      path: options.path,
      objects: this.objects,
      handler,
      state: this.state,
      clock: this.clock,
      random,
      timing: this.timing,
      pageSize: options.pageSize ?? PAGE_SIZE,
      longestLine: options.longestLine ?? LONGEST_LINE,
      signal,
    });
  }

  /** The last event, bookmark or answer. Null: never. */
  get lastContactAt(): Instant | null {
    return this.state.lastContactAt;
  }

  /** Objects known now. */
  get size(): number {
    return this.objects.size;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Tries again at once: something else has heard from the server that was waited for. */
  hurry(): void {
    this.backoff.reset();
    this.endPause();
  }

  /** Resolves when its connection is closed; the handler is not called any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) await this.pause(await this.attempt());
  }

  private pause(duration: Milliseconds): Promise<void> {
    if (duration === 0 || this.isStopping) return Promise.resolve();
    return new Promise((resolve) => {
      const { signal } = this.stopping;
      const end = (): void => {
        cancel();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const cancel = this.clock.at(after(this.clock.now(), duration), end);
      signal.addEventListener('abort', end);
      this.endPause = end;
    });
  }

  /** Answers how long to wait before the next one. */
  private async attempt(): Promise<Milliseconds> {
    const attempt = this.listWatch.prepare();
    try {
      await this.listWatch.run(attempt);
      return this.ended(attempt, null);
    } catch (error) {
      if (this.isStopping) return 0;
      if (!(error instanceof KubernetesError) && codeOf(error) === null) this.errors.report(error);
      return this.ended(attempt, connectionError(error));
    }
  }

  private ended(attempt: Attempt, error: KubernetesError | null): Milliseconds {
    const { workingSince } = attempt;
    const wasHealthy = workingSince !== null && this.clock.now() - workingSince >= this.timing.healthy;
    if (wasHealthy) this.backoff.reset();
    if (error?.kind === 'gone') {
      this.listWatch.forget();
      // The list that follows was not tried yet.
      if (attempt.resumed) return 0;
    }
    if (workingSince !== null && (error === null || MERE_ENDS.has(error.kind)))
      return wasHealthy ? 0 : this.backoff.next(this.timing.longestRetry);
    return this.failed(attempt, error ?? new KubernetesError('unreachable', 'the server ended it at once'));
  }

  private failed(attempt: Attempt, error: KubernetesError): Milliseconds {
    const kind = stateOf(error);
    this.state.failed(kind, describeWatchFailure(error, attempt.verb, this.options.resource));
    const isPlaceRefused = error.kind === 'status' && (attempt.phase === 'watching' || error.status === 400);
    if (error.kind === 'invalid' || isPlaceRefused) this.listWatch.doubt();
    const isRefused = kind === 'forbidden' || kind === 'invalid';
    const longest = isRefused ? this.timing.longestRefusedRetry : this.timing.longestRetry;
    const asked = Math.min(error.retryAfter ?? 0, this.timing.longestRetryAfter);
    const least = error.kind === 'invalid' && attempt.phase === 'listing' ? this.timing.unreadableRetry : 0;
    return Math.max(asked, Math.min(Math.max(this.backoff.next(longest), least), this.state.untilConfirmed));
  }
}
