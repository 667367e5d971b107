import { type Instant, instant } from '../model/time.js';

/** One sample of a metric. A histogram or summary is as many as it has lines. */
export interface ExpositionSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** May be NaN or infinite. */
  readonly value: number;
  /** When it was taken; null where the exporter leaves that to the reader. */
  readonly observedAt: Instant | null;
}

/** A line that cannot be read. It names the line and does not quote it. */
export class ExpositionError extends Error {
  override readonly name = 'ExpositionError';

  constructor(readonly line: number) {
    super(`line ${line} is not in the Prometheus text format`);
  }
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;
const HASH = 0x23;
const QUOTE = 0x22;
const COMMA = 0x2c;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Reads the wanted metrics out of a body in the Prometheus text format (version 0.0.4; a kubelet's `/metrics/…`). Lines of
 * other metrics are passed over by their name alone. Strings are decoded one by one from the bytes: slices of a text would
 * keep all of it in memory for as long as one label lives.
 *
 * @throws ExpositionError at the first wanted line that cannot be read
 */
export function* parseExposition(body: Buffer, wanted: ReadonlySet<string>): Generator<ExpositionSample> {
  let number = 0;
  for (let start = 0; start < body.length;) {
    const newline = body.indexOf(NEWLINE, start);
    const end = newline === -1 ? body.length : newline;
    number += 1;
    const sample = new Line(body, start, end, number).read(wanted);
    if (sample !== null) yield sample;
    start = end + 1;
  }
}

/** A cursor over the bytes of one line. All separators are ASCII, which no part of another UTF-8 character is. */
class Line {
  constructor(
    private readonly body: Buffer,
    private at: number,
    private readonly end: number,
    private readonly number: number,
  ) {}

  read(wanted: ReadonlySet<string>): ExpositionSample | null {
    this.skipBlanks();
    if (this.at >= this.end || this.body[this.at] === HASH) return null;
    const name = this.word();
    if (!wanted.has(name)) return null;
    this.skipBlanks();
    const labels = this.body[this.at] === OPEN ? this.labels() : {};
    const value = this.value(this.word());
    const time = this.word();
    return { name, labels, value, observedAt: time === '' ? null : instant(this.finite(time)) };
  }

  private skipBlanks(): void {
    while (this.at < this.end && isBlank(this.body[this.at])) this.at += 1;
  }

  /** Up to a blank, a brace, an equals sign or the end; a carriage return or exemplar at the end is left out. */
  private word(): string {
    this.skipBlanks();
    const start = this.at;
    while (this.at < this.end && !isSeparator(this.body[this.at])) this.at += 1;
    return this.body.toString('latin1', start, this.at);
  }

  private labels(): Record<string, string> {
    const labels: Record<string, string> = {};
    this.at += 1;
    for (;;) {
      this.skipBlanks();
      if (this.take(CLOSE)) return labels;
      const name = this.word();
      this.skipBlanks();
      if (name === '' || !this.take(EQUALS)) throw new ExpositionError(this.number);
      this.skipBlanks();
      labels[name] = this.quoted();
      this.skipBlanks();
      if (!this.take(COMMA) && this.body[this.at] !== CLOSE) throw new ExpositionError(this.number);
    }
  }

  private take(byte: number): boolean {
    if (this.at >= this.end || this.body[this.at] !== byte) return false;
    this.at += 1;
    return true;
  }

  private quoted(): string {
    if (!this.take(QUOTE)) throw new ExpositionError(this.number);
    const start = this.at;
    let isEscaped = false;
    while (this.at < this.end && this.body[this.at] !== QUOTE) {
      const isEscape = this.body[this.at] === BACKSLASH;
      isEscaped ||= isEscape;
      this.at += isEscape ? 2 : 1;
    }
    if (this.at >= this.end) throw new ExpositionError(this.number);
    const text = this.body.toString('utf8', start, this.at);
    this.at += 1;
    return isEscaped ? text.replace(/\\([\\"n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)) : text;
  }

  private value(text: string): number {
    const value = text === '' ? NaN : Number(text);
    if (!Number.isNaN(value)) return value;
    const special = SPECIAL_VALUES.get(text.toLowerCase());
    if (special === undefined) throw new ExpositionError(this.number);
    return special;
  }

  private finite(text: string): number {
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    throw new ExpositionError(this.number);
  }
}

const SPECIAL_VALUES: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
]);

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === 0x0d;
}

function isSeparator(byte: number | undefined): boolean {
  return isBlank(byte) || byte === OPEN || byte === CLOSE || byte === EQUALS || byte === COMMA || byte === HASH;
}
