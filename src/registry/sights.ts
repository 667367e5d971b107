import type { RecordKind } from '../model/kinds.js';
import { ResourceKind } from '../model/kinds.js';
import { type Sight, type SightState, SourceMode, type Source } from '../model/source.js';
import type { Instant } from '../model/time.js';
import type { Entry } from './entry.js';

/** How well one kind of one system is seen: the worst of all sights that show it. */
export interface KindSight {
  readonly state: SightState;
  /** Why it is not seen; null while it is. */
  readonly message: string | null;
  /** The oldest of the sights' last contacts: everything is at least as fresh. Null for what is probed. */
  readonly contactAt: Instant | null;
  /** Everything of this kind has been listed at least once. */
  readonly isObtained: boolean;
}

/** From best to worst, when one kind is shown by several sights. */
const BADNESS: readonly SightState[] = ['ok', 'starting', 'invalid', 'forbidden', 'lost'];

/** What follows from the states of sources: which kinds of which system cannot be seen at the moment. */
export class Sights {
  private readonly bySource = new Map<
    string,
    readonly { readonly key: string; readonly sight: Sight; readonly isWatched: boolean }[]
  >();
  private readonly byKey = new Map<string, KindSight>();
  private readonly obtained = new Set<string>();

  /** Takes a source's newest state. Returns whether some kind came into sight again. */
  take(source: Source): boolean {
    const before = this.bySource.get(source.id) ?? [];
    const isWatched = isOrWasWatched(source);
    const entries = source.sights.flatMap((sight) =>
      sight.kind === null ? [] : [{ key: sightKey(source.system, sight.kind), sight, isWatched }],
    );
    this.bySource.set(source.id, entries);
    for (const { key, sight } of entries) if (sight.state === 'ok') this.obtained.add(`${key}/${sight.subject}`);
    const keys = new Set([...before, ...entries].map(({ key }) => key));
    return [...keys].map((key) => this.recompute(key)).some((isBack) => isBack);
  }

  /** As `take`, of a source that is gone. */
  forget(source: Entry): boolean {
    const keys = new Set((this.bySource.get(source.id) ?? []).map(({ key }) => key));
    this.bySource.delete(source.id);
    return [...keys].map((key) => this.recompute(key)).some((isBack) => isBack);
  }

  of(system: string, kind: RecordKind): KindSight | undefined {
    return this.byKey.get(sightKey(system, kind));
  }

  /** Whether records of that kind and system are UNKNOWN by reference to their source. */
  isUnseen(system: string, kind: RecordKind): boolean {
    return isUnseenState(this.of(system, kind)?.state);
  }

  /** All sights of a kind, over all systems. */
  *ofKind(kind: RecordKind): Generator<readonly [system: string, sight: KindSight]> {
    const suffix = `/${shownAs(kind)}`;
    for (const [key, sight] of this.byKey) if (key.endsWith(suffix)) yield [key.slice(0, -suffix.length), sight];
  }

  private recompute(key: string): boolean {
    const was = isUnseenState(this.byKey.get(key)?.state);
    const all = [...this.bySource.values()].flat().filter((entry) => entry.key === key);
    if (all.length === 0) {
      this.byKey.delete(key);
      return was;
    }
    const worst = all.reduce((a, b) => (BADNESS.indexOf(b.sight.state) > BADNESS.indexOf(a.sight.state) ? b : a));
    const contacts = all.map(({ sight, isWatched }) => (isWatched ? sight.contactAt : null));
    this.byKey.set(key, {
      state: worst.sight.state,
      message: worst.sight.message,
      contactAt: contacts.every((at) => at !== null) ? (Math.min(...contacts) as Instant) : null,
      isObtained: all.every(({ sight }) => this.obtained.has(`${key}/${sight.subject}`)),
    });
    return was && !isUnseenState(worst.sight.state);
  }
}

/** One that is replayed was a watch where it does not say how often it asks. */
function isOrWasWatched({ mode, interval }: Source): boolean {
  return mode === SourceMode.WATCHED || (mode === SourceMode.REPLAYED && interval === null);
}

function isUnseenState(state: SightState | undefined): boolean {
  return state === 'lost' || state === 'forbidden' || state === 'invalid';
}

/** Kinds that are seen through others: zones through their nodes, an engine and its steps through the workflows. */
const SHOWN_AS = new Map<RecordKind, RecordKind>([
  [ResourceKind.ZONE, ResourceKind.NODE],
  [ResourceKind.WORKFLOW_ENGINE, ResourceKind.WORKFLOW],
  [ResourceKind.WORKFLOW_STEP, ResourceKind.WORKFLOW],
]);

function shownAs(kind: RecordKind): RecordKind {
  return SHOWN_AS.get(kind) ?? kind;
}

function sightKey(system: string, kind: RecordKind): string {
  return `${system}/${shownAs(kind)}`;
}
