import { setTimeout as delay } from 'node:timers/promises';
import { Alertness } from '../../../src/sampling/alertness.js';
import { instant } from '../../../src/model/time.js';
import { type Platform } from '../support/platform.js';
import { resourceOf, type RunningVitals } from '../support/vitals.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Detection, isOn } from './detection.js';
import { Related, type Span } from './related.js';

const CALM_WITHIN = 240_000;
const LEARN_EVERY = 500;

interface Wrong {
  readonly id: string;
  readonly message: string;
  readonly causes: readonly { readonly id: string }[];
}

const WRONG_NOW = '{ findings(first: 500) { nodes { id message causes { id } } } }';

/** One running Vitals, all that was heard of it, and how findings hang together. */
export class Observation {
  readonly related = new Related();
  private learntTo = 0;

  constructor(
    readonly platform: Platform,
    readonly vitals: RunningVitals,
    /** Those that Vitals was started with. */
    readonly limits: readonly object[],
  ) {}

  /** What is wrong now. Causes can become known after a finding was raised: they are learnt here. */
  async wrongNow(): Promise<readonly Wrong[]> {
    const { findings } = await this.vitals.query<{ findings: { nodes: readonly Wrong[] } }>(WRONG_NOW);
    const now = Date.now();
    for (const finding of findings.nodes) this.related.learn(finding, now);
    this.learnHeard();
    return findings.nodes;
  }

  /** Looks at what is wrong again and again until told to stop: some causes are there only for a moment between two deeds. */
  async keepLearning(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      // The lanes themselves say where it does not answer.
      await this.wrongNow().catch(() => undefined);
      await delay(LEARN_EVERY, undefined, { signal: over }).catch(() => undefined);
    }
  }

  private learnHeard(): void {
    const { heard } = this.vitals;
    for (const { raised, at } of heard.slice(this.learntTo))
      for (const finding of raised) this.related.learn(finding, at);
    this.learntTo = heard.length;
  }

  /** Waits until nothing is wrong any more, or nothing of what `meant` answers at each look. */
  async calm(meant?: () => ReadonlySet<string>): Promise<void> {
    const look = async (): Promise<string | undefined> => {
      const wrong = await this.wrongNow();
      const ids = meant?.();
      return wrong.find(({ id }) => ids?.has(id) ?? true)?.message;
    };
    await waitUntilNothingMissing('calm', look, { within: CALM_WITHIN, every: 500 });
  }

  /** The time between two places in what was heard, and until what was heard there was looked at. */
  private span(from: number, to: number): Span {
    const { heard } = this.vitals;
    return { from: heard[from]?.at ?? Date.now(), to: (heard[to - 1]?.at ?? Date.now()) + 2 * LEARN_EVERY };
  }

  /** Whether Vitals looked at this system closely at that time: what it was told to is what was heard of it. */
  wasAlert(system: string | null, at: number): boolean {
    const alertness = new Alertness();
    for (const change of this.vitals.heard)
      if (change.cluster === system && change.at <= at) alertness.raise(instant(change.at));
    return alertness.isAlert(instant(at));
  }

  /** The findings that were raised from one place to another in what was heard. */
  raised(from: number, to: number): readonly Raised[] {
    return this.vitals.heard.slice(from, to).flatMap((change, index) =>
      change.raised.map(({ id, reason, message }) => {
        const resource = resourceOf(change);
        return { id, reason, resource, message, label: `${reason} on ${resource}`, place: from + index };
      }),
    );
  }

  /** Ids of what a fault brought about there directly, of its causes then, and of what all of these were the causes of. */
  family({ finding, resource, besides = [] }: Detection, from: number, to: number): ReadonlySet<string> {
    const direct = [{ finding, resource }, ...besides];
    const own = this.raised(from, to).filter((raised) =>
      direct.some((one) => raised.reason === one.finding && isOn(one.resource, raised.resource)),
    );
    return this.related.connectedWith(own.map(({ id }) => id), this.span(from, to)); // prettier-ignore
  }
}

export interface Raised {
  /** Where in what was heard. */
  readonly place: number;
  readonly id: string;
  readonly reason: string;
  /** `KIND name` */
  readonly resource: string;
  readonly message: string;
  /** For people: `REASON on KIND name`. */
  readonly label: string;
}
