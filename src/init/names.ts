import { nameSchema } from '../config/fields.js';
import type { FoundSystem } from './found.js';

const LONGEST = 63;

/** A name that the configuration takes, as near as can be. */
export function nameLike(text: string): string {
  const name = text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/[^A-Za-z0-9]+$/, '');
  return nameSchema.safeParse(name).success ? name : 'unnamed';
}

/** What a context of a kubeconfig calls its cluster: "prod" of "admin@prod" and "arn:aws:eks:…:cluster/prod". */
export function clusterNameOf(context: string): string {
  return nameLike(context.split(/[/@]/).findLast((part) => part !== '') ?? context);
}

/** All sorts of databases are of one sort: their names tell them apart. */
function sortOf({ source }: FoundSystem): string {
  return source === 'clickhouse' ? 'postgres' : source;
}

/** A name for each that no other of its sort has. */
export function namesOf(systems: readonly FoundSystem[]): ReadonlyMap<FoundSystem, string> {
  const names = new Map<FoundSystem, string>();
  const taken = new Set<string>();
  for (const system of systems) {
    const wished = [system.name, `${system.namespace}-${system.name}`];
    const numbered = systems.map((_, index) => `${system.name}-${index + 2}`);
    const name = [...wished, ...numbered].map(nameLike).find((one) => !taken.has(`${sortOf(system)}/${one}`));
    if (name === undefined) continue;
    taken.add(`${sortOf(system)}/${name}`);
    names.set(system, name);
  }
  return names;
}

/** An environment variable for a secret of a system, which is none of those that are taken: `orders-db` and `orders.db` need two. */
export function variableFor({ source }: FoundSystem, name: string, what: string, taken: readonly string[]): string {
  const wished = [source, name, what]
    .join('_')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
  const numbered = taken.map((_, index) => `${wished}_${index + 2}`);
  return [wished, ...numbered].find((one) => !taken.includes(one)) as string;
}
