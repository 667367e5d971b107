import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { UnfitFile, readBounded } from '../../model/bounded-file.js';
import { MEBIBYTE } from '../../model/bytes.js';
import { Refusal } from './refusal.js';

/** What is larger is no list of documents. */
const LARGEST_FILE = 16 * MEBIBYTE;
const MOST_DOCUMENTS = 10_000;

/** What a request says, as it came: by POST in its body, by GET behind the "?" of its address. */
export interface Sent {
  readonly body: unknown;
  readonly search: string;
}

/** How a request names what it asks. */
interface Naming {
  readonly query?: unknown;
  readonly extensions?: unknown;
}

/** The only documents that are executed, where the configuration names such: by the SHA-256 hash of their text. */
export class TrustedDocuments {
  private constructor(private readonly byHash: ReadonlyMap<string, string>) {}

  /**
   * Reads a file, or all files of a folder: `.graphql` holds one document, `.json` many, by their hash or any other name.
   * @throws Error where there is none, or a file is no such thing
   */
  static read(path: string): TrustedDocuments {
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? readdirSync(path).sort().map((name) => join(path, name)).filter(isDocumentFile) : [path]; // prettier-ignore
    const texts = files.flatMap(textsOf);
    if (texts.length === 0)
      throw new Error(`${path} holds no document: name a .graphql or .json file, or their folder`);
    if (texts.length > MOST_DOCUMENTS) throw new Error(`${path} holds more than ${MOST_DOCUMENTS} documents`);
    return TrustedDocuments.of(texts);
  }

  static of(texts: readonly string[]): TrustedDocuments {
    return new TrustedDocuments(new Map(texts.map((text) => [hashOf(text), text])));
  }

  get size(): number {
    return this.byHash.size;
  }

  /** The same request with the text of its document; an array is refused elsewhere. @throws Refusal */
  inPlaceOf({ body, search }: Sent): Sent {
    if (search !== '' && isNothing(body)) {
      const parameters = new URLSearchParams(search);
      const query = parameters.get('query') ?? undefined;
      parameters.set('query', this.textOf({ query, extensions: parsed(parameters.get('extensions')) }));
      parameters.delete('extensions');
      return { body, search: `?${parameters.toString()}` };
    }
    if (typeof body !== 'object' || body === null) return { body, search };
    // Its hash has done its work: Apollo would look for it among what clients registered.
    const extensions = { ...asRecord((body as Naming).extensions), persistedQuery: undefined };
    return { body: { ...body, query: this.textOf(body), extensions }, search };
  }

  /** @throws Refusal */
  textOf({ query, extensions }: Naming): string {
    const { sha256Hash } = asRecord(asRecord(extensions)['persistedQuery']);
    const named = typeof sha256Hash === 'string' ? sha256Hash.toLowerCase() : null;
    const hash = typeof query === 'string' ? hashOf(query) : named;
    if (hash === null) throw new Refusal(400, { code: 'BAD_REQUEST', message: 'The request names no document.' });
    const text = this.byHash.get(hash);
    // One who sends both has to mean the same.
    if (text !== undefined && (named === null || named === hash)) return text;
    const message = 'Only documents that the configuration lists are executed here (server.trustedDocuments).';
    throw new Refusal(403, { code: 'DOCUMENT_NOT_TRUSTED', message });
  }
}

function textsOf(file: string): readonly string[] {
  const text = textOf(file);
  if (extname(file) !== '.json') return [text];
  const documents: unknown = parsed(text);
  const texts = Object.values(asRecord(documents));
  if (texts.length > 0 && texts.every((one) => typeof one === 'string')) return texts;
  throw new Error(`${file} is no JSON object of documents`);
}

function textOf(file: string): string {
  try {
    return readBounded(file, LARGEST_FILE).toString('utf8');
  } catch (error) {
    if (error instanceof UnfitFile && error.code === 'TOO_LARGE') throw new Error(`${file} is larger than 16 MiB`);
    throw error;
  }
}

function isDocumentFile(file: string): boolean {
  return ['.graphql', '.json'].includes(extname(file));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isNothing(body: unknown): boolean {
  return Object.keys(asRecord(body)).length === 0;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
