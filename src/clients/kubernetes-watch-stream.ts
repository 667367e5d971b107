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
  /** What came was taken, and no more has come yet. */
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
  /** Servers send each event by itself: those that have come by the time they are looked at are one piece of work. */
  let telling: NodeJS.Immediate | undefined;
  const tell = (): void => {
    telling = undefined;
    orBreak(() => {
      reader.taken();
    });
  };
  const orBreak = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      response.destroy(error as Error);
    }
  };
  // Not `for await`: to wait for an event costs as much as to take it.
  response.on('data', (chunk: Buffer) => {
    watchdog.feed();
    reader.heard();
    orBreak(() => {
      for (const line of lines.split(chunk)) if (line.trim() !== '') reader.take(parseWatchEvent(line));
      telling ??= setImmediate(tell);
      paceOfLists.hold(response, chunk.length);
    });
  });
  try {
    await finished(response);
  } finally {
    watchdog.stop();
    response.destroy();
    // Whoever reads knows what he took, and that it is over.
    clearImmediate(telling);
  }
}
