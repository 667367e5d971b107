import { type Platform } from '../support/platform.js';
import { type RunningVitals } from '../support/vitals.js';
import { type AnswerTimes, Asker } from './asker.js';
import { mebibytes } from './measures.js';
import { ResidentMemory } from './resident-memory.js';

/** Milliseconds. Who waited for a source would wait as long as one that is ill may take, which is more. */
const WAITS = 3_000;
/** All that Vitals may hold, whatever is said to it: four times what it holds while all is well. */
export const MOST_RESIDENT = 1_024 * 1_024 ** 2;
/** Of the questions that are due. */
const ANSWERED = 0.9;
/** Of the questions: with more of them told to come again there is no p99. */
const MOST_SHED = 0.01;

/** What a user met and the machine held, for some time. */
export interface Account {
  readonly times: AnswerTimes;
  /** The most, in bytes. */
  readonly resident: number;
}

/** Asks a running Vitals all the time, and watches its memory. */
export class Witness {
  private constructor(
    private readonly asker: Asker,
    private readonly memory: ResidentMemory,
  ) {}

  static async of(platform: Platform, vitals: RunningVitals): Promise<Witness> {
    const pid = platform.pid(vitals.name);
    if (pid === undefined) throw new Error('Vitals does not run: there is no memory to watch');
    return new Witness(await Asker.start(vitals.url), new ResidentMemory(pid));
  }

  /** From now on; what was before is forgotten. */
  begin(): number {
    this.memory.takeMost();
    return Date.now();
  }

  /** Of the time that began then. */
  async account(from: number, until = Date.now()): Promise<Account> {
    const times = await this.asker.since(from, until);
    return { times, resident: this.memory.takeMost() };
  }

  async stop(): Promise<void> {
    this.memory.stop();
    await this.asker.stop();
  }
}

export function describeAccount({ times: { count, p99, slowest, shed }, resident }: Account): string {
  const later = shed === 0 ? '' : `, ${shed} told to come again`;
  return `p99 of ${count} answers ${p99.toFixed(1)} ms, the slowest ${slowest.toFixed(0)} ms${later}; ${mebibytes(resident)} resident at the most`; // prettier-ignore
}

/** Every question is answered, nobody waits for what is ill, and memory has an end. */
export function expectUnharmed({ times, resident }: Account): void {
  expect(times.errors).toEqual([]);
  expect(times.count).toBeGreaterThanOrEqual(ANSWERED * times.due);
  expect(times.shed).toBeLessThanOrEqual(MOST_SHED * times.due);
  expect(times.slowest).toBeLessThan(WAITS);
  expect(resident).toBeLessThan(MOST_RESIDENT);
}

export const UNHARMED = `every question is answered within ${WAITS / 1_000} s, ${mebibytes(MOST_RESIDENT)} resident at the most`; // prettier-ignore
