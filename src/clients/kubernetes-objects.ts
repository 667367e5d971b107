import type { RawObject } from './kubernetes-watch-event.js';

/** One object that came, changed or went. Two objects of the same name and different uid are two objects. */
export type WatchChange<T> =
  | { readonly type: 'upsert'; readonly uid: string; readonly object: T }
  | { readonly type: 'delete'; readonly uid: string };

/**
 * Which objects are there, by uid and no more, and the changes that wait to be handed over. A list is compared with what
 * was known before it: what it does not name is gone.
 */
export class WatchedObjects<T> {
  private readonly known = new Set<string>();
  private unlisted: Set<string> | null = null;
  private changes: WatchChange<T>[] = [];

  /** @param project null for an object that is not wanted; when it throws, what was known of the object stays */
  constructor(
    private readonly project: (object: RawObject) => T | null,
    private readonly onError: (error: unknown) => void,
  ) {}

  get size(): number {
    return this.known.size;
  }

  /** How many changes wait. */
  get waiting(): number {
    return this.changes.length;
  }

  beginList(): void {
    this.unlisted = new Set(this.known);
  }

  endList(): void {
    for (const uid of this.unlisted ?? []) this.delete(uid);
    this.unlisted = null;
  }

  upsert(raw: RawObject): void {
    const { uid } = raw.metadata;
    this.unlisted?.delete(uid);
    let object: T | null;
    try {
      object = this.project(raw);
    } catch (error) {
      this.onError(error);
      return;
    }
    if (object === null) {
      this.delete(uid);
      return;
    }
    this.known.add(uid);
    this.changes.push({ type: 'upsert', uid, object });
  }

  delete(uid: string): void {
    this.unlisted?.delete(uid);
    if (this.known.delete(uid)) this.changes.push({ type: 'delete', uid });
  }

  /** The changes since the last call. */
  take(): readonly WatchChange<T>[] {
    const { changes } = this;
    this.changes = [];
    return changes;
  }
}
