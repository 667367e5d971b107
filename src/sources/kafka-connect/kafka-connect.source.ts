import { bounded } from '../../model/bounded.js';
import type { Observation, SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Sight, SourceMode } from '../../model/source.js';
import type { Milliseconds } from '../../model/time.js';
import { type Reach, startingReach } from '../../sampling/reach.js';
import { type SourceIdentity, looksOf, sourceId, sourceRecord } from '../source-record.js';
import type { RunningSource, SourceContext } from '../source.js';
import { ListEye } from './connect-list.js';
import { Membership } from './connect-membership.js';
import { ConnectRecords } from './connect-records.js';
import { ConnectRest } from './connect-rest.js';
import { WorkerEye } from './connect-worker.js';
import type { KafkaConnectConfig } from './kafka-connect.config.js';

type Workers = readonly [WorkerEye, ...WorkerEye[]];
type Whole = Pick<Reach, 'state' | 'message' | 'since' | 'contactAt'>;

/** Asks every worker of one cluster whether it is there, and one of them for all connectors, each at its own time. */
export class KafkaConnectSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly rest: ConnectRest;
  private readonly workers: Workers;
  private readonly list: ListEye;
  private readonly membership: Membership;
  private readonly records: ConnectRecords;
  private whole: Whole;
  private members = '';

  constructor(
    config: KafkaConnectConfig,
    private readonly context: SourceContext,
  ) {
    this.rest = new ConnectRest(config);
    this.workers = config.workers.map(
      (address) =>
        new WorkerEye(address, this.rest, config, context, (isNews) => {
          this.takeWorker(isNews);
        }),
    ) as unknown as Workers;
    this.membership = new Membership(this.workers);
    this.records = new ConnectRecords(config, this.membership);
    const { name, interval } = config;
    this.identity = {
      name: `kafka-connect/${name}`,
      system: name,
      partOf: 'kafka-connects',
      mode: SourceMode.PROBED,
      interval,
      endpointId: this.records.connectId,
    };
    this.id = sourceId(this.identity);
    this.list = new ListEye(this.workers, this.rest, config, context, (isNews) => {
      this.takeList(isNews);
    });
    this.floor = Math.max(...this.probes.map(({ floor }) => floor));
    this.whole = startingReach(context.clock.now());
  }

  start(): void {
    this.context.report([this.sourceRecord(), this.records.connect(this.workers)]);
    for (const probe of this.probes) probe.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.probes.map((probe) => probe.stop()));
    this.rest.close();
  }

  async refresh(): Promise<void> {
    await Promise.all(this.probes.map((probe) => probe.refresh()));
  }

  alert(): void {
    for (const probe of this.probes) probe.alert();
  }

  private get probes() {
    return [...this.workers.map(({ probe }) => probe), this.list.probe];
  }

  /** Whoever comes or goes changes what is to be believed of the work that it was given. */
  private takeWorker(isNews: boolean): void {
    this.membership.note();
    const members = this.membership.digest;
    const isOther = members !== this.members;
    this.members = members;
    this.report(isOther ? this.workRecords() : []);
    if (isNews) this.wake();
  }

  private takeList(isNews: boolean): void {
    const isFresh = this.list.reach.failures === 0;
    this.report(isFresh ? this.workRecords() : []);
    if (isNews) this.wake();
  }

  private wake(): void {
    for (const probe of this.probes) {
      probe.alert();
      probe.hurry();
    }
  }

  private workRecords(): readonly SourceEvent[] {
    const { list, observedAt } = this.list;
    return list === null || observedAt === null ? [] : this.records.all(list, observedAt);
  }

  private report(work: readonly SourceEvent[]): void {
    const { state, message } = this.wholeNow();
    const since = state === this.whole.state ? this.whole.since : this.context.clock.now();
    this.whole = { state, message, since, contactAt: this.list.observedAt };
    this.context.report([this.sourceRecord(), this.records.connect(this.workers), ...work]);
  }

  /** Seen as long as one worker answers and the list of connectors is told. */
  private wholeNow(): Pick<Reach, 'state' | 'message'> {
    const reaches = this.workers.map(({ reach }) => reach);
    if (reaches.some(({ state }) => state === 'ok')) return this.list.reach;
    const telling = reaches.find(({ state }) => state === 'starting') ?? reaches.find(({ state }) => state !== 'lost');
    if (telling !== undefined) return telling;
    const [first] = reaches;
    const message = first?.message ?? null;
    return {
      state: 'lost',
      message:
        reaches.length === 1 ? message : `None of its ${reaches.length} workers answers. ${message ?? ''}`.trim(),
    };
  }

  private sourceRecord(): Observation {
    const { state, message, since } = this.whole;
    return sourceRecord(
      this.identity,
      {
        state,
        message,
        lastDurationMilliseconds: looksOf([...this.workers, this.list]).lastDurationMilliseconds,
        consecutiveFailures: Math.max(this.list.reach.failures, looksOf(this.workers).consecutiveFailures),
        stateSince: since,
        sights: [
          ...this.workSights(),
          ...this.workers.map((worker) => this.workerSight(worker)),
          ...this.unreadSights(),
        ],
        clockSkew: null,
      },
      this.context.clock.now(),
    );
  }

  /** Connectors and tasks are seen as well as the cluster is. */
  private workSights(): readonly Sight[] {
    return [ResourceKind.CONNECTOR, ResourceKind.CONNECTOR_TASK].map((kind) => ({
      ...this.whole,
      subject: kind === ResourceKind.CONNECTOR ? 'connectors' : 'tasks',
      kind,
      resourceId: null,
    }));
  }

  private workerSight({ address, reach }: WorkerEye): Sight {
    const { state, message, since, contactAt } = reach;
    return { subject: address.name, kind: null, resourceId: this.records.connectId, state, message, since, contactAt };
  }

  private unreadSights(): readonly Sight[] {
    const { list, reach, observedAt } = this.list;
    return (list?.unread ?? []).map(bounded).map((name) => ({
      subject: name,
      kind: null,
      resourceId: this.records.connectorId(name),
      state: 'invalid' as const,
      message: `What the workers say of connector "${name}" cannot be read.`,
      since: reach.since,
      contactAt: observedAt,
    }));
  }
}
