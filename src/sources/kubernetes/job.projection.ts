import type { V1CronJob, V1Job } from '@kubernetes/client-node';
import { bounded } from '../../model/bounded.js';
import { SECOND } from '../../model/time.js';
import { type Workload, WorkloadType } from '../../model/workload.js';
import { type Place, timeOf, conditionsOf } from '../../clients/kubernetes-projection.js';
import { type Raw, listOf, numberOf, textOf } from '../../clients/kubernetes-raw-object.js';
import { projectWorkloadHead } from './workload.projection.js';

export function projectJob(raw: Raw<V1Job>, place: Place): Workload {
  const { metadata, spec, status } = raw ?? {};
  const conditions = conditionsOf(status?.conditions, place);
  const ended = (type: string) =>
    conditions.find((condition) => condition.type === type && condition.status === 'True');
  const failed = ended('Failed');
  const deadline = numberOf(spec?.activeDeadlineSeconds);
  return {
    ...projectWorkloadHead(metadata, place),
    type: WorkloadType.JOB,
    desired: null,
    ready: numberOf(status?.ready) ?? 0,
    updated: null,
    replicas: numberOf(status?.active) ?? 0,
    available: null,
    isPaused: spec?.suspend === true,
    isObserved: true,
    conditions,
    job: {
      startedAt: timeOf(status?.startTime, place),
      completedAt: timeOf(status?.completionTime, place),
      failedAt: failed?.since ?? null,
      failureReason: failed?.reason ?? null,
      failureMessage: failed?.message ?? null,
      activeDeadline: deadline === null ? null : deadline * SECOND,
      schedule: null,
      timeZone: null,
      lastScheduledAt: null,
      lastSucceededAt: null,
      isFinished: failed !== undefined || ended('Complete') !== undefined,
    },
  };
}

export function projectCronJob(raw: Raw<V1CronJob>, place: Place): Workload {
  const { metadata, spec, status } = raw ?? {};
  return {
    ...projectWorkloadHead(metadata, place),
    type: WorkloadType.CRON_JOB,
    desired: null,
    ready: null,
    updated: null,
    replicas: listOf(status?.active).length,
    available: null,
    isPaused: spec?.suspend === true,
    isObserved: true,
    conditions: [],
    job: {
      startedAt: null,
      completedAt: null,
      failedAt: null,
      failureReason: null,
      failureMessage: null,
      activeDeadline: null,
      schedule: bounded(textOf(spec?.schedule)),
      timeZone: textOf(spec?.timeZone),
      lastScheduledAt: timeOf(status?.lastScheduleTime, place),
      lastSucceededAt: timeOf(status?.lastSuccessfulTime, place),
      isFinished: false,
    },
  };
}
