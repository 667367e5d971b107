import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Clock } from '../model/clock.js';
import type { Milliseconds } from '../model/time.js';
import { KubernetesError } from './kubernetes-error.js';
import { LineSplitter } from './kubernetes-lines.js';
import { textWithoutManagedFields } from './kubernetes-text.js';
import { parseWatchEvent, type WatchEvent } from './kubernetes-watch-event.js';
import { paceOfLists } from './pace.js';
import { Watchdog } from './watchdog.js';

export interface WatchReader {
  readonly clock: Clock;
  /** How long the server may say nothing. */
  readonly patience: () => Milliseconds;
  /** Bytes of one event. */
  readonly longestLine: number;
  /** Something came, if not the whole of an event. */
  readonly heard: () => void;
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
  const lines = new LineSplitter(reader.longestLine, textWithoutManagedFields);
  const watchdog = new Watchdog(reader.clock, reader.patience, () => {
    response.destroy(new KubernetesError('timeout', `the server said nothing for ${reader.patience()} ms`));
  });
  // Not `for await`: each event comes alone, and to wait for it costs as much as to take it.
  response.on('data', (chunk: Buffer) => {
    watchdog.feed();
    reader.heard();
    try {
      for (const line of lines.split(chunk)) if (line.trim() !== '') reader.take(parseWatchEvent(line));
      reader.taken();
      paceOfLists.hold(response, chunk.length);
    } catch (error) {
      response.destroy(error as Error);
    }
  });
  try {
    await finished(response);
  } finally {
    watchdog.stop();
    response.destroy();
  }
}
