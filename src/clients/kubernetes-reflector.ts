import { type Clock, systemClock } from '../model/clock.js';
import { after, type Instant, type Milliseconds } from '../model/time.js';
import { Backoff } from './backoff.js';
import { FirstErrors } from './first-errors.js';
import { KubernetesCollection } from './kubernetes-collection.js';
import { connectionError, errorCode, KubernetesError } from './kubernetes-error.js';
import { parseListPage } from './kubernetes-list-page.js';
import { WatchedObjects } from './kubernetes-objects.js';
import { DEFAULT_TIMING, type ReflectorOptions, type ReflectorTiming } from './kubernetes-reflector-options.js';
import type { RawObject, WatchEvent } from './kubernetes-watch-event.js';
import { describeFailure, stateOf, WatchStateBook } from './kubernetes-watch-state.js';
import { readWatch } from './kubernetes-watch-stream.js';

/** One connection's life, from the request to its end. */
interface Attempt {
  /** It goes on from a known resource version. */
  readonly resumed: boolean;
  verb: 'list' | 'watch';
  phase: 'opening' | 'listing' | 'watching';
  /** Since when it is known to work with everything held; null: it never did. */
  workingSince: Instant | null;
}

const PAGE_SIZE = 500;
const LONGEST_LINE = 16 * 1024 ** 2;
/** Streamed lists that may break off before lists come in pages. */
const STREAM_TRIES = 3;
/** Resumed watches that may end in an error of the same place before the whole is listed again. */
const RESUME_TRIES = 3;
const MOST_ERRORS = 20;

/**
 * Keeps up with one collection of a Kubernetes API server: lists it, watches it, and goes on where it was after any
 * disconnection. It never stops by itself, and keeps uids, not objects.
 */
export class Reflector<Raw extends RawObject, T> {
  private readonly clock: Clock;
  private readonly timing: ReflectorTiming;
  private readonly random: () => number;
  private readonly state: WatchStateBook;
  private readonly objects: WatchedObjects<Raw, T>;
  private readonly backoff: Backoff;
  private readonly stopping = new AbortController();
  private readonly errors: FirstErrors;
  private readonly collection: KubernetesCollection;
  private running: Promise<void> | null = null;
  /** Where to go on; null: list. */
  private resourceVersion: string | null = null;
  /** When the server last confirmed it. */
  private confirmedAt: Instant;
  private streamTries = STREAM_TRIES;
  private resumeTries = RESUME_TRIES;

