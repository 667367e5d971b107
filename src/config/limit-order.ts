import type { LimitValues, Rule } from '../model/rule.js';
import { Unit } from '../model/health.js';

/** From the least to the worst. */
const STEPS = ['infoAt', 'warnAt', 'criticalAt'] as const;

/** Findings whose limits are shares of a whole: nothing is ever beyond 1. */
export function sharesOf(rules: readonly Rule[]): ReadonlySet<string> {
  const ratios = rules.filter(({ unit }) => unit === Unit.RATIO).flatMap(({ limits }) => Object.entries(limits));
  // Some ratios have no end, such as sessions for each CPU: their limits begin at 1.
  const isShare = ([, values]: readonly [string, LimitValues]): boolean =>
    STEPS.some((step) => values[step] !== undefined && values[step] < 1);
  return new Set(ratios.filter(isShare).map(([reason]) => reason));
}

/** Whether a limit is a share: by its own name, or as one of a finding of shares, by what it is where nobody sets it. */
export function isShare(key: string, isShareFinding: boolean, usual: number | undefined): boolean {
  if (/Share(?:At|Above|Below)?$/.test(key)) return true;
  const isBelowOne = usual !== undefined && usual > 0 && usual < 1;
  return isShareFinding && (isBelowOne || (STEPS as readonly string[]).includes(key));
}

/**
 * Why the limits, one above the other, make no sense; null when they do. The side on which the trouble lies is that of the
 * defaults. `written` are those that the setting itself names: one of them is at fault.
 */
export function disorderOf(
  defaults: LimitValues,
  inForce: LimitValues,
  written: LimitValues,
): { readonly key: string; readonly message: string } | null {
  const known = STEPS.filter((step) => defaults[step] !== undefined);
  const [first, last] = [defaults[known[0] ?? ''], defaults[known.at(-1) ?? '']];
  if (first === undefined || last === undefined || first === last) return null;
  const isRising = last > first;
  for (const [index, lesser] of known.entries()) {
    for (const worse of known.slice(index + 1)) {
      const [a, b] = [inForce[lesser], inForce[worse]];
      if (a === undefined || b === undefined || (isRising ? a <= b : a >= b)) continue;
      const key = written[lesser] === undefined ? worse : lesser;
      if (written[key] === undefined) continue;
      const place = isRising ? 'above' : 'below';
      return { key, message: `${lesser} ${a} is ${place} ${worse} ${b}: it would never be reached first` };
    }
  }
  return null;
}
