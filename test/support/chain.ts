import type { FindingReason } from '../../src/model/finding-reason.js';
import type { ResourceId } from '../../src/model/ids.js';
import type { World } from './judged.js';

/** What the first finding of that reason follows from, and what that follows from: `REASON of resource ← …`. */
export function chain(all: World, id: ResourceId, reason: string): string {
  const name = (of: ResourceId): string => all.registry.get(of)?.main.name ?? '?';
  const steps: string[] = [];
  let finding = all.findings(id).find((one) => one.reason === (reason as FindingReason));
  while (finding !== undefined) {
    steps.push(`${finding.reason} of ${name(finding.resourceId)}`);
    const causes = all.registry.causesOf(finding);
    finding = [...causes].sort((a, b) => (a.reason < b.reason ? -1 : 1))[0];
  }
  return steps.join(' ← ');
}
