import type { Observation } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Sight, type Source, SourceMode } from '../../model/source.js';
import { type Instant, type Milliseconds, latest } from '../../model/time.js';
import type { ZooKeeper } from '../../model/zookeeper.js';
import { type SourceIdentity, looksOf, seenByAny, sourceId, sourceRecord } from '../source-record.js';
import type { RunningSource, SourceContext } from '../source.js';
import type { ZooKeeperConfig } from './zookeeper.config.js';
import { MemberEye } from './zookeeper.member.js';

type Whole = Pick<Source, 'state' | 'message'>;

/** Asks every member of one ensemble itself, each at its own time: one that hangs holds up no other. */
export class ZooKeeperSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly ensembleId: ResourceId;
  private readonly members: readonly MemberEye[];
  private whole: Whole = { state: 'starting', message: null };
  private wholeSince: Instant;

  constructor(
    private readonly config: ZooKeeperConfig,
    private readonly context: SourceContext,
  ) {
    const { name, members, interval } = config;
    this.ensembleId = resourceId(ResourceKind.ZOOKEEPER, name, name);
    this.identity = {
      name: `zookeeper/${name}`,
      system: name,
      partOf: 'zookeepers',
      mode: SourceMode.PROBED,
      interval,
      endpointId: this.ensembleId,
    };
    this.id = sourceId(this.identity);
    this.wholeSince = context.clock.now();
    this.members = members.map((address) => new MemberEye(address, config, context, this.take.bind(this)));
    this.floor = Math.max(...this.members.map(({ probe }) => probe.floor));
  }

  start(): void {
    const members = this.members.flatMap((member) => member.records());
    this.context.report([this.sourceRecord(), this.ensembleRecord(), ...members]);
    for (const { probe } of this.members) probe.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map(({ probe }) => probe.stop()));
  }

  async refresh(): Promise<void> {
    await Promise.all(this.members.map(({ probe }) => probe.refresh()));
  }

  alert(): void {
    for (const { probe } of this.members) probe.alert();
  }

  /** What one member says changes what the others have to say: roles seen at different times make no picture. */
  private take(member: MemberEye, isNews: boolean): void {
    const whole = wholeOf(this.members);
    if (whole.state !== this.whole.state) this.wholeSince = this.context.clock.now();
    this.whole = whole;
    const seen = member.reach.state === 'ok' && member.reach.failures === 0 ? member.records() : [member.reachRecord()];
    this.context.report([this.sourceRecord(), this.ensembleRecord(), ...seen]);
    if (isNews) this.alert();
  }

  /** Seen when the member that was seen last was. */
  private ensembleRecord(): Observation {
    const { name, labels, members, kubernetes: placement } = this.config;
    const facts: ZooKeeper = {
      id: this.ensembleId,
      kind: ResourceKind.ZOOKEEPER,
      name,
      system: name,
      namespace: null,
      labels,
      memberCount: members.length,
      placement,
    };
    const times = this.members.flatMap(({ observedAt }) => (observedAt === null ? [] : [observedAt]));
    const observedAt = latest(times);
    return { id: this.ensembleId, kind: ResourceKind.ZOOKEEPER, aspect: 'main', facts, observedAt };
  }

  private sourceRecord(): Observation {
    return sourceRecord(
      this.identity,
      {
        ...this.whole,
        ...looksOf(this.members),
        stateSince: this.wholeSince,
        sights: this.members.flatMap(sightOf),
        clockSkew: null,
      },
      this.context.clock.now(),
    );
  }
}

/** The ensemble as a whole is seen as long as one member is, once all of them were looked at. */
function wholeOf(members: readonly MemberEye[]): Whole {
  const isAnyNew = members.some(({ reach }) => reach.state === 'starting');
  return isAnyNew ? { state: 'starting', message: null } : seenByAny(members);
}

/** A member that is lost says so itself, as a resource: said here too, it would be told twice. */
function sightOf({ id, address, reach }: MemberEye): readonly Sight[] {
  const { state, message, since, contactAt } = reach;
  return state === 'lost'
    ? []
    : [{ subject: address.name, kind: null, resourceId: id, state, message, since, contactAt }];
}
