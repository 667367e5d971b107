import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { waitUntilNothingMissing } from '../support/wait.js';
import type { Answer, Told } from './asker.main.js';

const PER_SECOND = 50;
/** Questions that are kept: more than an hour of them. */
const MOST = PER_SECOND * 4_500;
/** Longer than anybody waits for an answer, even who asks a second time. */
const ANSWERED_WITHIN = 50_000;
const BEGINS_WITHIN = 60_000;
const MOST_ERRORS = 5;

/** How long answers took. */
export interface AnswerTimes {
  /** Questions that there should have been in this time. */
  readonly due: number;
  /** Those that were answered well. */
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** Those that were told to come again later. */
  readonly shed: number;
  readonly failed: number;
  /** What was wrong with those that failed, each once. */
  readonly errors: readonly string[];
}

/** Somebody who asks Vitals all the time, whatever else goes on. */
export class Asker {
  private readonly all = new Map<number, { readonly at: number; answer: Answer | null }>();
  private newestAt = 0;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (told: Told) => {
      if ('at' in told) {
        this.newestAt = told.at;
        this.all.set(told.turn, { at: told.at, answer: null });
        if (this.all.size > MOST) this.all.delete(told.turn - MOST);
      } else {
        const question = this.all.get(told.turn);
        if (question !== undefined) question.answer = told.answer;
      }
    });
  }

  /** Resolves when he has begun: a process takes its time to start, and its first questions would be missing. */
  static async start(url: string): Promise<Asker> {
    const program = `${import.meta.dirname}/asker.main.ts`;
    const asker = new Asker(fork(program, [url, String(PER_SECOND)], { execArgv: ['--import', 'tsx'] }));
    try {
      await once(asker.child, 'message', { signal: AbortSignal.timeout(BEGINS_WITHIN) });
      return asker;
    } catch (error) {
      await asker.stop();
      throw error;
    }
  }

  /** Of the questions that were asked from then on, until then, once all of them are answered. */
  async since(from: number, until = Date.now()): Promise<AnswerTimes> {
    const look = (): string | undefined => {
      // They are told of in their order: with one that was asked later all are known.
      if (this.newestAt < until) return 'nothing more is asked';
      const open = this.askedIn(from, until).filter(({ answer }) => answer === null).length;
      return open === 0 ? undefined : `${open} of them are open`;
    };
    await waitUntilNothingMissing('answers to all questions', look, { within: ANSWERED_WITHIN, every: 20 });
    return timesOf(
      this.askedIn(from, until).flatMap(({ answer }) => answer ?? []),
      ((until - from) * PER_SECOND) / 1_000,
    );
  }

  async stop(): Promise<void> {
    // It may have ended already, by what went wrong: nobody would tell of that again.
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }

  private askedIn(from: number, until: number): readonly { readonly answer: Answer | null }[] {
    return [...this.all.values()].filter(({ at }) => at >= from && at < until);
  }
}

function timesOf(answers: readonly Answer[], due: number): AnswerTimes {
  const times = answers
    .filter(({ error, isShed }) => error === null && !isShed)
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  const wrong = answers.flatMap(({ error }) => (error === null ? [] : [error]));
  const share = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
  return {
    ...{ due, count: times.length, p50: share(0.5), p99: share(0.99), slowest: times.at(-1) ?? NaN },
    ...{ shed: answers.filter(({ isShed }) => isShed).length, failed: wrong.length },
    errors: [...new Set(wrong)].slice(0, MOST_ERRORS),
  };
}
