import { getOrMake } from '../../model/get-or-make.js';
import type { Broker } from '../../model/kafka.js';
import { resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Instant } from '../../model/time.js';
import type { BrokerAnswer } from './kafka.answers.js';
import type { KafkaConfig } from './kafka.config.js';
import type { ClusterPart } from './kafka.sweep.js';

/** Which brokers there are: those that the cluster names, and those that it named before. */
export class BrokerBook {
  private brokers = new Map<number, Broker>();

  constructor(private readonly config: Pick<KafkaConfig, 'name' | 'labels' | 'kubernetes'>) {}

  get known(): readonly Broker[] {
    return [...this.brokers.values()];
  }

  /**
   * Returns those that left on purpose: they are not registered any more, or nobody expects a replica of them.
   * @param isListed whether topics are: of those that are left out nothing can be counted, and it is as it was
   */
  take(sweep: ClusterPart, isListed: boolean, now: Instant): readonly Broker[] {
    const { cluster, registered } = sweep;
    const alive = new Map(cluster.brokers.map((broker) => [broker.id, broker]));
    const named = new Map<number, BrokerAnswer>('value' in registered ? registered.value.map((one) => [one.id, one]) : []); // prettier-ignore
    const counts = countsOf(sweep);
    const gone: Broker[] = [];
    for (const id of new Set([...this.brokers.keys(), ...named.keys(), ...alive.keys()])) {
      const before = this.brokers.get(id);
      const answer = alive.get(id) ?? named.get(id) ?? answerOf(before);
      const { leaders, replicas } = (isListed ? counts.get(id) : before) ?? NONE;
      const isExpected = alive.has(id) || ('value' in registered ? named.has(id) : replicas > 0);
      if (answer === null) continue;
      const broker = this.factsOf(answer, before, { isAlive: alive.has(id), leaders, replicas }, now);
      if (isExpected) this.brokers.set(id, broker);
      else {
        this.brokers.delete(id);
        gone.push(broker);
      }
    }
    return gone;
  }

  private factsOf(
    { id: nodeId, host, port, rack }: BrokerAnswer,
    before: Broker | undefined,
    seen: Pick<Broker, 'isAlive' | 'leaders' | 'replicas'>,
    now: Instant,
  ): Broker {
    const { name: system, labels, kubernetes: placement } = this.config;
    const name = brokerName(nodeId);
    return {
      id: resourceId(ResourceKind.BROKER, system, name),
      kind: ResourceKind.BROKER,
      name,
      system,
      namespace: null,
      labels,
      placement,
      nodeId,
      // One that is not alive may be registered without an address.
      host: host === '' ? (before?.host ?? '') : host,
      port: host === '' ? (before?.port ?? 0) : port,
      rack,
      missingSince: seen.isAlive ? null : (before?.missingSince ?? now),
      ...seen,
    };
  }
}

const NONE = { leaders: 0, replicas: 0 };

export function brokerName(id: number): string {
  return `broker-${id}`;
}

function answerOf(broker: Broker | undefined): BrokerAnswer | null {
  return broker === undefined ? null : { id: broker.nodeId, host: broker.host, port: broker.port, rack: broker.rack };
}

function countsOf({ cluster }: ClusterPart): ReadonlyMap<number, { leaders: number; replicas: number }> {
  const counts = new Map<number, { leaders: number; replicas: number }>();
  const of = (id: number): { leaders: number; replicas: number } =>
    getOrMake(counts, id, () => ({ leaders: 0, replicas: 0 }));
  for (const { partitions } of cluster.topics) {
    for (const { leader, replicas } of partitions) {
      if (leader >= 0) of(leader).leaders += 1;
      for (const replica of replicas) of(replica).replicas += 1;
    }
  }
  return counts;
}
