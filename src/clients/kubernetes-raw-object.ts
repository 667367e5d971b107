import type { V1ObjectMeta } from '@kubernetes/client-node';
import { bounded } from '../model/bounded.js';
import { type Instant, parseInstant } from '../model/time.js';

/**
 * An API object as it comes over the wire: times are text, and whatever the schema promises may be absent, null or, from
 * an extension or a proxy in between, something else.
 */
export type Raw<T> = T extends Date
  ? string | null | undefined
  : T extends readonly (infer Item)[]
    ? readonly Raw<Item>[] | null | undefined
    : T extends object
      ? { readonly [Key in keyof T]?: Raw<T[Key]> } | null | undefined
      : T | null | undefined;

export type RawMeta = Raw<V1ObjectMeta>;

/** An object without what every object has: it cannot be told from others. */
export class UnreadableObject extends Error {
  override readonly name = 'UnreadableObject';
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** For what a record cannot be without: names, mostly, which become part of messages. */
export function requiredText(value: unknown, field: string): string {
  const text = textOf(value);
  if (text === null) throw new UnreadableObject(`it has no ${field}`);
  return bounded(text);
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

export function instantOf(value: unknown): Instant | null {
  return typeof value === 'string' ? parseInstant(value) : null;
}

/** One empty list for all. */
export const NONE: readonly never[] = Object.freeze([]);

/** Lists hold objects; what is not one is passed over. */
export function listOf<Item>(value: readonly Item[] | null | undefined): readonly NonNullable<Item>[] {
  if (!Array.isArray(value) || value.length === 0) return NONE;
  return (value as readonly Item[]).filter(
    (item): item is NonNullable<Item> => typeof item === 'object' && item !== null,
  );
}

export function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return NONE;
  return (value as readonly unknown[]).filter((item) => typeof item === 'string');
}

/** Entries of a map of texts. */
export function textEntriesOf(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return NONE;
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
