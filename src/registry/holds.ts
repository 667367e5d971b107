import { Evidence } from '../model/health.js';
import { type Candidate, KEPT_UNTOLD } from '../model/rule.js';
import type { SignalName } from '../model/signal-name.js';
import { type Instant, MINUTE, after, earliest } from '../model/time.js';
import { severityRank } from '../model/verdict.js';

/** The last part of a hold, from which there must be a sample. */
const LAST_PART = 0.1;

/** A candidate, and which rule's it is. */
export type Proposed = Candidate & { readonly signal: SignalName };

interface Raised {
  readonly candidate: Proposed;
  readonly since: Instant;
  /** Since when nothing can be told of it; absent while it is found. */
  readonly untoldSince?: Instant;
}

interface Leaving extends Raised {
  readonly until: Instant;
  /** What is found meanwhile, and is less than it. */
  readonly lesser: Proposed | null;
}

interface Proposal {
  readonly firstAt: Instant;
  samples: number;
  lastSampleAt: Instant | null;
  /** Until when it has to last; null once it is raised. */
  pendingUntil: Instant | null;
  /** A sample that proves it was asked for. */
  isAskedFor: boolean;
  round: number;
}

/** What is to be raised now, and when that may be different though no fact changes. */
interface Matured {
  readonly candidates: readonly (Proposed & { readonly proposedSince: Instant })[];
  readonly reconsiderAt: Instant | null;
  /** Of some of them nothing can be told. */
  readonly isStale: boolean;
}

/**
 * What a record's rules proposed lately: how "for 10 minutes" and "over 2 samples" work, and how a numeric finding
 * outlives its condition for a while. Only records with something to hold have one.
 */
export class Holds {
  private readonly proposals = new Map<string, Proposal>();
  /** Raised ones whose condition ended, by finding, until when they stay. */
  private readonly leaving = new Map<string, Leaving>();
  private raised = new Map<string, Raised>();
  private round = 0;

  /**
   * For the same record where fewer others are known: how long what is proposed has lasted, and what stands because nobody can
   * look, which it has of itself. What only outlives its condition is left behind, since what it followed from may not be known
   * there.
   */
  elsewhere(): Holds {
    const holds = new Holds();
    for (const [key, proposal] of this.proposals) holds.proposals.set(key, { ...proposal, round: 0 });
    for (const [key, one] of this.raised) if (one.untoldSince !== undefined) holds.raised.set(key, one);
    return holds;
  }

  get isEmpty(): boolean {
    return this.proposals.size === 0 && this.leaving.size === 0 && this.raised.size === 0;
  }

  /** Of what is proposed and not raised, until when each has to last; in the past, where only another sample is lacking. */
  get pendingUntil(): readonly Instant[] {
    return Array.from(this.proposals.values()).flatMap(({ pendingUntil }) => pendingUntil ?? []);
  }

  /** Whether something has lasted as long as it must, and one more sample is all that it lacks. Said once of each. */
  askForSample(now: Instant): boolean {
    let isWanted = false;
    for (const proposal of this.proposals.values()) {
      if (proposal.isAskedFor || proposal.pendingUntil === null || proposal.pendingUntil > now) continue;
      proposal.isAskedFor = true;
      isWanted = true;
    }
    return isWanted;
  }

  /** What stands of one rule's findings; not what only outlives its condition. */
  standing(signal: SignalName): readonly Proposed[] {
    return [...this.raised].flatMap(([key, { candidate }]) => {
      const leaving = this.leaving.get(key);
      const standing = leaving === undefined ? candidate : leaving.lesser;
      return standing?.signal === signal ? [standing] : [];
    });
  }

  /**
   * Takes one round of proposals. Per finding (reason and subject) the worst matured one is raised.
   * @param untold what stands and can be neither found again nor denied
   */
  take(candidates: readonly Proposed[], untold: readonly Proposed[], now: Instant): Matured {
    this.round += 1;
    const times: Instant[] = [];
    const worst = new Map<string, Raised>();
    for (const candidate of candidates) {
      const key = findingKey(candidate);
      const proposal = this.propose(candidate, now);
      if (!this.isRaised(key, candidate)) {
        const matureAt = after(proposal.firstAt, candidate.holdFor ?? 0);
        if (matureAt > now) times.push(matureAt);
        proposal.pendingUntil = matureAt;
        if (matureAt > now || !isProven(candidate, proposal)) continue;
      }
      proposal.pendingUntil = null;
      const rival = worst.get(key);
      if (rival === undefined || severityRank(candidate.severity) > severityRank(rival.candidate.severity)) {
        worst.set(key, { candidate, since: proposal.firstAt });
      }
    }
    this.keepUntold(untold, worst, now, times);
    for (const [key, { round }] of this.proposals) if (round !== this.round) this.proposals.delete(key);
    this.keepLeaving(worst, now, times);
    this.raised = worst;
    const raised = [...worst.values()];
    return {
      candidates: raised.map((one) => ({ ...one.candidate, message: messageOf(one), proposedSince: one.since })),
      reconsiderAt: earliest(times),
      isStale: raised.some(({ untoldSince }) => untoldSince !== undefined),
    };
  }

