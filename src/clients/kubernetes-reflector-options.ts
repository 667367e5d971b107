import type { Clock } from '../model/clock.js';
import { MINUTE, type Milliseconds, SECOND } from '../model/time.js';
import type { KubernetesConnection } from './kubernetes-connection.js';
import type { RawObject } from './kubernetes-watch-event.js';
import type { WatchHandler } from './kubernetes-watch-handler.js';

export interface ReflectorOptions<Raw extends RawObject, T> {
  readonly connection: Pick<KubernetesConnection, 'get' | 'stream'>;
  /** The collection's path, such as `/api/v1/pods`, with or without a query of selectors. */
  readonly path: string;
  /** What messages call it: `volumeattachments.storage.k8s.io`. */
  readonly resource: string;
  /** Takes what is needed of an object; nothing else is kept. Null: not wanted. Applied to each as it is parsed. */
  readonly project: (object: Raw) => T | null;
  readonly handler: WatchHandler<T>;
  /** What handler and projection threw: each message once, and no more than a few. */
  readonly onError: (error: unknown) => void;
  readonly clock?: Clock;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly timing?: Partial<ReflectorTiming>;
  /** Objects on a page of a list, and in a batch while a list comes in. Default 500. */
  readonly pageSize?: number;
  /** Bytes of one event. Default 8 MiB: etcd holds no object larger than a fifth of that. */
  readonly longestLine?: number;
}

export interface ReflectorTiming {
  /** Until a watch's answer begins. */
  readonly headers: Milliseconds;
  /** For a page of a list. */
  readonly page: Milliseconds;
  /** How long the server is asked to keep a watch open. Up to a tenth less, so that not all end at once. */
  readonly serverTimeout: Milliseconds;
  /** Longest silence of a watch: longer than the server would keep it open. */
  readonly idle: Milliseconds;
  /** Longest silence while a streamed list comes in. */
  readonly listIdle: Milliseconds;
  /**
   * For a streamed list as a whole, however much comes: in that time the largest collections come to their end, and in
   * more the server would end the request.
   */
  readonly list: Milliseconds;
  /**
   * A resource version that nothing has confirmed for so long is not gone on from: a server restored from a backup knows
   * only older ones, and keeps silent until it has caught up.
   */
  readonly trust: Milliseconds;
  /** A resumed watch that stays open so long without a word is alive. */
  readonly settle: Milliseconds;
  /** From the first failure to the one that is told. */
  readonly confirm: Milliseconds;
  /** A watch that lived so long ends the backing off. */
  readonly healthy: Milliseconds;
  readonly firstRetry: Milliseconds;
  readonly longestRetry: Milliseconds;
  /** Where the server answered and refused: a permission rarely comes within seconds. */
  readonly longestRefusedRetry: Milliseconds;
  /** At least, after a list that could not be read: it may have been long, and each collection's is asked for. */
  readonly unreadableRetry: Milliseconds;
  /** Of what the server itself asks for (429, 503). */
  readonly longestRetryAfter: Milliseconds;
}

export const DEFAULT_TIMING: ReflectorTiming = {
  headers: 15 * SECOND,
  page: MINUTE,
  serverTimeout: 290 * SECOND,
  idle: 320 * SECOND,
  listIdle: 30 * SECOND,
  list: 4 * MINUTE,
  trust: 5 * MINUTE,
  settle: 500,
  confirm: 2 * SECOND,
  healthy: 10 * SECOND,
  firstRetry: 500,
  longestRetry: 10 * SECOND,
  longestRefusedRetry: 30 * SECOND,
  unreadableRetry: 5 * SECOND,
  longestRetryAfter: 5 * MINUTE,
};
