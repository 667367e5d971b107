import type { Reading } from '../model/health.js';
import type { SignalName } from '../model/signal-name.js';
import type { Entry } from '../registry/entry.js';
import type { GraphContext } from './context.js';

/** The readings of some signals, with nothing else measured beside them. */
export function measured(
  entry: Entry | undefined,
  signals: readonly SignalName[],
  { registry }: GraphContext,
): readonly Reading[] {
  if (entry === undefined) return [];
  const rules = registry.rules.filter(({ signal }) => signals.includes(signal));
  return registry.readings(entry, rules);
}

/** The number of a signal that has one reading; null where it is not known. */
export function measuredNumber(entry: Entry | undefined, signal: SignalName, context: GraphContext): number | null {
  return measured(entry, [signal], context)[0]?.value ?? null;
}
