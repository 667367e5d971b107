import fc, { type Arbitrary } from 'fast-check';

/** What may stand where something else was promised. */
const STRANGE: readonly Arbitrary<unknown>[] = [
  fc.constantFrom(undefined, null, true, false, 0, -1, 1e308, 2 ** 53, NaN, '', [], {}, [null], [[]], [{}], { 0: {} }),
  fc.constantFrom(
    'constructor',
    '__proto__',
    'toString',
    '9999999999999',
    '-5',
    '1e400',
    '0x10',
    '٣',
    '\u0000',
    '\ud800',
    '💥'.repeat(100),
  ),
  fc.constantFrom(
    '2026-13-45T99:99:99Z',
    '0001-01-01T00:00:00Z',
    '+275761-01-01T00:00:00Z',
    'now',
    '1Gi',
    '1.5e3Ki',
    '100m',
  ),
  fc.nat(100_000).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.jsonValue({ maxDepth: 1 })),
  fc.tuple(fc.integer({ min: 5, max: 2_000 }), fc.boolean()).map(([levels, isList]) => nested(levels, isList)),
];

const strange = fc.oneof(...STRANGE);

/** Mostly few; now and then as many as somebody may write who wants to do harm. */
const many = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 2, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 10_000 }) },
);

type Change =
  /** Something else stands there; undefined: nothing does. */
  | { readonly put: unknown }
  /** A list is so long, and each of it named otherwise; what is no list becomes one of as many of it. */
  | { readonly times: number };

/** By which numbers a way through an object is chosen, and what becomes of what is at its end. */
export interface Mutation {
  readonly way: readonly number[];
  readonly change: Change;
}

export const mutation: Arbitrary<Mutation> = fc.record({
  way: fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }),
  change: fc.oneof(
    { weight: 9, arbitrary: fc.record({ put: strange }) },
    { weight: 1, arbitrary: fc.record({ times: many }) },
  ),
});

/** A copy of an object with all that done to it, in order. */
export function mutated<T extends object>(object: T, mutations: readonly Mutation[]): T {
  const copy = structuredClone(object);
  for (const { way, change } of mutations) mutate(copy, way, change);
  return copy;
}

function mutate(object: object, [step = 0, ...rest]: readonly number[], change: Change): void {
  const entries = Object.keys(object);
  const key = entries[step % Math.max(1, entries.length)];
  if (key === undefined) return;
  const holder = object as Record<string, unknown>;
  const inner = holder[key];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) mutate(inner, rest, change);
  else if ('times' in change) holder[key] = repeated(inner, change.times);
  else if (change.put === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = change.put;
}

function repeated(value: unknown, times: number): unknown {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return Array.from({ length: times }, (_, index) => renamed(items[index % Math.max(1, items.length)], index));
}

function renamed(item: unknown, index: number): unknown {
  return typeof item === 'object' && item !== null && 'name' in item ? { ...item, name: `n${index}` } : item;
}

function nested(levels: number, isList: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = isList ? [value] : { name: value };
  return value;
}
