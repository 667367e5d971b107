import { kafkaBootstrap } from '../components/kafka.component.js';
import { type Platform } from '../support/platform.js';

/** What an operator does to Kafka, and sees of it: `life/kafka-admin.main.ts`. */
export async function operate(platform: Platform, given: object): Promise<unknown> {
  const program = [process.execPath, '--import', import.meta.resolve('tsx'), platform.source('life', 'kafka-admin.main.ts')]; // prettier-ignore
  const output = await platform.runInside([...program, JSON.stringify(given), ...kafkaBootstrap()], {
    timeout: 60_000,
  });
  return JSON.parse(output);
}

export interface GroupLook {
  readonly state?: string;
  readonly members?: number;
  readonly partitions: readonly {
    readonly partition: number;
    readonly committed: number;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Where a group is in a topic; undefined where nobody can say. */
export async function lookAt(platform: Platform, group: string, topic: string): Promise<GroupLook | undefined> {
  try {
    return (await operate(platform, { do: 'look', group, topic })) as GroupLook;
  } catch {
    return undefined;
  }
}

export function lagOf({ partitions }: GroupLook): number {
  return partitions.reduce((sum, { committed, end }) => sum + Math.max(0, end - Math.max(0, committed)), 0);
}
