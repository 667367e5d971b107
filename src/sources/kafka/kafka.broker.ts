import type { Endpoint } from '../../config/fields.js';
import { hostAndPort } from '../../model/address.js';
import type { Observation } from '../../model/facts.js';
import type { Broker, BrokerDisks, LogDir } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import type { EndpointReach } from '../../model/source.js';
import { Eye } from '../../sampling/eye.js';
import { Probe } from '../../sampling/probe.js';
import { isUndecided } from '../../sampling/reach.js';
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
export class BrokerEye extends Eye {
  readonly probe: Probe<BrokerDisks>;
  private disks: BrokerDisks = NO_DISKS;
  private readonly endpoint: Endpoint;
  private readonly link: BrokerLink;

  /** @param onLook called after each look; `isNews`: how it is reached is not what it was */
  constructor(
    readonly broker: Broker,
    config: KafkaConfig,
    private readonly context: SourceContext,
    make: ClientMaker,
    onLook: (broker: BrokerEye, isNews: boolean) => void,
  ) {
    super(context, { broker: broker.name });
    const { clock } = context;
    const { interval, deadline } = config;
    const { host, port } = broker;
    this.endpoint = { name: hostAndPort(host, port), host, port };
    this.link = new BrokerLink(this.endpoint, make);
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline,
      look: (signal) => this.link.use(signal, readDisks),
      onResult: (result) => {
        const { state } = this.reach;
        const disks = this.learn(result, (error, isLate) =>
          isLate ? lateFailure(this.endpoint.name, deadline) : failureOf(error, this.endpoint, config),
        );
        if (disks !== null) this.disks = disks;
        onLook(this, state !== this.reach.state && state !== 'starting');
        return isUndecided(this.reach) ? 'soon' : 'rest';
      },
    });
  }

  /** It answers, and we may not read what it says of its disks. */
  get isDisksForbidden(): boolean {
    return this.reach.state === 'ok' && this.disks.unavailable === 'forbidden';
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
    const reach: EndpointReach = { state, message, stateSince: since };
    const side: Observation = { id, kind: ResourceKind.BROKER, aspect: 'reach', facts: reach, observedAt };
    // What was seen of its disks stays as it was, with its age.
    if (this.reach.failures > 0) return [side];
    return [side, { id, kind: ResourceKind.BROKER, aspect: 'disks', facts: this.disks, observedAt }];
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
