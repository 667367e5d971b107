import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { withProgress } from '../../src/commands/progress.js';

function stream(isTTY: boolean): PassThrough & WriteStream {
  return Object.assign(new PassThrough(), { isTTY }) as unknown as PassThrough & WriteStream;
}

function writtenTo(out: PassThrough): string {
  return String(out.read() ?? '');
}

describe('progress', () => {
  it('is shown on a terminal after two seconds, in one line that is gone in the end', async () => {
    const terminal = stream(true);
    const began = performance.now();
    const shown = once(terminal, 'readable', { signal: AbortSignal.timeout(10_000) });
    await expect(
      withProgress(
        terminal,
        'looking at it',
        shown.then(() => 'done'),
      ),
    ).resolves.toBe('done');
    expect(performance.now() - began).toBeGreaterThanOrEqual(2_000);
    expect(writtenTo(terminal)).toMatch(/^\rlooking at it … [23] s\u001b\[K\r\u001b\[K$/);
  });

  it('is not shown for what is soon over, nor where nobody looks', async () => {
    const [terminal, file] = [stream(true), stream(false)];
    await withProgress(terminal, 'looking', Promise.resolve());
    await withProgress(file, 'looking', Promise.resolve());
    expect(writtenTo(terminal) + writtenTo(file)).toBe('');
  });

  it('leaves nothing behind where it goes wrong', async () => {
    const terminal = stream(true);
    const shown = once(terminal, 'readable', { signal: AbortSignal.timeout(10_000) });
    const failing = shown.then(() => Promise.reject(new Error('it broke')));
    await expect(withProgress(terminal, 'looking', failing)).rejects.toThrow('it broke');
    expect(writtenTo(terminal)).toMatch(/\r\u001b\[K$/);
  });
});
