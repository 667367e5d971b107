import { referenceTo, resourceId, systemId } from '../../model/ids.js';
import { type KindDefinition, type Series, defineKind } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { edgesToHost, edgesToPods } from '../../model/placement.js';
import type { LimitsByReason } from '../../model/rule.js';
import { MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { sourceId } from '../source-record.js';
import { ALL_MEASURED, type CountSeries } from './http-traffic-window.js';

type RouteSeries = Series<ResourceKind.ROUTE>;

/** Parts of the shortest window: a sum over it begins so much too early at the most. */
const PARTS = 6;
const LONGEST_STEP: Milliseconds = 10 * SECOND;

/** Every length of time that some rule of routes looks back over. */
function windowsOf({ HTTP_5XX_HIGH, HTTP_4XX_HIGH, HTTP_SLOW }: LimitsByReason): readonly Milliseconds[] {
  const windows = [HTTP_5XX_HIGH?.['window'], HTTP_5XX_HIGH?.['fastWindow'], HTTP_4XX_HIGH?.['window'], HTTP_SLOW?.['window']]; // prettier-ignore
  const known = windows.filter((window) => window !== undefined);
  return known.length === 0 ? [5 * MINUTE] : known;
}

const common = {
  aspect: 'main',
  keep: 'last',
  step: (limits: LimitsByReason) => Math.max(SECOND, Math.min(LONGEST_STEP, Math.min(...windowsOf(limits)) / PARTS)),
  window: (limits: LimitsByReason) => Math.max(...windowsOf(limits)),
} as const;

function count(name: CountSeries): RouteSeries {
  return {
    ...common,
    name,
    values: (facts) => [{ subject: null, value: facts.totals[name] }],
  };
}

const COUNTS: readonly CountSeries[] = ['requests', 'serverErrors', 'withoutStatus', 'clientErrors', 'refused', 'notFound']; // prettier-ignore

const durations: RouteSeries = {
  ...common,
  name: 'durations',
  values: (facts) => {
    const { durations: known } = facts.totals;
    if (known === null) return [];
    const within = known.boundaries.map((at, index) => ({ subject: String(at), value: known.within[index] ?? 0 }));
    return [...within, { subject: ALL_MEASURED, value: known.count }];
  },
};

const ingressKind = defineKind({
  kind: ResourceKind.INGRESS,
  edges: ({ system, placement, hosts }) => [
    { name: 'toldBy', to: sourceId({ name: `http-traffic/${system}`, system }) },
    ...edgesToPods(placement),
    ...hosts.flatMap((host) => edgesToHost(placement, host)),
  ],
  parent: () => systemId('ingresses'),
  vitalMembers: [ResourceKind.ROUTE],
});

const routeKind = defineKind({
  kind: ResourceKind.ROUTE,
  edges: ({ system, workload }) => [
    { name: 'ingress', to: resourceId(ResourceKind.INGRESS, system, system) },
    ...(workload === null
      ? []
      : [
          {
            name: 'backend' as const,
            to: referenceTo(ResourceKind.WORKLOAD, workload.cluster, workload.namespace, workload.name),
          },
        ]),
  ],
  parent: ({ main: { system } }) => resourceId(ResourceKind.INGRESS, system, system),
  series: [...COUNTS.map(count), durations],
});

export const httpTrafficKinds: readonly KindDefinition[] = [ingressKind, routeKind];
