import type { Finding } from '../../src/model/health.js';
import { severityRank } from '../../src/model/verdict.js';
import type { Registry } from '../../src/registry/registry.js';

type Told = Pick<Registry, 'findings' | 'causesOf' | 'isRoot'>;

/** Findings that are reached from one by their causes, nearest first; it is itself one of them where it goes round in a circle. */
function reached(
  registry: Told,
  finding: Finding,
  isFollowed: (cause: Finding, effect: Finding) => boolean,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  const left = [finding];
  for (let effect = left.shift(); effect !== undefined; effect = left.shift()) {
    for (const cause of registry.causesOf(effect)) {
      if (found.has(cause.id) || !isFollowed(cause, effect)) continue;
      found.set(cause.id, cause);
      left.push(cause);
    }
  }
  return [...found.values()];
}

/** Whoever hears of the cause is not told less of how bad it is than by the effect. */
function isEnough(cause: Finding, effect: Finding): boolean {
  return cause.ignored === null && severityRank(cause.severity) >= severityRank(effect.severity);
}

/** All of which one would have to hear, so that a finding need not be told: its causes and theirs, of those that are enough. */
export function standingFor(registry: Told, finding: Finding): readonly Finding[] {
  return reached(registry, finding, isEnough);
}

/**
 * Findings that nobody is told of: not ignored, no roots, and their causes do not lead to a root that is told and no less
 * severe.
 */
export function hidden(
  registry: Told,
  isRoot: (finding: Finding) => boolean = (finding) => registry.isRoot(finding),
): readonly Finding[] {
  const wanted = [...registry.findings()].filter(({ ignored }) => ignored === null);
  const told = new Set(wanted.filter(isRoot).map(({ id }) => id));
  return wanted.filter(
    (finding) => !told.has(finding.id) && !standingFor(registry, finding).some(({ id }) => told.has(id)),
  );
}

/** Findings that are their own causes' causes, however severe. */
export function inCircles(registry: Told): readonly Finding[] {
  return [...registry.findings()].filter((finding) =>
    reached(registry, finding, () => true).some(({ id }) => id === finding.id),
  );
}
