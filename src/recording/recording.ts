import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Gunzip, createGunzip } from 'node:zlib';
import { z } from 'zod';
import { MEBIBYTE } from '../model/bytes.js';
import type { SourceEvent } from '../model/facts.js';
import { ResourceKind, SupportKind } from '../model/kinds.js';
import { type Instant, type Milliseconds, isInstantName } from '../model/time.js';
import { type LimitSettings, NO_SETTINGS } from '../registry/limit-book.js';
import { problemWith } from './event-check.js';

/** The version of the format that is written; others are refused. */
export const RECORDING_VERSION = 1;

/** Bounds on what is written and read, in bytes before compression. */
export const LONGEST_LINE = 64 * MEBIBYTE;
export const MOST_BYTES = 512 * MEBIBYTE;
const NEW_LINE = 10;

const overrideSchema = z.strictObject({
  reason: z.string(),
  where: z.looseObject({}),
  values: z.record(z.string(), z.number()),
  origin: z.string(),
});

const headerSchema = z.strictObject({
  format: z.literal('vitals-recording'),
  version: z.literal(RECORDING_VERSION),
  vitals: z.string(),
  /** Epoch milliseconds at offset 0. */
  recordedAt: z.number(),
  /** What was recorded, with its versions. */
  title: z.string(),
  /** Which sorts of systems were configured. */
  configured: z.array(z.enum(ResourceKind)),
  /** The limits it was made with, where they were not the defaults. */
  limits: z.array(overrideSchema),
});

export type RecordingHeader = z.infer<typeof headerSchema>;

const kindSchema = z.enum({ ...ResourceKind, ...SupportKind });

const eventSchema = z.union([
  z.strictObject({
    id: z.string(),
    kind: kindSchema,
    aspect: z.string(),
    facts: z.looseObject({}),
    observedAt: z.number().nullable(),
  }),
  z.strictObject({ id: z.string(), kind: kindSchema, goneAspect: z.string() }),
]);

/** One finding that was live: id, reason, subject, severity. */
const liveSchema = z.tuple([z.string(), z.string(), z.string().nullable(), z.string()]);

const offset = z.number().min(0);

/**
 * A line after the header. `events`: one batch as a source reported it. `synced`: the first picture is complete.
 * `findings`: everything that was wrong at that moment, to hold a replay against.
 */
const lineSchema = z.union([
  z.strictObject({ offset, events: z.array(eventSchema) }),
  z.strictObject({ offset, synced: z.literal(true) }),
  z.strictObject({ offset, findings: z.array(liveSchema) }),
  z.strictObject({ offset, end: z.literal(true) }),
]);

export type RecordingLine = z.infer<typeof lineSchema>;
export type LiveFinding = z.infer<typeof liveSchema>;

/** A file that is not a recording, or a damaged one: where and why. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}

/** Tries one batch, as of that time. Throws where its facts cannot be taken. */
export type Rehearse = (events: readonly SourceEvent[], at: Instant) => void;

interface StoredBatch {
  readonly offset: Milliseconds;
  /** As written: read anew for each lap, since every lap has times of its own. */
  readonly text: string;
}

/** A whole recording, validated. */
export class Recording {
  constructor(
    readonly header: RecordingHeader,
    private readonly batches: readonly StoredBatch[],
    readonly checkpoints: readonly { readonly offset: Milliseconds; readonly findings: readonly LiveFinding[] }[],
    /** Everything up to here is the first picture. */
    readonly syncedAfter: Milliseconds,
    readonly duration: Milliseconds,
  ) {}

  /** The limits it was made with: a replay judges by them. */
  get settings(): LimitSettings {
    return { ...NO_SETTINGS, overrides: this.header.limits as unknown as LimitSettings['overrides'] };
  }

  get length(): number {
    return this.batches.length;
  }

  offsetOf(index: number): Milliseconds | null {
    return this.batches[index]?.offset ?? null;
  }

  /** One batch with all its times moved so that offset 0 is at `start`. */
  batch(index: number, start: Instant): readonly SourceEvent[] {
    const shift = start - this.header.recordedAt;
    const line = JSON.parse(this.batches[index]?.text ?? '{"events":[]}', (key, value: unknown) =>
      typeof value === 'number' && isInstantName(key) ? value + shift : value,
    ) as { readonly events: readonly SourceEvent[] };
    return line.events;
  }
}

