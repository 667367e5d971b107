import type { ConnectWorker } from '../../model/kafka-connect.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import { readWorker, type WorkerAnswer } from './connect-answers.js';
import { failureOf, lateFailure } from './connect-failure.js';
import { Patience } from './connect-patience.js';
import type { ConnectRest } from './connect-rest.js';
import type { KafkaConnectConfig, WorkerAddress } from './kafka-connect.config.js';

interface Seen {
  readonly answer: WorkerAnswer;
  readonly address: string | null;
}

/** Asks one worker whether it is there, and knows by which names the others may call it. */
export class WorkerEye {
  readonly probe: Probe<Seen>;
  reach: Reach;
  answer: WorkerAnswer | null = null;
  /** Hosts by which it may stand in the status of connectors, lower case; empty until it has answered. */
  hosts: ReadonlySet<string> = new Set();
  observedAt: Instant | null = null;
  duration: Milliseconds | null = null;
  private readonly patience = new Patience();

  /** @param onLook called after each look; `isNews`: how it is reached is not what it was */
  constructor(
    readonly address: WorkerAddress,
    rest: ConnectRest,
    { interval, deadline }: KafkaConnectConfig,
    private readonly context: SourceContext,
    onLook: (isNews: boolean) => void,
  ) {
    const { clock } = context;
    this.reach = startingReach(clock.now());
    this.probe = new Probe({
      clock,
      interval,
      deadline,
      look: async (signal) => {
        const answer = await rest.get(address, '', signal);
        return { answer: readWorker(answer), address: answer.address };
      },
      onResult: (result) => {
        const before = this.reach;
        this.take(result, deadline);
        const isNews = before.state !== 'starting' && this.reach.state !== before.state;
        onLook(isNews);
        return isUndecided(this.reach) || this.patience.isTried ? 'soon' : 'rest';
      },
    });
  }

  get record(): ConnectWorker {
    const { url, host } = this.address;
    const { state, message } = this.reach;
    const isReached = state === 'ok' ? true : state === 'lost' ? false : null;
    return { url: url.href, host, isReached, version: this.answer?.version ?? null, message, state };
  }

  private take({ lookedAt, duration, outcome }: LookResult<Seen>, deadline: Milliseconds): void {
    const now = this.context.clock.now();
    const before = this.reach;
    this.duration = duration;
    if ('value' in outcome) {
      this.answer = outcome.value.answer;
      this.hosts = hostsOf(this.address, outcome.value.address);
      this.observedAt = now;
      this.patience.end();
      this.reach = reached(before, now);
    } else if (!this.patience.has(outcome.error, now)) {
      const failure = outcome.isLate ? lateFailure(this.address, deadline) : failureOf(outcome.error, this.address);
      this.reach = notReached(before, failure, lookedAt, now);
    }
    if (this.reach.state !== before.state) this.logReach();
  }

  private logReach(): void {
    const { state, message } = this.reach;
    const { log } = this.context;
    const worker = this.address.name;
    if (state === 'ok') log.info({ worker }, 'reached');
    else log.warn({ worker, state }, message ?? state);
  }
}

/** As it is configured, and as its connection says: workers call each other by what they advertise, often an IP address. */
function hostsOf({ host }: WorkerAddress, address: string | null): ReadonlySet<string> {
  const plain = address?.replace(/^::ffff:/, '') ?? host;
  return new Set([host, plain].map((name) => name.toLowerCase()));
}
