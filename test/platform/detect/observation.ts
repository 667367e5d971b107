import { type Platform } from '../support/platform.js';
import { type RunningVitals } from '../support/vitals.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { Related } from './related.js';

const CALM_WITHIN = 240_000;

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
    for (const finding of findings.nodes) this.related.learn(finding);
    this.learnHeard();
    return findings.nodes;
  }

  private learnHeard(): void {
    const { heard } = this.vitals;
    for (const { raised } of heard.slice(this.learntTo)) for (const finding of raised) this.related.learn(finding);
    this.learntTo = heard.length;
  }

  /** Waits until none of these is wrong any more; without an argument, nothing at all. */
  async calm(isMeant: (id: string) => boolean = () => true): Promise<void> {
    const look = async (): Promise<string | undefined> =>
      (await this.wrongNow()).find(({ id }) => isMeant(id))?.message;
    await waitUntilNothingMissing('calm', look, { within: CALM_WITHIN, every: 500 });
  }

  /** The findings that were raised from one place to another in what was heard. */
  raised(from: number, to: number): readonly Raised[] {
    return this.vitals.heard.slice(from, to).flatMap(({ raised, resourceKind, resourceName }) =>
      raised.map(({ id, reason }) => ({
        id,
        reason,
        label: `${reason} on ${resourceKind ?? ''} ${resourceName ?? ''}`,
      })),
    );
  }
}

export interface Raised {
  readonly id: string;
  readonly reason: string;
  /** For people: `REASON on KIND name`. */
  readonly label: string;
}
