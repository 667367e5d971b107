import type { WriteStream } from 'node:tty';
import { SECOND } from '../model/time.js';

/** What takes no longer is over before anybody wonders. */
const QUIET = 2 * SECOND;

const START_OF_LINE = '\r';
const REST_OF_LINE = '\x1b[K';

/** Says on a terminal what is waited for and since when, in a line that is gone once it is there. Elsewhere nothing is said. */
export async function withProgress<T>(terminal: WriteStream, what: string, work: Promise<T>): Promise<T> {
  if (!terminal.isTTY) return work;
  const began = performance.now();
  let shown = 0;
  const tick = setInterval(() => {
    const passed = performance.now() - began;
    if (passed < QUIET) return;
    shown += 1;
    terminal.write(`${START_OF_LINE}${what} … ${Math.round(passed / SECOND)} s${REST_OF_LINE}`);
  }, SECOND);
  try {
    return await work;
  } finally {
    clearInterval(tick);
    if (shown > 0) terminal.write(`${START_OF_LINE}${REST_OF_LINE}`);
  }
}
