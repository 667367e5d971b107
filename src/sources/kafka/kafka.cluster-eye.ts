import type { Endpoint } from '../../config/fields.js';
import { hostAndPort } from '../../model/address.js';
import { getOrMake } from '../../model/get-or-make.js';
import type { Broker } from '../../model/kafka.js';
import type { Milliseconds } from '../../model/time.js';
import type { Reach } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { TopicPartitions } from './kafka.answers.js';
import type { ClientMaker } from './kafka.client.js';
import type { KafkaConfig } from './kafka.config.js';
import { BrokerLink } from './kafka.link.js';
import { type Limits, within } from '../../sampling/within.js';
import { type BrokerPart, PATIENCE, type Sweep, type Wishes, among, askBroker, askCluster, leadsOf } from './kafka.sweep.js'; // prettier-ignore

const NOBODY: readonly TopicPartitions[] = [];

/** Looks at a cluster as a whole: one question to any broker, and then to each what only it knows. */
export class ClusterEye {
  private readonly links = new Map<string, BrokerLink>();
  private lastGood: string | null = null;

  /** @param reachOf how well a broker is reached by its own eye; null where none looks at it yet */
  constructor(
    private readonly config: KafkaConfig,
    private readonly context: SourceContext,
    private readonly make: ClientMaker,
    private readonly reachOf: (nodeId: number) => Reach | null,
  ) {}

  /** One sweep. Rejects where no broker answers; brokers that do not are missing from its parts. */
  async look(known: readonly Broker[], wishes: Wishes, signal: AbortSignal): Promise<Sweep> {
    const { clock } = this.context;
    const limits: Limits = { clock, deadline: this.config.deadline, signal };
    const { link, ...cluster } = await askCluster(this.candidates(known), wishes, limits);
    this.lastGood = link.endpoint.name;
    const leads = leadsOf(cluster.cluster);
    const asked = cluster.cluster.brokers.filter(({ id }) => !this.isLost(id));
    const parts = new Map<number, BrokerPart>();
    const askOne = async ({ id, host, port }: (typeof asked)[number]): Promise<void> => {
      const led = leads.get(id) ?? NOBODY;
      const broker = this.linkTo({ name: hostAndPort(host, port), host, port });
      const ask = (late: AbortSignal): Promise<BrokerPart> =>
        broker.use(late, (client) => askBroker(client, led, among(wishes.writersOf, led)));
      // Why it does not answer, its own eye says.
      await within({ ...limits, deadline: this.deadlineFor(id) }, ask).then((part) => parts.set(id, part), () => undefined); // prettier-ignore
    };
    await Promise.all(asked.map(askOne));
    signal.throwIfAborted();
    this.closeOthers(cluster.cluster.brokers);
    return { ...cluster, at: clock.now(), parts };
  }

  close(): void {
    for (const link of this.links.values()) link.close();
    this.links.clear();
  }

  /** The one that answered last, the others that are well, those that are configured, and the lost ones at the end. */
  private candidates(known: readonly Broker[]): readonly BrokerLink[] {
    const last = this.lastGood === null ? [] : [this.links.get(this.lastGood)].filter((link) => link !== undefined);
    const ofKnown = (brokers: readonly Broker[]): readonly BrokerLink[] =>
      brokers.map(({ host, port }) => this.linkTo({ name: hostAndPort(host, port), host, port }));
    const isWell = ({ isAlive, nodeId, host }: Broker): boolean => host !== '' && isAlive && !this.isLost(nodeId);
    const lost = new Set(known.filter((broker) => !isWell(broker)).map(({ host, port }) => hostAndPort(host, port)));
    const inOrder = [...last, ...ofKnown(known.filter(isWell)), ...this.config.brokers.map((one) => this.linkTo(one))];
    const [wellFirst, lostLast] = [inOrder.filter(({ endpoint }) => !lost.has(endpoint.name)), inOrder.filter(({ endpoint }) => lost.has(endpoint.name))]; // prettier-ignore
    return [...new Set([...wellFirst, ...lostLast])];
  }

  /** It is not waited for at all. */
  private isLost(nodeId: number): boolean {
    return this.reachOf(nodeId)?.state === 'lost';
  }

  /** One that was silent a moment ago may not hold up what the others know of it. */
  private deadlineFor(nodeId: number): Milliseconds {
    const { deadline } = this.config;
    return this.reachOf(nodeId)?.unansweredSince == null ? deadline : Math.min(PATIENCE, deadline);
  }

  private linkTo(endpoint: Endpoint): BrokerLink {
    return getOrMake(this.links, endpoint.name, () => new BrokerLink(endpoint, this.make));
  }

  /** Addresses that no broker has any more are not kept; those that are configured are. */
  private closeOthers(brokers: readonly { readonly host: string; readonly port: number }[]): void {
    const kept = new Set([...brokers.map(({ host, port }) => hostAndPort(host, port)), ...this.config.brokers.map(({ name }) => name)]); // prettier-ignore
    for (const [name, link] of this.links) {
      if (kept.has(name)) continue;
      link.close();
      this.links.delete(name);
    }
  }
}
