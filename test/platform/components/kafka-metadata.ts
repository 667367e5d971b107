import { tryRun } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { KAFKA_PORT } from './kafka-addresses.js';

/** What a broker knows of the cluster. */
export interface KafkaMetadata {
  /** Ids of the brokers that are alive. */
  readonly brokers: readonly number[];
  readonly partitions: readonly KafkaPartition[];
}

interface KafkaPartition {
  readonly topic: string;
  readonly partition: number;
  /** −1: none. */
  readonly leader: number;
  readonly replicas: readonly number[];
  readonly inSync: readonly number[];
}

/** Metadata, version 1, for all topics: its length, what is asked, in which version, a number, no name, all. */
const REQUEST = String.raw`\0\0\0\16\0\3\0\1\0\0\0\1\377\377\377\377\377\377`;
const SCRIPT = `exec 3<>"/dev/tcp/$0/$1" && printf '${REQUEST}' >&3 && length=$(head -c 4 <&3 | od -An -tu4 --endian=big) &&
  head -c "$length" <&3 | base64 --wrap=0`;

/** Asks a broker, in Kafka's own words, without a client; undefined where it does not answer. */
export async function askKafka(platform: Platform, host: string): Promise<KafkaMetadata | undefined> {
  const command = ['timeout', '2', 'bash', '--norc', '-c', SCRIPT, host, String(KAFKA_PORT)];
  const { exitCode, output } = await tryRun(platform.inNamespace(command), { timeout: 5_000 });
  return exitCode === 0 && output !== '' ? read(new Answer(Buffer.from(output, 'base64'))) : undefined;
}

/** Fields one after the other; a list or a text has its length before it. */
class Answer {
  private position = 0;

  constructor(private readonly bytes: Buffer) {}

  skip(bytes: number): void {
    this.position += bytes;
  }

  integer(): number {
    this.position += 4;
    return this.bytes.readInt32BE(this.position - 4);
  }

  text(): string {
    const length = Math.max(this.bytes.readInt16BE(this.position), 0);
    this.position += 2 + length;
    return this.bytes.toString('utf8', this.position - length, this.position);
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: this.integer() }, item);
  }
}

function read(answer: Answer): KafkaMetadata {
  // Our number.
  answer.skip(4);
  const brokers = answer.list(() => {
    const id = answer.integer();
    answer.text();
    answer.skip(4);
    answer.text();
    return id;
  });
  // The controller, which is any of them.
  answer.skip(4);
  return { brokers, partitions: answer.list(() => readTopic(answer)).flat() };
}

function readTopic(answer: Answer): KafkaPartition[] {
  answer.skip(2);
  const topic = answer.text();
  answer.skip(1);
  return answer.list(() => {
    answer.skip(2);
    const [partition, leader] = [answer.integer(), answer.integer()];
    const [replicas, inSync] = [answer.list(() => answer.integer()), answer.list(() => answer.integer())];
    return { topic, partition, leader, replicas, inSync };
  });
}
