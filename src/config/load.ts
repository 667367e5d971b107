import { readFileSync } from 'node:fs';
import { LineCounter, type Document, isNode, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Rule } from '../model/rule.js';
import { type Config, namedSchema, serverSchema } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import { ignoreSchema, limitSchema, selectorSchema } from './limit-settings.js';

/** What a source adds to the configuration: its key, and the shape of each entry of its list. */
export interface Section {
  readonly name: string;
  readonly configuration: z.ZodType;
}

/** No configuration is longer; a larger file is another file. */
const LONGEST_FILE = 4 * 1024 * 1024;

/** Reads and validates the configuration file. Throws `ConfigurationError` with the place and the mend. */
export function loadConfig(
  path: string,
  environment: NodeJS.ProcessEnv,
  sections: readonly Section[],
  rules: readonly Rule[],
): Config {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigurationError(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
  if (text.length > LONGEST_FILE) throw new ConfigurationError(`${path}: is larger than 4 MiB; is it the right file?`);
  return parseConfig(text, path, environment, sections, rules);
}

export function parseConfig(
  text: string,
  path: string,
  environment: NodeJS.ProcessEnv,
  sections: readonly Section[],
  rules: readonly Rule[],
): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) throw new ConfigurationError(`${path}: ${broken.message.split('\n')[0] ?? 'is no YAML'}`);
  const place = (keys: readonly PropertyKey[]): string => `${path}${placeOf(document, keys, lines)}`;
  const value = withEnvironment(document.toJS() ?? {}, environment, [], place);
  const result = shapeOf(sections, rules).safeParse(value);
  if (!result.success) throw new ConfigurationError(explain(result.error, place));
  const { server, limits, ignores, critical, ...lists } = result.data;
  const systems = sections.flatMap(({ name: source }) =>
    ((lists as Record<string, unknown[]>)[source] ?? []).map((configuration) => ({
      source,
      name: namedSchema.parse(configuration).name,
      configuration,
    })),
  );
  refuseTwins(systems, path);
  const overrides = limits.map((limit, index) => ({ ...limit, origin: `limits[${index}]` }));
  return { server, systems, limits: { overrides, ignores, critical } };
}

function shapeOf(sections: readonly Section[], rules: readonly Rule[]) {
  return z.strictObject({
    server: serverSchema.prefault({}),
    limits: z.array(limitSchema(rules)).default([]),
    ignores: z.array(ignoreSchema).default([]),
    critical: z.array(selectorSchema).default([]),
    ...Object.fromEntries(sections.map(({ name, configuration }) => [name, z.array(configuration).default([])])),
  });
}

/** Two systems of one sort under one name would be one in every answer. */
function refuseTwins(systems: Config['systems'], path: string): void {
  const seen = new Set<string>();
  for (const { source, name } of systems) {
    const key = `${source}/${name}`;
    if (seen.has(key))
      throw new ConfigurationError(`${path}: ${source} has two entries named "${name}"; names tell them apart`);
    seen.add(key);
  }
}

/** Puts environment variables in the place of `${NAME}`; one that is not set is an error, never an empty string. */
function withEnvironment(
  value: unknown,
  environment: NodeJS.ProcessEnv,
  keys: readonly PropertyKey[],
  place: (keys: readonly PropertyKey[]) => string,
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => {
      const found = environment[name];
      if (found === undefined) throw new ConfigurationError(`${place(keys)}: the environment has no variable ${name}`);
      return found;
    });
  }
  if (Array.isArray(value))
    return value.map((item, index) => withEnvironment(item, environment, [...keys, index], place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withEnvironment(item, environment, [...keys, key], place)]),
  );
}

/** The first problem in one line; how many more there are. */
function explain(error: z.ZodError, place: (keys: readonly PropertyKey[]) => string): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'the configuration is not valid';
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return `${place([...issue.path, key])}: there is no setting "${key}"${more}`;
  }
  const setting = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')} `;
  return `${place(issue.path)}: ${setting}${issue.message}${more}`;
}

/** `:line:column` of the nearest place in the file that a path of keys leads to. */
function placeOf(document: Document.Parsed, keys: readonly PropertyKey[], lines: LineCounter): string {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (!isNode(node) || node.range == null) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return `:${line}:${col}`;
  }
  return '';
}
