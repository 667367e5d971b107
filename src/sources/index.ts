import type { ResourceKind } from '../model/kinds.js';
import { argo } from './argo/definition.js';
import { clickhouse } from './clickhouse/definition.js';
import { httpTraffic } from './http-traffic/definition.js';
import { kafka } from './kafka/definition.js';
import { kafkaConnect } from './kafka-connect/definition.js';
import { hostMetrics } from './host-metrics/definition.js';
import { kubernetes } from './kubernetes/definition.js';
import { placementCauses } from './placement.causes.js';
import { platformKinds, platformRules } from './platform.js';
import { postgres } from './postgres/definition.js';
import type { SourceDefinition } from './source.js';
import { sourceRules } from './source.rules.js';
import { zookeeper } from './zookeeper/definition.js';

/** Every watched system: one line each. */
export const sources: readonly SourceDefinition[] = [
  kubernetes,
  postgres,
  clickhouse,
  zookeeper,
  kafka,
  kafkaConnect,
  argo,
  httpTraffic,
  hostMetrics,
];

/** What all of them together teach the registry. */
export const catalogue = {
  kinds: [...platformKinds, ...sources.flatMap(({ kinds }) => kinds)],
  rules: [
    ...platformRules,
    ...sourceRules,
    ...sources.flatMap(({ name, rules }) => rules.map((rule) => ({ ...rule, source: name }))),
  ],
  causes: [...placementCauses, ...sources.flatMap(({ causes }) => causes)],
};

/** Which rows of the front page have something to show. */
export function configuredKinds(systems: readonly { readonly source: string }[]): readonly ResourceKind[] {
  return sources
    .filter(({ name }) => systems.some(({ source }) => source === name))
    .map(({ endpointKind }) => endpointKind)
    .filter((kind) => kind !== null);
}
