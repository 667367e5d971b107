import { pino } from 'pino';
import { SECOND } from '../../src/model/time.js';
import { Eye, type FailureOf } from '../../src/sampling/eye.js';
import type { LookResult } from '../../src/sampling/probe.js';
import { ManualClock } from '../support/manual-clock.js';

const SILENT: FailureOf = (_, isLate) => ({ state: 'lost', message: isLate ? 'It is late.' : 'It is silent.' });

/** An eye on an endpoint, and what it logs. */
class TriedEye extends Eye {
  private constructor(
    readonly clock: ManualClock,
    readonly lines: Record<string, unknown>[],
  ) {
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) });
    super({ clock, log }, { member: 'a:1' });
  }

  static open(): TriedEye {
    return new TriedEye(new ManualClock(), []);
  }

  end(outcome: LookResult<string>['outcome'], failureOf = SILENT): string | null {
    return this.learn({ lookedAt: this.clock.now(), duration: 7, outcome }, failureOf);
  }

  begins(): boolean {
    return this.hear();
  }

  get said(): readonly unknown[] {
    return this.lines.map(({ member, state, msg }) => [member, state ?? 'ok', msg]);
  }
}

const LATE = { error: new Error('late'), isLate: true } as const;

describe('an eye', () => {
  it('answers what a look saw, knows how long it took, and logs that it is reached once', () => {
    const eye = TriedEye.open();
    expect([eye.reach.state, eye.duration]).toEqual(['starting', null]);
    expect(eye.end({ value: 'seen' })).toBe('seen');
    expect(eye.end({ value: 'again' })).toBe('again');
    expect([eye.reach.state, eye.duration]).toEqual(['ok', 7]);
    expect(eye.said).toEqual([['a:1', 'ok', 'reached']]);
  });

  it('finds what was lost again with its first word, and knows no more of what was not', () => {
    const eye = TriedEye.open();
    expect(eye.begins()).toBe(false);
    expect(eye.reach.state).toBe('starting');
    eye.end(LATE);
    eye.clock.advance(2 * SECOND);
    eye.end(LATE);
    expect(eye.reach.state).toBe('lost');
    expect(eye.begins()).toBe(true);
    expect(eye.reach).toMatchObject({ state: 'ok', message: null, failures: 0, contactAt: eye.clock.now() });
    expect(eye.begins()).toBe(false);
  });

  it('loses what fails twice, 2 s apart, says why once, and finds it again', () => {
    const eye = TriedEye.open();
    eye.end({ value: 'seen' });
    expect(eye.end(LATE)).toBeNull();
    expect([eye.reach.state, eye.reach.failures]).toEqual(['ok', 1]);
    eye.clock.advance(2 * SECOND);
    eye.end({ error: new Error('closed'), isLate: false });
    eye.end(LATE);
    expect(eye.reach).toMatchObject({ state: 'lost', failures: 3 });
    eye.end({ value: 'seen' });
    expect(eye.said).toEqual([
      ['a:1', 'ok', 'reached'],
      ['a:1', 'lost', 'It is silent.'],
      ['a:1', 'ok', 'reached'],
    ]);
  });

  it('makes nothing of a look that is not to be counted', () => {
    const eye = TriedEye.open();
    eye.end({ value: 'seen' });
    const { reach } = eye;
    expect(eye.end(LATE, () => null)).toBeNull();
    expect(eye.reach).toBe(reach);
  });
});