/**
 * Reads a recording from its file. Throws `RecordingError` naming file, line and reason; `rehearse` is asked about the facts,
 * which differ by kind and are known only to those who read them.
 */
export async function readRecording(path: string, rehearse: Rehearse = () => undefined): Promise<Recording> {
  const refuse = (line: number, why: string): never => {
    throw new RecordingError(`${path}: line ${line}: ${why}`);
  };
  const reader = new RecordingReader(refuse, rehearse);
  const file = createReadStream(path);
  const unzipped = file.pipe(createGunzip());
  file.on('error', (error) => unzipped.destroy(error));
  let number = 0;
  const tooLong = (): RecordingError =>
    new RecordingError(`${path}: line ${number + 1}: is longer than any recording's`);
  bound(unzipped, () => unzipped.destroy(tooLong()));
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      number += 1;
      reader.take(line, number);
    }
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new RecordingError(`${path}: cannot be read (${code})`);
    refuse(number + 1, code.startsWith('Z_') ? 'the file is damaged or not gzip' : 'the file cannot be read');
  } finally {
    file.destroy();
  }
  return reader.finish(number);
}

/** Counts while it is unpacked: a small file may hold one line that no memory holds. */
function bound(unzipped: Gunzip, onBeyond: () => void): void {
  let size = 0;
  let line = 0;
  unzipped.on('data', (chunk: Buffer) => {
    size += chunk.length;
    const end = chunk.lastIndexOf(NEW_LINE);
    line = end < 0 ? line + chunk.length : chunk.length - end;
    if (line > LONGEST_LINE || size > MOST_BYTES) onBeyond();
  });
}

/** Takes a recording line by line and refuses what does not fit. */
class RecordingReader {
  private header: RecordingHeader | null = null;
  private readonly batches: StoredBatch[] = [];
  private readonly checkpoints: { offset: Milliseconds; findings: readonly LiveFinding[] }[] = [];
  private syncedAfter: Milliseconds | null = null;
  private end: Milliseconds | null = null;
  private last: Milliseconds = 0;

  constructor(
    private readonly refuse: (line: number, why: string) => never,
    private readonly rehearse: Rehearse,
  ) {}

  take(text: string, number: number): void {
    const value = this.parse(text, number);
    if (this.header === null) {
      const header = headerSchema.safeParse(value);
      if (!header.success)
        return this.refuse(number, `is not the header of a recording of version ${RECORDING_VERSION}`);
      this.header = header.data;
      return;
    }
    if (this.end !== null) this.refuse(number, 'stands after the end');
    const parsed = lineSchema.safeParse(value);
    if (!parsed.success) return this.refuse(number, 'is none of events, synced, findings, end');
    const line = parsed.data;
    if (line.offset < this.last) this.refuse(number, 'goes back in time');
    this.last = line.offset;
    if ('events' in line) {
      this.check(
        line.events as unknown as readonly SourceEvent[],
        (this.header.recordedAt + line.offset) as Instant,
        number,
      );
      this.batches.push({ offset: line.offset, text });
    } else if ('findings' in line) this.checkpoints.push(line);
    else if ('synced' in line) this.syncedAfter = line.offset;
    else this.end = line.offset;
  }

  finish(number: number): Recording {
    if (this.header === null) return this.refuse(1, 'the file is empty');
    if (this.syncedAfter === null) return this.refuse(number, 'the first picture was never completed');
    if (this.end === null) return this.refuse(number, 'the end is missing: the file was cut off');
    return new Recording(this.header, this.batches, this.checkpoints, this.syncedAfter, this.end);
  }

  private check(events: readonly SourceEvent[], at: Instant, number: number): void {
    for (const event of events) {
      const problem = problemWith(event);
      if (problem !== null) this.refuse(number, problem);
    }
    try {
      this.rehearse(events, at);
    } catch (error) {
      this.refuse(number, `holds facts that do not fit (${(error as Error).message})`);
    }
  }

  private parse(text: string, number: number): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return this.refuse(number, 'is no JSON');
    }
  }
}
