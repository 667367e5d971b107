/** Longest wait for anything, in milliseconds. */
const PATIENCE = 10_000;

/** Waits for what nothing tells of: looks at each turn of the event loop. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('It did not come true.');
    await new Promise(setImmediate);
  }
}
