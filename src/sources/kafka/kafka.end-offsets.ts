import { getOrMake } from '../../model/get-or-make.js';
import type { Instant } from '../../model/time.js';

/** When a message was written. */
export interface Written {
  readonly since: Instant;
  /** Before that: nobody saw when. */
  readonly isLonger: boolean;
}

/** No partition remembers more points. */
const MOST_POINTS = 64;

/** Neighbours of a point that is dropped are closer to each other than this share of its age: what is old is known roughly. */
const ROUGHNESS = 0.2;

/** Where the end of one log was at which time, dense for what is recent and sparse for what is long ago. */
class Track {
  private times: number[] = [];
  private ends: number[] = [];

  add(end: number, now: Instant): void {
    const count = this.times.length;
    const last = this.ends[count - 1];
    // A log that was truncated, or is another one: nothing that was known of it helps.
    if (last !== undefined && end < last) [this.times, this.ends] = [[], []];
    const isStanding = last === end && this.ends[count - 2] === end;
    if (isStanding) this.times[count - 1] = now;
    else {
      this.times.push(now);
      this.ends.push(end);
    }
    if (this.times.length > MOST_POINTS) this.thin(now);
  }

  /** When the message at `offset` was written, as if all between two looks were written evenly; null: it is yet to be. */
  written(offset: number): Written | null {
    const index = this.ends.findIndex((end) => end > offset);
    if (index === -1) return null;
    const [at = 0, end = 0] = [this.times[index], this.ends[index]];
    if (index === 0) return { since: at as Instant, isLonger: true };
    const [atBefore = 0, endBefore = 0] = [this.times[index - 1], this.ends[index - 1]];
    const share = (offset - endBefore) / (end - endBefore);
    return { since: Math.round(atBefore + share * (at - atBefore)) as Instant, isLonger: false };
  }

  private thin(now: Instant): void {
    const isKept = (index: number): boolean => {
      const [before, at, behind] = [this.times[index - 1], this.times[index] ?? now, this.times[index + 1]];
      return before === undefined || behind === undefined || behind - before > ROUGHNESS * (now - at);
    };
    for (let index = 1; index < this.times.length - 1; index += 1) if (!isKept(index)) this.drop(index);
    while (this.times.length > MOST_POINTS) this.drop(0);
  }

  private drop(index: number): void {
    this.times.splice(index, 1);
    this.ends.splice(index, 1);
  }
}

/** Where the ends of all logs were: what turns messages behind into seconds behind. A kilobyte a partition at the most. */
export class EndOffsets {
  private readonly tracks = new Map<string, Map<number, Track>>();

  record(topic: string, partition: number, end: number, now: Instant): void {
    const partitions = getOrMake(this.tracks, topic, () => new Map<number, Track>());
    getOrMake(partitions, partition, () => new Track()).add(end, now);
  }

  written(topic: string, partition: number, offset: number): Written | null {
    return this.tracks.get(topic)?.get(partition)?.written(offset) ?? null;
  }

  forget(topic: string): void {
    this.tracks.delete(topic);
  }
}
