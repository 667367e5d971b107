import { type JSONWebKeySet, createLocalJWKSet } from 'jose';
import { MEBIBYTE } from '../../model/bytes.js';
import { type Milliseconds, SECOND } from '../../model/time.js';

/** So long an issuer that failed is not asked again: anybody may send tokens that name keys that there are not. */
const AGAIN_AFTER: Milliseconds = 5 * SECOND;

/** Bytes: issuers have a handful of keys. */
const LONGEST_KEYS = MEBIBYTE;

/** Fetches the keys of an issuer; while it fails, not for every token, and with one word about it. */
export class KeySource {
  private quietUntil = -Infinity;
  private isFailing = false;

  /**
   * @param onFailure told when it begins to fail: for the log
   * @param now milliseconds that only go forward
   */
  constructor(
    private readonly onFailure: (error: unknown) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** In the place of `fetch`: an answer is one that holds keys. */
  readonly fetch = async (url: string, options: RequestInit): Promise<Response> => {
    if (this.now() < this.quietUntil) throw new Error('the issuer was asked for its keys a moment ago, and failed');
    try {
      const response = await fetch(url, options);
      if (response.status !== 200)
        throw new Error(`the issuer answers with ${response.status} in the place of its keys`);
      const keys = (await jsonOf(response)) as JSONWebKeySet;
      createLocalJWKSet(keys);
      this.isFailing = false;
      return Response.json(keys);
    } catch (error) {
      this.quietUntil = this.now() + AGAIN_AFTER;
      throw error;
    }
  };

  /** Says that a token could not be looked at, unless it was said since keys came last. */
  failed(error: unknown): void {
    if (this.isFailing) return;
    this.isFailing = true;
    this.onFailure(error);
  }
}

/** What it says, unless that is longer than keys are, unpacked. */
async function jsonOf({ body }: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // To leave the loop is to leave the answer.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LONGEST_KEYS) throw new Error(`the issuer's keys are longer than ${LONGEST_KEYS} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString());
}
