import { STORY } from '../../platform/story.js';

/** A question of schema/examples, and where in the recording there is something to answer. */
export interface Recipe {
  /** Without its ending. */
  readonly example: string;
  /** An episode of the story: it is asked just before that ends. What is followed, is so from just before it begins. */
  readonly episode: string;
  /** What the answer is to hold: of long lists it is this that is shown. */
  readonly about: string;
}

/** In the order of the page: at first all together, then system by system, then how to be told. */
export const RECIPES: readonly Recipe[] = [
  { example: 'is-it-well', episode: 'volume-full', about: 'UNHEALTHY' },
  { example: 'what-is-wrong', episode: 'volume-full', about: 'VOLUME_SPACE_LOW' },
  { example: 'what-is-behind-this', episode: 'node-lost', about: 'NODE_UNREACHABLE' },
  { example: 'what-changed-since', episode: 'clickhouse-stopped', about: 'DATABASE_UNREACHABLE' },
  { example: 'which-pods-restarted-today', episode: 'oom', about: 'OOMKilled' },
  { example: 'nodes-by-zone', episode: 'zone-down', about: 'NODE_UNREACHABLE' },
  { example: 'volumes-by-space', episode: 'volume-full', about: 'VOLUME_SPACE_LOW' },
  { example: 'database', episode: 'postgres-connections', about: 'DATABASE_CONNECTIONS_HIGH' },
  { example: 'tables-that-lag', episode: 'zookeeper-no-quorum', about: 'REPLICA_READ_ONLY' },
  { example: 'who-lags', episode: 'consumer-stopped', about: 'CONSUMER_STOPPED' },
  { example: 'connectors-that-fail', episode: 'connector-bad-record', about: 'CONNECTOR_TASK_FAILED' },
  { example: 'workflows-that-wait-or-fail', episode: 'workflow-fails', about: 'WORKFLOW_FAILED' },
  { example: 'routes-that-fail', episode: 'http-500', about: 'HTTP_5XX_HIGH' },
  { example: 'watch-changes', episode: 'clickhouse-stopped', about: 'DATABASE_UNREACHABLE' },
  { example: 'watch-one', episode: 'clickhouse-stopped', about: 'DEGRADED' },
  { example: 'sources', episode: 'node-lost', about: 'SOURCE_UNREACHABLE' },
  { example: 'signals', episode: 'crash-loop', about: 'VOLUME_SPACE' },
  { example: 'what-am-i-blind-to', episode: 'crash-loop', about: 'howToEnable' },
];

/** Seconds between the edge of an episode and what is seen of it: faults take their time. */
const BESIDE = 2;

/** From just before an episode begins to just before it ends, in seconds after the first picture. */
export function momentsOf({ episode }: Recipe): { readonly before: number; readonly within: number } {
  const told = STORY.find(({ fault }) => fault === episode);
  if (told === undefined) throw new Error(`The story does not tell of ${episode}.`);
  return { before: told.from - BESIDE, within: told.to - BESIDE };
}
