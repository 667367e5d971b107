import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/**
 * Where the log goes. A line that cannot be written (the disk under it is full, its reader is too slow or gone) is left out:
 * who watches others must not stand still, or end, for want of a place to say so. How many were left out is said with the
 * next one that can be written.
 */
export class LogOutput implements DestinationStream {
  private leftOut = 0;
  /** The last that was written is half a line. */
  private isCut = false;

  /** @param descriptor of an open file; 2 is the standard error */
  constructor(private readonly descriptor: number) {}

  write(line: string): void {
    const note = this.leftOut === 0 ? '' : noteOf(this.leftOut);
    if (this.put(`${this.isCut ? '\n' : ''}${note}${line}`)) this.leftOut = 0;
    else this.leftOut += 1;
  }

  /** Answers whether all of it is written. */
  private put(text: string): boolean {
    const bytes = Buffer.from(text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.descriptor, bytes, written);
    } catch {
      // Said with the next line.
    }
    const isWhole = written === bytes.length;
    if (written > 0) this.isCut = !isWhole;
    return isWhole;
  }
}

/** As the log's other lines are, a warning (40). */
function noteOf(leftOut: number): string {
  const msg = `${leftOut} ${leftOut === 1 ? 'line' : 'lines'} of this log could not be written`;
  return `${JSON.stringify({ level: 40, time: Date.now(), leftOut, msg })}\n`;
}
