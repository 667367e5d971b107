import type { Readable } from 'node:stream';
import type { Clock } from '../model/clock.js';
import type { Milliseconds } from '../model/time.js';
import { KubernetesError } from './kubernetes-error.js';
import { LineSplitter } from './kubernetes-lines.js';
import { parseWatchEvent, type WatchEvent } from './kubernetes-watch-event.js';
import { Watchdog } from './watchdog.js';

export interface WatchReader {
  readonly clock: Clock;
  /** How long the server may say nothing. */
  readonly patience: () => Milliseconds;
  /** Bytes of one event. */
  readonly longestLine: number;
  /** Takes one event; what it throws ends the reading. */
  readonly take: (event: WatchEvent) => void;
  /** All events that came with one piece from the network were taken. */
  readonly taken: () => void;
}

/**
 * Reads a watch to its end.
 *
 * @throws KubernetesError `timeout` after a silence, `invalid` for what cannot be read; Node's own error when it is cut
 */
export async function readWatch(response: Readable, reader: WatchReader): Promise<void> {
  const lines = new LineSplitter(reader.longestLine);
  const watchdog = new Watchdog(reader.clock, reader.patience, () => {
    response.destroy(new KubernetesError('timeout', `the server said nothing for ${reader.patience()} ms`));
  });
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      watchdog.feed();
      for (const line of lines.split(chunk)) if (line.trim() !== '') reader.take(parseWatchEvent(line));
      reader.taken();
    }
  } finally {
    watchdog.stop();
    response.destroy();
  }
}
