import type { FindingReason } from '../model/finding-reason.js';
import { getOrMake } from '../model/get-or-make.js';
import type { Finding } from '../model/health.js';
import type { CauseDefinition } from '../model/kind-definition.js';
import { compareFindings } from '../model/verdict.js';

/**
 * Reasons that may be causes of each other in a circle, as far as definitions go: each with all that are in its circles. Few are;
 * for all others nobody has to look farther than at their own causes.
 */
export function circlesAmong(
  definitions: readonly CauseDefinition[],
): ReadonlyMap<FindingReason, ReadonlySet<FindingReason>> {
  const causesOf = new Map<FindingReason, Set<FindingReason>>();
  for (const { effects, causes } of definitions) {
    for (const effect of effects) {
      const known = getOrMake(causesOf, effect, () => new Set());
      for (const cause of causes) known.add(cause);
    }
  }
  const reached = new Map([...causesOf.keys()].map((reason) => [reason, reachedFrom(reason, causesOf)]));
  const circles = new Map<FindingReason, ReadonlySet<FindingReason>>();
  for (const [reason, others] of reached) {
    const circle = [...others].filter((other) => reached.get(other)?.has(reason) === true);
    if (circle.length > 0) circles.set(reason, new Set(circle));
  }
  return circles;
}

function reachedFrom(
  reason: FindingReason,
  causesOf: ReadonlyMap<FindingReason, ReadonlySet<FindingReason>>,
): ReadonlySet<FindingReason> {
  const reached = new Set(causesOf.get(reason));
  // Who is added while this goes on has its turn, too.
  for (const one of reached) for (const cause of causesOf.get(one) ?? []) reached.add(cause);
  return reached;
}

/**
 * Whether a finding is the one that is told of those that stand for each other in a circle, and that nothing else stands for:
 * without it nobody would hear of any. It is the oldest; they are equally severe.
 *
 * @param circle reasons of its circles
 * @param standingFor causes that stand for a finding; there are some for this one
 */
export function isFirstOfCircle(
  finding: Finding,
  circle: ReadonlySet<FindingReason>,
  standingFor: (effect: Finding) => readonly Finding[],
): boolean {
  const reached = new Map([[finding.id, finding]]);
  const effects = new Map<string, string[]>();
  for (const effect of reached.values()) {
    const causes = standingFor(effect);
    // That one is told, or what it follows from.
    if (causes.length === 0 || causes.some(({ reason }) => !circle.has(reason))) return false;
    for (const cause of causes) {
      getOrMake(effects, cause.id, () => []).push(effect.id);
      if (reached.has(cause.id)) continue;
      if (compareFindings(cause, finding) < 0) return false;
      reached.set(cause.id, cause);
    }
  }
  // Where one of them does not lead back here, the circle is theirs.
  const leadingHere = new Set([finding.id]);
  for (const id of leadingHere) for (const effect of effects.get(id) ?? []) leadingHere.add(effect);
  return leadingHere.size === reached.size;
}
