import { Cron } from 'croner';
import { parseDuration } from '../model/duration.js';
import { getOrMake } from '../model/get-or-make.js';
import { type Instant, after, instant } from '../model/time.js';

/** A schedule as Kubernetes and Argo Workflows write it. */
export interface CronSchedule {
  /** Five fields, or `@every 5m`, `@hourly`; null where there is none. */
  readonly schedule: string | null;
  /** An IANA name; null: UTC. */
  readonly timeZone: string | null;
}

/** Runs that are remembered: three of each of some thousand schedules. */
const MOST_REMEMBERED = 20_000;

/**
 * By schedule, beginning and count. An engine is judged with every workflow that changes, and all of its schedules with it. To
 * read and follow one takes much longer than to look it up, most of all one that never comes up, such as of 30 February.
 */
const remembered = new Map<string, Instant | null>();

/** When the schedule comes up for the nth time after `from`; null where it cannot be read or never does. */
export function runAfter({ schedule, timeZone }: CronSchedule, from: Instant, count: number): Instant | null {
  if (schedule === null) return null;
  const period = parseDuration(/^@every (\S+)$/.exec(schedule)?.[1] ?? '');
  if (period !== null) return after(from, count * period);
  const key = JSON.stringify([schedule, timeZone, from, count]);
  if (remembered.size >= MOST_REMEMBERED && !remembered.has(key)) remembered.clear();
  return getOrMake(remembered, key, () => follow(schedule, timeZone ?? 'UTC', from, count));
}

function follow(schedule: string, timezone: string, from: Instant, count: number): Instant | null {
  try {
    // As robfig/cron, which both use, reads them: "5/15" counts from 5, and a day fits by month or by week.
    const cron = new Cron(schedule, { paused: true, timezone, domAndDow: false, sloppyRanges: true });
    const run = cron.nextRuns(count, new Date(from)).at(count - 1);
    return run === undefined ? null : instant(run.getTime());
  } catch {
    // Schedules that cannot be read are refused by those who take them; ones that only this library cannot are passed over.
    return null;
  }
}
