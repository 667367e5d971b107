import type { FindingReason } from '../model/finding-reason.js';
import { getOrMake } from '../model/get-or-make.js';
import type { Finding } from '../model/health.js';
import type { CauseDefinition } from '../model/kind-definition.js';

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

/** What a walk along causes came by. */
export interface Walk {
  /** All of them, the finding that it began with first. */
  readonly passed: readonly Finding[];
  /**
   * Of these, where it could not go on: the one that nothing stands for, or those that stand for each other, and that nothing else
   * stands for. None: it ended before.
   */
  readonly end: readonly Finding[];
  /** The known one that it ended at. */
  readonly known: Finding | null;
}

interface Step {
  readonly place: number;
  /** Where it was not gone on to yet. */
  readonly causes: Iterator<Finding, undefined>;
}

const NOWHERE: readonly Finding[] = [];

/**
 * Goes from a finding along the causes that stand for it until it can go on no more, or comes to a cause that is none of the circle,
 * or to one that is known. Whatever it passed leads to where it ended, so that nothing of it but the end may be a root: it need not
 * go along the causes that are left.
 *
 * @param circle reasons of the finding's circles
 * @param standingFor asked once for each that is passed
 */
export function walkCircle(
  finding: Finding,
  circle: ReadonlySet<FindingReason>,
  standingFor: (effect: Finding) => readonly Finding[],
  isKnown: (cause: Finding) => boolean,
): Walk {
  const passed: Finding[] = [];
  const places = new Map<string, number>();
  // Places at which those begin that, as far as is known, lead to each other.
  const groups: number[] = [];
  const steps: Step[] = [];
  const enter = (one: Finding): boolean => {
    const causes = standingFor(one);
    const place = passed.push(one) - 1;
    places.set(one.id, place);
    groups.push(place);
    steps.push({ place, causes: causes.values() });
    return causes.every(({ reason }) => circle.has(reason));
  };
  let goesOn = enter(finding);
  for (let step = steps.at(-1); goesOn && step !== undefined; step = steps.at(-1)) {
    const cause = step.causes.next().value;
    if (cause === undefined) {
      // Whatever was passed since leads back here, and nowhere else.
      if (groups.at(-1) === step.place) return { passed, end: passed.slice(step.place), known: null };
      steps.pop();
      continue;
    }
    const place = places.get(cause.id);
    if (place !== undefined) while ((groups.at(-1) ?? 0) > place) groups.pop();
    else if (isKnown(cause)) return { passed, end: NOWHERE, known: cause };
    else goesOn = enter(cause);
  }
  return { passed, end: NOWHERE, known: null };
}
