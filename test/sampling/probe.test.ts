import { Probe, type LookResult, type ProbeOptions } from '../../src/sampling/probe.js';
import { MINUTE, SECOND, type Instant } from '../../src/model/time.js';
import { ManualClock } from '../support/manual-clock.js';

/** Looks that a test ends by hand, on a clock moved by hand. */
class Bench {
  readonly clock = new ManualClock();
  readonly start = this.clock.now();
  readonly results: LookResult<string>[] = [];
  readonly looks: { readonly signal: AbortSignal; succeed(value: string): void; fail(error: Error): void }[] = [];
  next: 'soon' | 'rest' = 'rest';
  readonly probe: Probe<string>;

  constructor(options: Partial<ProbeOptions<string>> = {}) {
    this.probe = new Probe<string>({
      clock: this.clock,
      interval: 10 * SECOND,
      deadline: 5 * SECOND,
      random: () => 0.5,
      look: (signal) =>
        new Promise((succeed, fail) => {
          this.looks.push({ signal, succeed, fail });
        }),
      onResult: (result) => {
        this.results.push(result);
        return this.next;
      },
      ...options,
    });
  }

  /** Ends the look that is under way. */
  async end(outcome: string | Error = 'seen'): Promise<void> {
    const look = this.looks.at(-1);
    if (outcome instanceof Error) look?.fail(outcome);
    else look?.succeed(outcome);
    await this.settled();
  }

  /** Lets promises run: `refresh` of a look that is over resolves with it. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  get nextIn(): number | null {
    return this.clock.nextAt === null ? null : (this.clock.nextAt - this.clock.now()) / SECOND;
  }
}

describe('a probe', () => {
  it('looks at once, then at intervals counted from the beginning of each look', async () => {
    const bench = new Bench();
    bench.probe.start();
    expect(bench.looks).toHaveLength(1);
    bench.clock.advance(3 * SECOND);
    await bench.end();
    expect(bench.results).toEqual([{ lookedAt: bench.start, duration: 3_000, outcome: { value: 'seen' } }]);
    expect(bench.nextIn).toBe(7);
    bench.clock.advance(7 * SECOND);
    expect(bench.looks).toHaveLength(2);
    await bench.probe.stop();
  });

  it.each([
    [0, 9, 2],
    [0.5, 10, 2.1],
    [0.999, 10.998, 2.2],
  ])(
    'drifts: with %d comes back after %d s at rest, and after %d s when asked to come soon',
    async (random, rest, soon) => {
      for (const [next, seconds] of [
        ['rest', rest],
        ['soon', soon],
      ] as const) {
        // prettier-ignore
        const bench = new Bench({ random: () => random });
        bench.next = next;
        bench.probe.start();
        await bench.end();
        expect(bench.nextIn).toBeCloseTo(seconds, 2);
        await bench.probe.stop();
      }
    },
  );

  it('calls a look late at its deadline, aborts it, and goes on without its answer', async () => {
    const bench = new Bench();
    bench.next = 'soon';
    bench.probe.start();
    bench.clock.advance(4_999);
    expect(bench.looks[0]?.signal.aborted).toBe(false);
    bench.clock.advance(1);
    expect(bench.looks[0]?.signal.aborted).toBe(true);
    await bench.settled();
    expect(bench.results).toMatchObject([{ duration: 5_000, outcome: { isLate: true } }]);
    bench.looks[0]?.succeed('far too late');
    await bench.settled();
    expect(bench.results).toHaveLength(1);
    bench.clock.advance(2_100);
    expect(bench.looks).toHaveLength(2);
    await bench.end('back');
    expect(bench.results[1]?.outcome).toEqual({ value: 'back' });
    await bench.probe.stop();
  });

  it('survives a look that rejects or throws', async () => {
    const broken = new Error('broken');
    const bench = new Bench();
    bench.probe.start();
    await bench.end(broken);
    expect(bench.results[0]?.outcome).toEqual({ error: broken, isLate: false });
    expect(bench.nextIn).toBe(10);
    await bench.probe.stop();

    const thrower = new Bench({
      look: () => {
        throw broken;
      },
    });
    await thrower.probe.refresh();
    expect(thrower.results[0]?.outcome).toEqual({ error: broken, isLate: false });
    expect(thrower.nextIn).toBe(10);
    await thrower.probe.stop();
  });

  it('shares a look that is under way, and tells everyone when it is over', async () => {
    const bench = new Bench();
    const waiting = [bench.probe.refresh(), bench.probe.refresh(), bench.probe.refresh()];
    expect(bench.looks).toHaveLength(1);
    await bench.end();
    await Promise.all(waiting);
    expect(bench.results).toHaveLength(1);
    await bench.probe.stop();
  });

  it.each([
    [undefined, 1],
    [100, 1],
    [3 * SECOND, 3],
  ])('with a floor of %s looks no closer than %d s, whoever asks', async (floor, seconds) => {
    const bench = new Bench(floor === undefined ? {} : { floor });
    expect(bench.probe.floor).toBe(seconds * SECOND);
    bench.probe.start();
    await bench.end();
    bench.clock.advance(seconds * SECOND - 1);
    await bench.probe.refresh();
    expect(bench.looks).toHaveLength(1);
    bench.clock.advance(1);
    void bench.probe.refresh();
    expect(bench.looks).toHaveLength(2);
    await bench.end();
    expect(bench.nextIn).toBe(10);
    await bench.probe.stop();
  });

  it('keeps its floor when it comes soon, and hurries no faster', async () => {
    const bench = new Bench({ floor: 4 * SECOND });
    bench.next = 'soon';
    bench.probe.start();
    await bench.end();
    expect(bench.nextIn).toBe(4);
    bench.next = 'rest';
    bench.clock.advance(4 * SECOND);
    await bench.end();
    bench.clock.advance(SECOND);
    bench.probe.hurry();
    expect(bench.nextIn).toBe(3);
    bench.clock.advance(3 * SECOND);
    expect(bench.looks).toHaveLength(3);
    bench.probe.hurry();
    expect(bench.looks).toHaveLength(3);
    await bench.probe.stop();
  });

  it('is alert at once when its own result is what changed, however long that took to tell', async () => {
    const bench: Bench = new Bench({
      onResult: () => {
        bench.clock.advance(3);
        bench.probe.alert();
        return 'rest';
      },
    });
    bench.probe.start();
    await bench.end();
    expect(bench.nextIn).toBeLessThan(3);
    await bench.probe.stop();
  });

  it('begins though the clock moves on while it is being read', async () => {
    const bench = new Bench();
    const now = bench.clock.now.bind(bench.clock);
    let readings = 0;
    bench.clock.now = () => (now() + (readings += 1)) as Instant;
    bench.probe.start();
    expect(bench.looks).toHaveLength(1);
    await bench.probe.stop();
  });

  it('goes on though the clock is set back', async () => {
    const bench = new Bench();
    bench.probe.start();
    await bench.end();
    const now = bench.clock.now.bind(bench.clock);
    bench.clock.now = () => (now() - 3_600 * SECOND) as Instant;
    bench.clock.advance(10 * SECOND);
    expect(bench.looks).toHaveLength(2);
    await bench.end();
    expect(bench.results).toHaveLength(2);
    await bench.probe.stop();
  });

  describe('that is alerted', () => {
    /** Ends the look that is under way, and goes on to the next. Returns how long that took. */
    const round = async (bench: Bench): Promise<number> => {
      await bench.end();
      const wait = bench.nextIn ?? Infinity;
      bench.clock.advance(wait * SECOND);
      return wait;
    };

