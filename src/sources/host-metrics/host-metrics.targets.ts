import type { Sight } from '../../model/source.js';
import { type Instant, type Milliseconds, after } from '../../model/time.js';

/**
 * Which of the configured targets of one preset Prometheus has samples of. One that answers and says nothing of a machine does
 * not see it: that is no news of the machine.
 */
export class MeasuredTargets {
  /** When each was told of last; null: never. */
  private readonly toldAt: Map<string, Instant | null>;
  private firstLookAt: Instant | null = null;

  /**
   * @param names of databases or clusters
   * @param called what a target is in words, such as `node-exporter of database meta`
   * @param freshFor how long it may stay away: then what was measured last is no longer judged either
   */
  constructor(
    names: readonly string[],
    private readonly called: (name: string) => string,
    private readonly freshFor: Milliseconds,
  ) {
    this.toldAt = new Map(names.map((name) => [name, null]));
  }

  /** After each look that brought an answer, of every target: whether it was measured. */
  look(name: string, isTold: boolean, now: Instant): void {
    this.firstLookAt ??= now;
    if (isTold) this.toldAt.set(name, now);
  }

  /** Whether it was measured once: what was said of it stays as it was. */
  wasTold(name: string): boolean {
    return this.toldAt.get(name) != null;
  }

  /** Those that stay away, as of a Prometheus at that place that answers. */
  lost(place: string, now: Instant): readonly Sight[] {
    return [...this.toldAt].flatMap(([name, contactAt]): readonly Sight[] => {
      const from = contactAt ?? this.firstLookAt;
      const since = from === null ? null : after(from, this.freshFor);
      if (since === null || since > now) return [];
      const subject = this.called(name);
      const message = `${place} answers and has no sample of ${subject}: it does not reach the exporter, or there is no such series.`;
      return [{ subject, kind: null, resourceId: null, state: 'lost', message, since, contactAt }];
    });
  }
}
