import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { MEBIBYTE } from '../model/bytes.js';

/** Characters of documents that clients registered, for each site: who asks with one that was forgotten sends it again. */
const MOST_REGISTERED = 2 * MEBIBYTE;

/**
 * Characters of documents that are kept as parsed and valid: thousands come with the same, and all of them again after a
 * restart. Of one: a longer one was made by a program.
 */
const MOST_PARSED = { all: 1_000_000, one: 50_000 };

/** What Apollo asks of a memory: here, one that is no larger than it may be. */
export class BoundedCache<T extends object | string> {
  /** For who asks without promises. */
  readonly kept: LRUCache<string, T>;

  /** @param most in the same measure as the size of each */
  constructor(most: { readonly all: number; readonly one: number }, sizeOf: (value: T) => number) {
    const sizeCalculation = (value: T, key: string): number => sizeOf(value) + key.length;
    this.kept = new LRUCache<string, T>({ maxSize: most.all, maxEntrySize: most.one, sizeCalculation });
  }

  get(key: string): Promise<T | undefined> {
    return Promise.resolve(this.kept.get(key));
  }

  set(key: string, value: T): Promise<void> {
    this.kept.set(key, value);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.kept.delete(key));
  }
}

/** Documents by their hash, as clients register them. */
export function registeredDocuments(): BoundedCache<string> {
  return new BoundedCache<string>({ all: MOST_REGISTERED, one: MOST_REGISTERED }, ({ length }) => length);
}

/** Documents that were parsed and found valid: by the same rules for all sites of a server, and however they are asked. */
export type ParsedDocuments = BoundedCache<DocumentNode>;

export function parsedDocuments(): ParsedDocuments {
  return new BoundedCache<DocumentNode>(MOST_PARSED, ({ loc }) => loc?.end ?? 0);
}
