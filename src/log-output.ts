import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/**
 * Where the log goes. A line that cannot be written (the disk under it is full, its reader is too slow or gone) is left out:
 * who watches others must not stand still, or end, for want of a place to say so. How many were left out is said with the
 * next one that can be written.
 */
export class LogOutput implements DestinationStream {
  private leftOut = 0;

  /** @param descriptor of an open file; 2 is the standard error */
  constructor(private readonly descriptor: number) {}

  write(line: string): void {
    const note = this.leftOut === 0 ? '' : noteOf(this.leftOut);
    if (!this.put(note + line)) this.leftOut += 1;
    else this.leftOut = 0;
  }

  /** Answers whether all of it is written. */
  private put(text: string): boolean {
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += writeSync(this.descriptor, bytes, written);
      return true;
    } catch {
      return false;
    }
  }
}

/** As the log's other lines are, a warning (40). */
function noteOf(leftOut: number): string {
  const msg = `${leftOut} lines of this log could not be written`;
  return `${JSON.stringify({ level: 40, time: Date.now(), leftOut, msg })}\n`;
}
