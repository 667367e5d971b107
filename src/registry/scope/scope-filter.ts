import type { Disappearance, MainFacts, Observation, SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Scope } from '../../model/scope.js';
import type { Source } from '../../model/source.js';
import { FrontRows } from './front-rows.js';
import { type Visibility, visibilityOf } from './place-of.js';
import { reducedPlace, reducedSource } from './reduced.js';

/** Of what is reported, what a scope lets be seen: as if nothing else were watched. */
export class ScopeFilter {
  /** What is seen by now, and how much of it. */
  private readonly seen = new Map<ResourceId, Exclude<Visibility, 'none'>>();
  private readonly rows = new FrontRows();

  /**
   * @param sidesOf all that is known of a record beside its main facts, for one that comes into sight: these were reported
   * when nobody here was told
   */
  constructor(
    private readonly scope: Scope,
    private readonly sidesOf: (id: ResourceId) => readonly Observation[],
  ) {}

  /** A batch without what may not be seen; empty where nothing is left. */
  take(events: readonly SourceEvent[]): readonly SourceEvent[] {
    const left: SourceEvent[] = [];
    for (const event of events) {
      if ('goneAspect' in event) this.takeGone(event, left);
      else if (event.aspect === 'main') this.takeMain(event, left);
      else if (this.seen.get(event.id) === 'whole') left.push(event);
    }
    return left;
  }

  private takeMain(observation: Observation, left: SourceEvent[]): void {
    const { id, kind } = observation;
    const visibility = visibilityOf(this.scope, kind, observation.facts as MainFacts);
    const shown = this.shown(observation, visibility);
    if (shown === null) {
      this.takeAway(id, kind, left);
      return;
    }
    const before = this.seen.get(id);
    this.seen.set(id, visibility === 'whole' ? 'whole' : 'place');
    left.push(shown);
    if (kind === ResourceKind.SOURCE) left.push(...this.rows.show(shown.facts as Source));
    if (visibility === 'whole' && before !== 'whole') left.push(...this.sidesOf(id));
  }

  /** Null: not at all. */
  private shown(observation: Observation, visibility: Visibility): Observation | null {
    const { kind } = observation;
    if (kind === ResourceKind.SYSTEM) return this.rows.take(observation);
    if (visibility === 'whole') return observation;
    if (kind === ResourceKind.SOURCE) return reducedSource(observation, this.scope);
    return visibility === 'place' ? reducedPlace(observation) : null;
  }

  private takeGone(event: Disappearance, left: SourceEvent[]): void {
    const { id, kind, goneAspect } = event;
    if (goneAspect === 'main') this.takeAway(id, kind, left);
    else if (this.seen.get(id) === 'whole') left.push(event);
  }

  private takeAway(id: ResourceId, kind: Disappearance['kind'], left: SourceEvent[]): void {
    if (!this.seen.delete(id)) return;
    left.push({ id, kind, goneAspect: 'main' });
    if (kind === ResourceKind.SOURCE) left.push(...this.rows.hide(id));
  }
}
