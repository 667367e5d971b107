import type { Clock } from '../src/model/clock.js';
import type { SourceEvent } from '../src/model/facts.js';

/** Records of one sort, as their source reports them. */
export interface Population {
  /** What is there before any of them. */
  begin(now: number): readonly SourceEvent[];
  events(count: number, clock: Clock): Iterable<SourceEvent>;
}

const SORTS: Readonly<Record<string, () => Promise<Population>>> = {
  pods: async () => (await import('./cluster/population.js')).pods,
  'consumer-groups': async () => (await import('./other-populations.js')).consumerGroups,
  'replicated-tables': async () => (await import('./other-populations.js')).replicatedTables,
  workflows: async () => (await import('./other-populations.js')).workflows,
};

export async function populationNamed(sort: string): Promise<Population> {
  const make = SORTS[sort];
  if (make === undefined) throw new Error(`there is no population ${sort}: ${Object.keys(SORTS).join(', ')}`);
  return make();
}
