import { type JSONWebKeySet, createLocalJWKSet } from 'jose';
import { type Milliseconds, SECOND } from '../../model/time.js';

/** So long an issuer that failed is not asked again: anybody may send tokens that name keys that there are not. */
const AGAIN_AFTER: Milliseconds = 5 * SECOND;

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
      const keys = (await response.json()) as JSONWebKeySet;
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
