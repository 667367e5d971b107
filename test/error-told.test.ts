import { errorTold } from '../src/error-told.js';

const held = { password: 'hidden' };

describe('what the log says of an error', () => {
  it('is what it says, where it was, and its code', () => {
    const error = Object.assign(new TypeError('it broke'), { code: 'ECONNRESET' });
    expect(errorTold(error)).toEqual({
      type: 'TypeError',
      message: 'it broke',
      stack: error.stack,
      code: 'ECONNRESET',
    });
  });

  it('is what its causes say, too', () => {
    const told = errorTold(new Error('it broke', { cause: new Error('the cause') }));
    expect(told.message).toBe('it broke: the cause');
    expect(told.stack).toMatch(/it broke[^]*caused by: Error: the cause/);
  });

  it('is the first of several in one', () => {
    const all = Array.from({ length: 9 }, (_, n) => Object.assign(new Error(`part ${n}`), { held }));
    const told = errorTold(new AggregateError(all, 'all of them'));
    expect(told.errors?.map(({ message }) => message)).toEqual(['part 0', 'part 1', 'part 2', 'part 3', 'part 4']);
    expect(JSON.stringify(told)).not.toContain('hidden');
  });

  it('has an end where it holds itself', () => {
    const error = new AggregateError([], 'around');
    error.errors.push(error);
    error.cause = error;
    expect(JSON.stringify(errorTold(error)).match(/"type"/g)).toHaveLength(4);
  });

  it.each([
    ['on it', Object.assign(new Error('it broke'), { held, code: held })],
    ['on its cause', new Error('it broke', { cause: Object.assign(new Error('the cause'), { held }) })],
    ['as its cause', new Error('it broke', { cause: held })],
    ['in its place', held],
  ])('is nothing of what hangs %s', (_, thrown) => {
    expect(JSON.stringify(errorTold(thrown))).not.toContain('hidden');
  });

  it('is the text where it is no more than one', () => {
    expect(errorTold('it broke')).toEqual({ type: 'string', message: 'it broke' });
    expect(errorTold(undefined)).toEqual({ type: 'undefined', message: 'what was thrown is no error' });
  });
});
