import type { HostFacts } from '../model/host.js';
import type { Aspect } from '../model/rule.js';
import { type Instant, after } from '../model/time.js';
import { isUntoldReason } from './untold.js';

/** Facts that say something about now, and when they were taken. */
export interface Fresh<F> {
  readonly facts: F;
  readonly observedAt: Instant;
  /** From when on they say nothing any more, unless newer ones come. */
  readonly staleAt: Instant;
}

/** What a monitoring system measured, unless it has fallen silent since. */
export function freshly<F extends HostFacts>(aspect: Aspect<F> | undefined, now: Instant): Fresh<F> | null {
  if (aspect === undefined || aspect.observedAt === null) return null;
  const { facts, observedAt } = aspect;
  const staleAt = after(observedAt, facts.freshFor + 1);
  return now < staleAt ? { facts, observedAt, staleAt } : null;
}

/** Whether a monitoring system tells nothing of one of these facts now, because it has fallen silent or has no sample. */
export function isSilentOf<F extends HostFacts>(
  aspect: Aspect<F> | undefined,
  facts: readonly (keyof F & string)[],
  now: Instant,
): boolean {
  if (aspect === undefined) return false;
  const fresh = freshly(aspect, now);
  return fresh === null || facts.some((fact) => isUntoldReason(fresh.facts.unavailable[fact]));
}
