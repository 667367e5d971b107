import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { configurationSchema } from '../../src/config/json-schema.js';
import { parseConfig } from '../../src/config/load.js';
import type { Section } from '../../src/config/shape.js';
import type { Rule } from '../../src/model/rule.js';

const compiled = new Map<string, ValidateFunction>();

/** Validates as editors do. No test has two sorts of sections of the same names, with as many rules. */
function validatorOf(sections: readonly Section[], rules: readonly Rule[]): ValidateFunction {
  const key = `${sections.map(({ name }) => name).join()} ${rules.length}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(configurationSchema(sections, rules)); // prettier-ignore
  compiled.set(key, made);
  return made;
}

/** What the JSON Schema says against a configuration; empty: it is valid. */
export function complaintsOf(text: string, sections: readonly Section[], rules: readonly Rule[]): readonly string[] {
  const validate = validatorOf(sections, rules);
  validate(parse(text) ?? {});
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`); // prettier-ignore
}

/** Reads a configuration as the program does. What it takes has to be valid by the JSON Schema, too. */
export const parseAndValidate: typeof parseConfig = (text, path, environment, sections, rules) => {
  const config = parseConfig(text, path, environment, sections, rules);
  const complaints = complaintsOf(text, sections, rules);
  if (complaints.length > 0)
    throw new Error(`What the loader takes is not valid by the JSON Schema: ${complaints.join('; ')}`);
  return config;
};
