import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Asked } from './asker.main.js';

const PER_SECOND = 50;
/** Answers that are kept: an hour of them. */
const MOST = PER_SECOND * 3_600;

const MOST_ERRORS = 5;

/** How long answers took. */
export interface AnswerTimes {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  /** What was wrong with those that were none, each once; none is counted among the times. */
  readonly errors: readonly string[];
}

/** Somebody who asks Vitals all the time, whatever else goes on. */
export class Asker {
  private readonly all: Asked[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (asked: Asked) => {
      this.all.push(asked);
      if (this.all.length > MOST) this.all.splice(0, MOST / 10);
    });
  }

  static start(url: string): Asker {
    const program = `${import.meta.dirname}/asker.main.ts`;
    return new Asker(fork(program, [url, String(PER_SECOND)], { execArgv: ['--import', 'tsx'] }));
  }

  /** Of the questions that were asked from then on, until then. */
  since(from: number, until = Infinity): AnswerTimes {
    const some = this.all.filter(({ at }) => at >= from && at < until);
    const times = some
      .filter(({ error }) => error === null)
      .map(({ milliseconds }) => milliseconds)
      .sort((a, b) => a - b);
    const errors = [...new Set(some.flatMap(({ error }) => (error === null ? [] : [error])))].slice(0, MOST_ERRORS);
    const share = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
    return { count: times.length, p50: share(0.5), p99: share(0.99), errors };
  }

  async stop(): Promise<void> {
    // It may have ended already, by what went wrong: nobody would tell of that again.
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }
}
