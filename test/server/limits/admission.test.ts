import { pino } from 'pino';
import { DEFAULT_SERVER_LIMITS } from '../../../src/model/server-limits.js';
import { Admission, MOST_WAITING } from '../../../src/server/limits/admission.js';

let admission: Admission;

beforeEach(() => {
  const limits = { ...DEFAULT_SERVER_LIMITS, inFlight: 1 };
  admission = new Admission({ limits, clientOf: () => 'anybody', log: pino({ level: 'silent' }) });
});

afterEach(() => {
  admission.stop();
});

describe('who waits for what another has executed', () => {
  it('takes no place among what is executed', async () => {
    let end: (answer: string) => void = () => undefined;
    const executed = admission.run(() => new Promise<string>((resolve) => (end = resolve)));
    const waiting = [admission.wait(100, executed), admission.wait(100, executed)];
    expect(admission.inFlight).toBe(1);
    end('the answer');
    expect(await Promise.all(waiting)).toEqual(['the answer', 'the answer']);
  });

  it('is turned away at once where those who wait hold as much as they may, until some of them are gone', async () => {
    let end: (answer: string) => void = () => undefined;
    const other = new Promise<string>((resolve) => (end = resolve));
    const waiting = admission.wait(MOST_WAITING / 2, other);
    await expect(admission.wait(MOST_WAITING / 2, other)).rejects.toMatchObject({
      status: 503,
      excess: { code: 'OVERLOADED' },
      retryAfter: expect.any(Number) as number,
    });
    end('the answer');
    expect(await waiting).toBe('the answer');
    expect(await admission.wait(MOST_WAITING / 2, other)).toBe('the answer');
  });

  it('leaves its room where the other breaks, too', async () => {
    const broken = Promise.reject<string>(new Error('broken'));
    await expect(admission.wait(MOST_WAITING / 2, broken)).rejects.toThrow('broken');
    expect(await admission.wait(MOST_WAITING / 2, Promise.resolve('the answer'))).toBe('the answer');
  });

  it('is few where each asks little: a request is held whatever is in it', async () => {
    let end: (answer: string) => void = () => undefined;
    const other = new Promise<string>((resolve) => (end = resolve));
    const waiting = Array.from({ length: 20_000 }, () => admission.wait(0, other));
    end('the answer');
    const refused = (await Promise.allSettled(waiting)).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(10_000);
  });
});
