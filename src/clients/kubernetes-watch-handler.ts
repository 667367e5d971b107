import type { WatchChange } from './kubernetes-objects.js';
import type { WatchState } from './kubernetes-watch-state.js';

/** Who is told of what is watched. What it throws is reported and changes nothing. */
export interface WatchHandler<T> {
  /** A list begins, the first or a new one. A list that was cut short before is not continued. */
  begin(): void;
  /** What came until it was looked at, in order. Never empty. */
  apply(changes: readonly WatchChange<T>[]): void;
  /** The list is complete: everything that is there was handed over, and what is not was taken back. */
  synced(): void;
  state(state: WatchState): void;
}

/** The same handler, which never throws and is not called any more once `stopped` is aborted. */
export function guarded<T>(
  handler: WatchHandler<T>,
  stopped: AbortSignal,
  onError: (error: unknown) => void,
): WatchHandler<T> {
  const tell = (call: () => void): void => {
    if (stopped.aborted) return;
    try {
      call();
    } catch (error) {
      onError(error);
    }
  };
  return {
    begin: () => {
      tell(() => {
        handler.begin();
      });
    },
    apply: (changes) => {
      tell(() => {
        handler.apply(changes);
      });
    },
    synced: () => {
      tell(() => {
        handler.synced();
      });
    },
    state: (state) => {
      tell(() => {
        handler.state(state);
      });
    },
  };
}
