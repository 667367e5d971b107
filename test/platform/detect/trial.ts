import { type Heard, type HeardFinding, raises, resourceOf } from '../support/vitals.js';
import { boundOf, type Detection, isOn, type Outcome } from './detection.js';
import { type Observation } from './observation.js';
import { type RuleFacts, ruleFacts } from './rule-facts.js';

/** A rule that is late is waited for this much longer, so that it can be said how late it is. */
const PATIENCE = 60_000;
const CLEARED_WITHIN = 240_000;

const SEVERITIES: readonly string[] = ['INFO', 'WARNING', 'CRITICAL'];

/** Kubernetes tells times in whole seconds, cut off: a hold that is counted from one of them ends by so much sooner. */
const CUT_OFF_SECONDS = 1;

/** When a fault was injected or repaired, where in what was heard that was, and when the system itself showed it. */
export interface Deed {
  readonly begunAt: number;
  readonly from: number;
  readonly shownAt: number;
}

/** One detection, and where in what was heard it began and ended. */
export interface Detected {
  readonly detection: Detection;
  readonly outcome: Outcome;
  readonly raisedId: string | null;
  readonly from: number;
  readonly to: number;
}

interface Timing {
  readonly afterSeconds: number;
  readonly boundSeconds: number;
  readonly isAlert: boolean;
}

/** One detection while its fault comes and goes. What goes wrong is its problem, never thrown. */
export class Trial {
  private readonly facts: RuleFacts;
  private readonly problems: string[] = [];
  private heard: Heard | null = null;
  private raised: Timing | null = null;
  private cleared: Timing | null = null;
  private raisedAfterDeed: number | null = null;
  private clearedBy: Outcome['clearedBy'] = null;

  constructor(
    private readonly detection: Detection,
    private readonly observation: Observation,
    private readonly from: number,
  ) {
    this.facts = ruleFacts(detection, observation.limits);
  }

  note(error: unknown): void {
    this.problems.push(error instanceof Error ? error.message : String(error));
  }

  /** Waits for the finding. */
  async raise(deed: Deed): Promise<void> {
    const { finding, resource, whenAlert, soonerSeconds = 0 } = this.detection;
    const { holdSeconds } = this.facts;
    const isIt = (change: Heard): boolean => isOn(resource, resourceOf(change)) && raises(finding)(change);
    const within = (holdSeconds + boundOf(this.detection, false)) * 1_000 + PATIENCE;
    try {
      this.heard = await this.observation.vitals.waitFor(finding, isIt, within, this.from);
    } catch (error) {
      this.note(error);
      return;
    }
    this.raised = this.timing(this.heard, deed, holdSeconds);
    const { afterSeconds, boundSeconds, isAlert } = this.raised;
    if (afterSeconds > boundSeconds) this.note(`raised ${afterSeconds.toFixed(1)} s after it showed and its hold`);
    this.raisedAfterDeed = (this.heard.at - deed.begunAt) / 1_000;
    if (this.raisedAfterDeed < holdSeconds - soonerSeconds - CUT_OFF_SECONDS)
      this.note(`raised ${this.raisedAfterDeed.toFixed(1)} s after it was begun, sooner than its hold`);
    const { severity } = this.finding ?? {};
    if (SEVERITIES.indexOf(severity ?? '') < SEVERITIES.indexOf(this.detection.severity))
      this.note(`raised as ${severity ?? 'nothing'}, not as ${this.detection.severity}`);
    if (whenAlert === true && !isAlert) this.note('its system was not alert any more');
  }

  /** Waits for the end of what was raised. */
  async clear(deed: Deed): Promise<void> {
    const { finding, clearHoldSeconds = 0, isRequired, endsByRemoval = false } = this.detection;
    const id = this.raisedId;
    if (id === null) return;
    const isOver = (change: Heard): boolean => change.cleared.some((one) => one.id === id);
    const { vitals } = this.observation;
    try {
      const heard = await vitals.waitFor(`the end of ${finding}`, isOver, CLEARED_WITHIN, deed.from);
      this.cleared = this.timing(heard, deed, clearHoldSeconds);
      this.clearedBy = heard.type === 'REMOVED' ? 'removal' : 'verdict';
    } catch (error) {
      this.note(error);
      return;
    }
    const { afterSeconds, boundSeconds } = this.cleared;
    if (afterSeconds > boundSeconds)
      this.note(`cleared ${afterSeconds.toFixed(1)} s after it was well again and its hold`);
    if (isRequired && !endsByRemoval && this.clearedBy === 'removal') this.note('it ended only with what it was on');
  }

  /** Ids of what its fault brought about so far. */
  family(): ReadonlySet<string> {
    return this.observation.family(this.detection, this.from, this.observation.vitals.heard.length);
  }

  end(): Detected {
    const { finding, isRequired, fault, resource, seen } = this.detection;
    const outcome: Outcome = {
      signal: this.facts.signal,
      finding,
      required: isRequired,
      fault,
      resource: this.heard === null ? resource : resourceOf(this.heard),
      evidence: this.evidence,
      holdSeconds: this.facts.holdSeconds,
      defaultHoldSeconds: this.facts.defaultHoldSeconds,
      seen,
      alert: this.raised?.isAlert ?? false,
      boundSeconds: this.raised?.boundSeconds ?? boundOf(this.detection, false),
      clearedBoundSeconds: this.cleared?.boundSeconds ?? null,
      raisedAfterSeconds: this.raised?.afterSeconds ?? null,
      clearedAfterSeconds: this.cleared?.afterSeconds ?? null,
      severity: this.finding?.severity ?? null,
      raisedAfterDeedSeconds: this.raisedAfterDeed,
      clearedBy: this.clearedBy,
      consequences: [],
      falseFindings: [],
      problem: this.problems.length === 0 ? null : this.problems.join('; '),
    };
    const to = this.observation.vitals.heard.length;
    return { detection: this.detection, outcome, raisedId: this.raisedId, from: this.from, to };
  }

  private get finding(): HeardFinding | undefined {
    return this.heard?.raised.find(({ reason }) => reason === this.detection.finding);
  }

  private get raisedId(): string | null {
    return this.finding?.id ?? null;
  }

  /** What the finding itself says that it rests on; what its rule says of itself, where it was not raised. */
  private get evidence(): string {
    const { evidenceNote } = this.detection;
    const evidence = this.finding?.evidence ?? this.facts.evidence;
    return evidenceNote === undefined ? evidence : `${evidence}, ${evidenceNote}`;
  }

  private timing({ at, cluster }: Heard, { begunAt, shownAt }: Deed, holdSeconds: number): Timing {
    const system = this.detection.seenThrough ?? cluster;
    // A deed may show itself only after a while, and nothing is watched closely for ever.
    const isAlert = [begunAt, shownAt].every((time) => this.observation.wasAlert(system, time));
    const boundSeconds = boundOf(this.detection, isAlert);
    return { afterSeconds: (at - shownAt) / 1_000 - holdSeconds, boundSeconds, isAlert };
  }
}
