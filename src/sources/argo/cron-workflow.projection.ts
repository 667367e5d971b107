import { type Place, createdAtOf, messageOf, namespaceOf, timeOf } from '../../clients/kubernetes-projection.js';
import { listOf, requiredText, textOf, textsOf } from '../../clients/kubernetes-raw-object.js';
import { bounded } from '../../model/bounded.js';
import { resourceId } from '../../model/ids.js';
import { SupportKind } from '../../model/kinds.js';
import type { CronWorkflow } from '../../model/workflow.js';
import type { RawCronWorkflow } from './workflow-objects.js';

/** More than anybody writes. One object may hold a hundred thousand, and the engine is judged by all of them. */
const MOST_SCHEDULES = 100;

/** Conditions that say why none was started. */
const PROBLEMS = new Set(['SubmissionError', 'SpecError']);

/** @throws UnreadableObject for one that cannot be told from others */
export function projectCronWorkflow(raw: RawCronWorkflow, place: Place): CronWorkflow {
  const { metadata, spec, status } = raw ?? {};
  const { system } = place;
  const single = textOf(spec?.schedule);
  const schedules = [...(single === null ? [] : [single]), ...textsOf(spec?.schedules)];
  const problem = listOf(status?.conditions).find(
    ({ type, status: state }) => PROBLEMS.has(type ?? '') && state === 'True',
  );
  return {
    id: resourceId(SupportKind.CRON_WORKFLOW, system, requiredText(metadata?.uid, 'uid')),
    kind: SupportKind.CRON_WORKFLOW,
    name: requiredText(metadata?.name, 'name'),
    system,
    namespace: namespaceOf(metadata, place),
    schedules: schedules.slice(0, MOST_SCHEDULES).map((schedule) => bounded(schedule)),
    timeZone: textOf(spec?.timezone),
    isPaused: spec?.suspend === true || status?.phase === 'Stopped',
    isConditional: textOf(spec?.when) !== null,
    createdAt: createdAtOf(metadata, place),
    lastScheduledAt: timeOf(status?.lastScheduledTime, place),
    scheduleSeenAt: null,
    active: listOf(status?.active).length,
    problem: messageOf(problem?.message),
  };
}