  constructor(private readonly options: ReflectorOptions<Raw, T>) {
    this.clock = options.clock ?? systemClock;
    this.random = options.random ?? Math.random;
    this.timing = { ...DEFAULT_TIMING, ...options.timing };
    this.confirmedAt = this.clock.now();
    this.backoff = new Backoff(this.timing.firstRetry, this.random);
    this.collection = new KubernetesCollection(options.path);
    this.errors = new FirstErrors(MOST_ERRORS, options.onError);
    this.objects = new WatchedObjects(options.project, (error) => {
      this.errors.report(error);
    });
    this.state = new WatchStateBook(this.clock, this.timing.confirm, (state) => {
      this.tell(() => {
        options.handler.state(state);
      });
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

  /** Resolves when its connection is closed; the handler is not called any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private get pageSize(): number {
    return this.options.pageSize ?? PAGE_SIZE;
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
      const cancel = this.clock.at(after(this.clock.now(), duration), end);
      signal.addEventListener('abort', end);
      function end(): void {
        cancel();
        signal.removeEventListener('abort', end);
        resolve();
      }
    });
  }

  /** Lists or resumes, and watches until that ends. Answers how long to wait then. */
  private async attempt(): Promise<Milliseconds> {
    if (this.clock.now() - this.confirmedAt > this.timing.trust) this.resourceVersion = null;
    const resumed = this.resourceVersion !== null;
    const attempt: Attempt = { resumed, verb: 'watch', phase: 'opening', workingSince: null };
    try {
      if (resumed) await this.watch(attempt);
      else await this.list(attempt);
      return this.ended(attempt, null);
    } catch (error) {
      if (!(error instanceof KubernetesError) && errorCode(error) === null && !this.isStopping)
        this.errors.report(error);
      return this.ended(attempt, connectionError(error));
    }
  }

  private ended(attempt: Attempt, error: KubernetesError | null): Milliseconds {
    this.flush();
    if (this.isStopping) return 0;
    const { workingSince } = attempt;
    const wasHealthy = workingSince !== null && this.clock.now() - workingSince >= this.timing.healthy;
    if (wasHealthy) this.backoff.reset();
    if (error?.kind === 'gone') this.resourceVersion = null;
    // Only once at once: a list that is gone before it is complete waits like any other failure.
    if (error?.kind === 'gone' && attempt.resumed) return 0;
    if (workingSince !== null && (error === null || error.kind === 'unreachable' || error.kind === 'timeout'))
      return wasHealthy ? 0 : this.backoff.next(this.timing.longestRetry);
    return this.failed(attempt, error ?? new KubernetesError('unreachable', 'the server ended it at once'));
  }

  private failed(attempt: Attempt, error: KubernetesError): Milliseconds {
    const kind = stateOf(error);
    this.state.failed(kind, describeFailure(error, attempt.verb, this.options.resource));
    const isRefusedPlace = error.kind === 'status' && (attempt.phase === 'watching' || error.status === 400);
    const isPoisoned = error.kind === 'invalid' || isRefusedPlace;
    // What the server cannot send, or we cannot read, comes again at the same place: a list leads past it.
    if (isPoisoned && (this.resumeTries -= 1) <= 0) this.resourceVersion = null;
    const longest = kind === 'lost' ? this.timing.longestRetry : this.timing.longestRefusedRetry;
    const asked = Math.min(error.retryAfter ?? 0, this.timing.longestRetryAfter);
    return Math.max(asked, this.backoff.next(longest));
  }

  private async list(attempt: Attempt): Promise<void> {
    if (this.streamTries > 0) {
      try {
        await this.watch(attempt);
        return;
      } catch (error) {
        if (!this.shouldPage(attempt, connectionError(error))) throw error;
      }
    }
    await this.listPages(attempt);
    await this.watch(attempt);
  }

  /** Whether a list may come in pages where it did not come as a stream. */
  private shouldPage(attempt: Attempt, error: KubernetesError): boolean {
    if (attempt.phase === 'listing') {
      this.streamTries -= 1;
      // A cut connection says nothing about streaming, until it happens again and again.
      return error.kind !== 'unreachable';
    }
    const { status } = error;
    if (attempt.phase === 'watching' || error.kind !== 'status' || status === null) return false;
    // Absent, or busy: it would be so for pages too.
    if (status === 404 || status === 429 || status === 503) return false;
    // Servers before 1.27, and those where it is switched off, refuse the request itself (400, 422) and always will.
    if (status < 500) this.streamTries = 0;
    return true;
  }

  private async listPages(attempt: Attempt): Promise<void> {
    attempt.verb = 'list';
    this.beginList(attempt);
    let next: string | null = null;
    do {
      const path = this.collection.page(this.pageSize, next);
      const request = { deadline: this.timing.page, signal: this.stopping.signal };
      const page = parseListPage((await this.options.connection.get(path, request)).body);
      this.state.contact();
      for (const object of page.objects) this.objects.upsert(object);
      this.flush();
      next = page.next;
      if (next === null) this.endList(attempt, page.resourceVersion);
    } while (next !== null);
  }

  private async watch(attempt: Attempt): Promise<void> {
    attempt.verb = 'watch';
    const { resourceVersion, timing } = this;
    const path = this.collection.watch(resourceVersion, timing.serverTimeout * (1 - 0.1 * this.random()));
    const request = { deadline: timing.headers, signal: this.stopping.signal };
    const response = await this.options.connection.stream(path, request);
    this.state.contact();
    if (resourceVersion === null) this.beginList(attempt);
    else attempt.phase = 'watching';
    const settled = this.clock.at(after(this.clock.now(), timing.settle), () => {
      this.works(attempt);
    });
    try {
      await readWatch(response, {
        clock: this.clock,
        patience: () => (attempt.phase === 'listing' ? timing.listIdle : timing.idle),
        longestLine: this.options.longestLine ?? LONGEST_LINE,
        take: (event) => {
          this.take(attempt, event);
        },
        taken: () => {
          if (attempt.phase === 'watching' || this.objects.waiting >= this.pageSize) this.flush();
        },
      });
    } finally {
      settled();
    }
  }

  private take(attempt: Attempt, event: WatchEvent): void {
    if (event.type === 'error') throw event.error;
    this.state.contact();
    if (event.type === 'upsert') this.objects.upsert(event.object);
    if (event.type === 'delete') this.objects.delete(event.uid);
    if (attempt.phase === 'watching') this.confirm(event.resourceVersion);
    else if (event.type === 'bookmark' && event.endsInitialEvents) this.endList(attempt, event.resourceVersion);
    this.works(attempt);
  }

  private confirm(resourceVersion: string): void {
    this.resourceVersion = resourceVersion;
    this.confirmedAt = this.clock.now();
    this.resumeTries = RESUME_TRIES;
  }

  /** A watch with everything in hand has shown that it lives. */
  private works(attempt: Attempt): void {
    if (attempt.phase !== 'watching' || attempt.workingSince !== null) return;
    attempt.workingSince = this.clock.now();
    this.state.ok();
  }

  private beginList(attempt: Attempt): void {
    attempt.phase = 'listing';
    this.objects.beginList();
    this.tell(() => {
      this.options.handler.begin();
    });
  }

  private endList(attempt: Attempt, resourceVersion: string): void {
    this.objects.endList();
    this.flush();
    this.confirm(resourceVersion);
    this.tell(() => {
      this.options.handler.synced();
    });
    attempt.phase = 'watching';
    // A list in pages is not yet a watch; a streamed one is.
    if (attempt.verb === 'watch') this.streamTries = STREAM_TRIES;
  }

  private flush(): void {
    const changes = this.objects.take();
    if (changes.length === 0) return;
    this.tell(() => {
      this.options.handler.apply(changes);
    });
  }

  private tell(call: () => void): void {
    if (this.isStopping) return;
    try {
      call();
    } catch (error) {
      this.errors.report(error);
    }
  }
}
