import { createWriteStream, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Gzip, createGzip } from 'node:zlib';
import type { Clock } from '../model/clock.js';
import type { SourceEvent } from '../model/facts.js';
import { systemCode } from '../model/system-code.js';
import { type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
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
 * Bytes that may wait to be compressed and written: the first picture of a large cluster comes faster than that goes. A line as long
 * as one may be can wait while another is written.
 */
const MOST_WAITING = 2 * LONGEST_LINE;

/** Why a recording ends before its time: a longer one could not be read again; or the disk does not keep up with what is reported. */
export type EarlyEnd = 'full' | 'behind';

interface RecorderOptions {
  /** Bytes of text that a recording may have, before compression. */
  readonly most?: number;
  /** Bytes of it that may wait in memory. */
  readonly mostWaiting?: number;
  /** Makes the file. Throws a `RecordingError` where it cannot. */
  readonly open?: (path: string) => Writable;
}

/**
 * Writes what sources report, as they report it. It has to be there before the first source says a word: then a replay
 * knows all that the registry knew.
 */
export class Recorder {
  private readonly startedAt;
  private readonly zip: Gzip = createGzip({ level: 9 });
  /** Resolves once all is on the disk; breaks with a `RecordingError` as soon as that cannot be. */
  readonly written: Promise<void>;
  /**
   * Resolves once nothing more is taken but the end. What was taken until then is whole: a gap would have a replay find what was
   * never wrong.
   */
  readonly cutShort: Promise<EarlyEnd>;
  /** All of the first picture is in it. */
  hasPicture = false;
  private cancelCheckpoint: () => void = () => undefined;
  /** Bytes of text so far, before compression. */
  size = 0;
  /** Why it was cut short; null while it was not. */
  earlyEnd: EarlyEnd | null = null;
  private cutAt: Instant | null = null;
  private announce: (why: EarlyEnd) => void = () => undefined;
  private readonly most: number;
  private readonly mostWaiting: number;

  /** Throws a `RecordingError` where the file cannot be made, or is there already. */
  constructor(
    path: string,
    private readonly clock: Clock,
    private readonly registry: Registry,
    header: Omit<RecordingHeader, 'recordedAt'>,
    { most = MOST_BYTES, mostWaiting = MOST_WAITING, open = create }: RecorderOptions = {},
  ) {
    this.startedAt = clock.now();
    this.most = most;
    this.mostWaiting = mostWaiting;
    this.cutShort = new Promise<EarlyEnd>((resolve) => (this.announce = resolve));
    this.written = pipeline(this.zip, open(path)).catch((error: unknown) => {
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
    this.hasPicture = this.earlyEnd === null;
    this.checkpoint();
  }

  /** Bytes of text that wait in memory. */
  get waiting(): number {
    return this.zip.writableLength;
  }

  async finish(): Promise<void> {
    this.cancelCheckpoint();
    // Where it was cut short, nothing is known of the time since.
    const end = this.cutAt ?? this.clock.now();
    this.put(`${JSON.stringify({ offset: end - this.startedAt, end: true })}\n`);
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
    if (this.earlyEnd !== null || this.zip.destroyed) return;
    const text = `${JSON.stringify(line)}\n`;
    this.earlyEnd = this.whyNot(Buffer.byteLength(text));
    if (this.earlyEnd === null) {
      this.put(text);
      return;
    }
    this.cutAt = this.clock.now();
    this.announce(this.earlyEnd);
  }

  private whyNot(bytes: number): EarlyEnd | null {
    if (bytes > LONGEST_LINE || this.size + bytes > this.most - ROOM_TO_END) return 'full';
    return this.waiting + bytes > this.mostWaiting ? 'behind' : null;
  }

  private put(text: string): void {
    if (this.zip.destroyed || this.zip.writableEnded) return;
    this.size += Buffer.byteLength(text);
    this.zip.write(text);
  }
}

/** Opened at once: a file that cannot be made has to be known before a recording begins. */
function create(path: string): Writable {
  try {
    return createWriteStream(path, { fd: openSync(path, 'wx') });
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
