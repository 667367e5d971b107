import type { RecordKind } from '../model/kinds.js';
import { ResourceKind } from '../model/kinds.js';
import { type Sight, type SightState, SourceMode, type Source } from '../model/source.js';
import type { Instant } from '../model/time.js';
import type { Entry } from './entry.js';
import { type ReadLog, Stamp } from './reads.js';

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

/** What a newer state of a source means to who reads. */
export interface Turn {
  /** Some kind came into sight again. */
  readonly isBack: boolean;
  /** Some kind is seen in another way than before: more than that it is seen still. */
  readonly isOther: boolean;
}

/** From best to worst, when one kind is shown by several sights. */
const BADNESS: readonly SightState[] = ['ok', 'starting', 'hindered', 'invalid', 'forbidden', 'lost'];

/** What follows from the states of sources: which kinds of which system cannot be seen at the moment. */
export class Sights {
  private readonly bySource = new Map<
    string,
    readonly { readonly key: string; readonly sight: Sight; readonly isWatched: boolean }[]
  >();
  private readonly byKey = new Map<string, KindSight & { readonly contact: Stamp }>();
  private readonly obtained = new Set<string>();

  constructor(private readonly reads: ReadLog) {}

  /** Takes the newest states of sources, and leaves out those that are gone. */
  take(sources: Iterable<Entry>, gone: Iterable<Entry>): Turn {
    const keys = new Set<string>();
    for (const { main } of sources) for (const key of this.keep(main as Source)) keys.add(key);
    for (const { id } of gone) {
      for (const { key } of this.bySource.get(id) ?? []) keys.add(key);
      this.bySource.delete(id);
    }
    const turns = Array.from(keys, (key) => this.recompute(key));
    return { isBack: turns.some(({ isBack }) => isBack), isOther: turns.some(({ isOther }) => isOther) };
  }

  of(system: string, kind: RecordKind): KindSight | undefined {
    return this.byKey.get(sightKey(system, kind));
  }

  /** When those were heard of last who show a kind of a system. */
  contactOf(system: string, kind: RecordKind): Instant | null {
    const sight = this.byKey.get(sightKey(system, kind));
    if (sight === undefined) return null;
    this.reads.note(sight.contact);
    return sight.contactAt;
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

  /** Returns what it shows, and what it showed before. */
  private keep(source: Source): readonly string[] {
    const before = this.bySource.get(source.id) ?? [];
    const isWatched = isOrWasWatched(source);
    const entries = source.sights.flatMap((sight) =>
      sight.kind === null ? [] : [{ key: sightKey(source.system, sight.kind), sight, isWatched }],
    );
    this.bySource.set(source.id, entries);
    for (const { key, sight } of entries) if (sight.state === 'ok') this.obtained.add(`${key}/${sight.subject}`);
    return [...before, ...entries].map(({ key }) => key);
  }

  private recompute(key: string): Turn {
    const before = this.byKey.get(key);
    const now = this.worstOf(key);
    const isBack = isUnseenState(before?.state) && !isUnseenState(now?.state);
    if (now === null) {
      this.byKey.delete(key);
      return { isBack, isOther: before !== undefined };
    }
    const contact = before?.contact ?? new Stamp();
    if (now.contactAt !== before?.contactAt) this.reads.touch(contact);
    this.byKey.set(key, { ...now, contact });
    const isSame =
      now.state === before?.state && now.message === before.message && now.isObtained === before.isObtained;
    return { isBack, isOther: !isSame };
  }

  /** Null: nobody shows it any more. */
  private worstOf(key: string): KindSight | null {
    const all = [...this.bySource.values()].flat().filter((entry) => entry.key === key);
    if (all.length === 0) return null;
    const worst = all.reduce((a, b) => (BADNESS.indexOf(b.sight.state) > BADNESS.indexOf(a.sight.state) ? b : a));
    const contacts = all.map(({ sight, isWatched }) => (isWatched ? sight.contactAt : null));
    return {
      state: worst.sight.state,
      message: worst.sight.message,
      contactAt: contacts.every((at) => at !== null) ? (Math.min(...contacts) as Instant) : null,
      isObtained: all.every(({ sight }) => this.obtained.has(`${key}/${sight.subject}`)),
    };
  }
}

/** One that is replayed was a watch where it does not say how often it asks. */
function isOrWasWatched({ mode, interval }: Source): boolean {
  return mode === SourceMode.WATCHED || (mode === SourceMode.REPLAYED && interval === null);
}

function isUnseenState(state: SightState | undefined): boolean {
  return state !== undefined && state !== 'ok' && state !== 'starting';
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
