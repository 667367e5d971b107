import { type RunningVitals } from './vitals.js';
import { waitUntilNothingMissing } from './wait.js';

/** A source as one look of its own left it. */
export interface SourceState {
  readonly name: string;
  readonly lastDurationMilliseconds: number | null;
  readonly consecutiveFailures: number;
  readonly health: { readonly status: string; readonly observedAt: string | null };
}

const SOURCES = '{ sources { name lastDurationMilliseconds consecutiveFailures health { status observedAt } } }';

/** Looks of each source that are waited for, and how long: at rest each looks every ten seconds or a little later. */
const LOOKS = 2;
const WITHIN = 40_000;

/** How sources fare for as long as it takes each of them to look at its system twice. */
export class Onlookers {
  /** By source: how it was after each look that was made meanwhile. */
  readonly looks = new Map<string, SourceState[]>();

  private constructor(
    private readonly vitals: RunningVitals,
    private readonly isWatched: (source: SourceState) => boolean,
    private readonly begunAt: number,
  ) {}

  static async watch(vitals: RunningVitals, isWatched: (source: SourceState) => boolean): Promise<Onlookers> {
    const onlookers = new Onlookers(vitals, isWatched, Date.now());
    await waitUntilNothingMissing('looks of the others', () => onlookers.note(), { within: WITHIN, every: 500 });
    return onlookers;
  }

  private async note(): Promise<string | undefined> {
    const { sources } = await this.vitals.query<{ sources: readonly SourceState[] }>(SOURCES);
    for (const source of sources.filter(this.isWatched)) {
      const known = this.looks.get(source.name) ?? [];
      this.looks.set(source.name, known);
      const at = Date.parse(source.health.observedAt ?? '');
      // A look that was under way when it began says nothing of what came after: nor does one that was noted before.
      const isNew = at > this.begunAt && source.health.observedAt !== known.at(-1)?.health.observedAt;
      if (isNew && at - (source.lastDurationMilliseconds ?? 0) >= this.begunAt) known.push(source);
    }
    if (this.looks.size === 0) return 'nobody looks';
    const few = [...this.looks].filter(([, known]) => known.length < LOOKS).map(([name]) => name);
    return few.length === 0 ? undefined : few.join();
  }
}
