import type { FindingReason } from '../model/finding-reason.js';
import type { Finding } from '../model/health.js';
import { compareFindings } from '../model/verdict.js';
import { walkCircle } from './circles.js';
import type { ReadLog, Reads } from './reads.js';

/** What roots are found by. */
export interface Standing {
  /** Causes of a finding that stand for it: who is told of one need not be told of the finding. */
  readonly standingFor: (effect: Finding) => readonly Finding[];
  /** The same finding as it is now; undefined: it is over. */
  readonly currentOf: (finding: Finding) => Finding | undefined;
}

interface Known {
  readonly isRoot: boolean;
  /** What it was found by, and what was found by it. */
  readonly reads: Reads;
}

/**
 * Which findings have to be told by themselves: those that nothing stands for, and of those that stand for each other in a circle,
 * and that nothing else stands for, the first. It is the oldest; they are equally severe. So whatever is not told follows from
 * something that is, no less severe.
 *
 * Who is asked of one finding of a circle looks at others, too. What was found of them is known until the next batch: each is looked
 * at once, of however many it is asked that lead to it.
 */
export class Roots {
  private readonly known = new Map<Finding, Known>();
  /** As of which batch. */
  private version = 0;

  /** @param circles reasons that may be causes of each other in a circle, each with all that are in its circles */
  constructor(
    private readonly circles: ReadonlyMap<FindingReason, ReadonlySet<FindingReason>>,
    private readonly standing: Standing,
    private readonly reads: ReadLog,
  ) {}

  isRoot(finding: Finding): boolean {
    if (this.version !== this.reads.version) this.known.clear();
    this.version = this.reads.version;
    const circle = this.circles.get(finding.reason);
    if (circle === undefined) return this.isUnfollowed(finding);
    const known = this.known.get(finding);
    if (known !== undefined) {
      this.reads.noteAll(known.reads);
      return known.isRoot;
    }
    const current = this.standing.currentOf(finding);
    // Nothing follows from what is over.
    if (current === undefined) return this.isUnfollowed(finding);
    if (current === finding) return this.find(finding, circle);
    // As it was before it is in the place of what it is now: what is known of others may not hold then.
    const { end } = walkCircle(finding, circle, this.standing.standingFor, () => false);
    return firstOf(end) === finding;
  }

  private isUnfollowed(finding: Finding): boolean {
    return this.standing.standingFor(finding).length === 0;
  }

  private find(finding: Finding, circle: ReadonlySet<FindingReason>): boolean {
    const own = this.reads.begin();
    let walk;
    try {
      walk = walkCircle(finding, circle, this.standing.standingFor, (cause) => this.known.has(cause));
    } finally {
      own.end();
    }
    const first = firstOf(walk.end);
    const reads = walk.known === null ? own : this.joined(own, walk.known);
    for (const one of walk.passed) this.known.set(one, { isRoot: one === first, reads });
    return finding === first;
  }

  /** What leads to the same has read the same: one within another for each would be a chain as long as theirs. */
  private joined(own: Reads, known: Finding): Reads {
    const reads = this.known.get(known)?.reads;
    if (reads === undefined) return own;
    this.reads.noteAll(reads);
    reads.addAll(own);
    return reads;
  }
}

function firstOf(findings: readonly Finding[]): Finding | undefined {
  return findings.reduce<Finding | undefined>(
    (first, one) => (first === undefined || compareFindings(one, first) < 0 ? one : first),
    undefined,
  );
}
