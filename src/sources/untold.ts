import type { Judgement } from '../model/rule.js';

type Unavailable = Readonly<Record<string, string>>;

/**
 * Words of `unavailable` for what is there and was not told this time. What is not there, or not yet, denies as well as a
 * number does: `unsupported`, `not configured`, `warming up`, `idle`.
 */
const UNTOLD: ReadonlySet<string> = new Set(['probe failed', 'forbidden', 'stale', 'ambiguous']);

/** Whether that is the reason for which there is no fact. */
export function isUntoldReason(reason: string | null | undefined): boolean {
  return reason != null && UNTOLD.has(reason);
}

/** Whether one of these facts was not told, though it is there. */
export function isUntold(unavailable: Unavailable, ...facts: readonly string[]): boolean {
  return facts.some((fact) => isUntoldReason(unavailable[fact]));
}

/** Of a rule that judges by these facts alone: what it says where one of them was not told. */
export function untoldWithout(unavailable: Unavailable, ...facts: readonly string[]): Pick<Judgement, 'cannotTell'> {
  return isUntold(unavailable, ...facts) ? { cannotTell: () => true } : {};
}
