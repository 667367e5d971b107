import { stream } from './stream.js';

/** At most so often is one question asked again, however much changes. */
const LEAST_INTERVAL = 1_000;

/** Numbers and ages move without any verdict changing: so often it is asked again all the same. */
const USUAL_INTERVAL = 10_000;

/** How soon it is asked again when there was no answer. */
const RETRY_INTERVAL = 3_000;

/** When a question is asked again. */
export interface Pace {
  /** Milliseconds after which it is, whatever happened. */
  readonly interval?: number;
  /** After each change, too: usual for what verdicts are a part of. */
  readonly isLive?: boolean;
}

/** Of what stays as long as the server runs: asked again where another one may be in its place. */
export const ONCE: Pace = { interval: 3_600_000, isLive: false };

/** Asks; true where there was an answer. Breaks only where it was aborted, or is broken. */
export type Asking = (over: AbortSignal) => Promise<boolean>;

/** Asks a question again and again while somebody looks at the answer: never twice at once, and not too often. */
export class Pacer {
  private askedAt = -Infinity;
  private isAsking = false;
  private isWanted = false;
  private wasAnswered = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private life = new AbortController();
  private readonly interval: number;
  private readonly isLive: boolean;

  constructor(
    private readonly asking: Asking,
    { interval = USUAL_INTERVAL, isLive = true }: Pace = {},
  ) {
    this.interval = interval;
    this.isLive = isLive;
  }

  /** Begins. Returns how to end it. */
  open(): () => void {
    const life = (this.life = new AbortController());
    const want = (): void => {
      this.want();
    };
    const ignore = stream.onChange((change) => {
      if (this.isLive || change === null) this.want();
    });
    // Nobody sees a page in the background; who comes back to it wants the present.
    document.addEventListener('visibilitychange', want, { signal: life.signal });
    this.want();
    return () => {
      ignore();
      life.abort();
      clearTimeout(this.timer);
      this.isAsking = false;
      this.isWanted = false;
      this.askedAt = -Infinity;
    };
  }

  /** To be asked soon: at once, or as soon as the last time is long enough ago. */
  want(): void {
    if (document.hidden || this.isWanted) return;
    this.isWanted = true;
    if (!this.isAsking) this.askLater();
  }

  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(this.life.signal), this.wait());
  }

  private async ask(over: AbortSignal): Promise<void> {
    this.isWanted = false;
    if (document.hidden) return;
    this.isAsking = true;
    this.askedAt = performance.now();
    try {
      this.wasAnswered = await this.asking(over);
    } catch (error) {
      if (!over.aborted) throw error;
    }
    if (over.aborted) return;
    this.isAsking = false;
    this.askLater();
  }

  private wait(): number {
    if (this.isWanted) return Math.max(0, this.askedAt + LEAST_INTERVAL - performance.now());
    return this.wasAnswered ? this.interval : Math.min(RETRY_INTERVAL, this.interval);
  }
}
