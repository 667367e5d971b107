import { z } from 'zod';

/** What a field names: another system of the same file. */
export interface ReferenceTarget {
  /** What such a system is called in a sentence: "cluster". */
  readonly what: string;
  /** The lists of the configuration one of which it stands in. */
  readonly lists: readonly string[];
}

/** A name that stands in one entry of a list, for another one. */
export interface Reference {
  /** From the entry down to the name, as they are written. */
  readonly keys: readonly PropertyKey[];
  readonly name: string;
  readonly target: ReferenceTarget;
}

/** Of schemas, and of those that were made of them by saying more, such as a description. */
const targets = z.registry<ReferenceTarget>();

/** Declares that what this schema reads is the name of another system: there must be one. */
export function declareReference<T extends z.ZodType>(schema: T, target: ReferenceTarget): T {
  targets.add(schema, target);
  return schema;
}

/**
 * All names of other systems in what was written for one, which its schema has read without complaint. By what was written,
 * and not by what the schema made of it: so the places are those of the file. Unions and records hold none.
 */
export function* referencesIn(
  schema: unknown,
  written: unknown,
  keys: readonly PropertyKey[] = [],
): Generator<Reference> {
  if (written === undefined || written === null) return;
  const target = targets.get(schema as z.ZodType);
  if (target !== undefined) yield { keys, name: written as string, target };
  else if (schema instanceof z.ZodPipe) yield* referencesIn(schema.in, written, keys);
  else if (schema instanceof z.ZodArray) yield* referencesInList(schema, written, keys);
  else if (schema instanceof z.ZodObject) yield* referencesInObject(schema, written, keys);
  else if (isWrapper(schema)) yield* referencesIn(schema.unwrap(), written, keys);
}

function* referencesInList({ element }: z.ZodArray, written: unknown, keys: readonly PropertyKey[]) {
  if (!Array.isArray(written)) return;
  for (const [index, item] of written.entries()) yield* referencesIn(element, item, [...keys, index]);
}

function* referencesInObject({ shape }: z.ZodObject, written: unknown, keys: readonly PropertyKey[]) {
  for (const [key, field] of Object.entries(shape)) {
    yield* referencesIn(field, (written as Readonly<Record<string, unknown>>)[key], [...keys, key]);
  }
}

/** What may be left out is read by what is within. */
function isWrapper(schema: unknown): schema is z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodPrefault {
  return [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodPrefault].some((wrapper) => schema instanceof wrapper);
}