  /** Lets go of what is kept of one rule's findings. */
  drop(signal: SignalName): void {
    for (const [key, { candidate }] of this.raised) {
      if (candidate.signal !== signal) continue;
      this.raised.delete(key);
      this.leaving.delete(key);
    }
  }

  /** What stands, at that severity or a worse one, needs no second proof: also not while it is only kept. */
  private isRaised(key: string, { severity }: Candidate): boolean {
    const standing = this.raised.get(key);
    return standing !== undefined && severityRank(severity) <= severityRank(standing.candidate.severity);
  }

  private propose(candidate: Candidate, now: Instant): Proposal {
    const key = `${candidate.severity}/${findingKey(candidate)}`;
    const sampleAt = candidate.observedAt ?? now;
    let proposal = this.proposals.get(key);
    if (proposal === undefined) {
      // What lasts began with the sample that says so, not when it was heard of; of several, with the last of them.
      const beganAt = candidate.completeAt ?? sampleAt;
      const firstAt = (candidate.holdFor ?? 0) > 0 && beganAt < now ? beganAt : now;
      proposal = { firstAt, samples: 0, lastSampleAt: null, pendingUntil: null, isAskedFor: false, round: 0 };
      this.proposals.set(key, proposal);
    }
    proposal.round = this.round;
    if (proposal.samples === 0 || sampleAt !== proposal.lastSampleAt) {
      proposal.samples += 1;
      proposal.lastSampleAt = sampleAt;
    }
    return proposal;
  }

  /** What stands, and of which nothing can be told, stands on where nothing as bad is found. */
  private keepUntold(untold: readonly Proposed[], worst: Map<string, Raised>, now: Instant, times: Instant[]): void {
    for (const candidate of untold) {
      const key = findingKey(candidate);
      const untoldSince = this.raised.get(key)?.untoldSince ?? now;
      const until = after(untoldSince, KEPT_UNTOLD);
      if (isFound(candidate, worst.get(key)?.candidate) || until <= now) continue;
      worst.set(key, { candidate, since: this.propose(candidate, now).firstAt, untoldSince });
      // That there is nothing to be told any more, such as of a volume that nobody mounts, may be no event of its own.
      times.push(Math.min(until, after(now, MINUTE)) as Instant);
    }
  }

  /** What was raised, and is proposed no more or as less, stays as it was for its `clearAfter`. */
  private keepLeaving(worst: Map<string, Raised>, now: Instant, times: Instant[]): void {
    for (const [key, { candidate, since, untoldSince }] of this.raised) {
      const next = worst.get(key);
      if (next !== undefined && severityRank(next.candidate.severity) >= severityRank(candidate.severity)) {
        this.leaving.delete(key);
        continue;
      }
      // What nothing was told of for so long has no condition that it could outlive.
      const clearAfter = isOver(untoldSince, now) ? 0 : (candidate.clearAfter ?? 0);
      const until = this.leaving.get(key)?.until ?? after(now, clearAfter);
      const leaving: Leaving = { candidate, since, until, lesser: next?.candidate ?? null };
      if (leaving.until <= now) {
        this.leaving.delete(key);
        continue;
      }
      this.leaving.set(key, leaving);
      times.push(leaving.until);
      worst.set(key, { candidate: leaving.candidate, since: leaving.since });
    }
  }
}

/** Whether it is found again, or something worse: what another way of looking finds is no second look at it. */
function isFound(candidate: Proposed, found: Proposed | undefined): boolean {
  if (found === undefined) return false;
  const isWorse = severityRank(found.severity) > severityRank(candidate.severity);
  return isWorse || (found.severity === candidate.severity && wayOf(found) === wayOf(candidate));
}

function wayOf({ foundBy, evidence = Evidence.MEASURED }: Candidate): string {
  return `${evidence} ${foundBy ?? ''}`;
}

function isOver(untoldSince: Instant | undefined, now: Instant): boolean {
  return untoldSince !== undefined && after(untoldSince, KEPT_UNTOLD) <= now;
}

/** What is not of now says so. */
function messageOf({ candidate: { message }, untoldSince }: Raised): string {
  if (untoldSince === undefined) return message;
  const since = new Date(untoldSince).toISOString().slice(0, 19).replace('T', ' ');
  return `${message} Since ${since} UTC it could not be looked at again.`;
}

/** Time alone proves nothing of what was sampled: samples must go on until it is nearly over. */
function isProven({ holdFor = 0, samples = 1, observedAt = null }: Candidate, proposal: Proposal): boolean {
  if (proposal.samples < samples) return false;
  return observedAt === null || observedAt >= after(proposal.firstAt, holdFor * (1 - LAST_PART));
}

/** Whether a candidate needs a memory at all. */
export function needsHolding({ holdFor, samples, clearAfter, foundBy }: Candidate): boolean {
  return (holdFor ?? 0) > 0 || (samples ?? 1) > 1 || (clearAfter ?? 0) > 0 || foundBy !== undefined;
}

export function findingKey({
  reason,
  subject,
}: {
  readonly reason: string;
  readonly subject?: string | null | undefined;
}): string {
  return `${reason}/${subject ?? ''}`;
}
