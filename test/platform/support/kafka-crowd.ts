import {
  Connection,
  createTopicsV7,
  deleteGroupsV2,
  deleteTopicsV6,
  findCoordinatorV4,
  metadataV12,
  offsetCommitV8,
} from '@platformatic/kafka';
import { waitUntilNothingMissing } from './wait.js';

const MINUTE = 60_000;

/** So much is asked of small brokers at a time: topics, commits, groups of one coordinator. */
const TOPICS_AT_ONCE = 20;
const COMMITS_AT_ONCE = 20;
const GROUPS_AT_ONCE = 50;

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Topics and consumer groups in great number, made and removed a few at a time: the brokers live on a small machine. */
export class KafkaCrowd {
  private readonly connections = new Map<string, Connection>();
  private readonly topics = new Set<string>();
  private readonly groups = new Set<string>();

  /** @param bootstrap `host:port` of any broker */
  constructor(private readonly bootstrap: string) {}

  /** Of one partition on one broker each; resolves when all brokers know their leaders. */
  async createTopics(names: readonly string[]): Promise<void> {
    for (const some of chunks(names, TOPICS_AT_ONCE)) {
      const topics = some.map((name) => ({
        name,
        numPartitions: 1,
        replicationFactor: 1,
        assignments: [],
        configs: [],
      }));
      await createTopicsV7.api.async(await this.anyone(), topics, MINUTE, false);
      for (const name of some) this.topics.add(name);
    }
    await waitUntilNothingMissing('topics', () => this.missingOf(names), { within: MINUTE });
  }

  /** The connection to the coordinator of each of these groups. */
  async coordinatorsOf(groups: readonly string[]): Promise<ReadonlyMap<string, Connection>> {
    const { coordinators } = await findCoordinatorV4.api.async(await this.anyone(), 0, [...groups]);
    const found = new Map<string, Connection>();
    for (const { key, host, port } of coordinators) found.set(key, await this.connectionTo(`${host}:${port}`));
    return found;
  }

  /** Has each of these groups commit the beginning of each of these topics. */
  async commit(groups: readonly string[], topics: readonly string[]): Promise<void> {
    const beginnings = topics.map((name) => ({
      name,
      partitions: [{ partitionIndex: 0, committedOffset: 0n, committedLeaderEpoch: -1, committedMetadata: '' }],
    }));
    const coordinators = await this.coordinatorsOf(groups);
    for (const some of chunks([...coordinators], COMMITS_AT_ONCE)) {
      await Promise.all(
        some.map(([group, coordinator]) => offsetCommitV8.api.async(coordinator, group, -1, '', null, beginnings)),
      );
      for (const [group] of some) this.groups.add(group);
    }
  }

  /** Removes all groups and topics that were made. */
  async disperse(): Promise<void> {
    const coordinators = await this.coordinatorsOf([...this.groups]);
    for (const coordinator of new Set(coordinators.values())) {
      const own = [...this.groups].filter((group) => coordinators.get(group) === coordinator);
      for (const some of chunks(own, GROUPS_AT_ONCE)) await deleteGroupsV2.api.async(coordinator, [...some]);
    }
    for (const some of chunks([...this.topics], TOPICS_AT_ONCE)) {
      const topics = some.map((name) => ({ name }));
      await deleteTopicsV6.api.async(await this.anyone(), topics, MINUTE);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.connections.values()].map((connection) => connection.close()));
  }

  private anyone(): Promise<Connection> {
    return this.connectionTo(this.bootstrap);
  }

  private async connectionTo(address: string): Promise<Connection> {
    const kept = this.connections.get(address);
    if (kept !== undefined) return kept;
    const [host = '', port = ''] = address.split(':');
    const connection = new Connection('test', { requestTimeout: MINUTE });
    connection.on('error', () => undefined);
    await connection.connect(host, Number(port));
    this.connections.set(address, connection);
    return connection;
  }

  /** Each broker hears of topics at its own time, and takes no commits for those that it has not heard of. */
  private async missingOf(names: readonly string[]): Promise<string | undefined> {
    const { brokers } = await metadataV12.api.async(await this.anyone(), [], false, false);
    for (const { host, port } of brokers) {
      const broker = await this.connectionTo(`${host}:${port}`);
      const { topics } = await metadataV12.api.async(broker, null, false, false);
      const led = new Set(topics.filter(({ partitions }) => partitions[0]?.errorCode === 0).map(({ name }) => name));
      const without = names.filter((name) => !led.has(name));
      if (without.length > 0) return `${host} knows no leader of ${without.length}`;
    }
    return undefined;
  }
}
