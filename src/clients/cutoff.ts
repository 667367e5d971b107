import { LONGEST_TIMER } from '../model/clock.js';
import type { Milliseconds } from '../model/time.js';

/**
 * The end of one request: its deadline or its caller's signal, whichever comes first. `release` lets go of both, so that
 * a signal that lives as long as the program gathers no listeners (`AbortSignal.any` keeps them).
 */
export class Cutoff {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly onAbort = (): void => {
    this.controller.abort(this.caller?.reason);
  };

  /** @param late what the signal's reason is when the deadline passes */
  constructor(
    private readonly caller: AbortSignal | undefined,
    deadline: Milliseconds,
    late: () => Error,
  ) {
    this.timer = setTimeout(
      () => {
        this.controller.abort(late());
      },
      Math.min(deadline, LONGEST_TIMER),
    );
    caller?.addEventListener('abort', this.onAbort);
    if (caller?.aborted === true) this.onAbort();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** From here on only the caller's signal counts. */
  releaseDeadline(): void {
    clearTimeout(this.timer);
  }

  release(): void {
    this.releaseDeadline();
    this.caller?.removeEventListener('abort', this.onAbort);
  }

  /** The outcome of `promise`, unless the cutoff comes first: for what cannot be aborted itself. */
  async race<T>(promise: Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    let stop = (): void => undefined;
    const cut = new Promise<never>((_, reject) => {
      stop = () => {
        reject(this.signal.reason as Error);
      };
      this.signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([promise, cut]);
    } finally {
      this.signal.removeEventListener('abort', stop);
    }
  }
}
