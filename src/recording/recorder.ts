import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { type Gzip, createGzip } from 'node:zlib';
import type { Clock } from '../model/clock.js';
import type { SourceEvent } from '../model/facts.js';
import { type Milliseconds, SECOND, after } from '../model/time.js';
import type { Registry } from '../registry/registry.js';
import type { LiveFinding, RecordingHeader, RecordingLine } from './recording.js';

/** How often the live findings are written beside the facts. */
const CHECKPOINT_INTERVAL: Milliseconds = 10 * SECOND;

/**
 * Writes what sources report, as they report it. It has to be there before the first source says a word: then a replay
 * knows all that the registry knew.
 */
export class Recorder {
  private readonly startedAt;
  private readonly zip: Gzip = createGzip({ level: 9 });
  private readonly written: Promise<unknown>;
  private cancelCheckpoint: () => void = () => undefined;
  /** Bytes of text so far, before compression. */
  size = 0;

  constructor(
    path: string,
    private readonly clock: Clock,
    private readonly registry: Registry,
    header: Omit<RecordingHeader, 'recordedAt'>,
  ) {
    this.startedAt = clock.now();
    const file = createWriteStream(path, { flags: 'wx' });
    this.written = once(file, 'close');
    this.zip.pipe(file);
    file.on('error', (error) => this.zip.destroy(error));
    this.write({ ...header, recordedAt: this.startedAt });
  }

  /** Put this in the place of the registry's `report`. */
  readonly report = (events: readonly SourceEvent[]): void => {
    this.line({ events: events as never });
    this.registry.report(events);
  };

  /** The first picture is complete. */
  synced(): void {
    this.line({ synced: true });
    this.checkpoint();
  }

  async finish(): Promise<void> {
    this.cancelCheckpoint();
    this.line({ end: true });
    this.zip.end();
    await this.written;
  }

  private checkpoint(): void {
    this.line({ findings: liveFindings(this.registry) });
    this.cancelCheckpoint = this.clock.at(after(this.clock.now(), CHECKPOINT_INTERVAL), () => {
      this.checkpoint();
    });
  }

  private line(
    content: RecordingLine extends infer L ? (L extends { offset: number } ? Omit<L, 'offset'> : never) : never,
  ): void {
    this.write({ offset: this.clock.now() - this.startedAt, ...content });
  }

  private write(line: object): void {
    const text = `${JSON.stringify(line)}\n`;
    this.size += text.length;
    this.zip.write(text);
  }
}

/** Everything that is wrong now, in a fixed order. */
export function liveFindings(registry: Registry): LiveFinding[] {
  return [...registry.findings()]
    .map(({ id, reason, subject, severity }): LiveFinding => [id, reason, subject, severity])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
