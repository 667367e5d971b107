import type { KubernetesAnswer, KubernetesConnection } from '../clients/kubernetes-connection.js';
import { KubernetesError } from '../clients/kubernetes-error.js';
import { stateOf } from '../clients/kubernetes-watch-state.js';
import { bounded } from '../model/bounded.js';
import { KIBIBYTE, MEBIBYTE } from '../model/bytes.js';
import type { Clock } from '../model/clock.js';
import type { Sight, SightState } from '../model/source.js';
import { type Instant, type Milliseconds, SECOND } from '../model/time.js';
import { type Looked, type LookResult, Probe } from '../sampling/probe.js';
import { type LookFailure, type Reach, isUndecided, notReached, reached, startingReach } from '../sampling/reach.js';
import { type SourceState, seenBy } from './source-record.js';

const PROBE_INTERVAL: Milliseconds = 10 * SECOND;
const PROBE_DEADLINE: Milliseconds = 2 * SECOND;
/** Bytes; what it says of its version is some hundreds. */
const LONGEST_VERSION = 64 * KIBIBYTE;
/** What it can only say when it reaches its store: one object, the newest of it. Bytes; no object is larger. */
const FROM_STORE = { path: '/api/v1/namespaces?limit=1', longest: 4 * MEBIBYTE };

/** Who was so and answers is there again. */
const AWAY: ReadonlySet<SightState> = new Set(['lost', 'invalid', 'hindered']);

export interface ApiServerOptions {
  readonly connection: KubernetesConnection;
  readonly clock: Clock;
  readonly looked?: Looked | undefined;
  /** After each look. `seenAt`: it answered, now; null where it did not. */
  readonly onLook: (seenAt: Instant | null) => void;
  /** It is there again: what waits to try, may try now. */
  readonly onBack: () => void;
}

/**
 * Whether the API server that a source watches answers at all. A watch cannot say: that of a server that hangs stays open
 * and quiet.
 */
export class ApiServer {
  reach: Reach;
  /** How long the last look took; null before it. */
  lastDuration: Milliseconds | null = null;
  version: string | null = null;
  /** The server's connection, for watches: one that ends makes it be looked at at once. */
  readonly watched: Pick<KubernetesConnection, 'get' | 'stream'>;
  private readonly probe: Probe<KubernetesAnswer<unknown>>;
  private isStopped = false;

  constructor(private readonly options: ApiServerOptions) {
    const { clock, connection } = options;
    this.reach = startingReach(clock.now());
    this.watched = this.noticing(connection);
    this.probe = new Probe({
      clock,
      looked: options.looked,
      interval: PROBE_INTERVAL,
      deadline: PROBE_DEADLINE,
      look: (signal) => lookAt(connection, signal),
      onResult: (result) => this.take(result),
    });
  }

  get floor(): Milliseconds {
    return this.probe.floor;
  }

  start(): void {
    this.probe.start();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.probe.stop();
  }

  /** How a source that watches it is doing, but for what it sees. */
  get standing(): Omit<SourceState, 'sights'> {
    const { reach, lastDuration: duration, options } = this;
    const { message, ...rest } = seenBy({ reach, duration });
    // A single failure is none yet: while the state holds, so do the words for it.
    const isTold = reach.state !== 'ok' && reach.state !== 'starting';
    return { ...rest, message: isTold ? message : null, clockSkew: options.connection.clockSkew };
  }

  /** What is seen through it, as well as it is reached. */
  through(sight: Sight): Sight {
    const { state, message, since } = this.reach;
    // What could not be asked for want of our own tells nothing: a watch that is open does.
    const isUntold = state === 'ok' || state === 'starting' || state === 'hindered';
    // Silence is not what is seen of it, nor is nonsense: a watch that is open says neither.
    if (isUntold || sight.state === 'lost' || (state !== 'lost' && sight.state !== 'ok')) return sight;
    return { ...sight, state, message, since };
  }

  /** A watch that ends, or begins while the server is lost, says sooner than any interval that things changed: look. */
  private noticing(connection: KubernetesConnection): Pick<KubernetesConnection, 'get' | 'stream'> {
    const look = (): void => {
      if (!this.isStopped) this.probe.hurry();
    };
    return {
      get: async (path, request) => {
        this.requireSense();
        return connection.get(path, request);
      },
      stream: async (path, request) => {
        this.requireSense();
        try {
          const stream = await connection.stream(path, request);
          if (this.reach.state === 'lost') look();
          return stream.once('close', look);
        } catch (error) {
          look();
          throw error;
        }
      },
    };
  }

  /**
   * Who speaks nonsense is asked nothing but the version, until that makes sense: twenty lists of it, again and again, would be
   * work at the cost of all others.
   * @throws KubernetesError
   */
  private requireSense(): void {
    const { state, message } = this.reach;
    if (state === 'invalid') throw new KubernetesError('invalid', message ?? state);
  }

  private take({ outcome, lookedAt, duration }: LookResult<KubernetesAnswer<unknown>>): 'soon' | 'rest' {
    const now = this.options.clock.now();
    const version = 'value' in outcome ? versionOf(outcome.value.body) : null;
    const failure = 'value' in outcome ? nonsenseIn(version) : failureOf(outcome.error, outcome.isLate);
    if (version !== null) this.version = version;
    const wasAway = AWAY.has(this.reach.state);
    this.reach = failure === null ? reached(this.reach, now) : notReached(this.reach, failure, lookedAt, now);
    if (wasAway && failure === null) this.options.onBack();
    this.lastDuration = duration;
    this.options.onLook(failure === null ? now : null);
    return isUndecided(this.reach) ? 'soon' : 'rest';
  }
}

/**
 * One that has lost its etcd still says which version it is, and keeps watches open on which nothing comes: who it can read
 * nothing for is told so by a question that its memory must not answer.
 */
async function lookAt(connection: KubernetesConnection, signal: AbortSignal): Promise<KubernetesAnswer<unknown>> {
  const request = { deadline: PROBE_DEADLINE, signal };
  const [version] = await Promise.all([
    connection.get('/version', { ...request, longest: LONGEST_VERSION }),
    connection.get(FROM_STORE.path, { ...request, longest: FROM_STORE.longest }).catch(passRefusal),
  ]);
  return version;
}

/** It need not be allowed, or there: only what goes wrong in the server counts. */
function passRefusal(error: unknown): void {
  const isRefusal = error instanceof KubernetesError && error.status !== null && error.status < 500;
  if (!isRefusal) throw error;
}

function versionOf(body: unknown): string | null {
  const version = (body as Readonly<Record<string, unknown>> | null)?.['gitVersion'];
  return typeof version === 'string' && version !== '' ? bounded(version) : null;
}

/** Who cannot say which version it is is no API server. */
function nonsenseIn(version: string | null): LookFailure | null {
  if (version !== null) return null;
  return { state: 'invalid', message: 'What answers in the place of the API server does not say which version it is.' };
}

/** Null: it answered, if only that its version is none of our business. */
function failureOf(error: unknown, isLate: boolean): LookFailure | null {
  if (isLate || !(error instanceof KubernetesError))
    return { state: 'lost', message: `The API server gave no answer within ${PROBE_DEADLINE / SECOND} s.` };
  if (error.kind === 'forbidden') return null;
  return { state: stateOf(error), message: `The API server cannot be asked: ${error.message}.` };
}
