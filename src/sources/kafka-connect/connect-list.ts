import type { Clock } from '../../model/clock.js';
import type { Instant } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { Probe } from '../../sampling/probe.js';
import { type LookFailure, isUndecided } from '../../sampling/reach.js';
import { within } from '../../sampling/within.js';
import type { SourceContext } from '../source.js';
import { type ConnectorList, readConnectors } from './connect-answers.js';
import { DatabaseMatcher } from './connect-databases.js';
import { failureOf, lateFailure } from './connect-failure.js';
import { Patience } from './connect-patience.js';
import type { ConnectRest } from './connect-rest.js';
import type { WorkerEye } from './connect-worker.js';
import type { KafkaConnectConfig, WorkerAddress } from './kafka-connect.config.js';

const PATH = 'connectors?expand=status&expand=info';

/** So many workers are asked in one look, one after the other, until one tells. */
const MOST_ASKED = 3;

/** Asks for all connectors: any worker tells of all. One that has just told is asked again; one that hangs goes to the end. */
export class ListEye extends Eye {
  readonly probe: Probe<ConnectorList>;
  list: ConnectorList | null = null;
  observedAt: Instant | null = null;
  private preferred: readonly WorkerEye[];
  private lastAsked: WorkerAddress;
  private readonly clock: Clock;
  private readonly patience = new Patience();
  private readonly databases: DatabaseMatcher;

  constructor(
    workers: readonly [WorkerEye, ...WorkerEye[]],
    private readonly rest: ConnectRest,
    private readonly config: KafkaConnectConfig,
    context: SourceContext,
    onLook: (isNews: boolean) => void,
  ) {
    super(context, { list: `connectors of ${config.name}` });
    const { clock } = context;
    const { interval, listDeadline } = config;
    this.clock = clock;
    this.preferred = workers;
    this.databases = new DatabaseMatcher(config.databases);
    this.lastAsked = workers[0].address;
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline: listDeadline * Math.min(MOST_ASKED, workers.length),
      look: (signal) => this.look(signal),
      onResult: (result) => {
        const { state } = this.reach;
        const list = this.learn(result, (error, isLate) =>
          this.patience.has(error, clock.now()) ? null : this.failureOf(error, isLate),
        );
        if (list !== null) {
          [this.list, this.observedAt] = [list, clock.now()];
          this.patience.end();
        }
        onLook(state !== 'starting' && state !== this.reach.state);
        return isUndecided(this.reach) || this.patience.isTried ? 'soon' : 'rest';
      },
    });
  }

  private async look(signal: AbortSignal): Promise<ConnectorList> {
    let lastError: unknown;
    for (const worker of this.inOrder().slice(0, MOST_ASKED)) {
      this.lastAsked = worker.address;
      try {
        const list = await this.ask(worker.address, signal);
        this.preferred = [worker, ...this.preferred.filter((other) => other !== worker)];
        return list;
      } catch (error) {
        if (signal.aborted) throw error;
        lastError = error;
        this.preferred = [...this.preferred.filter((other) => other !== worker), worker];
      }
    }
    throw lastError;
  }

  /** Each has a deadline of its own, so that one that hangs leaves time for the next. */
  private async ask(worker: WorkerAddress, signal: AbortSignal): Promise<ConnectorList> {
    return within({ clock: this.clock, deadline: this.config.listDeadline, signal }, async (own) => {
      try {
        return readConnectors(await this.rest.get(worker, PATH, own), this.databases);
      } catch (error) {
        throw own.aborted && !signal.aborted ? new LateAnswer() : error;
      }
    });
  }

  private inOrder(): readonly WorkerEye[] {
    const isLost = ({ reach }: WorkerEye): boolean => reach.state !== 'ok' && reach.state !== 'starting';
    return [...this.preferred.filter((worker) => !isLost(worker)), ...this.preferred.filter(isLost)];
  }

  private failureOf(error: unknown, isLate: boolean): LookFailure {
    return isLate || error instanceof LateAnswer
      ? lateFailure(this.lastAsked, this.config.listDeadline)
      : failureOf(error, this.lastAsked);
  }
}

class LateAnswer extends Error {}
