import type { Endpoint } from '../../config/fields.js';
import type { Observation } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { EndpointReach } from '../../model/source.js';
import type { Instant } from '../../model/time.js';
import type { ZooKeeperMember } from '../../model/zookeeper.js';
import { Eye } from '../../sampling/eye.js';
import { Probe } from '../../sampling/probe.js';
import { isUndecided } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { ZooKeeperConfig } from './zookeeper.config.js';
import { NOTHING, type SeenFacts } from './zookeeper.facts.js';
import { failureOf, lateFailure } from './zookeeper.failure.js';
import { lookAt } from './zookeeper.look.js';

/** Looks at one member of an ensemble, and knows what it said last and how well it is reached. */
export class MemberEye extends Eye {
  readonly id: ResourceId;
  readonly probe: Probe<SeenFacts>;
  facts: SeenFacts = NOTHING;
  observedAt: Instant | null = null;

  /** @param onLook called after each look; `isNews`: the member, or how it is reached, is not what it was */
  constructor(
    readonly address: Endpoint,
    private readonly config: ZooKeeperConfig,
    private readonly context: SourceContext,
    onLook: (member: MemberEye, isNews: boolean) => void,
  ) {
    super(context, { member: address.name });
    const { clock } = context;
    const { name, interval, deadline, adminPort } = config;
    const asking = { adminPort, deadline, clock };
    this.id = resourceId(ResourceKind.ZOOKEEPER_MEMBER, name, address.name);
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline,
      look: (signal) => lookAt(address, asking, signal),
      onResult: (result) => {
        const before = this.standing();
        const seen = this.learn(result, (error, isLate) =>
          isLate ? lateFailure(address, deadline) : failureOf(error, address),
        );
        if (seen !== null) [this.facts, this.observedAt] = [seen, clock.now()];
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
    const facts: EndpointReach = { state, message, stateSince: since };
    return {
      id: this.id,
      kind: ResourceKind.ZOOKEEPER_MEMBER,
      aspect: 'reach',
      facts,
      observedAt: this.context.clock.now(),
    };
  }

  /** What makes the ensemble another one; null before the first look told anything. */
  private standing(): string | null {
    const { role, isServing, syncedFollowers } = this.facts;
    if (this.reach.state === 'starting') return null;
    return `${this.reach.state}/${role ?? ''}/${String(isServing)}/${String(syncedFollowers)}`;
  }
}
