import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Placement } from '../model/placement.js';
import type { Rule } from '../model/rule.js';
import { type Config, namedSchema, serverSchema } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import { type Place, readDocument } from './document.js';
import { ignoreSchema, limitSchema, selectorSchema } from './limit-settings.js';
import { nearest } from './nearest.js';

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
  const { value, place } = readDocument(text, path, environment);
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
  refuseLostPlacements(lists, place);
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

/** What a system runs on must be watched, or it would never be found there. */
function refuseLostPlacements(lists: object, place: Place): void {
  const all = Object.entries(lists) as (readonly [string, readonly { readonly kubernetes?: Placement | null }[]])[];
  const clusters = all
    .filter(([source]) => source === 'kubernetes')
    .flatMap(([, entries]) => entries.map((entry) => namedSchema.parse(entry).name));
  for (const [source, entries] of all) {
    for (const [index, { kubernetes }] of entries.entries()) {
      if (kubernetes == null || clusters.includes(kubernetes.cluster)) continue;
      const keys = [source, index, 'kubernetes', 'cluster'];
      const mend =
        clusters.length === 0 ? 'no cluster is configured' : `did you mean ${nearest(kubernetes.cluster, clusters)}?`;
      throw new ConfigurationError(
        `${place(keys)}: ${keys.join('.')} there is no cluster "${kubernetes.cluster}"; ${mend}`,
      );
    }
  }
}

/** The first problem in one line; how many more there are. */
function explain(error: z.ZodError, place: Place): string {
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
