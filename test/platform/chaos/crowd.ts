import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Seen } from './crowd.main.js';

const BEGINS_WITHIN = 60_000;
const ENDS_WITHIN = 150_000;

/** Subscribers in a process of their own, who lose their connections again and again. */
export class Crowd {
  private constructor(private readonly child: ChildProcess) {}

  /** @param filter of changes; without one they want all of them, and whether one is missing is seen */
  static async gather(url: string, count: number, filter: object | null = null): Promise<Crowd> {
    const child = fork(`${import.meta.dirname}/crowd.main.ts`, [url, String(count), JSON.stringify(filter)], {
      execArgv: ['--import', 'tsx'],
    });
    await once(child, 'message', { signal: AbortSignal.timeout(BEGINS_WITHIN) });
    return new Crowd(child);
  }

  /** They wait until each has seen the newest change, and leave. */
  async end(): Promise<Seen> {
    const exited = once(this.child, 'exit');
    this.child.send('end');
    const [seen] = (await once(this.child, 'message', { signal: AbortSignal.timeout(ENDS_WITHIN) })) as [Seen];
    await exited;
    return seen;
  }

  /** Whatever they do. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}

export function describeSeen({ subscribers, changes, reconnections, missed, repeated, expired, behind }: Seen): string {
  return `${subscribers} subscribers saw ${changes} changes over ${reconnections} reconnections: ${missed} missed, ${repeated} repeated, ${expired} times told CURSOR_EXPIRED, ${behind} behind at the end`; // prettier-ignore
}
