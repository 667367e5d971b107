import type { FindingReason } from '../model/finding-reason.js';
import type { Finding } from '../model/health.js';
import type { CauseDefinition, Step } from '../model/kind-definition.js';
import type { RecordKind } from '../model/kinds.js';
import type { Rule } from '../model/rule.js';
import { severityRank } from '../model/verdict.js';
import { circlesAmong } from './circles.js';
import type { Entry } from './entry.js';
import type { ReadLog } from './reads.js';
import { Roots } from './roots.js';
import { getOrMake } from '../model/get-or-make.js';

/** However many: no finding is said to have more consequences than this. */
const MOST_CONSEQUENCES = 10_000;

/**
 * Which findings are consequences of which: a pass of its own over the findings and edges of the moment, made when
 * someone asks, so that it is never older than the facts.
 */
export class Causes {
  private readonly byEffect = new Map<FindingReason, CauseDefinition[]>();
  private readonly byCause = new Map<FindingReason, CauseDefinition[]>();
  private readonly kindsOf = new Map<FindingReason, Set<RecordKind>>();
  private readonly roots: Roots;
  /** Those that broke: it is said once of each. */
  private readonly broken = new Set<CauseDefinition>();

  /** @param onDefect told of a definition that breaks when its facts are looked at, for the log: what it may link is not linked */
  constructor(
    definitions: readonly CauseDefinition[],
    rules: readonly Rule[],
    private readonly entryOf: (finding: Finding) => Entry | undefined,
    reads: ReadLog,
    private readonly onDefect?: (where: string, error: unknown) => void,
  ) {
    const standing = {
      standingFor: (effect: Finding) => this.causesOf(effect).filter((cause) => standsFor(cause, effect)),
      currentOf: (finding: Finding) => entryOf(finding)?.findings.find(({ id }) => id === finding.id),
    };
    this.roots = new Roots(circlesAmong(definitions), standing, reads);
    for (const definition of definitions) {
      for (const reason of definition.effects) getOrMake(this.byEffect, reason, () => []).push(definition);
      for (const reason of definition.causes) getOrMake(this.byCause, reason, () => []).push(definition);
    }
    for (const { kind, limits } of rules) {
      for (const reason of Object.keys(limits) as FindingReason[]) {
        getOrMake(this.kindsOf, reason, () => new Set()).add(kind);
      }
    }
  }

  causesOf(effect: Finding): readonly Finding[] {
    const entry = this.entryOf(effect);
    if (entry === undefined) return [];
    const found = new Map<string, Finding>();
    for (const definition of this.byEffect.get(effect.reason) ?? []) {
      for (const other of walk([entry], definition.path)) {
        for (const cause of other.findings) {
          if (this.isLinked(definition, effect, entry, cause, other)) found.set(cause.id, cause);
        }
      }
    }
    return [...found.values()];
  }

  /**
   * Whether it has to be told by itself: no cause of it stands for it, or they all stand for each other, and it is the first of
   * them. So whatever is not told follows from something that is, no less severe.
   */
  isRoot(finding: Finding): boolean {
    return this.roots.isRoot(finding);
  }

  consequencesOf(cause: Finding): readonly Finding[] {
    const entry = this.entryOf(cause);
    if (entry === undefined) return [];
    const found = new Map<string, Finding>();
    for (const definition of this.byCause.get(cause.reason) ?? []) {
      for (const other of this.walkBack(entry, definition)) {
        for (const effect of other.findings) {
          if (found.size >= MOST_CONSEQUENCES) return [...found.values()];
          if (this.isLinked(definition, effect, other, cause, entry)) found.set(effect.id, effect);
        }
      }
    }
    return [...found.values()];
  }

  private isLinked(
    definition: CauseDefinition,
    effect: Finding,
    effectEntry: Entry,
    cause: Finding,
    causeEntry: Entry,
  ): boolean {
    if (cause.id === effect.id) return false;
    if (!definition.causes.includes(cause.reason) || !definition.effects.includes(effect.reason)) return false;
    if (definition.sameSubject === true && cause.subject !== effect.subject) return false;
    try {
      return definition.holds?.(effect, effectEntry, cause, causeEntry) ?? true;
    } catch (error) {
      if (!this.broken.has(definition)) this.onDefect?.(`what causes ${definition.effects.join(', ')}`, error);
      this.broken.add(definition);
      return false;
    }
  }

  private walkBack(entry: Entry, { path, effects }: CauseDefinition): readonly Entry[] {
    const last = path.at(-1);
    if (last === undefined) return [entry];
    if (last.kind !== entry.kind) return [];
    const startKinds = new Set(effects.flatMap((reason) => [...(this.kindsOf.get(reason) ?? [])]));
    return [...startKinds].flatMap((kind) => walk([entry], reversed(path, kind)));
  }
}

/** Who is told of the cause need not be told of the effect: it is no less severe, and nobody wished not to hear of it alone. */
function standsFor(cause: Finding, effect: Finding): boolean {
  const isTold = cause.ignored === null || effect.ignored !== null;
  return isTold && severityRank(cause.severity) >= severityRank(effect.severity);
}

function walk(from: readonly Entry[], path: readonly Step[]): readonly Entry[] {
  return path.reduce<readonly Entry[]>(
    (entries, { edge, direction, kind }) =>
      entries.flatMap((entry) => (direction === 'to' ? entry.all(edge, kind) : entry.from(edge, kind))),
    from,
  );
}

function reversed(path: readonly Step[], startKind: RecordKind): readonly Step[] {
  return path
    .map(({ edge, direction }, index): Step => ({
      edge,
      direction: direction === 'to' ? 'from' : 'to',
      kind: path[index - 1]?.kind ?? startKind,
    }))
    .reverse();
}
