import type { WatchChange } from '../../clients/kubernetes-objects.js';
import { disappearance, observation } from '../../clients/kubernetes-collection-watch.js';
import type { SourceEvent } from '../../model/facts.js';
import { SupportKind } from '../../model/kinds.js';
import type { Instant } from '../../model/time.js';
import type { CronWorkflow } from '../../model/workflow.js';
import type { OutcomeBook } from './outcome-book.js';

/** The cron workflows that there are: of one that is gone only the uid is told, and nobody tells when a schedule was changed. */
export class CronBook {
  private readonly crons = new Map<string, CronWorkflow>();

  constructor(
    private readonly system: string,
    private readonly outcomes: OutcomeBook,
  ) {}

  *take(change: WatchChange<CronWorkflow>, now: Instant): Generator<SourceEvent> {
    const { uid } = change;
    const before = this.crons.get(uid);
    if (change.type === 'upsert') {
      const facts = { ...change.object, scheduleSeenAt: scheduleSeenAt(before, change.object, now) };
      this.crons.set(uid, facts);
      yield observation(SupportKind.CRON_WORKFLOW, facts, now);
      return;
    }
    this.crons.delete(uid);
    yield disappearance(SupportKind.CRON_WORKFLOW, this.system, uid);
    // Its outcomes go with it, unless another has its name by now.
    if (before !== undefined && !this.has(before)) yield* this.outcomes.forgetCron(before.namespace, before.name);
  }

  private has({ namespace, name }: CronWorkflow): boolean {
    return [...this.crons.values()].some((cron) => cron.namespace === namespace && cron.name === name);
  }
}

/** What was missed of a schedule that is no more says nothing of the one that is. */
function scheduleSeenAt(before: CronWorkflow | undefined, seen: CronWorkflow, now: Instant): Instant | null {
  if (before === undefined) return null;
  return scheduleOf(before) === scheduleOf(seen) ? (before.scheduleSeenAt ?? null) : now;
}

function scheduleOf({ schedules, timeZone }: CronWorkflow): string {
  return JSON.stringify([schedules, timeZone]);
}
