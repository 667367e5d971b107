import type { Endpoint } from '../../config/fields.js';
import { placeOf } from '../../config/fields.js';
import type { Observation } from '../../model/facts.js';
import type { Broker, BrokerDisks, KafkaReach, LogDir } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { LogDirAnswer } from './kafka.answers.js';
import type { ClientMaker } from './kafka.client.js';
import { logDirsQuestion } from './kafka.cluster-questions.js';
import type { KafkaConfig } from './kafka.config.js';
import { failureOf, lackBehind, lateFailure } from './kafka.failure.js';
import { BrokerLink } from './kafka.link.js';
import { RefusedQuestion, UnknownQuestion } from './kafka.question.js';

const NO_DISKS: BrokerDisks = { logDirs: null, unavailable: 'probe failed' };

/** A disk that failed, as the broker says it. */
const STORAGE_ERROR = 56;

/** Looks at one broker over a connection of its own, and knows how well it is reached and what it says of its disks. */
export class BrokerEye {
  readonly probe: Probe<BrokerDisks>;
  reach: Reach;
  private disks: BrokerDisks = NO_DISKS;
  private readonly endpoint: Endpoint;
  private readonly link: BrokerLink;

  /** @param onLook called after each look; `isNews`: how it is reached is not what it was */
  constructor(
    readonly broker: Broker,
    private readonly config: KafkaConfig,
    private readonly context: SourceContext,
    make: ClientMaker,
    onLook: (broker: BrokerEye, isNews: boolean) => void,
  ) {
    const { clock } = context;
    const { interval, deadline } = config;
    const { host, port } = broker;
    this.endpoint = { name: placeOf(host, port), host, port };
    this.link = new BrokerLink(this.endpoint, make);
    this.reach = startingReach(clock.now());
    this.probe = new Probe({
      clock,
      interval,
      deadline,
      look: (signal) => this.link.use(signal, readDisks),
      onResult: (result) => {
        const { state } = this.reach;
        this.take(result);
        onLook(this, state !== this.reach.state && state !== 'starting');
        return isUndecided(this.reach) ? 'soon' : 'rest';
      },
    });
  }

  /** Whether it is the eye of that broker at that address. */
  isOf({ host, port }: Broker): boolean {
    return this.endpoint.host === host && this.endpoint.port === port;
  }

  async stop(): Promise<void> {
    await this.probe.stop();
    this.link.close();
  }

  records(): readonly Observation[] {
    const { id } = this.broker;
    const { state, message, since } = this.reach;
    const observedAt = this.context.clock.now();
    const reach: KafkaReach = { state, message, stateSince: since };
    const side: Observation = { id, kind: ResourceKind.BROKER, aspect: 'reach', facts: reach, observedAt };
    // What was seen of its disks stays as it was, with its age.
    if (this.reach.failures > 0) return [side];
    return [side, { id, kind: ResourceKind.BROKER, aspect: 'disks', facts: this.disks, observedAt }];
  }

  private take({ lookedAt, outcome }: LookResult<BrokerDisks>): void {
    const now = this.context.clock.now();
    const before = this.reach;
    if ('value' in outcome) {
      this.disks = outcome.value;
      this.reach = reached(before, now);
    } else {
      const { name } = this.endpoint;
      const failure = outcome.isLate ? lateFailure(name, this.config.deadline) : failureOf(outcome.error, this.endpoint, this.config); // prettier-ignore
      this.reach = notReached(before, failure, lookedAt, now);
    }
    if (this.reach.state !== before.state) this.logReach();
  }

  private logReach(): void {
    const { state, message } = this.reach;
    const { log } = this.context;
    if (state === 'ok') log.info({ broker: this.broker.name }, 'reached');
    else log.warn({ broker: this.broker.name, state }, message ?? state);
  }
}

/** A broker that refuses to tell of its disks is there all the same. */
async function readDisks(client: Parameters<Parameters<BrokerLink['use']>[1]>[0]): Promise<BrokerDisks> {
  try {
    const answers = await client.ask(logDirsQuestion);
    const logDirs = answers.map(logDirOf);
    const isTold = logDirs.some(({ totalBytes, isOffline }) => isOffline || totalBytes !== null);
    return isTold ? { logDirs, unavailable: null } : { logDirs, unavailable: 'unsupported' };
  } catch (error) {
    if (!(error instanceof RefusedQuestion) && !(error instanceof UnknownQuestion)) throw error;
    return { logDirs: null, unavailable: lackBehind(error) };
  }
}

function logDirOf({ path, errorCode, totalBytes, usableBytes }: LogDirAnswer): LogDir {
  const known = (bytes: number): number | null => (errorCode !== 0 || bytes < 0 ? null : bytes);
  return {
    path,
    totalBytes: known(totalBytes),
    freeBytes: known(usableBytes),
    isOffline: errorCode === STORAGE_ERROR,
  };
}
