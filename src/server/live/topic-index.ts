import { getOrMake } from '../../model/get-or-make.js';
import type { Topic } from '../../resolvers/live-topics.js';

const NOBODY: ReadonlySet<never> = new Set();

/** Who listens to which topics. */
export class TopicIndex<T> {
  private readonly listeners = new Map<Topic, Set<T>>();

  of(topic: Topic): ReadonlySet<T> {
    return this.listeners.get(topic) ?? NOBODY;
  }

  add(listener: T, topics: readonly Topic[]): void {
    for (const topic of topics) getOrMake(this.listeners, topic, () => new Set<T>()).add(listener);
  }

  delete(listener: T, topics: readonly Topic[]): void {
    for (const topic of topics) {
      const all = this.listeners.get(topic);
      all?.delete(listener);
      if (all?.size === 0) this.listeners.delete(topic);
    }
  }
}
