import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getOrMake } from '../../model/get-or-make.js';

export type Encoding = 'br' | 'gzip' | 'identity';

/** From the one that is liked best; what is smaller than a packet is sent as it is. */
export const ENCODINGS: readonly Encoding[] = ['br', 'gzip', 'identity'];
const WORTH_COMPRESSING = 1_400;

/** Up to so many bytes an answer is sent as text: Node joins that with the headers, and writes once. */
const WORTH_JOINING = 8_192;

const compress = {
  br: (body: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: 1 }),
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
  private readonly written = new Map<Encoding, Written | Promise<Written>>();
  private readonly body: Buffer;
  private tag: string | null = null;
  /** Bytes of all that is kept of it. */
  size: number;

  constructor(
    readonly status: number,
    private readonly ownHeaders: ReadonlyMap<string, string>,
    private readonly text: string,
    /** What it answers, such as `query Overview`; null where that is no operation. For who follows requests. */
    readonly operation: string | null = null,
  ) {
    this.body = Buffer.from(text);
    this.size = this.body.length;
  }

  /** Made once, whoever asks first. */
  in(wanted: Encoding): Written | Promise<Written> {
    const encoding = this.body.length < WORTH_COMPRESSING ? 'identity' : wanted;
    return getOrMake(this.written, encoding, () => this.write(encoding));
  }

  private write(encoding: Encoding): Written | Promise<Written> {
    if (encoding === 'identity') {
      const body = this.body.length <= WORTH_JOINING ? this.text : this.body;
      return this.withHeaders(body, this.body.length, encoding);
    }
    return compress[encoding](this.body).then((compressed) => {
      this.size += compressed.length;
      const written = this.withHeaders(compressed, compressed.length, encoding);
      this.written.set(encoding, written);
      return written;
    });
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
