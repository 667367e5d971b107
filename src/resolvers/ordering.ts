import type { GraphQLError } from 'graphql';
import { badInput } from './bad-input.js';

/** What a list is sorted by; the last part is unique, so that the order is total. */
export type SortKey = readonly (string | number)[];

type Part<T> = (item: T) => string | number;

export interface Ordering<T> {
  /** Of what it is an order: a cursor of another list has no place in this one either. */
  readonly listName: string;
  /** Tells it from others: a cursor of another order has no place in this one. */
  readonly name: string;
  /** The first part of the key: it mostly decides alone. */
  readonly lead: Part<T>;
  /** The other parts, asked only where those before are alike. */
  readonly rest: readonly Part<T>[];
  /** By part of the key; parts beyond its end ascend. */
  readonly descending: readonly boolean[];
}

/** An item with the first part of its key as it was when it was looked at: the only part that changes. */
export interface Row<T> {
  readonly node: T;
  readonly lead: string | number;
}

function keyOf<T>({ node, lead }: Row<T>, { rest }: Ordering<T>): SortKey {
  return [lead, ...rest.map((part) => part(node))];
}

/** Negative where `a` comes before `b`. */
export function compareRows<T>(a: Row<T>, b: Row<T>, { rest, descending }: Ordering<T>): number {
  let order = compareParts(a.lead, b.lead, descending[0]);
  for (let index = 0; order === 0 && index < rest.length; index += 1) {
    const part = rest[index] as Part<T>;
    order = compareParts(part(a.node), part(b.node), descending[index + 1]);
  }
  return order;
}

/** Negative where a row comes before a key. */
export function compareToKey<T>(row: Row<T>, key: SortKey, { rest, descending }: Ordering<T>): number {
  let order = compareParts(row.lead, key[0] as string | number, descending[0]);
  for (let index = 0; order === 0 && index < rest.length; index += 1) {
    const part = rest[index] as Part<T>;
    order = compareParts(part(row.node), key[index + 1] as string | number, descending[index + 1]);
  }
  return order;
}

function compareParts(left: string | number, right: string | number, isDescending = false): number {
  if (left === right) return 0;
  return left < right === isDescending ? 1 : -1;
}

/** A cursor holds the sort key of its row, not its number: it stays right when rows come and go, its own row included. */
export function cursorOf<T>(row: Row<T>, ordering: Ordering<T>): string {
  const { listName, name } = ordering;
  return Buffer.from(JSON.stringify([listName, name, ...keyOf(row, ordering)])).toString('base64url');
}

/** The key in a cursor; an error where it is none of this list and order. */
export function keyOfCursor(cursor: string, { listName, name }: Ordering<never>): SortKey {
  let parts: unknown = null;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // Said below: whatever it is, it is no cursor.
  }
  if (!isKey(parts)) throw noCursor();
  const [list, order, ...key] = parts;
  if (list !== listName) throw noCursor();
  if (order === name) return key;
  throw badInput('after: this cursor is of another order; give the orderBy with which it was returned, or no cursor.');
}

/** Throws where a key cannot be compared with that of a row, part by part. */
export function refuseOtherKeys<T>(key: SortKey, row: Row<T>, ordering: Ordering<T>): void {
  const own = keyOf(row, ordering);
  const isAlike = key.length === own.length && key.every((part, index) => typeof part === typeof own[index]);
  if (!isAlike) throw noCursor();
}

function noCursor(): GraphQLError {
  return badInput('after: this is no cursor of this list; give an endCursor that it returned.');
}

function isKey(parts: unknown): parts is SortKey {
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number');
}
