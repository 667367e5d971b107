import { KubernetesError } from './kubernetes-error.js';

const NEWLINE = 0x0a;

/**
 * Cuts a byte stream into lines. Text is decoded a whole line at a time, so that a character may lie across chunks; of an
 * unfinished line only its chunks are kept.
 */
export class LineSplitter {
  private pieces: Buffer[] = [];
  private held = 0;

  /**
   * @param longest bytes of one line
   * @param decode makes a text of the bytes of a whole line
   */
  constructor(
    private readonly longest: number,
    private readonly decode: (line: Buffer) => string = (line) => line.toString('utf8'),
  ) {}

  /** The lines that this chunk completes, without their line breaks. @throws KubernetesError `invalid`: a line too long. */
  *split(chunk: Buffer): Generator<string> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      yield this.complete(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.hold(chunk.subarray(start));
  }

  private complete(rest: Buffer): string {
    if (this.held === 0) return this.decode(this.bounded(rest));
    this.hold(rest);
    const line = Buffer.concat(this.pieces, this.held);
    this.pieces = [];
    this.held = 0;
    return this.decode(line);
  }

  private hold(piece: Buffer): void {
    this.held += this.bounded(piece, this.held).length;
    this.pieces.push(piece);
  }

  private bounded(piece: Buffer, held = 0): Buffer {
    if (held + piece.length > this.longest)
      throw new KubernetesError('invalid', `a line is longer than ${this.longest} bytes`);
    return piece;
  }
}
