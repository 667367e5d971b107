import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  /** Milliseconds. */
  readonly within: number;
  /** Milliseconds between two looks; 250 unless told. */
  readonly every?: number;
  readonly signal?: AbortSignal;
}

/**
 * Looks until `look` answers undefined, which means that nothing is missing any more.
 * @throws Error naming `what` and the last answer when the time is over.
 */
export async function waitUntilNothingMissing(
  what: string,
  look: () => Promise<string | undefined> | string | undefined,
  options: WaitOptions,
): Promise<void> {
  const end = Date.now() + options.within;
  for (;;) {
    options.signal?.throwIfAborted();
    const missing = await look();
    if (missing === undefined) return;
    if (Date.now() >= end) throw new Error(`${what}: not within ${options.within / 1000} s: ${missing}`);
    await delay(options.every ?? 250, undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
}
