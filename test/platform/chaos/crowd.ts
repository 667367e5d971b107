import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Seen, Word } from './crowd.main.js';

const BEGINS_WITHIN = 60_000;
const ENDS_WITHIN = 150_000;

/** Subscribers in a process of their own, who lose their connections again and again. */
export class Crowd {
  private readonly words = new EventEmitter();
  private readonly trouble = new AbortController();

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (word: Word) => this.words.emit(word.type, word));
    this.words.on('trouble', ({ message }: Extract<Word, { type: 'trouble' }>) => {
      this.trouble.abort(new Error(`a subscriber met an error: ${message}`));
    });
  }

  /** @param filters of changes, one for each subscriber; without one he wants all of them, and whether one is missing is seen */
  static async gather(url: string, filters: readonly (object | null)[]): Promise<Crowd> {
    const crowd = new Crowd(fork(`${import.meta.dirname}/crowd.main.ts`, [url], { execArgv: ['--import', 'tsx'] }));
    try {
      const begun = once(crowd.words, 'begun', { signal: AbortSignal.timeout(BEGINS_WITHIN) });
      crowd.child.send({ filters });
      await begun;
      return crowd;
    } catch (error) {
      crowd.kill();
      throw error;
    }
  }

  /** @throws as soon as one of them meets an error: the rest of the time would be for nothing. */
  async stay(milliseconds: number): Promise<void> {
    const { signal } = this.trouble;
    await delay(milliseconds, undefined, { signal }).catch(() => {
      signal.throwIfAborted();
    });
  }

  /** They wait until each has seen the newest change, and leave. */
  async end(): Promise<Seen> {
    const exited = once(this.child, 'exit');
    const seen = once(this.words, 'seen', { signal: AbortSignal.timeout(ENDS_WITHIN) });
    this.child.send({ end: true });
    const [word] = (await seen) as [Extract<Word, { type: 'seen' }>];
    await exited;
    return word.seen;
  }

  /** Whatever they do. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}

export function describeSeen(seen: Seen): string {
  const { subscribers, changes, reconnections, missed, repeated, expired, behind, shed } = seen;
  const later = shed === 0 ? '' : `, ${shed} times told to come again`;
  return `${subscribers} subscribers saw ${changes} changes over ${reconnections} reconnections: ${missed} missed, ${repeated} repeated, ${expired} times told CURSOR_EXPIRED, ${behind} behind at the end${later}`; // prettier-ignore
}

/** What all of it comes to where each sees each change once, or is told that he cannot. */
export const EACH_ONCE = { missed: 0, repeated: 0, behind: 0, silent: 0, errors: [] } as const;
