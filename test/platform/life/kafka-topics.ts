/** What is written to Kafka on a calm platform: about ten messages a second. */
export const TOPICS = [
  { topic: 'orders', partitions: 6, perSecond: 6 },
  { topic: 'events', partitions: 3, perSecond: 3 },
  { topic: 'audit', partitions: 1, perSecond: 1 },
] as const;

/** Of the connectors: what comes from a file, and what one of them could not read. */
export const JOURNAL_TOPIC = 'journal';
export const DEAD_LETTER_TOPIC = 'events-dead-letters';
export const CONNECTOR_TOPICS = [
  { topic: JOURNAL_TOPIC, partitions: 2 },
  { topic: DEAD_LETTER_TOPIC, partitions: 1 },
] as const;
