import type { Instant } from '../model/time.js';
import type { LimitSettings } from '../registry/limit-book.js';

/**
 * One sentence for each `ignore` that is over. They are no mistake, since all of them are over some day; but who writes the
 * wrong year waits in vain for silence.
 */
export function pastIgnores({ ignores }: LimitSettings, now: Instant): readonly string[] {
  return ignores.flatMap(({ untilAt }, index) => {
    if (untilAt === null || untilAt > now) return [];
    const when = new Date(untilAt).toISOString();
    return [
      `ignores[${index}]: "until" was at ${when}, so it silences nothing any more: set a later time, or remove it`,
    ];
  });
}
