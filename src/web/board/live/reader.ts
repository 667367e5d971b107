import type { TypedDocumentString } from '../../graphql/graphql.js';
import { type Gap, NoAnswer, ask } from './endpoint.js';
import { Store } from './store.js';
import { stream } from './stream.js';

/** At most so often is one question asked again, however much changes. */
const LEAST_INTERVAL = 1_000;

/** Numbers and ages move without any verdict changing: so often it is asked again all the same. */
const USUAL_INTERVAL = 10_000;

/** How soon it is asked again when there was no answer. */
const RETRY_INTERVAL = 3_000;

/** What a question was answered, and how that stands now. */
export interface Reading<T> {
  /** The last answer; null before the first. */
  readonly data: T | null;
  readonly gaps: readonly Gap[];
  /** When it was asked for, on the page's own clock (`performance.now`). */
  readonly readAt: number;
  /** Why there was no newer answer; null while there is. */
  readonly failure: string | null;
}

/** Keeps the answer to one question up to date while somebody looks at it. */
export class Reader<T, V> {
  readonly reading = new Store<Reading<T>>({ data: null, gaps: [], readAt: 0, failure: null });
  private askedAt = -Infinity;
  private isAsking = false;
  private isWanted = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private life = new AbortController();

  constructor(
    private readonly document: TypedDocumentString<T, V>,
    private readonly variables: V,
    private readonly interval = USUAL_INTERVAL,
  ) {}

  /** Asks, and asks again after each change and now and then. Returns how to end that. */
  open(): () => void {
    this.life = new AbortController();
    const { signal } = this.life;
    const want = (): void => {
      this.want();
    };
    const ignore = stream.onChange(want);
    // Nobody sees a page in the background; who comes back to it wants the present.
    document.addEventListener('visibilitychange', want, { signal });
    signal.addEventListener('abort', ignore);
    this.want();
    return () => {
      this.life.abort();
      clearTimeout(this.timer);
      this.isAsking = false;
      this.isWanted = false;
    };
  }

  /** To be asked soon: at once, or as soon as the last time is long enough ago. */
  private want(): void {
    if (document.hidden || this.isWanted) return;
    if (this.isAsking) {
      this.isWanted = true;
      return;
    }
    this.isWanted = true;
    this.askAfter(this.waitFrom(this.askedAt));
  }

  private askAfter(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(this.life.signal), milliseconds);
  }

  private async ask(over: AbortSignal): Promise<void> {
    this.isWanted = false;
    if (document.hidden) return;
    this.isAsking = true;
    const readAt = (this.askedAt = performance.now());
    try {
      const { data, gaps } = await ask(this.document, this.variables, over);
      if (over.aborted) return;
      this.reading.set({ data, gaps, readAt, failure: null });
    } catch (error) {
      if (over.aborted) return;
      if (!(error instanceof NoAnswer)) throw error;
      this.reading.set({ ...this.reading.get(), failure: error.message });
    }
    this.isAsking = false;
    this.askAfter(this.waitFrom(readAt));
  }

  /** How long until it is asked again that was asked then. */
  private waitFrom(askedAt: number): number {
    if (this.isWanted) return Math.max(0, askedAt + LEAST_INTERVAL - performance.now());
    return this.reading.get().failure === null ? this.interval : Math.min(RETRY_INTERVAL, this.interval);
  }
}
