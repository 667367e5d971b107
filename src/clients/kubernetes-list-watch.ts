import type { Clock } from '../model/clock.js';
import { after, type Instant } from '../model/time.js';
import { KubernetesCollection } from './kubernetes-collection.js';
import type { KubernetesConnection } from './kubernetes-connection.js';
import { connectionError, KubernetesError } from './kubernetes-error.js';
import { parseListPage } from './kubernetes-list-page.js';
import type { WatchedObjects } from './kubernetes-objects.js';
import type { ReflectorTiming } from './kubernetes-reflector-options.js';
import type { WatchEvent } from './kubernetes-watch-event.js';
import type { WatchHandler } from './kubernetes-watch-handler.js';
import type { WatchStateBook } from './kubernetes-watch-state.js';
import { readWatch, type WatchReader } from './kubernetes-watch-stream.js';

/** One connection's life, from the request to its end. */
export interface Attempt {
  /** It goes on from a known resource version. */
  readonly resumed: boolean;
  verb: 'list' | 'watch';
  phase: 'opening' | 'listing' | 'watching';
  /** Something has come of the answer, if not an event yet. */
  hasBegun: boolean;
  /** Since when it is known to work with everything in hand; null: it never did. */
  workingSince: Instant | null;
}

interface ListWatchParts<T> {
  readonly connection: Pick<KubernetesConnection, 'get' | 'stream'>;
  readonly path: string;
  readonly objects: WatchedObjects<T>;
  readonly handler: WatchHandler<T>;
  readonly state: WatchStateBook;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timing: ReflectorTiming;
  readonly pageSize: number;
  readonly longestLine: number;
  readonly signal: AbortSignal;
}

/** Streamed lists that may break off before lists come in pages. */
const STREAM_TRIES = 3;
/** Watches that may go on from the same place and fail there before the whole is listed again. */
const RESUME_TRIES = 3;

/** Lists a collection, or goes on from where it was, and watches it: once, until that ends. */
export class ListWatch<T> {
  private readonly collection: KubernetesCollection;
  /** Where to go on; null: list. */
  private resourceVersion: string | null = null;
  /** When the server last confirmed it. */
  private confirmedAt: Instant;
  private streamTries = STREAM_TRIES;
  private resumeTries = RESUME_TRIES;

  constructor(private readonly parts: ListWatchParts<T>) {
    this.collection = new KubernetesCollection(parts.path);
    this.confirmedAt = parts.clock.now();
  }

  prepare(): Attempt {
    const { clock, timing } = this.parts;
    if (clock.now() - this.confirmedAt > timing.trust) this.forget();
    return {
      resumed: this.resourceVersion !== null,
      verb: 'watch',
      phase: 'opening',
      hasBegun: false,
      workingSince: null,
    };
  }

  /** @throws KubernetesError, or Node's own error when the connection is cut */
  async run(attempt: Attempt): Promise<void> {
    try {
      if (attempt.resumed) await this.watch(attempt);
      else await this.list(attempt);
    } finally {
      this.flush();
    }
  }

  /** The next attempt lists. */
  forget(): void {
    this.resourceVersion = null;
  }

  /** Something at this place cannot be sent or read, and would come again: after a few times a list leads past it. */
  doubt(): void {
    this.resumeTries -= 1;
    if (this.resumeTries <= 0) this.forget();
  }

  private async list(attempt: Attempt): Promise<void> {
    if (this.streamTries > 0) {
      try {
        await this.watch(attempt);
        return;
      } catch (error) {
        if (!this.mayPagesDo(attempt, connectionError(error))) throw error;
      }
    }
    await this.listPages(attempt);
    await this.watch(attempt);
  }

  /** Whether a list may come in pages where it did not come as a stream. */
  private mayPagesDo(attempt: Attempt, error: KubernetesError): boolean {
    if (attempt.phase === 'listing') {
      this.streamTries -= 1;
      // A cut connection says nothing about streaming, until it happens again and again.
      return error.kind !== 'unreachable';
    }
    const { status } = error;
    if (attempt.phase === 'watching' || error.kind !== 'status' || status === null) return false;
    // Absent, or busy: it would be so for pages too.
    if (status === 404 || status === 429 || status === 503) return false;
    // Servers that do not know it, or have it switched off, refuse the request itself (400, 422) and always will.
    if (status < 500) this.streamTries = 0;
    return true;
  }

