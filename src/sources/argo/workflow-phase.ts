import { WorkflowPhase } from '../../model/workflow.js';

/** Not started: untouched by the engine, or told to wait. */
export function isWaiting(phase: WorkflowPhase): boolean {
  return phase === WorkflowPhase.NEW || phase === WorkflowPhase.PENDING;
}

export function isFinished(phase: WorkflowPhase): boolean {
  return phase === WorkflowPhase.SUCCEEDED || hasPhaseFailed(phase);
}

export function hasPhaseFailed(phase: WorkflowPhase): boolean {
  return phase === WorkflowPhase.FAILED || phase === WorkflowPhase.ERROR;
}