    it('looks at once, then every two seconds for two minutes, and comes to rest', async () => {
      const bench = new Bench();
      bench.probe.start();
      await bench.end();
      bench.clock.advance(3 * SECOND);
      bench.probe.alert();
      expect(bench.nextIn).toBeLessThanOrEqual(0);
      bench.clock.advance(0);
      expect(bench.looks).toHaveLength(2);
      const alertedAt = bench.clock.now();
      for (let looks = 0; bench.clock.now() - alertedAt < 120 * SECOND; looks += 1) {
        expect(looks).toBeLessThan(60);
        expect(await round(bench)).toBeCloseTo(2.1);
      }
      await bench.end();
      expect(bench.nextIn).toBe(10);
      await bench.probe.stop();
    });

    it('keeps its floor, and its single flight', async () => {
      const bench = new Bench({ floor: 4 * SECOND });
      bench.probe.start();
      bench.probe.alert();
      expect(bench.looks).toHaveLength(1);
      expect(await round(bench)).toBe(4);
      expect(bench.looks).toHaveLength(2);
      await bench.end();
      bench.probe.alert();
      expect(bench.nextIn).toBe(4);
      await bench.probe.stop();
    });

    it('looks no later than at rest', async () => {
      const bench = new Bench({ interval: SECOND });
      bench.probe.start();
      bench.probe.alert();
      expect(await round(bench)).toBe(1);
      await bench.end();
      await bench.probe.stop();
    });

    it('is not driven by what changes with each look: an outage does not multiply the load', async () => {
      const bench = new Bench();
      bench.probe.start();
      const perMinute: number[] = [];
      for (let minute = 0; minute < 30; minute += 1) {
        const [before, end] = [bench.looks.length, (minute + 1) * MINUTE];
        while (bench.clock.now() - bench.start < end) {
          bench.probe.alert();
          await round(bench);
        }
        perMinute.push(bench.looks.length - before);
      }
      expect(Math.max(...perMinute)).toBeLessThanOrEqual(30);
      expect(perMinute.slice(11)).toEqual(perMinute.slice(11).map(() => 6));
      await bench.end();
      await bench.probe.stop();
    });

    it('waits for each look that hangs before the next', async () => {
      const bench = new Bench();
      bench.probe.start();
      bench.probe.alert();
      for (let count = 1; count < 10; count += 1) {
        expect(bench.looks).toHaveLength(count);
        bench.clock.advance(5 * SECOND);
        await bench.settled();
        bench.probe.alert();
        expect(bench.nextIn).toBeCloseTo(2.1);
        bench.clock.advance(2_100);
      }
      await bench.probe.stop();
    });

    it('does nothing once it was stopped', async () => {
      const bench = new Bench();
      bench.probe.start();
      await bench.probe.stop();
      bench.probe.alert();
      expect(bench.nextIn).toBeNull();
    });
  });

  it('stops: aborts what is under way, tells nobody, and never looks again', async () => {
    const bench = new Bench();
    bench.probe.start();
    await bench.probe.stop();
    expect(bench.looks[0]?.signal.aborted).toBe(true);
    expect(bench.results).toEqual([]);
    expect(bench.nextIn).toBeNull();
    await bench.probe.refresh();
    bench.probe.hurry();
    expect(bench.looks).toHaveLength(1);
    expect(bench.nextIn).toBeNull();
  });
});
