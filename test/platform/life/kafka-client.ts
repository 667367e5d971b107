import { Kafka, logLevel } from 'kafkajs';

/** One that gives a broker that hangs up soon and never the cluster. */
export function kafkaClient(clientId: string, brokers: readonly string[]): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 1_000,
    requestTimeout: 3_000,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 20 },
    logLevel: logLevel.ERROR,
  });
}
