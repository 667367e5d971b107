/** Something that can be read: it carries the number of the batch that changed it last. */
export interface Stamped {
  version: number;
}

/** What is read of the registry as a whole. */
export class Stamp implements Stamped {
  version = 0;
}

const BYTES_PER_THING = 40;

/**
 * What an answer was made from. As long as nothing of it has changed since, the same question has the same answer.
 */
export class Reads {
  private readonly things = new Set<Stamped>();
  /** What was read before, and is read again: as it is, for one that is a part of many is looked at once. */
  private parts: Set<Reads> | null = null;
  private bytesOfParts = 0;
  private checkedAt: number;
  private isOfTheMoment = false;

  /** @param log of the registry that is read */
  constructor(private readonly log: ReadLog) {
    this.checkedAt = log.version;
  }

  /** What it takes, at the most, to remember what was read. */
  get bytes(): number {
    return this.things.size * BYTES_PER_THING + this.bytesOfParts;
  }

  add(thing: Stamped): void {
    this.things.add(thing);
  }

  /** @param part is over, and is current */
  addAll(part: Reads): void {
    if (part.isOfTheMoment) this.noteMoment();
    else if (this.parts?.has(part) !== true) {
      (this.parts ??= new Set()).add(part);
      this.bytesOfParts += BYTES_PER_THING + part.bytes;
    }
  }

  has(thing: Stamped): boolean {
    return this.things.has(thing);
  }

  /** It holds the time, or something else that changes by itself: it is never current, whatever else is read. */
  noteMoment(): void {
    this.isOfTheMoment = true;
    this.things.clear();
    this.parts = null;
    this.bytesOfParts = 0;
    this.end();
  }

  /** To be called once all is read: until then, what others read counts as read here too. */
  end(): void {
    this.log.end(this);
  }

  /** Whether the answer would be the same now. */
  get isCurrent(): boolean {
    const { version } = this.log;
    if (this.isOfTheMoment) return false;
    if (this.checkedAt === version) return true;
    for (const thing of this.things) if (thing.version > this.checkedAt) return false;
    if (this.parts !== null) for (const part of this.parts) if (!part.isCurrent) return false;
    this.checkedAt = version;
    return true;
  }
}

/** Who is reading at the moment. Numbers batches, so that it is known what changed since something was read. */
export class ReadLog {
  /** Of the newest batch. */
  version = 0;
  private active = new Set<Reads>();

  /** From here on everything that is read is noted, whoever reads it: rather too much than too little. */
  begin(): Reads {
    const reads = new Reads(this);
    this.active.add(reads);
    return reads;
  }

  end(reads: Reads): void {
    this.active.delete(reads);
  }

  /** What the registry looks at for itself, an answer under way has not read. */
  unnoted<T>(work: () => T): T {
    const { active } = this;
    this.active = new Set();
    try {
      return work();
    } finally {
      this.active = active;
    }
  }

  get isActive(): boolean {
    return this.active.size > 0;
  }

  note(thing: Stamped): void {
    for (const reads of this.active) reads.add(thing);
  }

  /** What was read by somebody before is read again. */
  noteAll(before: Reads): void {
    for (const reads of this.active) reads.addAll(before);
  }

  /** What is read changes by itself. */
  noteMoment(): void {
    for (const reads of this.active) reads.noteMoment();
  }

  /** Notes one of many, unless all of them are noted together. */
  noteOf(thing: Stamped, whole: Stamped): void {
    for (const reads of this.active) if (!reads.has(whole)) reads.add(thing);
  }

  /** Changed by the newest batch. */
  touch(thing: Stamped): void {
    thing.version = this.version;
  }
}
