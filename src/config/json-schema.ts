import { z } from 'zod';
import { DURATION_PATTERN, formatDuration, isLengthOfTime } from '../model/duration.js';
import { FindingReason } from '../model/finding-reason.js';
import type { Rule } from '../model/rule.js';
import { OR_NONE } from './fields.js';
import { isShare, sharesOf } from './limit-order.js';
import { defaultsOf } from './limit-settings.js';
import { type Section, shapeOf } from './shape.js';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What stands where a value is taken from the environment: the loader knows what it is, an editor does not. */
const PLACEHOLDER = '\\$\\{[A-Za-z_]';

/**
 * The configuration as a JSON Schema of draft 7, which editors know: they complete and check the file while it is written. All that
 * the loader takes is valid by it. What it refuses as unknown or of another type is not; whether names, limits and addresses fit
 * together only the loader says.
 */
export function configurationSchema(sections: readonly Section[], rules: readonly Rule[]): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(shapeOf(sections, rules), { target: 'draft-7', io: 'input' });
  const limits = schema.properties?.['limits'] as { readonly items: JsonSchema };
  Object.assign(limits.items, { allOf: limitKeys(rules) });
  adapt(schema);
  return { ...($schema === undefined ? {} : { $schema }), title: 'Configuration of Vitals', ...schema };
}

/** Mends what an editor would not understand, or would understand too narrowly, here and below. */
function adapt(schema: JsonSchema): void {
  if (schema.default === null) delete schema.default;
  if (schema.format === 'uri') {
    delete schema.format;
    schema.pattern = '^https?://';
  }
  if (schema.pattern !== undefined) schema.pattern = `(?:${schema.pattern})|${PLACEHOLDER}`;
  for (const below of schemasWithin(schema)) adapt(below);
  if (schema.enum !== undefined) replace(schema, (own) => ({ anyOf: [own, { type: 'string', pattern: PLACEHOLDER }] }));
  if (schema[OR_NONE] === true) replace(schema, ({ [OR_NONE]: _, ...own }) => ({ anyOf: [own, { const: 'none' }] }));
}

/** Those that a schema is made of; what its settings are called is not mistaken for what it says. */
function schemasWithin(schema: JsonSchema): readonly JsonSchema[] {
  const { properties = {}, anyOf = [], allOf = [], items, additionalProperties, propertyNames } = schema;
  const all: readonly unknown[] = [...Object.values(properties), ...anyOf, ...allOf, items, additionalProperties, propertyNames, schema.if, schema.then]; // prettier-ignore
  return all.filter((one): one is JsonSchema => typeof one === 'object' && one !== null);
}

/** In place, with its description on the outside. */
function replace(schema: JsonSchema, by: (own: JsonSchema) => JsonSchema): void {
  const own = { ...schema };
  delete own.description;
  for (const key of Object.keys(own)) Reflect.deleteProperty(schema, key);
  Object.assign(schema, by(own));
}

/** Which limits a finding has, and what holds where none is set. */
function limitKeys(rules: readonly Rule[]): readonly JsonSchema[] {
  const defaults = defaultsOf(rules);
  const shares = sharesOf(rules);
  return Object.keys(FindingReason).map((finding) => {
    const own = Object.entries(defaults.get(finding) ?? {}).map(([key, usual]) => [key, limitOf(key, usual, isShare(key, shares.has(finding), usual))] as const); // prettier-ignore
    const properties = { finding: true, where: true, ...Object.fromEntries(own) };
    return {
      if: { required: ['finding'], properties: { finding: { const: finding } } },
      then: { properties, additionalProperties: false },
    };
  });
}

function limitOf(key: string, usual: number, isShareOfOne: boolean): JsonSchema {
  if (isLengthOfTime(key)) return { type: 'string', pattern: DURATION_PATTERN.source, default: formatDuration(usual) };
  return { type: 'number', minimum: 0, ...(isShareOfOne ? { maximum: 1 } : {}), default: usual };
}
