import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getOrMake } from '../../model/get-or-make.js';

export type Encoding = 'br' | 'gzip' | 'identity';

/** From the one that is liked best; what is smaller than a packet is sent as it is. */
export const ENCODINGS: readonly Encoding[] = ['br', 'gzip', 'identity'];
const WORTH_COMPRESSING = 1_400;

/** Up to so many characters an answer is sent as text: Node joins that with the headers, and writes once. */
const WORTH_JOINING = 8_192;

/** How what is sent is made smaller. */
export type Compressors = Readonly<Record<Exclude<Encoding, 'identity'>, (body: Buffer | string) => Promise<Buffer>>>;

const COMPRESSORS: Compressors = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => promisify(gzip)(body, { level: 1 }),
};

const VARY = 'Accept, Accept-Encoding';
/** To be kept, and asked for each time whether it is still so. */
const CACHE_CONTROL = 'private, no-cache';

/** What is written of an answer in one encoding. */
export interface Written {
  readonly body: Buffer | string;
  /** Names and values in turn, as Node takes them at once. */
  readonly headers: string[];
  /** The same for who asked with GET, and may keep it as long as its tag is the same. */
  readonly tagged: () => Tagged;
}

interface Tagged {
  readonly etag: string;
  readonly headers: string[];
  /** For who has it already. */
  readonly unchangedHeaders: string[];
}

/** An answer as it goes over the wire, in each encoding that somebody wanted it in. */
export class EncodedAnswer {
  /** Bytes of all that is held of it, at the most. */
  size: number;
  /** Told when that is more than before. */
  onGrowth: (() => void) | null = null;
  private readonly written = new Map<Encoding, Written | Promise<Written>>();
  /** As it is sent where nobody wants it smaller. */
  private readonly body: Buffer | string;
  /** Of that, in bytes. */
  private readonly length: number;
  private tag: string | null = null;

  constructor(
    readonly status: number,
    private readonly ownHeaders: ReadonlyMap<string, string>,
    text: string,
    /** What it answers, such as `query Overview`; null where that is no operation. For who follows requests. */
    readonly operation: string | null = null,
    private readonly compressors: Compressors = COMPRESSORS,
  ) {
    const isText = text.length <= WORTH_JOINING;
    this.body = isText ? text : Buffer.from(text);
    this.length = Buffer.byteLength(this.body);
    // One character beyond Latin-1, and each of them takes two bytes.
    this.size = isText ? 2 * text.length : this.length;
  }

  /** Made once, whoever asks first. */
  in(wanted: Encoding): Written | Promise<Written> {
    const encoding = this.length < WORTH_COMPRESSING ? 'identity' : wanted;
    return getOrMake(this.written, encoding, () => this.write(encoding));
  }

  private write(encoding: Encoding): Written | Promise<Written> {
    return encoding === 'identity' ? this.withHeaders(this.body, this.length, encoding) : this.compressed(encoding);
  }

  private compressed(encoding: keyof Compressors): Promise<Written> {
    return this.compressors[encoding](this.body).then(
      (compressed) => {
        const body = trimmed(compressed);
        const written = this.withHeaders(body, body.length, encoding);
        this.written.set(encoding, written);
        this.size += body.length;
        this.onGrowth?.();
        return written;
      },
      (error: unknown) => {
        // Whoever asks next has it tried again.
        this.written.delete(encoding);
        throw error;
      },
    );
  }

  private withHeaders(body: Buffer | string, length: number, encoding: Encoding): Written {
    const headers = new Map(this.ownHeaders);
    headers.set('vary', VARY);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('content-length', String(length));
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    const plain = [...headers].flat();
    return { body, headers: plain, tagged: () => this.tagged(plain, encoding) };
  }

  /** Only for who wants it: the tag is reckoned of all bytes. */
  private tagged(headers: readonly string[], encoding: Encoding): Tagged {
    this.tag ??= createHash('sha1').update(this.body).digest('base64url');
    const etag = `"${this.tag}-${encoding}"`;
    const more = ['etag', etag, 'cache-control', CACHE_CONTROL];
    return { etag, headers: [...headers, ...more], unchangedHeaders: ['vary', VARY, ...more] };
  }
}

/** A copy that is no longer than what is in it: zlib fills pieces of up to 16 KiB, and a part of one holds all of it. */
function trimmed(compressed: Buffer): Buffer {
  const exact = Buffer.allocUnsafeSlow(compressed.length);
  compressed.copy(exact);
  return exact;
}
