import type { WatchChange } from '../../src/clients/kubernetes-objects.js';
import type { WatchHandler } from '../../src/clients/kubernetes-watch-handler.js';
import type { WatchState } from '../../src/clients/kubernetes-watch-state.js';
import { Told } from '../support/told.js';

/** Remembers what a reflector told, in words, and the world as it follows from it. */
export class Recorder implements WatchHandler<number> {
  readonly world = new Map<string, number>();
  readonly log: string[] = [];
  readonly states: WatchState[] = [];
  private readonly told = new Told();

  begin(): void {
    this.note('begin');
  }

  apply(changes: readonly WatchChange<number>[]): void {
    for (const change of changes) {
      if (change.type === 'upsert') this.world.set(change.uid, change.object);
      else this.world.delete(change.uid);
    }
    const words = changes.map((change) =>
      change.type === 'upsert' ? `${change.uid}=${change.object}` : `-${change.uid}`,
    );
    this.note(words.join(' '));
  }

  synced(): void {
    this.note('synced');
  }

  state(state: WatchState): void {
    this.states.push(state);
    this.note(state.kind);
  }

  /** Waits until something holds; looks whenever something was told. */
  until(what: string, holds: () => boolean, within = 5_000): Promise<void> {
    return this.told.until(what, holds, within, () => `told so far: ${this.log.join(', ')}`);
  }

  /** Waits until this was told, the given number of times. */
  untilTold(words: string, times = 1): Promise<void> {
    return this.until(words, () => this.log.filter((entry) => entry === words).length >= times);
  }

  private note(words: string): void {
    this.log.push(words);
    this.told.tell();
  }
}
