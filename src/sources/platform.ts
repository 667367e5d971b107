import type { Edge } from '../model/edges.js';
import { Evidence } from '../model/health.js';
import type { Observation } from '../model/facts.js';
import { PLATFORM_SYSTEM, platformId, referenceTo, systemId } from '../model/ids.js';
import { type KindDefinition, defineKind } from '../model/kind-definition.js';
import { ResourceKind } from '../model/kinds.js';
import { ROWS } from '../model/platform.js';
import { type Rule, defineRule } from '../model/rule.js';
import { SignalName } from '../model/signal-name.js';
import type { Source } from '../model/source.js';
import type { Instant } from '../model/time.js';

function sourceEdges({ endpointId, apiServerOf: cluster }: Source): readonly Edge[] {
  const edges: Edge[] = [];
  if (endpointId !== null) edges.push({ name: 'endpoint', to: endpointId });
  if (cluster != null) edges.push({ name: 'apiServer', to: referenceTo(ResourceKind.CLUSTER, cluster, null, cluster) });
  return edges;
}

/** What every platform has, whatever is configured: itself, the rows of its front page, and its sources. */
export const platformKinds: readonly KindDefinition[] = [
  defineKind({ kind: ResourceKind.PLATFORM, vitalMembers: [ResourceKind.SYSTEM] }),
  defineKind({
    kind: ResourceKind.SYSTEM,
    parent: () => platformId,
    vitalMembers: ROWS.map(({ members }) => members),
  }),
  defineKind({
    kind: ResourceKind.SOURCE,
    edges: sourceEdges,
    parent: ({ main }) => systemId(main.partOf),
  }),
];

export const platformRules: readonly Rule[] = [
  defineRule({
    kind: ResourceKind.SYSTEM,
    signal: SignalName.SYSTEM_CONFIGURATION,
    title: 'System configured',
    description: 'Whether any system of this sort is configured; one that is not takes no part in the verdict.',
    unit: null,
    evidence: Evidence.MEASURED,
    limits: {},
    judge: ({ main }) => (main.isConfigured ? null : { isNotConfigured: true }),
  }),
];

/** The records that are there before any source has said a word. */
export function platformRecords(
  isConfigured: (members: ResourceKind) => boolean,
  now: Instant,
): readonly Observation[] {
  const common = { system: PLATFORM_SYSTEM, namespace: null, labels: {} };
  const rows = ROWS.map(({ name, members }): Observation => {
    const facts = {
      ...common,
      id: systemId(name),
      kind: ResourceKind.SYSTEM,
      name,
      members,
      isConfigured: isConfigured(members),
    };
    return { id: facts.id, kind: ResourceKind.SYSTEM, aspect: 'main', facts, observedAt: now };
  });
  const facts = { ...common, id: platformId, kind: ResourceKind.PLATFORM, name: 'platform' };
  return [{ id: platformId, kind: ResourceKind.PLATFORM, aspect: 'main', facts, observedAt: now }, ...rows];
}
