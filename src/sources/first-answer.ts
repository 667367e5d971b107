import { isNativeError } from 'node:util/types';
import type { Clock } from '../model/clock.js';
import { type Milliseconds, after } from '../model/time.js';

/**
 * The first of several that answers. The next is tried when one fails, or has not answered for a while: one that hangs holds
 * nobody up. Rejects with what the first brought when none answers.
 */
export function firstAnswer<T>(tries: readonly (() => Promise<T>)[], patience: Milliseconds, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const errors: unknown[] = [];
    let [begun, ended] = [0, 0];
    let disarm: () => void = () => undefined;
    const next = (): void => {
      disarm();
      const attempt = tries[begun];
      if (attempt === undefined) return;
      const index = begun;
      begun += 1;
      disarm = clock.at(after(clock.now(), patience), next);
      attempt().then(
        (answer) => {
          disarm();
          begun = tries.length;
          resolve(answer);
        },
        (error: unknown) => {
          errors[index] = error;
          ended += 1;
          if (ended < tries.length) {
            next();
            return;
          }
          disarm();
          reject(isNativeError(errors[0]) ? errors[0] : new Error('No answer.', { cause: errors[0] }));
        },
      );
    };
    next();
  });
}
