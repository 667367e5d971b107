import type { Reading } from '../model/health.js';
import type { Rule } from '../model/rule.js';
import type { SignalName } from '../model/signal-name.js';
import type { Entry } from '../registry/entry.js';
import { readingsOf } from '../registry/readings.js';
import type { GraphContext } from './context.js';

/** The readings of some signals, with nothing else measured beside them. */
export function measured(
  entry: Entry | undefined,
  signals: readonly SignalName[],
  { registry, clock }: GraphContext,
): readonly Reading[] {
  if (entry === undefined) return [];
  const rules = registry.rules.filter((rule) => signals.includes(rule.signal) && rule.kind === entry.kind);
  return readingsOf(entry, rules, registry.limits, clock.now());
}

/** The same for a rule at hand. */
export function measuredBy(entry: Entry, rule: Rule, { registry, clock }: GraphContext): readonly Reading[] {
  return readingsOf(entry, [rule], registry.limits, clock.now());
}
