import { z } from 'zod';
import { UnfitFile, readBounded } from '../model/bounded-file.js';
import { MEBIBYTE } from '../model/bytes.js';
import type { Rule } from '../model/rule.js';
import { systemCode } from '../model/system-code.js';
import { authSchema, lostScopes } from './auth.js';
import { type Config, type ServerConfig, namedSchema } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import { type Place, readDocument } from './document.js';
import { mendOf } from './nearest.js';
import { type Reference, referencesIn } from './references.js';
import { type Section, shapeOf } from './shape.js';
import { shown } from './shown.js';
import { refuseStrangeSettings } from './strange-settings.js';

/** Bytes. No configuration is longer; a larger file is another file. */
const LONGEST_FILE = 4 * MEBIBYTE;

/** Reads and validates the configuration file. Throws `ConfigurationError` with the place and the mend. */
export function loadConfig(
  path: string,
  environment: NodeJS.ProcessEnv,
  sections: readonly Section[],
  rules: readonly Rule[],
): Config {
  let text: string;
  try {
    text = readBounded(path, LONGEST_FILE).toString('utf8');
  } catch (error) {
    if (error instanceof UnfitFile && error.code === 'TOO_LARGE')
      throw new ConfigurationError(`${path}: is larger than 4 MiB; is it the right file?`);
    throw new ConfigurationError(`${path}: cannot be read (${systemCode(error)})`);
  }
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
  const result = shapeOf(sections, rules).safeParse(value, { error: unknownSetting });
  if (!result.success) throw new ConfigurationError(explain(result.error, place));
  const { server, log, alertmanager, tracing, limits, ignores, critical, runbooks, teams, teamLabels, ...lists } =
    result.data;
  const entries = sections.flatMap(({ name: source, configuration: schema, endpointKind }) =>
    ((lists as Record<string, unknown[]>)[source] ?? []).map((configuration, index) => ({
      source,
      name: namedSchema.parse(configuration).name,
      configuration,
      keys: [source, index] as const,
      schema,
      sort: endpointKind ?? source,
    })),
  );
  refuseTwins(entries, place);
  const overrides = limits.map((limit, index) => ({ ...limit, origin: `limits[${index}]` }));
  const settings = { overrides, ignores, critical, runbooks, teams, teamLabels };
  const references = [...entries.flatMap((entry) => referencesOf(entry, value)), ...referencesOfServer(value)];
  refuseLostScopes(server, place);
  refuseStrangeSettings({ lists, references, settings }, rules, place);
  const systems = entries.map(({ source, name, configuration }) => ({ source, name, configuration }));
  return { server, systems, limits: settings, log, alertmanager, tracing };
}

/** An entry of a list of systems, where it stands in the file, and what has read it. */
interface Entry {
  readonly source: string;
  readonly name: string;
  readonly keys: readonly [list: string, index: number];
  readonly schema: z.ZodType;
  /** What no other of its name may be. */
  readonly sort: string;
}

/** From the top of the file, as they are written there. */
function referencesOf({ keys, schema }: Entry, value: unknown): readonly Reference[] {
  const [list, index] = keys;
  const written = (value as Readonly<Record<string, readonly unknown[]>>)[list]?.[index];
  return [...referencesIn(schema, written)].map((one) => ({ ...one, keys: [...keys, ...one.keys] }));
}

/** What the server names of the systems: whose tokens it takes. */
function referencesOfServer(value: unknown): readonly Reference[] {
  const written = (value as { readonly server?: { readonly auth?: unknown } | null }).server?.auth;
  return [...referencesIn(authSchema, written)].map((one) => ({ ...one, keys: ['server', 'auth', ...one.keys] }));
}

function refuseLostScopes({ auth }: ServerConfig, place: Place): void {
  if (auth === undefined) return;
  const known = auth.scopes.map(({ name }) => name);
  for (const { keys, name } of lostScopes(auth)) {
    const path = ['server', 'auth', ...keys];
    throw new ConfigurationError(
      `${place(path)}: ${path.map(String).join('.')} there is no scope "${name}"; ${mendOf(name, known)}`,
    );
  }
}

/** Two systems of one sort under one name would be one in every answer: two databases, whichever they are. */
function refuseTwins(entries: readonly Entry[], place: Place): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { source, name, keys, sort } = entry;
    const twin = seen.get(`${sort}/${name}`);
    if (twin !== undefined) {
      const where = place([...keys, 'name']);
      const both = twin.source === source ? `${source} has two entries` : `${twin.source} and ${source} have one each`;
      throw new ConfigurationError(`${where}: ${both} named "${name}"; names tell them apart`);
    }
    seen.set(`${sort}/${name}`, entry);
  }
}

/** A setting that there is not, with what there is in its place. */
const unknownSetting: z.core.$ZodErrorMap = ({ code, inst, ...issue }) => {
  if (code !== 'unrecognized_keys') return undefined;
  const [key = ''] = (issue as { readonly keys?: readonly string[] }).keys ?? [];
  const known = inst instanceof z.ZodObject ? Object.keys(inst.shape) : [];
  return `there is no setting "${shown(key)}"; ${mendOf(key, known)}`;
};

/** The first problem in one line; how many more there are. */
function explain(error: z.ZodError, place: Place): string {
  // A key that is misspelt is often missed under its right name, too.
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0];
  if (issue === undefined) return 'the configuration is not valid';
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return `${place([...issue.path, key], true)}: ${issue.message}${more}`;
  }
  const isKey = issue.code === 'custom' && issue.params?.['isKey'] === true;
  const setting = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')} `;
  return `${place(issue.path, isKey)}: ${setting}${issue.message}${more}`;
}
