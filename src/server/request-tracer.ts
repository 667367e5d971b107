import type { IncomingMessage } from 'node:http';
import type { Milliseconds } from '../model/time.js';
import type { Route } from './metrics/metrics.js';

/** Follows requests from one program to the next. */
export interface RequestTracer {
  /**
   * Says what a request asks, once that is known.
   * @param operation such as `query Overview`
   * @param isKept its answer was there already
   */
  named(request: IncomingMessage, operation: string, isKept: boolean): void;
  /**
   * Says that a request is over, just now.
   * @param what `status` is 0 where its client was gone before the end
   */
  answered(
    request: IncomingMessage,
    what: { readonly route: Route; readonly status: number; readonly duration: Milliseconds },
  ): void;
}
