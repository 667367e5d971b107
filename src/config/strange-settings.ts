import type { LimitValues, Rule } from '../model/rule.js';
import { type LimitSettings, type Selector, isForAll } from '../registry/limit-book.js';
import { namedSchema } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import type { Place } from './document.js';
import { disorderOf } from './limit-order.js';
import { defaultsOf } from './limit-settings.js';
import { mendOf } from './nearest.js';
import type { Reference } from './references.js';
import { conflictOf } from './useless-limits.js';

/** Lists of systems by their source, each entry as its source's own schema made it. */
type Lists = Readonly<Record<string, readonly unknown[]>>;

/** What is well-formed each for itself, and has to fit together. */
interface Settings {
  readonly lists: object;
  /** All names of systems in the entries of those lists, from the top of the file. */
  readonly references: readonly Reference[];
  readonly settings: LimitSettings;
}

/** Refuses what makes no sense together. Throws `ConfigurationError` with the place. */
export function refuseStrangeSettings(
  { lists, references, settings }: Settings,
  rules: readonly Rule[],
  place: Place,
): void {
  const refuse: Refuse = (keys, message) => {
    throw new ConfigurationError(`${place(keys)}: ${keys.map(String).join('.')} ${message}`);
  };
  refuseLostReferences(references, lists as Lists, refuse);
  refuseLostSelectors(settings, namesIn(lists as Lists), refuse);
  refuseDisorder(settings, rules, refuse);
}

type Refuse = (keys: readonly PropertyKey[], message: string) => never;

function namesIn(lists: Lists, wanted?: readonly string[]): readonly string[] {
  return Object.entries(lists)
    .filter(([list]) => wanted?.includes(list) !== false)
    .flatMap(([, entries]) => entries.map((entry) => namedSchema.parse(entry).name));
}

/** What a system is said to need or to run on must be watched, or it would never be found. */
function refuseLostReferences(references: readonly Reference[], lists: Lists, refuse: Refuse): void {
  for (const { keys, name, target } of references) {
    const known = namesIn(lists, target.lists);
    if (known.includes(name)) continue;
    const mend = known.length === 0 ? 'none is configured' : mendOf(name, known);
    refuse(keys, `there is no ${target.what} "${name}"; ${mend}`);
  }
}

/** A pattern may match what comes later; a plain name is a system that is configured, or a slip of the pen. */
function refuseLostSelectors(settings: LimitSettings, names: readonly string[], refuse: Refuse): void {
  if (names.length === 0) return;
  const check = (where: Selector, keys: readonly PropertyKey[]): void => {
    const { cluster } = where;
    if (cluster === undefined || /[*?]/.test(cluster) || names.includes(cluster)) return;
    refuse([...keys, 'cluster'], `no cluster or system "${cluster}" is configured; ${mendOf(cluster, names)}`);
  };
  const { overrides: limits, ignores, runbooks, teams, critical } = settings;
  for (const [list, entries] of Object.entries({ limits, ignores, runbooks, teams })) {
    for (const [index, { where }] of entries.entries()) check(where, [list, index, 'where']);
  }
  for (const [index, where] of critical.entries()) check(where, ['critical', index]);
}

/** Limits in the wrong order, or that can never apply, over the defaults and what settings for the same resources, or for all, said before. */
function refuseDisorder({ overrides }: LimitSettings, rules: readonly Rule[], refuse: Refuse): void {
  const defaults = defaultsOf(rules);
  for (const [index, { reason, where, values }] of overrides.entries()) {
    const base = defaults.get(reason) ?? {};
    const place = JSON.stringify(where);
    const earlier = overrides
      .slice(0, index)
      .filter((one) => one.reason === reason && (isForAll(one.where) || JSON.stringify(one.where) === place));
    const inForce: LimitValues = Object.assign({}, base, ...earlier.map((one) => one.values), values) as LimitValues;
    const disorder = disorderOf(base, inForce, values) ?? conflictOf(inForce, values);
    if (disorder !== null) refuse(['limits', index, disorder.key], disorder.message);
  }
}
