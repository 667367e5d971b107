import { firstAnswer } from '../../src/sources/first-answer.js';
import { ManualClock } from '../support/manual-clock.js';

describe('the first answer', () => {
  const never = (): Promise<string> => new Promise(() => undefined);
  const fails = (): Promise<string> => Promise.reject(new Error('refused'));
  const says = (): Promise<string> => Promise.resolve('here');

  it('comes of the next when one fails', async () => {
    await expect(firstAnswer([fails, says], 500, new ManualClock())).resolves.toBe('here');
  });

  it('comes of the next when one hangs', async () => {
    const clock = new ManualClock();
    const answered = firstAnswer([never, says], 500, clock);
    clock.advance(500);
    await expect(answered).resolves.toBe('here');
  });

  it('never comes: what the first brought is said', async () => {
    await expect(firstAnswer([fails, () => Promise.reject(new Error('other'))], 500, new ManualClock())).rejects.toThrow('refused'); // prettier-ignore
  });
});
