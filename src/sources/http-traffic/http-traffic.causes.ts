import { FindingReason } from '../../model/finding-reason.js';
import { Severity } from '../../model/health.js';
import type { CauseDefinition } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';

/** Nothing answers behind a route whose workload has no pod that is ready. */
const nothingBehind: CauseDefinition = {
  effects: [FindingReason.HTTP_5XX_HIGH],
  causes: [FindingReason.WORKLOAD_UNAVAILABLE],
  path: [{ edge: 'backend', direction: 'to', kind: ResourceKind.WORKLOAD }],
  holds: (_effect, _route, cause) => cause.severity === Severity.CRITICAL,
};

export const httpTrafficCauses: readonly CauseDefinition[] = [nothingBehind];
