import { Cron } from 'croner';
import { parseDuration } from '../model/duration.js';
import { type Instant, after, instant } from '../model/time.js';

/** A schedule as Kubernetes and Argo Workflows write it. */
export interface CronSchedule {
  /** Five fields, or `@every 5m`, `@hourly`; null where there is none. */
  readonly schedule: string | null;
  /** An IANA name; null: UTC. */
  readonly timeZone: string | null;
}

/** When the schedule comes up for the nth time after `from`; null where it cannot be read or never does. */
export function runAfter({ schedule, timeZone }: CronSchedule, from: Instant, count: number): Instant | null {
  if (schedule === null) return null;
  const period = parseDuration(/^@every (\S+)$/.exec(schedule)?.[1] ?? '');
  if (period !== null) return after(from, count * period);
  try {
    // As robfig/cron, which both use, reads them: "5/15" counts from 5, and a day fits by month or by week.
    const cron = new Cron(schedule, {
      paused: true,
      timezone: timeZone ?? 'UTC',
      legacyMode: true,
      sloppyRanges: true,
    });
    const run = cron.nextRuns(count, new Date(from)).at(count - 1);
    return run === undefined ? null : instant(run.getTime());
  } catch {
    // Schedules that cannot be read are refused by those who take them; ones that only this library cannot are passed over.
    return null;
  }
}
