/** Runs a task when one of the places is free; first come, first served. Answers as the task does. */
export type Places = <T>(task: () => Promise<T>) => Promise<T>;

/** At most `most` tasks at a time share what this makes; the others wait in line. */
export function concurrency(most: number): Places {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return async (task) => {
    if (taken < most) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The place goes straight to who waits longest, so that nobody can slip in between.
      const next = waiting.shift();
      if (next === undefined) taken -= 1;
      else next();
    }
  };
}
