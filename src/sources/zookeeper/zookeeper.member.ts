import type { Endpoint } from '../../config/fields.js';
import type { Observation } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import type { ZooKeeperMember, ZooKeeperReach } from '../../model/zookeeper.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { ZooKeeperConfig } from './zookeeper.config.js';
import { NOTHING, type SeenFacts } from './zookeeper.facts.js';
import { failureOf, lateFailure } from './zookeeper.failure.js';
import { lookAt } from './zookeeper.look.js';

/** Looks at one member of an ensemble, and knows what it said last and how well it is reached. */
export class MemberEye {
  readonly id: ResourceId;
  readonly probe: Probe<SeenFacts>;
  reach: Reach;
  facts: SeenFacts = NOTHING;
  observedAt: Instant | null = null;
  /** How long the last look took. */
  duration: Milliseconds | null = null;

  /** @param onLook called after each look; `isNews`: the member, or how it is reached, is not what it was */
  constructor(
    readonly address: Endpoint,
    private readonly config: ZooKeeperConfig,
    private readonly context: SourceContext,
    onLook: (member: MemberEye, isNews: boolean) => void,
  ) {
    const { clock } = context;
    const { name, interval, deadline, adminPort } = config;
    this.id = resourceId(ResourceKind.ZOOKEEPER_MEMBER, name, address.name);
    this.reach = startingReach(clock.now());
    this.probe = new Probe({
      clock,
      interval,
      deadline,
      look: (signal) => lookAt(address, adminPort, signal),
      onResult: (result) => {
        const before = this.standing();
        this.take(result);
        const isNews = before !== null && this.standing() !== before;
        if (isNews) this.probe.alert();
        onLook(this, isNews);
        return isUndecided(this.reach) ? 'soon' : 'rest';
      },
    });
  }

  records(): readonly Observation[] {
    return [this.mainRecord(), this.reachRecord()];
  }

  mainRecord(): Observation {
    const { name, host, port } = this.address;
    const { labels, globalOutstandingLimit, kubernetes: placement } = this.config;
    const facts: ZooKeeperMember = {
      ...this.facts,
      id: this.id,
      kind: ResourceKind.ZOOKEEPER_MEMBER,
      name,
      system: this.config.name,
      namespace: null,
      labels,
      host,
      port,
      globalOutstandingLimit,
      placement,
    };
    return { id: this.id, kind: ResourceKind.ZOOKEEPER_MEMBER, aspect: 'main', facts, observedAt: this.observedAt };
  }

  reachRecord(): Observation {
    const { state, message, since } = this.reach;
    const facts: ZooKeeperReach = { state, message, stateSince: since };
    return {
      id: this.id,
      kind: ResourceKind.ZOOKEEPER_MEMBER,
      aspect: 'reach',
      facts,
      observedAt: this.context.clock.now(),
    };
  }

  /** A failed look changes nothing about the member: its last facts stay, and its reach says how old they are. */
  private take({ lookedAt, duration, outcome }: LookResult<SeenFacts>): void {
    const now = this.context.clock.now();
    const before = this.reach;
    this.duration = duration;
    if ('value' in outcome) {
      this.facts = outcome.value;
      this.observedAt = now;
      this.reach = reached(before, now);
    } else {
      const { address, config } = this;
      const failure = outcome.isLate ? lateFailure(address, config.deadline) : failureOf(outcome.error, address);
      this.reach = notReached(before, failure, lookedAt, now);
    }
    if (this.reach.state !== before.state) this.logReach();
  }

  private logReach(): void {
    const { state, message } = this.reach;
    const { log } = this.context;
    if (state === 'ok') log.info({ member: this.address.name }, 'reached');
    else log.warn({ member: this.address.name, state }, message ?? state);
  }

  /** What makes the ensemble another one; null before the first look told anything. */
  private standing(): string | null {
    const { role, isServing, syncedFollowers } = this.facts;
    if (this.reach.state === 'starting') return null;
    return `${this.reach.state}/${role ?? ''}/${String(isServing)}/${String(syncedFollowers)}`;
  }
}
