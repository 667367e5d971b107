import { createWriteStream, openSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Gzip, createGzip } from 'node:zlib';
import type { Clock } from '../model/clock.js';
import type { SourceEvent } from '../model/facts.js';
import { systemCode } from '../model/system-code.js';
import { type Milliseconds, SECOND, after } from '../model/time.js';
import type { Registry } from '../registry/registry.js';
import {
  LONGEST_LINE,
  type LiveFinding,
  MOST_BYTES,
  RecordingError,
  type RecordingHeader,
  type RecordingLine,
} from './recording.js';

/** How often the live findings are written beside the facts. */
const CHECKPOINT_INTERVAL: Milliseconds = 10 * SECOND;

/** Bytes that are left for the end of a recording that is as long as one may be. */
const ROOM_TO_END = 1_024;

/**
 * Writes what sources report, as they report it. It has to be there before the first source says a word: then a replay
 * knows all that the registry knew.
 */
export class Recorder {
  private readonly startedAt;
  private readonly zip: Gzip = createGzip({ level: 9 });
  /** Resolves once all is on the disk; breaks with a `RecordingError` as soon as that cannot be. */
  readonly written: Promise<void>;
  /** Resolves once no more fits: a longer file could not be read again. */
  readonly full: Promise<void>;
  /** All of the first picture is in it. */
  hasPicture = false;
  private cancelCheckpoint: () => void = () => undefined;
  /** Bytes of text so far, before compression. */
  size = 0;
  private isFull = false;
  private announceFull: () => void = () => undefined;

  /** Throws a `RecordingError` where the file cannot be made, or is there already. */
  constructor(
    path: string,
    private readonly clock: Clock,
    private readonly registry: Registry,
    header: Omit<RecordingHeader, 'recordedAt'>,
    private readonly most = MOST_BYTES,
  ) {
    this.startedAt = clock.now();
    this.full = new Promise<void>((resolve) => (this.announceFull = resolve));
    this.written = pipeline(this.zip, createWriteStream(path, { fd: create(path) })).catch((error: unknown) => {
      throw new RecordingError(`${path}: cannot be written (${systemCode(error)})`);
    });
    // Whoever wants to know waits for it; until then it is no defect.
    this.written.catch(() => undefined);
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
    this.hasPicture = !this.isFull;
    this.checkpoint();
  }

  async finish(): Promise<void> {
    this.cancelCheckpoint();
    this.put(`${JSON.stringify({ offset: this.clock.now() - this.startedAt, end: true })}\n`);
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
    if (this.isFull || this.zip.destroyed) return;
    const text = `${JSON.stringify(line)}\n`;
    const bytes = Buffer.byteLength(text);
    this.isFull = bytes > LONGEST_LINE || this.size + bytes > this.most - ROOM_TO_END;
    if (this.isFull) this.announceFull();
    else this.put(text);
  }

  private put(text: string): void {
    if (this.zip.destroyed || this.zip.writableEnded) return;
    this.size += Buffer.byteLength(text);
    this.zip.write(text);
  }
}

/** Opened at once: a file that cannot be made has to be known before a recording begins. */
function create(path: string): number {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    const code = systemCode(error);
    throw new RecordingError(`${path}: ${code === 'EEXIST' ? 'is there already' : `cannot be made (${code})`}`);
  }
}

/** Everything that is wrong now, in a fixed order. */
export function liveFindings(registry: Registry): LiveFinding[] {
  return [...registry.findings()]
    .map(({ id, reason, subject, severity }): LiveFinding => [id, reason, subject, severity])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
