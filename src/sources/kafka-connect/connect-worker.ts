import type { ConnectWorker } from '../../model/kafka-connect.js';
import type { Instant } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { Probe } from '../../sampling/probe.js';
import { isUndecided } from '../../sampling/reach.js';
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
export class WorkerEye extends Eye {
  readonly probe: Probe<Seen>;
  answer: WorkerAnswer | null = null;
  /** Hosts by which it may stand in the status of connectors, lower case; empty until it has answered. */
  hosts: ReadonlySet<string> = new Set();
  observedAt: Instant | null = null;
  private readonly patience = new Patience();

  /** @param onLook called after each look; `isNews`: how it is reached is not what it was */
  constructor(
    readonly address: WorkerAddress,
    rest: ConnectRest,
    { interval, deadline }: KafkaConnectConfig,
    context: SourceContext,
    onLook: (isNews: boolean) => void,
  ) {
    super(context, { worker: address.name });
    const { clock } = context;
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline,
      look: async (signal) => {
        const answer = await rest.get(address, '', signal);
        return { answer: readWorker(answer), address: answer.address };
      },
      onResult: (result) => {
        const { state } = this.reach;
        const seen = this.learn(result, (error, isLate) => {
          if (this.patience.has(error, clock.now())) return null;
          return isLate ? lateFailure(address, deadline) : failureOf(error, address);
        });
        if (seen !== null) this.see(seen, clock.now());
        onLook(state !== 'starting' && this.reach.state !== state);
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

  private see({ answer, address }: Seen, now: Instant): void {
    this.answer = answer;
    this.hosts = hostsOf(this.address, address);
    this.observedAt = now;
    this.patience.end();
  }
}

/** As it is configured, and as its connection says: workers call each other by what they advertise, often an IP address. */
function hostsOf({ host }: WorkerAddress, address: string | null): ReadonlySet<string> {
  const plain = address?.replace(/^::ffff:/, '') ?? host;
  return new Set([host, plain].map((name) => name.toLowerCase()));
}
