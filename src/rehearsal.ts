import type { Clock } from './model/clock.js';
import type { Instant } from './model/time.js';
import type { Rehearse } from './recording/recording.js';
import { Registry } from './registry/registry.js';
import { catalogue } from './sources/index.js';

/**
 * Takes and judges each batch of a recording once, in a registry that is thrown away: facts that no rule can read are known
 * before anything is served, by the very code that will read them. Throws what taking or judging throws.
 */
export function rehearsal(): Rehearse {
  let now = 0 as Instant;
  // Nothing falls due: facts are judged as they come, and that reads all of them.
  const clock: Clock = { now: () => now, at: () => () => undefined };
  const onDefect = (where: string, error: unknown): void => {
    throw new Error(`${where} cannot read it: ${error instanceof Error ? error.message : String(error)}`);
  };
  const registry = new Registry({ ...catalogue, clock, onDefect });
  return (events, at) => {
    now = at;
    registry.report(events);
  };
}
