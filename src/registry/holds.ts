import type { Candidate } from '../model/rule.js';
import type { SignalName } from '../model/signal-name.js';
import { type Instant, after } from '../model/time.js';
import { severityRank } from '../model/verdict.js';

/** The last part of a hold, from which there must be a sample. */
const LAST_PART = 0.1;

/** A candidate, and which rule's it is. */
export type Proposed = Candidate & { readonly signal: SignalName };

interface Raised {
  readonly candidate: Proposed;
  readonly since: Instant;
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
}

/**
 * What a record's rules proposed lately: how "for 10 minutes" and "over 2 samples" work, and how a numeric finding
 * outlives its condition for a while. Only records with something to hold have one.
 */
export class Holds {
  private readonly proposals = new Map<string, Proposal>();
  /** Raised ones whose condition ended, by finding, until when they stay. */
  private readonly leaving = new Map<string, Raised & { readonly until: Instant }>();
  private raised = new Map<string, Raised>();
  private round = 0;

  /**
   * For the same record where fewer others are known: how long what is proposed has lasted. What only outlives its condition is
   * left behind, since what it followed from may not be known there.
   */
  elsewhere(): Holds {
    const holds = new Holds();
    for (const [key, proposal] of this.proposals) holds.proposals.set(key, { ...proposal, round: 0 });
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

  /** Takes one round of proposals. Per finding (reason and subject) the worst matured one is raised. */
  take(candidates: readonly Proposed[], now: Instant): Matured {
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
    for (const [key, { round }] of this.proposals) if (round !== this.round) this.proposals.delete(key);
    this.keepLeaving(worst, now, times);
    this.raised = worst;
    return {
      candidates: [...worst.values()].map(({ candidate, since }) => ({ ...candidate, proposedSince: since })),
      reconsiderAt: times.length === 0 ? null : (Math.min(...times) as Instant),
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

  /** What was raised, and is proposed no more or as less, stays as it was for its `clearAfter`. */
  private keepLeaving(worst: Map<string, Raised>, now: Instant, times: Instant[]): void {
    for (const [key, { candidate, since }] of this.raised) {
      const next = worst.get(key);
      if (next !== undefined && severityRank(next.candidate.severity) >= severityRank(candidate.severity)) {
        this.leaving.delete(key);
        continue;
      }
      const leaving = this.leaving.get(key) ?? { candidate, since, until: after(now, candidate.clearAfter ?? 0) };
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

/** Time alone proves nothing of what was sampled: samples must go on until it is nearly over. */
function isProven({ holdFor = 0, samples = 1, observedAt = null }: Candidate, proposal: Proposal): boolean {
  if (proposal.samples < samples) return false;
  return observedAt === null || observedAt >= after(proposal.firstAt, holdFor * (1 - LAST_PART));
}

/** Whether a candidate needs a memory at all. */
export function needsHolding({ holdFor, samples, clearAfter }: Candidate): boolean {
  return (holdFor ?? 0) > 0 || (samples ?? 1) > 1 || (clearAfter ?? 0) > 0;
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