  private async listPages(attempt: Attempt): Promise<void> {
    const { connection, objects, pageSize, signal, state, timing } = this.parts;
    attempt.verb = 'list';
    this.beginList(attempt);
    let next: string | null = null;
    do {
      const answer = await connection.get(this.collection.page(pageSize, next), { deadline: timing.page, signal });
      const page = parseListPage(answer.body);
      state.contact();
      for (const object of page.objects) objects.upsert(object);
      this.flush();
      next = page.next;
      if (next === null) this.endList(attempt, page.resourceVersion);
    } while (next !== null);
  }

  /** Without a resource version its beginning is the list. */
  private async watch(attempt: Attempt): Promise<void> {
    const { connection, clock, random, signal, state, timing } = this.parts;
    attempt.verb = 'watch';
    const path = this.collection.watch(this.resourceVersion, timing.serverTimeout * (1 - 0.1 * random()));
    const response = await connection.stream(path, { deadline: timing.headers, signal });
    state.contact();
    if (this.resourceVersion === null) this.beginList(attempt);
    else attempt.phase = 'watching';
    const cancelSettling = clock.at(after(clock.now(), timing.settle), () => {
      // Of what has begun to speak, the first event shows whether it can be read.
      if (!attempt.hasBegun) this.works(attempt);
    });
    const cancelDeadline = clock.at(after(clock.now(), timing.list), () => {
      if (attempt.phase === 'listing') response.destroy(this.endless());
    });
    try {
      await readWatch(response, this.reader(attempt));
    } finally {
      cancelSettling();
      cancelDeadline();
    }
    if (this.resourceVersion === null) throw new KubernetesError('unreachable', 'the list broke off');
  }

  /** Events that go on feed every patience; a server that never says where the list ends will not do so another time. */
  private endless(): KubernetesError {
    this.streamTries = 0;
    return new KubernetesError('timeout', `the list had no end within ${this.parts.timing.list} ms`);
  }

  private reader(attempt: Attempt): WatchReader {
    const { clock, longestLine, objects, pageSize, timing } = this.parts;
    return {
      clock,
      longestLine,
      patience: () => (attempt.phase === 'listing' ? timing.listIdle : timing.idle),
      heard: () => {
        attempt.hasBegun = true;
      },
      take: (event) => {
        this.take(attempt, event);
      },
      taken: () => {
        if (attempt.phase === 'watching' || objects.waiting >= pageSize) this.flush();
      },
    };
  }

  private take(attempt: Attempt, event: WatchEvent): void {
    if (event.type === 'error') throw event.error;
    const { objects, state } = this.parts;
    state.contact();
    if (event.type === 'upsert') objects.upsert(event.object);
    if (event.type === 'delete') objects.delete(event.uid);
    if (attempt.phase === 'watching') this.confirm(event.resourceVersion);
    else if (event.type === 'bookmark' && event.endsInitialEvents) this.endStreamedList(attempt, event.resourceVersion);
    this.works(attempt);
  }

  private confirm(resourceVersion: string): void {
    this.resourceVersion = resourceVersion;
    this.confirmedAt = this.parts.clock.now();
    this.resumeTries = RESUME_TRIES;
  }

  /** A watch with everything in hand has shown that it lives. */
  private works(attempt: Attempt): void {
    if (attempt.phase !== 'watching' || attempt.workingSince !== null) return;
    attempt.workingSince = this.parts.clock.now();
    // Who hears that it works has what it told.
    this.flush();
    this.parts.state.ok();
  }

  private beginList(attempt: Attempt): void {
    attempt.phase = 'listing';
    this.parts.objects.beginList();
    this.parts.handler.begin();
  }

  private endStreamedList(attempt: Attempt, resourceVersion: string): void {
    this.streamTries = STREAM_TRIES;
    this.endList(attempt, resourceVersion);
  }

  private endList(attempt: Attempt, resourceVersion: string): void {
    this.parts.objects.endList();
    this.flush();
    this.confirm(resourceVersion);
    attempt.phase = 'watching';
    this.parts.handler.synced();
  }

  private flush(): void {
    const changes = this.parts.objects.take();
    if (changes.length > 0) this.parts.handler.apply(changes);
  }
}
