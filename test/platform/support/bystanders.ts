import { setTimeout as delay } from 'node:timers/promises';
import { type IsolatedSystem } from './isolated-systems.js';
import { type RunningVitals } from './vitals.js';
import { notWell } from './watched-systems.js';

const LOOK_EVERY = 1_000;
/** Jobs and workflows begin all the time, whatever is done to others. */
const AS_ALWAYS = ['HEALTHY', 'PROGRESSING'];

/** Systems to which nothing is done, looked at again and again: nothing may become of them, not even for a moment. */
export class Bystanders {
  private readonly complaints = new Set<string>();
  private readonly ending = new AbortController();
  private readonly watching: Promise<void>;

  private constructor(
    private readonly vitals: RunningVitals,
    private readonly systems: readonly IsolatedSystem[],
  ) {
    this.watching = this.watch();
  }

  static watch(vitals: RunningVitals, systems: readonly IsolatedSystem[]): Bystanders {
    return new Bystanders(vitals, systems);
  }

  /** What of them was not well meanwhile, and is not at the end, each once. */
  async end(): Promise<readonly string[]> {
    this.ending.abort();
    await this.watching;
    await this.look();
    return [...this.complaints];
  }

  private async watch(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await this.look();
      await delay(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }

  private async look(): Promise<void> {
    const complaint = await notWell(this.vitals, this.systems, AS_ALWAYS).catch((error: unknown) => `cannot be asked: ${String(error)}`); // prettier-ignore
    if (complaint !== undefined) this.complaints.add(complaint);
  }
}
