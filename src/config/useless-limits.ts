import { formatDuration, isLengthOfTime } from '../model/duration.js';
import type { LimitValues } from '../model/rule.js';

/** With 0 of these nothing is ever looked at, or nothing is ever old enough: the rule would be off without saying so. */
const NEVER_ZERO = /^(?:window|horizon|warnWithin)$|(?:Window|Horizon)$/;

/** Numbers of things that are counted. */
const COUNTS = /^(?:samples|burstSamples|commits|intervals|risingIntervals|periods|runs|leastRuns|inRow)$/;

/** Of two limits of one finding the first is no more than the second, or one of them can never apply. */
const AT_MOST: readonly (readonly [lesser: string, greater: string])[] = [
  ['risingIntervals', 'intervals'],
  ['leastRuns', 'runs'],
  ['inRow', 'runs'],
  ['warnAt', 'burstAt'],
  ['fastWindow', 'window'],
  ['criticalWithin', 'warnWithin'],
];

/** Why a limit by itself would do nothing; null: it does. */
export function uselessness(key: string, value: number): string | null {
  const isOff = value === 0 && (NEVER_ZERO.test(key) || COUNTS.test(key));
  if (isOff) return 'is 0, with which the rule would be off: to silence a finding, say so under "ignores"';
  return COUNTS.test(key) && !Number.isInteger(value) ? `takes a whole number, and ${value} is none` : null;
}

/** Why one of the limits in force could never apply; null: all can. `written` are those that the setting itself names. */
export function conflictOf(
  inForce: LimitValues,
  written: LimitValues,
): { readonly key: string; readonly message: string } | null {
  for (const [lesser, greater] of AT_MOST) {
    const [a, b] = [inForce[lesser], inForce[greater]];
    const key = written[lesser] === undefined ? greater : lesser;
    if (a === undefined || b === undefined || a <= b || written[key] === undefined) continue;
    return { key, message: `${lesser} ${said(lesser, a)} is more than ${greater} ${said(greater, b)}: set both` };
  }
  return null;
}

function said(key: string, value: number): string {
  return isLengthOfTime(key) ? formatDuration(value) : String(value);
}
