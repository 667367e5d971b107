import { Evidence, type Reading } from '../model/health.js';
import type { Rule } from '../model/rule.js';
import { type Coverage, CoverageState } from '../model/signal.js';
import type { SightState } from '../model/source.js';
import type { GraphContext } from './context.js';

const BY_REASON: Readonly<Record<string, CoverageState>> = {
  forbidden: CoverageState.FORBIDDEN,
  'probe failed': CoverageState.UNREACHABLE,
  'not configured': CoverageState.NOT_CONFIGURED,
};

const BY_SIGHT: Partial<Record<SightState, CoverageState>> = {
  forbidden: CoverageState.FORBIDDEN,
  lost: CoverageState.UNREACHABLE,
  invalid: CoverageState.UNSUPPORTED,
};

/** There is no number at present; the signal is seen all the same. */
const NO_VALUE_NOW: ReadonlySet<string> = new Set(['warming up', 'not growing', 'no nodes']);

/** For how many resources a signal is seen, and why not for the others: asked of the rule itself, resource by resource. */
export function coverageOf(rule: Rule, context: GraphContext): Coverage {
  const { registry } = context;
  const { kind, howToEnable = null } = rule;
  const seen = rule.evidence === Evidence.MEASURED ? CoverageState.MEASURED : CoverageState.INFERRED;
  const reasons = new Map<string, number>();
  const uncoveredIds: string[] = [];
  let [covered, count] = [0, 0];
  for (const entry of registry.entries(kind)) {
    if (rule.applies?.(entry) === false) continue;
    count += 1;
    const readings = registry.readings(entry, [rule]);
    const sight = registry.sights.of(entry.main.system, kind)?.state;
    const unavailable = sight !== undefined && BY_SIGHT[sight] !== undefined ? sight : missing(readings);
    if (unavailable === null) {
      // A rule that measures, and has no reading of it at all, does not apply to it.
      if (rule.measure === undefined || readings.length > 0) covered += 1;
      continue;
    }
    uncoveredIds.push(entry.id);
    reasons.set(unavailable, (reasons.get(unavailable) ?? 0) + 1);
  }
  const [reason = null] = [...reasons].sort(([, a], [, b]) => b - a).map(([text]) => text);
  const isSeen = covered > 0 || reason === null;
  const isConfigured = count > 0 || [...registry.sights.ofKind(kind)].length > 0;
  return {
    state: isSeen ? (isConfigured ? seen : CoverageState.NOT_CONFIGURED) : stateOf(reason),
    covered,
    reason: reason ?? (isConfigured ? null : 'not configured'),
    howToEnable: reason === null ? null : howToEnable,
    uncoveredIds,
  };
}

/** Why none of the readings can be seen; null when one can, or when the signal has no number. */
function missing(readings: readonly Reading[]): string | null {
  const reasons = readings.map(({ value, unavailable }) => (value === null ? (unavailable ?? 'unknown') : null));
  const isSeen = reasons.length === 0 || reasons.some((reason) => reason === null || NO_VALUE_NOW.has(reason));
  return isSeen ? null : (reasons[0] ?? null);
}

function stateOf(reason: string | null): CoverageState {
  if (reason === null) return CoverageState.NOT_CONFIGURED;
  return BY_REASON[reason] ?? BY_SIGHT[reason as SightState] ?? CoverageState.UNSUPPORTED;
}
